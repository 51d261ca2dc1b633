// The cells of one slab, a unit each, in one of the two columns.
import type { CSSProperties, KeyboardEvent } from 'react';
import { useNumbers } from '../../a11y';
import type { LayerStackLabels } from './labels';
import { cellFace, cellId, largestOf, narrow, numbersOf, withNumbers, type Column } from './paint';
import type { Slab } from './slabs';

interface CellsProps {
  slab: Slab;
  column: Column;
  words: LayerStackLabels;
  /** Whether a wide layer shows all its units. */
  opened: boolean;
  /** The one cell that the tab key reaches. */
  tabStop: string;
  /** The cell whose number is read out below. */
  read: string | null;
  /** A word to stand beside the cells. */
  beside?: string | undefined;
  /** The unit that the reader looks at in another figure, or here. */
  linkedUnit?: number | null | undefined;
}

/** The cells of one column of a slab. Painted anew in each frame; this is where they begin. */
export function Cells(props: CellsProps) {
  const { slab, column, words, opened, tabStop, read, beside, linkedUnit } = props;
  const format = useNumbers();
  const numbers = numbersOf(slab, column);
  const largest = largestOf(numbers);
  const count = numbers.length;
  const shown = opened ? count : Math.min(count, narrow);
  return (
    <div
      className="pancake-cells"
      data-wide={count > withNumbers || undefined}
      style={{ '--pk-units': shown } as CSSProperties}
    >
      {Array.from({ length: shown }, (_, unit) => {
        const face = cellFace(slab, column, unit, largest, words, format);
        const id = cellId(slab.key, column, unit);
        return (
          <span
            key={unit}
            role="img"
            className="pancake-cell"
            style={{ background: face.background, color: face.color }}
            tabIndex={tabStop === id ? 0 : -1}
            aria-label={face.name}
            data-cell={id}
            data-slab={slab.key}
            data-column={column}
            data-value={face.value}
            data-reading={face.reading}
            data-read={read === id || undefined}
            data-linked={linkedUnit === unit || undefined}
          >
            {face.text}
          </span>
        );
      })}
      {beside && <span className="pancake-cells-beside">{beside}</span>}
    </div>
  );
}

/** The cell that an event is about. */
export function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
}

/** Left and right through a slab and across its columns, up and down from slab to slab. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const cell = cellOf(event.target);
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const stack = event.currentTarget;
  const all = (selector: string) => [...stack.querySelectorAll<HTMLElement>(selector)];
  const { slab, column } = cell.dataset;
  const row = all(`[data-cell][data-slab="${slab}"]`);
  const at = row.indexOf(cell);
  let next: HTMLElement | undefined;
  if (event.key === 'ArrowLeft') next = row[at - 1];
  else if (event.key === 'ArrowRight') next = row[at + 1];
  else if (event.key === 'Home') next = row[0];
  else if (event.key === 'End') next = row.at(-1);
  else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const slabs = [...new Set(all('[data-cell]').map(({ dataset }) => dataset['slab']!))];
    const to = slabs.indexOf(slab!) + (event.key === 'ArrowUp' ? -1 : 1);
    const others = all(`[data-slab="${slabs[to]}"][data-column="${column}"]`);
    const unit = row.filter((one) => one.dataset['column'] === column).indexOf(cell);
    next = others[Math.min(unit, others.length - 1)];
  } else return;
  event.preventDefault();
  next?.focus();
}
