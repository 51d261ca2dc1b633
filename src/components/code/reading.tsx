// What a tensor holds, below the code that names it.
import { useMemo } from 'react';
import { Announcement } from '../figure';
import type { CodeLabels } from './labels';
import { summarize } from './summary';
import type { CodeTerm } from './terms';

interface ReadingProps {
  term: CodeTerm | null;
  words: CodeLabels;
}

/** A term's name, shape and numbers; an empty place as long as there is none. */
export function Reading({ term, words }: ReadingProps) {
  return (
    <div className="pancake-code-reading" data-reading={term?.id}>
      {term && <Numbers term={term} words={words} />}
      <p className="pancake-hidden" role="status">
        {term && <Announcement key={term.id} text={inWords(term, words)} />}
      </p>
    </div>
  );
}

function Numbers({ term: { id, name, value }, words }: { term: CodeTerm; words: CodeLabels }) {
  const summary = useMemo(() => value && summarize(value), [value]);
  return (
    <p aria-hidden="true">
      <b data-term={id}>{name}</b> <span>{value ? words.shape(value.shape) : words.unknown}</span>{' '}
      {summary && (
        <span className="pancake-code-numbers">
          {summary.all
            ? words.values(summary.all)
            : `${words.summary(summary)}: ${words.first(summary.first)}`}
        </span>
      )}
    </p>
  );
}

function inWords({ name, value }: CodeTerm, words: CodeLabels): string {
  if (!value) return `${name}, ${words.unknown}`;
  const summary = summarize(value);
  return summary.all
    ? words.spoken(name, value.shape, [...value.data])
    : `${name}, ${words.shape(value.shape)}, ${words.summary(summary)}`;
}
