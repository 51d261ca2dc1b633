// Painting the cells: colour, sign, number and name of each, without React.
import type { Numbers } from '../../a11y';
import { divergingColor, inkOn } from '../../theme';
import type { LayerStackLabels } from './labels';
import type { Slab } from './slabs';

/** Up to how many units a slab shows its numbers, and not only their colours. */
export const withNumbers = 4;
/** How many cells a wide layer shows before it is opened. */
export const narrow = 32;

/** The two columns of the stack. */
export const columns = ['value', 'gradient'] as const;
export type Column = (typeof columns)[number];

/** A slab's numbers in one column. */
export function numbersOf({ values, gradients }: Slab, column: Column): Float64Array {
  return column === 'value' ? values : gradients;
}

/** How large a number has to be for the full colour: the largest of its row. */
export function largestOf(numbers: Float64Array): number {
  return numbers.reduce((max, one) => Math.max(max, Math.abs(one)), 0);
}

/** How one cell looks and what it is called; `largest` is that of its row. */
export function cellFace(
  slab: Slab,
  column: Column,
  unit: number,
  largest: number,
  words: LayerStackLabels,
  { formatNumber, formatTight }: Numbers,
) {
  if (slab.pending?.[column]) {
    const name = words.cell(column, unit, slabName(slab, words), words.pending);
    return { value: '', background: 'transparent', color: '', text: '', name, reading: name };
  }
  const numbers = numbersOf(slab, column);
  const value = numbers[unit]!;
  const share = largest ? value / largest : 0;
  const sign = value < 0 ? '−' : '';
  const say = (digits: number) =>
    words.cell(column, unit, slabName(slab, words), formatNumber(value, digits));
  return {
    value: String(value),
    background: divergingColor(share),
    color: inkOn(share),
    text: numbers.length <= withNumbers ? formatTight(value) : sign,
    name: say(4),
    reading: say(6),
  };
}

/** What a slab is called. */
export function slabName({ key, description }: Slab, words: LayerStackLabels): string {
  return key === 'input' ? words.input : description;
}

/** A cell's id within the figure. */
export function cellId(slab: string, column: Column, unit: number): string {
  return `${slab} ${column} ${unit}`;
}

/** Whether there is such a cell, and not folded away. */
export function hasCell(slabs: readonly Slab[], opened: ReadonlySet<string>, id: string): boolean {
  const [key, , unit] = id.split(' ');
  const slab = slabs.find((one) => one.key === key);
  if (!slab) return false;
  const count = slab.values.length;
  return Number(unit) < (opened.has(slab.key) ? count : Math.min(count, narrow));
}

/**
 * How long to wait between two paintings, in milliseconds. What changes faster cannot be read; and
 * following a point through wide layers takes so long that the run would have no time left.
 */
export function repaintInterval(slabs: readonly Slab[]): number {
  const work = slabs.reduce((sum, { step, shape: [inputs, outputs] }) => {
    return sum + (step?.local.kind === 'jacobian' ? inputs * outputs * outputs : 0);
  }, 0);
  return 66 + work / 5000;
}

/** Writes the numbers of all slabs into their cells. */
export function paintCells(
  root: HTMLElement,
  slabs: readonly Slab[],
  words: LayerStackLabels,
  format: Numbers,
): void {
  for (const slab of slabs) {
    for (const column of columns) {
      const numbers = numbersOf(slab, column);
      const largest = largestOf(numbers);
      const row = `[data-cell][data-slab="${slab.key}"][data-column="${column}"]`;
      root.querySelectorAll<HTMLElement>(row).forEach((cell, unit) => {
        if (unit >= numbers.length) return;
        const face = cellFace(slab, column, unit, largest, words, format);
        cell.dataset['value'] = face.value;
        cell.toggleAttribute('data-pending', slab.pending?.[column] === true);
        cell.dataset['reading'] = face.reading;
        cell.style.background = face.background;
        cell.style.color = face.color;
        if (cell.textContent !== face.text) cell.textContent = face.text;
        cell.setAttribute('aria-label', face.name);
      });
    }
  }
}
