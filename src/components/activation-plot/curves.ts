// The numbers of the plot, all of them from the engine: a layer's values, and what its backward
// makes of a gradient of 1.
import { Tensor, type Layer } from '../../engine';

/** f(x) and f′(x) at one place. */
export interface CurvePoint {
  value: number;
  slope: number;
}

/** A function and its slope over a domain. */
export interface Curves {
  xs: Float64Array;
  values: Float64Array;
  slopes: Float64Array;
  jumps: readonly Jump[];
}

/** A place where the slope, or the function itself, jumps. */
export interface Jump {
  x: number;
  /** Just left of it, just right of it, and there. */
  before: CurvePoint;
  after: CurvePoint;
  there: CurvePoint;
}

/** Evaluates one layer, without disturbing what it remembers. */
export class Evaluator {
  private readonly view: Layer;

  constructor(layer: Layer) {
    this.view = layer.view();
  }

  /** The values and slopes at these places; the arrays are the caller's. */
  at(xs: ArrayLike<number>): { values: Float64Array; slopes: Float64Array } {
    const given = new Tensor(Float64Array.from(xs), [xs.length, 1]);
    const values = this.view.forward(given).data.slice();
    const slopes = this.view.backward(Tensor.full([xs.length, 1], 1)).data.slice();
    return { values, slopes };
  }

  /** The same at one place. */
  point(x: number): CurvePoint {
    const { values, slopes } = this.at([x]);
    return { value: values[0]!, slope: slopes[0]! };
  }

  /** The whole of a domain, at so many places at equal distances. */
  curves(from: number, to: number, count: number): Curves {
    const xs = Float64Array.from(
      { length: count },
      (_, i) => from + ((to - from) * i) / (count - 1),
    );
    const { values, slopes } = this.at(xs);
    return { xs, values, slopes, jumps: this.findJumps(xs, values, slopes) };
  }

  // Where neighbours differ by much, halves the way between them again and again: what is still as
  // large on no way at all is a jump; a steep stretch has become flat.
  private findJumps(xs: Float64Array, values: Float64Array, slopes: Float64Array): Jump[] {
    const jumps: Jump[] = [];
    const least = 1e-3 * Math.max(reach(values), reach(slopes));
    for (let i = 0; i + 1 < xs.length; i++) {
      const rise = Math.abs(values[i + 1]! - values[i]!);
      const bend = Math.abs(slopes[i + 1]! - slopes[i]!);
      // A function changes by its slope times the way; beyond that, something is wrong with it.
      const leap =
        rise - 2 * Math.max(Math.abs(slopes[i]!), Math.abs(slopes[i + 1]!)) * (xs[i + 1]! - xs[i]!);
      if (!(bend > least || leap > least)) continue;
      const jump = this.closeIn(xs[i]!, xs[i + 1]!, Math.max(bend, leap) / 2);
      // A jump that falls on a place is seen from both sides.
      if (jump && jump.x !== jumps.at(-1)?.x) jumps.push(jump);
    }
    return jumps;
  }

  private closeIn(from: number, to: number, least: number): Jump | null {
    let [low, high] = [from, to];
    let [below, above] = [this.point(low), this.point(high)];
    for (let halving = 0; halving < 40; halving++) {
      const middle = (low + high) / 2;
      const between = this.point(middle);
      if (apart(below, between) >= apart(between, above)) [high, above] = [middle, between];
      else [low, below] = [middle, between];
      if (apart(below, above) < least) return null;
    }
    // A kink is at a number that somebody wrote down.
    const round = Number(((low + high) / 2).toFixed(9)) + 0;
    return { x: round, before: below, after: above, there: this.point(round) };
  }
}

const apart = (a: CurvePoint, b: CurvePoint) =>
  Math.max(Math.abs(a.value - b.value), Math.abs(a.slope - b.slope));

function reach(numbers: Float64Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return high - low;
}
