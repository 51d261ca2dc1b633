// What each layer makes of one point: rows of numbers, and their cells.
import type { Numbers } from '../../a11y';
import { NonFiniteError } from '../../engine';
import { divergingColor, inkOn } from '../../theme';
import type { Trainer } from '../../trainer';
import type { DecisionBoundaryLabels } from './labels';
import { layerName } from './places';
import type { RowFacts } from './sentences';

/** Up to how many units a row shows its numbers, and they are spoken with the probe's own. */
export const withNumbers = 4;
/** How many cells of a row are shown. */
export const mostCells = 64;

/**
 * What the input is and what each layer makes of it, the input first; null if a number on the way is
 * not finite.
 */
export function activationsAt(trainer: Trainer, x: number, y: number): RowFacts[] | null {
  try {
    const outputs = trainer.model.activations([[x, y]]);
    return [
      { layer: null, values: [x, y] },
      ...outputs.map(({ data }, place) => ({ layer: layerName(trainer, place), values: data })),
    ];
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return null;
  }
}

/** The small layers in words, to be spoken with the probe's number. */
export function spokenActivations(
  trainer: Trainer,
  x: number,
  y: number,
  words: DecisionBoundaryLabels,
): string {
  const rows = activationsAt(trainer, x, y)?.slice(1) ?? [];
  const small = rows.filter(({ values }) => values.length <= withNumbers);
  return small.map((row) => words.spokenRow(row)).join('; ');
}

/**
 * Writes a row's numbers into its cells, each coloured by its share of the row's largest.
 *
 * @param row the row's element, with its `data-name`, its cells marked `data-unit`
 * @param facts what to write, or null to leave them empty
 * @param allNumbers whether wide layers have their numbers written too
 */
export function paintRow(
  row: HTMLElement,
  facts: RowFacts | null,
  allNumbers: boolean,
  words: DecisionBoundaryLabels,
  { formatTight }: Numbers,
): void {
  const values = facts?.values;
  let largest = 0;
  for (let i = 0; values && i < values.length; i++)
    largest = Math.max(largest, Math.abs(values[i]!));
  for (const cell of row.querySelectorAll<HTMLElement>('[data-unit]')) {
    const value = values?.[Number(cell.dataset['unit'])];
    if (value === undefined) {
      cell.removeAttribute('data-value');
      cell.style.background = cell.style.color = cell.textContent = '';
      continue;
    }
    const share = largest ? value / largest : 0;
    cell.dataset['value'] = String(value);
    cell.style.background = divergingColor(share);
    cell.style.color = inkOn(share);
    const isWritten = allNumbers || values!.length <= withNumbers;
    const text = isWritten ? formatTight(value) : value < 0 ? '−' : '';
    if (cell.textContent !== text) cell.textContent = text;
  }
  row.setAttribute('aria-label', facts ? words.spokenRow(facts) : row.dataset['name']!);
}
