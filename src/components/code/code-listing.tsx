// CodeListing: a piece of code with its running lines marked, whose names can be pointed at.
import { useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useLabels } from '../../a11y';
import type { CodeExcerpt, CodeLine, CodeRole } from './excerpt';
import { defaultLabels, type CodeLabels } from './labels';
import { nextTerm } from './next-term';
import { Reading } from './reading';
import type { CodeTerms } from './terms';
import { tokenize, type Token } from './tokens';

/** Props of {@link CodeListing}; an excerpt has most of them. */
export interface CodeListingProps extends Partial<Omit<CodeExcerpt, 'lines'>> {
  lines: readonly CodeLine[];
  /** What runs now: the lines that do this are marked. @default none */
  executing?: readonly CodeRole[];
  /** The tensors behind the names, by what stands for them in `names`. */
  terms?: CodeTerms;
  /** Words to use instead of the default ones. */
  labels?: Partial<CodeLabels>;
}

/** A piece of code. Its text can be selected and copied as it is, without the line numbers. */
export function CodeListing(props: CodeListingProps) {
  const { lines, language = 'typescript', name = '', file, firstLine, names } = props;
  const { executing = [], terms, labels } = props;
  const words = useLabels<CodeLabels>('LayerCode', defaultLabels, labels);
  // By what stands for it: while a pointer rests on a name, the numbers may change.
  const [read, setRead] = useState<string | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const hasTerms = terms && names && Object.values(names).some((what) => terms[what]);

  const tokens = useMemo(
    () => tokenize(lines.map(({ text }) => text).join('\n'), language),
    [lines, language],
  );
  const termAt = (event: SyntheticEvent) =>
    (event.target as Element).closest<HTMLElement>('[data-stands-for]')?.dataset['standsFor'] ??
    null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = nextTerm(region.current!, event.target as HTMLElement, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const last = (firstLine ?? 1) + lines.length - 1;

  return (
    <div className="pancake-code-listing">
      {name && (
        <p className="pancake-code-caption">
          <b>{name}</b> {file && <span>{file}</span>}
        </p>
      )}
      {/* A stop for the keyboard, from which the arrow keys scroll the code and go into it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={region}
        className="pancake-code-scroll"
        role="group"
        aria-label={words.listing(name, language)}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => setRead((focused.current = termAt(event)))}
        onBlur={() => setRead((focused.current = null))}
        onPointerOver={(event) => setRead(termAt(event) ?? focused.current)}
        onPointerLeave={() => setRead(focused.current)}
      >
        <pre style={{ '--pk-digits': String(last).length } as object}>
          <code>
            {lines.map((line, i) => (
              <Line
                key={i}
                line={line}
                number={firstLine === undefined ? undefined : firstLine + i}
                tokens={tokens[i]!}
                runs={runs(line, executing, terms)}
                names={names}
                terms={terms}
              />
            ))}
          </code>
        </pre>
      </div>
      {hasTerms && <Reading term={(read && terms[read]) || null} words={words} />}
    </div>
  );
}

function runs(line: CodeLine, executing: readonly CodeRole[], terms: CodeTerms | undefined) {
  if (line.needs && terms && !terms[line.needs]) return false;
  return line.roles.some((role) => executing.includes(role));
}

interface LineProps {
  line: CodeLine;
  number: number | undefined;
  tokens: readonly Token[];
  runs: boolean;
  names: CodeExcerpt['names'] | undefined;
  terms: CodeTerms | undefined;
}

function Line({ line, number, tokens, runs, names, terms }: LineProps) {
  return (
    <span
      className="pancake-code-line"
      data-line={number}
      data-roles={line.roles.join(' ') || undefined}
      data-executing={runs || undefined}
      aria-current={runs ? 'step' : undefined}
    >
      {tokens.map(({ kind, text }, i) => {
        const what = kind === 'name' && names && Object.hasOwn(names, text) ? names[text] : null;
        const term = what && terms?.[what];
        if (term) {
          return (
            <span
              key={i}
              className="pancake-code-term"
              data-term={term.id}
              data-stands-for={what}
              tabIndex={-1}
            >
              {text}
            </span>
          );
        }
        if (kind === 'plain' || kind === 'name') return text;
        return (
          <span key={i} className={`pancake-code-${kind}`}>
            {text}
          </span>
        );
      })}
      {'\n'}
    </span>
  );
}
