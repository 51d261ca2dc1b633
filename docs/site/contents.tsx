// The headings of the page: beside it where there is room, else behind a button above it.
import { useState } from 'react';
import type { Heading } from './page';

export function Contents({ headings }: { headings: readonly Heading[] }) {
  const [open, setOpen] = useState(false);
  return (
    <nav className="contents" aria-labelledby="contents-title">
      <h2 id="contents-title" className="contents-title">
        On this page
      </h2>
      <button
        type="button"
        className="site-button contents-button"
        aria-expanded={open}
        aria-controls="contents-list"
        onClick={() => setOpen(!open)}
      >
        On this page
      </button>
      <ul id="contents-list" data-open={open || undefined}>
        {headings.map(({ id, depth, text }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
