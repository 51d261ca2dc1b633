// What the help of a figure opens: the list of its keys, or its numbers as a table.
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useLabels, useNumbers } from '../../a11y';
import type { Table } from '../share';
import type { HelpTopic } from './help';
import { helpLabels } from './help-labels';
import type { FigureHelpLabels } from './labels';

interface HelpPanelProps {
  topic: HelpTopic;
  table: (() => Table) | undefined;
  onClose: () => void;
}

// So many rows at a time: a table of all epochs of a long run takes a browser seconds.
const page = 200;

/** A modal dialog, so that Escape and the focus are the browser's: both lead back to where one was. */
export function HelpPanel({ topic, table, onClose }: HelpPanelProps) {
  const words = useLabels('FigureHelp', helpLabels, undefined);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [figure, setFigure] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const element = dialog.current!;
    const before = (element.getRootNode() as Document | ShadowRoot).activeElement;
    setFigure(element.closest<HTMLElement>('figure.pancake'));
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const name = figure ? nameOf(figure) : '';
  return (
    // A press beside the dialog closes it, as Escape does.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="pancake-dialog"
      aria-labelledby={`${id}-heading`}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="pancake-dialog-body">
        <p className="pancake-dialog-head">
          <strong id={`${id}-heading`} className="pancake-title">
            {words[topic]}
            {name && ` · ${name}`}
          </strong>
          <button type="button" className="pancake-button" onClick={() => dialog.current!.close()}>
            {words.close}
          </button>
        </p>
        {topic === 'keys' ? (
          <Keys figure={figure} hasTable={Boolean(table)} words={words} />
        ) : (
          <Numbers table={table!} labelledBy={`${id}-heading`} words={words} />
        )}
      </div>
    </dialog>
  );
}

interface KeysProps {
  figure: HTMLElement | null;
  hasTable: boolean;
  words: FigureHelpLabels;
}

function Keys({ figure, hasTable, words }: KeysProps) {
  // A figure in this one lists its keys itself.
  const find = (what: string) =>
    figure
      ? [...figure.querySelectorAll(what)].filter((one) => one.closest('figure.pancake') === figure)
      : [];
  const moves = find('[role="slider"], [role="application"]');
  const ranges = find('input[type="range"]');
  // Of a place on a plane there is no least.
  const hasEnds = ranges.length > 0 || moves.some((one) => one.matches(withEnds));
  const own = new Set(find('[data-keys]').map(({ textContent }) => textContent));
  const { arrowKeys } = words;
  return (
    <>
      <table className="pancake-keys">
        <tbody>
          <Key keys={[words.tab]} does={words.toNextFigure} />
          <Key keys={[arrowKeys]} does={words.toNextControl} />
          <Key keys={[words.home, words.end]} does={words.toFirstOrLast} />
          <Key keys={[words.enter, words.space]} does={words.press} />
          <Key keys={[words.escape]} does={words.leave} />
          {moves.length + ranges.length > 0 && (
            <>
              <Key keys={[arrowKeys]} does={words.change} />
              <Key keys={[`${words.shift} + ${arrowKeys}`]} does={words.changeMuch} />
              {moves.length > 0 && (
                <Key keys={[`${words.alt} + ${arrowKeys}`]} does={words.changeLittle} />
              )}
              {hasEnds && <Key keys={[words.home, words.end]} does={words.toEnds} />}
            </>
          )}
          <Key keys={['?']} does={words.toKeys} />
          {hasTable && <Key keys={['T']} does={words.toTable} />}
        </tbody>
      </table>
      {[...own].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}

const withEnds = '[aria-valuemax]:not([data-x])';

function Key({ keys, does }: { keys: string[]; does: string }) {
  return (
    <tr>
      <th scope="row">
        {keys.map((key, i) => (
          <span key={key}>
            {i > 0 && ' / '}
            <kbd>{key}</kbd>
          </span>
        ))}
      </th>
      <td>{does}</td>
    </tr>
  );
}

interface NumbersProps {
  table: () => Table;
  labelledBy: string;
  words: FigureHelpLabels;
}

// As they are when the table is opened: rows that go on growing cannot be read.
function Numbers({ table, labelledBy, words }: NumbersProps) {
  const numbers = useNumbers();
  const [{ columns, rows }] = useState(table);
  const [shown, setShown] = useState(page);
  if (!rows.length) return <p>{words.noRows}</p>;
  const cell = (value: number | string | null): ReactNode =>
    typeof value === 'number' ? numbers.formatShort(value) : value;
  return (
    <>
      <p>{words.rows(Math.min(shown, rows.length), rows.length)}</p>
      {/* What scrolls has to be reached by the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="pancake-dialog-table" role="region" aria-labelledby={labelledBy} tabIndex={0}>
        <table aria-labelledby={labelledBy}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, i) => (
              <tr key={i}>
                {row.map((value, j) => (
                  <td key={j}>{cell(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < rows.length && (
        <button type="button" className="pancake-button" onClick={() => setShown(shown + page)}>
          {words.moreRows}
        </button>
      )}
    </>
  );
}

function nameOf(figure: HTMLElement): string {
  const title = figure.querySelector(':scope > .pancake-heading > .pancake-title')?.textContent;
  return (title || figure.getAttribute('aria-label')) ?? '';
}
