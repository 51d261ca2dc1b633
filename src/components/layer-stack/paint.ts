// Painting the cells: colour, sign, number and name of each, without React.
import { formatTight } from '../../a11y';
import { divergingColor, inkOn } from '../../theme';
import type { LayerStackLabels } from './labels';
import type { Slab } from './slabs';

/** Up to how many units a slab shows its numbers, and not only their colours. */
export const withNumbers = 4;

/** The two columns of the stack. */
export const columns = ['value', 'gradient'] as const;
export type Column = (typeof columns)[number];

/** How one cell looks and what it is called. */
export function cellFace(slab: Slab, column: Column, unit: number, words: LayerStackLabels) {
  const numbers = column === 'value' ? slab.values : slab.gradients;
  const value = numbers[unit]!;
  const largest = numbers.reduce((max, one) => Math.max(max, Math.abs(one)), 1e-12);
  const share = value / largest;
  const negative = value < 0 ? '−' : '';
  return {
    value,
    background: divergingColor(share),
    color: inkOn(share),
    text: numbers.length <= withNumbers ? formatTight(value) : negative,
    name: words.cell(column, unit, slabName(slab, words), value),
  };
}

/** What a slab is called. */
export function slabName({ key, description }: Slab, words: LayerStackLabels): string {
  return key === 'input' ? words.input : description;
}

/** Writes the numbers of all slabs into their cells. */
export function paintCells(
  root: HTMLElement,
  slabs: readonly Slab[],
  words: LayerStackLabels,
): void {
  for (const cell of root.querySelectorAll<HTMLElement>('[data-cell]')) {
    const { slab: key, column, unit } = cell.dataset;
    const slab = slabs.find((one) => one.key === key);
    if (!slab || Number(unit) >= slab.values.length) continue;
    const face = cellFace(slab, column as Column, Number(unit), words);
    cell.dataset['value'] = String(face.value);
    cell.style.background = face.background;
    cell.style.color = face.color;
    cell.textContent = face.text;
    cell.setAttribute('aria-label', face.name);
  }
}
