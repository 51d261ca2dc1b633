// A reader's function as a table: its values and slopes, so close together that a cubic between two
// of them is the function, to nine digits. Bends and jumps get as many entries as they need.
import { PancakeError } from '../../../engine';
import type { Numbers, Program } from '../../../sandbox';
import { callLayer } from '../checks/slopes';
import { flat, shapeOf } from '../checks/lists';

interface Entry {
  x: number;
  value: number;
  slope: number;
}

/** A reader's function that gives no number somewhere. */
export class NoNumberError extends PancakeError {
  constructor(
    readonly layer: string,
    readonly what: 'value' | 'slope',
    readonly number: number,
    readonly at: number,
  ) {
    super(`${layer} has the ${what} ${number} at ${at}; it must be a number everywhere`);
  }
}

const accuracy = 1e-9;
// A jump has no cubic: below this width it is one.
const narrowest = 1e-9;
const mostEntries = 40_000;

/** A function of one number that is known from its table. */
export class FunctionTable {
  private constructor(private readonly entries: readonly Entry[]) {}

  /**
   * Asks the sandbox for the function between -reach and reach.
   *
   * @param name of a layer of the program that treats every number by itself
   * @throws SandboxError if the code throws or does not end
   * @throws NoNumberError if it gives no number somewhere
   */
  static async of(program: Program, name: string, reach: number): Promise<FunctionTable> {
    const ask = (xs: readonly number[]) => lookUp(program, name, xs);
    let entries = await ask(Array.from({ length: 257 }, (_, i) => reach * (i / 128 - 1)));
    let open = entries.slice(1).map((_, i) => i);
    while (open.length && entries.length < mostEntries) {
      const middles = await ask(open.map((i) => (entries[i]!.x + entries[i + 1]!.x) / 2));
      const halved = new Map(open.map((i, at) => [i, middles[at]!]));
      const next: Entry[] = [];
      const still: number[] = [];
      entries.forEach((entry, i) => {
        next.push(entry);
        const middle = halved.get(i);
        if (!middle) return;
        const above = entries[i + 1]!;
        const known = between(entry, above, middle.x);
        const right =
          Math.abs(known.value - middle.value) <= accuracy * Math.max(1, Math.abs(middle.value)) &&
          Math.abs(known.slope - middle.slope) <= 1e-6 * Math.max(1, Math.abs(middle.slope));
        next.push(middle);
        if (!right && above.x - entry.x > narrowest) still.push(next.length - 2, next.length - 1);
      });
      entries = next;
      open = still;
    }
    return new FunctionTable(entries);
  }

  value(x: number): number {
    return this.at(x).value;
  }

  slope(x: number): number {
    return this.at(x).slope;
  }

  // Beyond its ends the function goes on straight.
  private at(x: number): { value: number; slope: number } {
    const { entries } = this;
    let low = 0;
    let high = entries.length - 1;
    const end =
      x <= entries[low]!.x ? entries[low]! : x >= entries[high]!.x ? entries[high]! : null;
    if (end) return { value: end.value + end.slope * (x - end.x), slope: end.slope };
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (entries[middle]!.x <= x) low = middle;
      else high = middle;
    }
    return between(entries[low]!, entries[high]!, x);
  }
}

/** The cubic of Hermite through two entries and their slopes, and its slope. */
function between(a: Entry, b: Entry, x: number): { value: number; slope: number } {
  const width = b.x - a.x;
  const t = (x - a.x) / width;
  const rise = (b.value - a.value) / width;
  const bendA = a.slope - rise;
  const bendB = rise - b.slope;
  const s = 1 - t;
  return {
    value: a.value + t * (b.value - a.value) + width * t * s * (s * bendA + t * bendB),
    slope: rise + (s - t) * (s * bendA + t * bendB) + t * s * (bendB - bendA),
  };
}

async function lookUp(program: Program, name: string, xs: readonly number[]): Promise<Entry[]> {
  const x = xs.map((v) => [v]);
  const answers = await callLayer(program, { name, args: [], values: {} }, [
    { call: 'forward', given: x },
    { call: 'backward', given: xs.map(() => [1]) },
  ]);
  const [values, slopes] = answers.map(({ result }) =>
    shapeOf(result)?.length === 2 ? flat(result as Numbers) : [],
  );
  return xs.map((at, i) => {
    const value = values![i]!;
    const slope = slopes![i]!;
    if (!Number.isFinite(value) || !Number.isFinite(slope)) {
      throw Number.isFinite(value)
        ? new NoNumberError(name, 'slope', slope, at)
        : new NoNumberError(name, 'value', value, at);
    }
    return { x: at, value, slope };
  });
}
