// Keys: where each of them leads in a grid.
import type { Entry, Part } from './matrix';

/**
 * The place that a key leads to: arrows by one, Home and End to the ends of the row, with Ctrl to
 * the first and the last number. Null for any other key.
 */
export function placeAfter(entry: Entry, key: string, ctrl: boolean, part: Part): Entry | null {
  const [row, column] = entry;
  const [lastRow, lastColumn] = [part.row + part.rows - 1, part.column + part.columns - 1];
  if (key === 'ArrowLeft') return [row, Math.max(part.column, column - 1)];
  if (key === 'ArrowRight') return [row, Math.min(lastColumn, column + 1)];
  if (key === 'ArrowUp') return [Math.max(part.row, row - 1), column];
  if (key === 'ArrowDown') return [Math.min(lastRow, row + 1), column];
  if (key === 'Home') return [ctrl ? part.row : row, part.column];
  if (key === 'End') return [ctrl ? lastRow : row, lastColumn];
  return null;
}
