// Data from CSV text, with errors that name the line.
import { PancakeError, ensure, show } from '../errors';
import type { Dataset } from './dataset';
import { fromPoints, type LabelledPoint, type PointsOptions } from './points';

/**
 * A data set from CSV: three columns, x, y and label, separated by commas, semicolons or tabs. A
 * first line with names may put them in another order. Labels that are words become class numbers,
 * in the order in which they first appear.
 *
 * @throws PancakeError naming the line, if something cannot be read
 */
export function fromCSV(text: string, options: PointsOptions = {}): Dataset {
  ensure(typeof text === 'string', () => `fromCSV got ${show(text)}; it takes text`);
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ number: i + 1, line: line.trim() }))
    .filter(({ line }) => line !== '');
  ensure(lines.length > 0, () => 'fromCSV got no text; it needs lines of x, y and label');

  const separator = ['\t', ';', ','].find((mark) => lines[0]!.line.includes(mark)) ?? ',';
  const cells = (line: string) =>
    line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

  const columns = headerOf(cells(lines[0]!.line));
  const rows = columns ? lines.slice(1) : lines;
  ensure(rows.length > 0, () => 'fromCSV found a header but no points below it');
  const place = columns ?? { x: 0, y: 1, label: 2 };

  const classes = new Map<string, number>();
  const hasWords = rows.some(({ line }) => Number.isNaN(toNumber(cells(line)[place.label] ?? '0')));
  const points = rows.map(({ number, line }): LabelledPoint => {
    const row = cells(line);
    const read = (name: 'x' | 'y' | 'label') => {
      const cell = row[place[name]];
      if (cell === undefined || cell === '') {
        throw new PancakeError(`line ${number}: the ${name} is missing; a line is x, y and label`);
      }
      return cell;
    };
    const finite = (name: 'x' | 'y' | 'label') => {
      const value = toNumber(read(name));
      ensure(Number.isFinite(value), () => `line ${number}: "${read(name)}" is not a number`);
      return value;
    };
    const classOf = (word: string) => {
      if (!classes.has(word)) classes.set(word, classes.size);
      return classes.get(word)!;
    };
    return {
      x: finite('x'),
      y: finite('y'),
      label: hasWords && options.task !== 'regression' ? classOf(read('label')) : finite('label'),
    };
  });
  return fromPoints(points, options);
}

type Places = Record<'x' | 'y' | 'label', number>;

// The columns by name, if the first line is names; words in the first two columns mean that it is.
function headerOf(cells: string[]): Places | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const places = {
    x: names.indexOf('x'),
    y: names.indexOf('y'),
    label: names.findIndex((name) => ['label', 'class', 'target'].includes(name)),
  };
  if (places.x >= 0 && places.y >= 0 && places.label >= 0) return places;
  if (!Number.isNaN(toNumber(cells[0] ?? '')) || !Number.isNaN(toNumber(cells[1] ?? '')))
    return null;
  throw new PancakeError(
    `line 1: the columns are ${cells.join(', ')}; they must be named x, y and label`,
  );
}

function toNumber(cell: string): number {
  return cell === '' ? NaN : Number(cell);
}
