// Tables as CSV that gives back every bit, and that no spreadsheet runs.
import type { Table } from './tables';

/**
 * A table as CSV (RFC 4180, with line feeds). Numbers have as many digits as give back their bits. A
 * word that a spreadsheet would take for a formula is written with an apostrophe before it.
 */
export function tableToCSV({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? '' : value > 0 ? 'inf' : '-inf';
    return Object.is(value, -0) ? '-0' : String(value);
  }
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r;]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
