// Searches the index of all pages. Loaded with MiniSearch when the search is first opened.
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { searchOptions } from './search-options.mjs';

/** A place that was found. */
export interface Hit {
  /** From the site's start. */
  address: string;
  /** The page's path. */
  page: string;
  heading: string;
  /** What is written there, around the first word found, with the words found marked. */
  excerpt: readonly { text: string; found: boolean }[];
}

export interface Hits {
  here: readonly Hit[];
  elsewhere: readonly Hit[];
}

/** What the index keeps of each section, see `search-index.mjs`. */
type Stored = Record<'id' | 'page' | 'heading' | 'text', string>;
export type Search = (query: string, path: string) => Hits;

const [mostHere, mostElsewhere] = [6, 12];
const [before, length] = [40, 150];

/** @throws if the index cannot be loaded */
export async function loadSearch(address: string): Promise<Search> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const index = MiniSearch.loadJSON(await answer.text(), searchOptions as Options);
  return (query, path) => {
    const hits = index.search(query).map((found) => hitOf(found as SearchResult & Stored));
    return {
      here: hits.filter(({ page }) => page === path).slice(0, mostHere),
      elsewhere: hits.filter(({ page }) => page !== path).slice(0, mostElsewhere),
    };
  };
}

function hitOf({ id, page, heading, text, terms }: Stored & Pick<SearchResult, 'terms'>): Hit {
  return { address: id, page, heading, excerpt: excerptOf(text, terms) };
}

function excerptOf(text: string, terms: readonly string[]): Hit['excerpt'] {
  const words = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})`, 'giu');
  const first = text.search(pattern);
  let from = Math.max(0, first - before);
  if (from > 0) from = text.indexOf(' ', from) + 1;
  let to = Math.min(text.length, from + length);
  if (to < text.length) to = text.lastIndexOf(' ', to);
  const shown = text.slice(from, Math.max(from, to));
  const parts: { text: string; found: boolean }[] = [];
  let end = 0;
  for (const match of first === -1 ? [] : shown.matchAll(pattern)) {
    parts.push({ text: shown.slice(end, match.index), found: false });
    parts.push({ text: match[0], found: true });
    end = match.index + match[0].length;
  }
  parts.push({ text: shown.slice(end) + (to < text.length ? ' …' : ''), found: false });
  if (from > 0) parts.unshift({ text: '… ', found: false });
  return parts;
}
