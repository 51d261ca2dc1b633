// Data as CSV text: reading it, with errors that name the line, and writing it.
import { PancakeError, ensure, show } from '../errors';
import type { Dataset } from './dataset';
import { fromPoints, type LabelledPoint, type PointsOptions } from './points';

/** What can be wrong with CSV, for messages in other words. */
export type CSVProblem =
  | { kind: 'missing'; column: 'x' | 'y' | 'label' }
  | { kind: 'notANumber'; cell: string }
  /** A header with other names than x, y and label. */
  | { kind: 'columns'; names: readonly string[] }
  | { kind: 'noText' }
  | { kind: 'onlyHeader' };

/** A line of CSV that cannot be read. */
export interface CSVError {
  /** The line's number, from 1. */
  line: number;
  /** What is wrong with it. */
  message: string;
  problem: CSVProblem;
}

/** What was read from CSV. */
export interface CSVContents {
  /** The points of all lines that can be read, in their order. */
  points: LabelledPoint[];
  /** The labels that are words, by class number; empty if the labels are numbers. */
  classNames: string[];
  /** All lines that cannot be read, in their order. */
  errors: CSVError[];
}

/**
 * Reads CSV as far as it can be read: three columns, x, y and label, separated by commas, semicolons
 * or tabs. A first line with names may put them in another order. Labels that are words become class
 * numbers, in the order in which they first appear. Throws nothing: what cannot be read is listed,
 * line by line.
 *
 * @param options with the task `regression`, labels must be numbers
 */
export function readCSV(text: string, options: PointsOptions = {}): CSVContents {
  if (typeof text !== 'string') {
    return failed(1, { kind: 'noText' }, `readCSV got ${show(text)}; it takes text`);
  }
  const lines = linesOf(text);
  const [first] = lines;
  if (!first) return failed(1, { kind: 'noText' });
  const cells = splitter(first.line);
  const columns = headerOf(cells(first.line));
  if (columns && 'kind' in columns) return failed(first.number, columns);
  const rows = columns ? lines.slice(1) : lines;
  if (!rows.length) return failed(first.number, { kind: 'onlyHeader' });
  return readRows(rows, cells, columns ?? { x: 0, y: 1, label: 2 }, options);
}

/**
 * A data set from CSV: three columns, x, y and label, separated by commas, semicolons or tabs. A
 * first line with names may put them in another order. Labels that are words become class numbers,
 * in the order in which they first appear.
 *
 * @throws PancakeError naming the line, if something cannot be read
 */
export function fromCSV(text: string, options: PointsOptions = {}): Dataset {
  ensure(typeof text === 'string', () => `fromCSV got ${show(text)}; it takes text`);
  const lines = linesOf(text);
  ensure(lines.length > 0, () => 'fromCSV got no text; it needs lines of x, y and label');
  const { points, errors } = readCSV(text, options);
  const [error] = errors;
  if (error?.problem.kind === 'onlyHeader') {
    throw new PancakeError('fromCSV found a header but no points below it');
  }
  ensure(!error, () => `line ${error!.line}: ${error!.message}`);
  return fromPoints(points, options);
}

/**
 * The points of a data set as CSV: a header, then a line `x,y,label` for each. Every number is
 * written with as many digits as give back its very bits, by `fromCSV` or any other reader.
 *
 * A name that a spreadsheet would take for a formula is written with an apostrophe before it, as
 * spreadsheets themselves do; `readCSV` takes it away again.
 *
 * @param options.classNames what to write in place of the class numbers; a class without a name
 *   keeps its number
 * @throws PancakeError if the data has no x and y, or two classes have one name
 */
