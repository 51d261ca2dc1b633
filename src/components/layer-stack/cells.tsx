// The cells of one slab: a unit each, in two columns.
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { LayerStackLabels } from './labels';
import { cellFace, withNumbers, type Column } from './paint';
import type { Slab } from './slabs';

/** How many cells a wide layer shows before it is opened. */
const narrow = 32;

interface CellsProps {
  slab: Slab;
  column: Column;
  words: LayerStackLabels;
  opened: boolean;
  onOpen: () => void;
  /** The one cell that the tab key reaches. */
  tabStop: string;
  onReach: (id: string) => void;
}

/** A cell's id within the figure. */
export function cellId(slab: string, column: Column, unit: number): string {
  return `${slab} ${column} ${unit}`;
}

/** The cells of one column of a slab. Painted anew in each frame; this is where they begin. */
export function Cells({ slab, column, words, opened, onOpen, tabStop, onReach }: CellsProps) {
  const count = slab.values.length;
  const shown = opened ? count : Math.min(count, narrow);
  const reach = (event: FocusEvent<HTMLElement> | MouseEvent<HTMLElement>) =>
    onReach(event.currentTarget.dataset['cell']!);
  return (
    <div className="pancake-cells" data-wide={count > withNumbers || undefined}>
      {Array.from({ length: shown }, (_, unit) => {
        const face = cellFace(slab, column, unit, words);
        const id = cellId(slab.key, column, unit);
        return (
          <button
            key={unit}
            type="button"
            className="pancake-cell"
            style={{ background: face.background, color: face.color }}
            tabIndex={tabStop === id ? 0 : -1}
            aria-label={face.name}
            data-cell={id}
            data-slab={slab.key}
            data-column={column}
            data-unit={unit}
            data-value={face.value}
            onFocus={reach}
            onMouseEnter={reach}
            onKeyDown={moveFocus}
          >
            {face.text}
          </button>
        );
      })}
      {count > narrow && (
        <button type="button" className="pancake-more" onClick={onOpen}>
          {opened ? words.fewer : words.more(count - narrow)}
        </button>
      )}
    </div>
  );
}

// Left and right through a slab and across its columns, up and down from slab to slab.
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const cell = event.currentTarget;
  const stack = cell.closest('.pancake-stack')!;
  const all = (selector: string) => [...stack.querySelectorAll<HTMLElement>(selector)];
  const row = all(`[data-cell][data-slab="${cell.dataset['slab']}"]`);
  const at = row.indexOf(cell);
  let next: HTMLElement | undefined;
  if (event.key === 'ArrowLeft') next = row[at - 1];
  else if (event.key === 'ArrowRight') next = row[at + 1];
  else if (event.key === 'Home') next = row[0];
  else if (event.key === 'End') next = row.at(-1);
  else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const slabs = [...new Set(all('[data-cell]').map(({ dataset }) => dataset['slab']!))];
    const to = slabs.indexOf(cell.dataset['slab']!) + (event.key === 'ArrowUp' ? -1 : 1);
    const others = all(`[data-slab="${slabs[to]}"][data-column="${cell.dataset['column']}"]`);
    next = others[Math.min(Number(cell.dataset['unit']), others.length - 1)];
  } else return;
  event.preventDefault();
  next?.focus();
}
