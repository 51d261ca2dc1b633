// Grid: numbers in rows and columns on the colours of their values, as a table that can be read.
import { useId, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { useNumbers } from '../../a11y';
import { divergingColor, inkOn } from '../../theme';
import { decimalsFor, formatEntry, widestOf } from './digits';
import { placeAfter } from './keys';
import { at, isWithin, largestOf, whole, type Entry, type Matrix, type Part } from './matrix';

/** How the numbers of a grid look. */
export interface GridLook {
  /** @default as `decimalsFor` says */
  decimals?: number | undefined;
  /** Which size gets the full colour. @default the largest of the matrix */
  largest?: number | undefined;
  /** Room for this many characters. @default what the longest number needs */
  characters?: number | undefined;
}

export interface GridProps extends GridLook {
  matrix: Matrix;
  /** The table's name, for those who listen. */
  caption: string;
  rowName: string;
  columnName: string;
  /** Which part is shown. @default all */
  part?: Part | undefined;
  /** Where the numbers of rows and of columns stand; 'blank' keeps only their room. */
  rowHeads?: 'shown' | 'blank' | 'none';
  columnHeads?: 'shown' | 'blank' | 'none';
  /** A row or a column that belongs to the entry chosen. */
  litRow?: number | undefined;
  litColumn?: number | undefined;
  /** The row of the sample that the figure is about. */
  sampleRow?: number | undefined;
  chosen?: Entry | null | undefined;
  /** Makes the numbers choosable. */
  onChoose?: ((entry: Entry | null) => void) | undefined;
}

/** The numbers. With `onChoose` it is a grid, in which the arrow keys go from number to number. */
export function Grid(props: GridProps) {
  const { matrix, caption, rowName, columnName, rowHeads = 'shown', columnHeads = 'shown' } = props;
  const { part = whole(matrix), litRow, litColumn, sampleRow, chosen = null, onChoose } = props;
  const { decimals = decimalsFor(matrix.data), largest = largestOf(matrix.data) } = props;
  const { characters = widestOf(matrix.data, decimals) } = props;
  const numbers = useNumbers();
  const id = useId();
  const [visited, setVisited] = useState<Entry>([part.row, part.column]);
  const candidate = chosen ?? visited;
  const tabStop: Entry = isIn(part, candidate) ? candidate : [part.row, part.column];
  const rows = range(part.row, part.rows);
  const columns = range(part.column, part.columns);

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const entry = entryOf(event.target);
    if (!entry || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') toggle(entry);
    else if (event.key === 'Escape' && chosen) onChoose!(null);
    else {
      const next = placeAfter(entry, event.key, event.ctrlKey, part);
      if (!next) return;
      event.currentTarget
        .querySelector<HTMLElement>(`[data-row="${next[0]}"][data-column="${next[1]}"]`)
        ?.focus();
    }
    event.preventDefault();
  };
  const toggle = (entry: Entry) => {
    setVisited(entry);
    onChoose!(isSame(entry, chosen) ? null : entry);
  };
  const grid = onChoose && {
    role: 'grid',
    onKeyDown,
    onClick: (event: MouseEvent<HTMLElement>) => {
      const entry = entryOf(event.target);
      if (entry) toggle(entry);
    },
  };
  const role = (name: string) => (onChoose ? name : undefined);

  return (
    <table
      className="pancake-tensor-numbers"
      aria-labelledby={`${id}-caption`}
      style={{ '--pk-characters': characters } as CSSProperties}
      {...grid}
    >
      <caption>
        <span id={`${id}-caption`} className="pancake-hidden">
          {caption}
        </span>
      </caption>
      {columnHeads !== 'none' && (
        <thead>
          <tr role={role('row')}>
            {rowHeads !== 'none' && (
              <td role={role('gridcell')} className="pancake-tensor-corner" />
            )}
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                role={role('columnheader')}
                data-lit={column === litColumn || undefined}
              >
                <span className="pancake-hidden">
                  {columnName} {columnHeads === 'blank' && column}
                </span>
                {columnHeads === 'shown' && column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row} role={role('row')} data-sample={row === sampleRow || undefined}>
            {rowHeads === 'blank' && (
              <td role={role('gridcell')} className="pancake-tensor-corner" />
            )}
            {rowHeads === 'shown' && (
              <th
                scope="row"
                role={role('rowheader')}
                data-lit={row === litRow || undefined}
                aria-current={row === sampleRow || undefined}
              >
                <span className="pancake-hidden">{rowName} </span>
                {row}
              </th>
            )}
            {columns.map((column) => {
              const entry: Entry = [row, column];
              const value = at(matrix, entry);
              const isChosen = isSame(entry, chosen);
              return (
                <td
                  key={column}
                  role={role('gridcell')}
                  tabIndex={onChoose && (isSame(entry, tabStop) ? 0 : -1)}
                  aria-selected={onChoose && isChosen}
                  data-row={row}
                  data-column={column}
                  data-value={String(value)}
                  data-lit={row === litRow || column === litColumn || undefined}
                  data-chosen={isChosen || undefined}
                  data-not-finite={!Number.isFinite(value) || undefined}
                  style={colorsOf(value, largest)}
                  onFocus={onChoose && (() => setVisited(entry))}
                >
                  {formatEntry(value, decimals, numbers)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// What is not finite has a look of its own, from the style sheet.
function colorsOf(value: number, largest: number): CSSProperties | undefined {
  if (!Number.isFinite(value)) return undefined;
  const share = largest ? value / largest : 0;
  return { background: divergingColor(share), color: inkOn(share) };
}

function entryOf(target: EventTarget): Entry | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell && [Number(cell.dataset['row']), Number(cell.dataset['column'])];
}

function isIn({ row, column, rows, columns }: Part, entry: Entry): boolean {
  return isWithin({ data: new Float64Array(), rows, columns }, [entry[0] - row, entry[1] - column]);
}

function isSame(entry: Entry, other: Entry | null): boolean {
  return other !== null && entry[0] === other[0] && entry[1] === other[1];
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
