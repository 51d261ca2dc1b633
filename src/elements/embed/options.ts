// The options of the embedded page: what its address says, in the names of the elements' attributes.

/** What an address asks for. */
export interface EmbedOptions {
  /** What is shown, top to bottom; all of it shows one run. */
  types: readonly string[];
  /** The page's name for the frame, given back with every message. */
  id: string | null;
  theme: 'auto' | 'light' | 'dark';
  /** All others, by name. */
  attributes: ReadonlyMap<string, string>;
}

// `run` is a whole run, as a link has it; there is no other run here that could have a name.
const own = ['type', 'id', 'theme', 'run'];
const themes = ['auto', 'light', 'dark'] as const;

/**
 * Reads the query and the fragment; what stands in both is taken from the fragment.
 *
 * @param known the attributes that the elements understand; whatever else an address says, such as
 *   what a learning platform adds to it, is left alone
 */
export function readAddress(
  { search, hash }: Pick<Location, 'search' | 'hash'>,
  known: readonly string[],
): EmbedOptions {
  const said = new Map([
    ...new URLSearchParams(search.slice(1)),
    ...new URLSearchParams(hash.slice(1)),
  ]);
  // `learningRate` is passed on as well: the element says how it is written.
  const isNear = (name: string) => known.some((one) => plain(one) === plain(name));
  const attributes = new Map([...said].filter(([name]) => !own.includes(name) && isNear(name)));
  const link = said.get('run');
  if (link !== undefined) attributes.set('link', link);
  const types = (said.get('type') ?? 'playground').split(/[\s,]+/).filter((type) => type !== '');
  return {
    types,
    id: said.get('id') ?? null,
    // Platforms are light, whatever a reader's system is.
    theme: themes.find((theme) => theme === said.get('theme')) ?? 'light',
    attributes,
  };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '');
}
