// The search: a field, and under it what was found on this page and then on the others. The arrow
// keys go from result to result, Enter follows one, Escape leaves.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { numberedTitle, pageAt, type ListedPage } from './page';
import type { Hit, Hits, Search } from './search';

export interface SearchDialogProps {
  page: ListedPage;
  root: string;
  onClose: () => void;
}

const nothing: Hits = { here: [], elsewhere: [] };

export function SearchDialog({ page, root, onClose }: SearchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const { search, failed } = useSearch();
  useEffect(() => dialog.current?.showModal(), []);

  const words = query.trim();
  const { here, elsewhere } = search && words !== '' ? search(words, page.path) : nothing;
  const close = () => dialog.current?.close();

  return (
    // The keys belong to the links and the field inside; a click beside the dialog leaves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="search"
      aria-label="Search"
      onClose={onClose}
      onKeyDown={moveByKeys}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <form className="search-form" method="dialog" onSubmit={(event) => event.preventDefault()}>
        <input
          // The dialog was opened to write here.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type="search"
          aria-label="Search the course and the guides"
          placeholder="Search the course and the guides"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button type="button" className="site-button" onClick={close}>
          Close
        </button>
      </form>
      <p className="search-status" role="status">
        {statusOf(words, failed, search !== null, here.length, elsewhere.length)}
      </p>
      <div className="search-results">
        <Results title="On this page" hits={here} {...{ root, page, close }} />
        <Results
          title={page.path ? 'On other pages' : ''}
          hits={elsewhere}
          {...{ root, page, close }}
        />
      </div>
    </dialog>
  );
}

interface ResultsProps {
  title: string;
  hits: readonly Hit[];
  page: ListedPage;
  root: string;
  close: () => void;
}

function Results({ title, hits, page, root, close }: ResultsProps) {
  if (hits.length === 0) return null;
  return (
    <section aria-label={title || 'Results'}>
      {title && <h2>{title}</h2>}
      <ul>
        {hits.map(({ address, page: path, heading, excerpt }) => (
          <li key={address}>
            <a href={path === page.path ? hashOf(address) : root + address} onClick={close}>
              <span className="search-heading">
                {heading}
                {path !== page.path && !address.endsWith('/') && (
                  <span className="search-page"> {numberedTitle(pageAt(path))}</span>
                )}
              </span>
              <span className="search-excerpt">
                {excerpt.map(({ text, found }, place) =>
                  found ? <mark key={place}>{text}</mark> : text,
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

// On the page itself no address but the place changes.
const hashOf = (address: string) =>
  address.includes('#') ? `#${address.split('#')[1]}` : '#content';

function statusOf(words: string, failed: boolean, ready: boolean, here: number, others: number) {
  if (failed) return 'The search could not be loaded. Is the network there?';
  if (words === '') return 'Arrow keys choose, Enter opens, Escape closes.';
  if (!ready) return 'Loading …';
  const count = here + others;
  if (count === 0) return `Nothing found for “${words}”.`;
  return count === 1 ? '1 place found' : `${count} places found`;
}

function moveByKeys(event: KeyboardEvent<HTMLDialogElement>) {
  const field = event.currentTarget.querySelector('input');
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.search-results a')];
  const stops = [field, ...links];
  const place = stops.findIndex((stop) => stop === document.activeElement);
  const inField = place === 0;
  if (event.key === 'Escape') {
    // In some browsers the field would take the key to empty itself.
    event.preventDefault();
    event.currentTarget.close();
    return;
  }
  if (event.key === 'Enter' && inField) {
    event.preventDefault();
    links[0]?.click();
    return;
  }
  const target = {
    ArrowDown: Math.min(place + 1, links.length),
    ArrowUp: Math.max(place - 1, 0),
    Home: inField ? undefined : 1,
    End: inField ? undefined : links.length,
  }[event.key];
  if (target !== undefined && place !== -1) {
    event.preventDefault();
    stops[target]?.focus();
  } else if (!inField && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    field?.focus(); // what is typed goes on in the field
  }
}

/** The search, once it is loaded. */
function useSearch(): { search: Search | null; failed: boolean } {
  const [search, setSearch] = useState<Search | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    const address = document.documentElement.dataset['search'] ?? '';
    import('./search')
      .then(({ loadSearch }) => loadSearch(address))
      .then(
        (loaded) => wanted && setSearch(() => loaded),
        () => wanted && setFailed(true),
      );
    return () => {
      wanted = false;
    };
  }, []);
  return { search, failed };
}
