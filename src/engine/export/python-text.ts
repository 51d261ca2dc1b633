// Python as text: numbers that read back to the same bits, and lists that keep within a line's length.
import type { Tensor } from '../tensor';

/** How long a line of code may be. */
const lineLength = 100;

/** How long a line of words may be: easier to read, and in a narrow column. */
const proseLength = 79;

/** A number as a Python float: the shortest text that reads back to the same bits. */
export function float(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text.replace('e+', 'e') : `${text}.0`;
}

/** A number as Python reads it, whole numbers without a point: `10`, `0.5`. */
export function number(value: number): string {
  return Number.isInteger(value) ? String(value) : float(value);
}

/** A Python list of texts and lists. */
export type Nested = string | readonly Nested[];

/** The values of a tensor as nested texts. */
export function nestedOf(
  { shape }: Pick<Tensor, 'shape'>,
  data: ArrayLike<number>,
  write = float,
): Nested {
  const at = (dimension: number, from: number, size: number): Nested => {
    if (dimension === shape.length) return write(data[from]!);
    const inner = size / shape[dimension]!;
    return Array.from({ length: shape[dimension]! }, (_, i) =>
      at(dimension + 1, from + i * inner, inner),
    );
  };
  return at(
    0,
    0,
    shape.reduce((n, m) => n * m, 1),
  );
}

/**
 * A list, broken into lines where it is too long for one. Goes on after `before`, which stands on the
 * first line, and leaves room there for `after`.
 */
export function list(value: Nested, before = '', after = '', indent = ''): string {
  const short = oneLine(value);
  if (
    typeof value === 'string' ||
    indent.length + before.length + short.length + after.length <= lineLength
  ) {
    return `${indent}${before}${short}${after}`;
  }
  const deeper = `${indent}    `;
  return [`${indent}${before}[`, ...fill(value, deeper), `${indent}]${after}`].join('\n');
}

// As many entries to a line as fit; an entry that is too long for a line is broken.
function fill(values: readonly Nested[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    if (line) lines.push(line);
    line = '';
  };
  for (const value of values) {
    const text = `${oneLine(value)},`;
    if (line && line.length + 1 + text.length <= lineLength) line += ` ${text}`;
    else {
      end();
      if (indent.length + text.length <= lineLength) line = indent + text;
      else lines.push(list(value, '', ',', indent));
    }
  }
  end();
  return lines;
}

function oneLine(value: Nested): string {
  return typeof value === 'string' ? value : `[${value.map(oneLine).join(', ')}]`;
}

/** A call with its arguments, one to a line where they do not fit on one: `before` ends with a bracket. */
export function call(before: string, given: readonly string[]): string {
  const short = `${before}${given.join(', ')})`;
  if (short.length <= lineLength) return short;
  return [before, ...indented(given.map((one) => `${one},`)), ')'].join('\n');
}

/** Lines, each one further in. */
export function indented(lines: readonly string[], by = '    '): string[] {
  return lines.map((line) => (line === '' ? line : by + line));
}

/** The name of an option as Python writes it: `negativeSlope` is `negative_slope`. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Words as lines of comment or text that keep within a line's length. */
export function wrap(text: string, before = ''): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= proseLength) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(before + word);
  }
  return lines;
}