export function toCSV(
  { x, y, task }: Dataset,
  { classNames = [] }: { classNames?: readonly string[] } = {},
): string {
  ensure(x.shape[1] === 2, () => `toCSV got points of ${x.shape[1]} inputs; it writes x and y`);
  const names = task === 'regression' ? [] : classNames.map(oneLine);
  const used = names.filter((name) => name !== '');
  ensure(
    new Set(used).size === used.length,
    () => `toCSV got classNames = ${show([...classNames])}; each class needs a name of its own`,
  );
  // Read back, names that all are numbers would be taken for the class numbers.
  const areWords = used.some((name) => Number.isNaN(toNumber(name)));
  const lines = ['x,y,label'];
  for (let i = 0; i < y.size; i++) {
    const label = y.data[i]!;
    const name = areWords ? names[label] : undefined;
    lines.push(
      `${digits(x.data[2 * i]!)},${digits(x.data[2 * i + 1]!)},${name ? quoted(name) : digits(label)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

interface Line {
  number: number;
  line: string;
}
type Places = Record<'x' | 'y' | 'label', number>;
type Splitter = (line: string) => string[];

function failed(line: number, problem: CSVProblem, message = messageOf(problem)): CSVContents {
  return { points: [], classNames: [], errors: [{ line, message, problem }] };
}

function messageOf(problem: CSVProblem): string {
  switch (problem.kind) {
    case 'missing':
      return `the ${problem.column} is missing; a line is x, y and label`;
    case 'notANumber':
      return `"${problem.cell}" is not a number`;
    case 'columns':
      return `the columns are ${problem.names.join(', ')}; they must be named x, y and label`;
    case 'noText':
      return 'there is no text; it needs lines of x, y and label';
    case 'onlyHeader':
      return 'there is a header but no points below it';
  }
}

function linesOf(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ number: i + 1, line: line.trim() }))
    .filter(({ line }) => line !== '');
}

function readRows(
  rows: readonly Line[],
  cells: Splitter,
  place: Places,
  { task }: PointsOptions,
): CSVContents {
  const areClasses =
    task !== 'regression' &&
    rows.some(({ line }) => Number.isNaN(toNumber(cells(line)[place.label] ?? '0')));
  const classes = new Map<string, number>();
  const points: LabelledPoint[] = [];
  const errors: CSVError[] = [];
  for (const { number, line } of rows) {
    const row = cells(line);
    const problem = (['x', 'y', 'label'] as const)
      .map((name) => problemOf(name, row[place[name]], areClasses))
      .find((one) => one !== null);
    if (problem) {
      errors.push({ line: number, message: messageOf(problem), problem });
      continue;
    }
    const word = row[place.label]!;
    if (areClasses && !classes.has(word)) classes.set(word, classes.size);
    points.push({
      x: toNumber(row[place.x]!),
      y: toNumber(row[place.y]!),
      label: areClasses ? classes.get(word)! : toNumber(word),
    });
  }
  return { points, classNames: [...classes.keys()].map(withoutApostrophe), errors };
}

function problemOf(
  name: keyof Places,
  cell: string | undefined,
  areClasses: boolean,
): CSVProblem | null {
  if (cell === undefined || cell === '') return { kind: 'missing', column: name };
  if (name === 'label' && areClasses) return null;
  return Number.isFinite(toNumber(cell)) ? null : { kind: 'notANumber', cell };
}

// The columns by name, if the first line is names; words in the first two columns mean that it is.
// A problem says what is wrong with them.
function headerOf(cells: string[]): Places | (CSVProblem & { kind: 'columns' }) | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const places = {
    x: names.indexOf('x'),
    y: names.indexOf('y'),
    label: names.findIndex((name) => ['label', 'class', 'target'].includes(name)),
  };
  if (places.x >= 0 && places.y >= 0 && places.label >= 0) return places;
  if (!Number.isNaN(toNumber(cells[0] ?? '')) || !Number.isNaN(toNumber(cells[1] ?? '')))
    return null;
  return { kind: 'columns', names: cells };
}

// How this text's lines come apart, by its first one.
function splitter(first: string): Splitter {
  const separator = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
  // A cell in quotes may hold the separator, and quotes that are written twice.
  const cell = new RegExp(
    `\\s*"((?:[^"]|"")*)"\\s*(?:${separator}|$)|([^${separator}]*)(?:${separator}|$)`,
    'y',
  );
  return (line) => {
    if (!line.includes('"')) return line.split(separator).map((part) => part.trim());
    const cells: string[] = [];
    for (cell.lastIndex = 0; cell.lastIndex < line.length;) {
      const [whole, inQuotes, plain] = cell.exec(line)!;
      cells.push((inQuotes?.replaceAll('""', '"') ?? plain!).trim());
      if (cell.lastIndex === line.length && whole.endsWith(separator)) cells.push('');
    }
    return cells;
  };
}

function toNumber(cell: string): number {
  return cell === '' ? NaN : Number(cell);
}

// The shortest digits that give back the number's bits; String leaves out the sign of −0.
function digits(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

const formula = /^'*[=+\-@]/;

function quoted(name: string): string {
  const harmless = formula.test(name) ? `'${name}` : name;
  return /[",;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function withoutApostrophe(name: string): string {
  return name.startsWith("'") && formula.test(name) ? name.slice(1) : name;
}
