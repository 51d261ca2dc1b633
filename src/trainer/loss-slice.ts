// A slice of the loss through two numbers of a model: what it would be if just these two were others.
import { ensure, show, type Sequential } from '../engine';
import { LossOfTwo, type LossSource } from './loss-of-two';
import type { ParameterPlace } from './parameter-place';
import { mostWork } from './poster';
import { workOfPass } from './work';

/** What to cut, and how finely. */
export interface LossSliceOptions {
  /** The number that changes from left to right. */
  a: ParameterPlace;
  /** The number that changes from bottom to top. */
  b: ParameterPlace;
  /** From where to where each of them goes. */
  ranges: { a: readonly [number, number]; b: readonly [number, number] };
  /** How many cells the finest picture has each way. @default 48 */
  n?: number;
}

// A picture that is computed at once has so many cells each way at most, and costs half of what the
// training of a poster may.
const atOnce = { side: 24, work: mostWork / 2 };

// The coarsest picture has about this many cells each way, and each finer one twice as many.
const coarsest = 6;

/**
 * The loss over all training data on a grid of cells, in each of which two numbers of the model have
 * the values of the cell's centre, and all others those of one moment of the run. Pictures come
 * coarse to fine, and each is whole. The run goes on undisturbed: the numbers are exchanged while
 * cells are computed, and put back before anybody else can look.
 */
export class LossSlice {
  /** The model that is cut. */
  readonly of: Sequential;
  readonly a: ParameterPlace;
  readonly b: ParameterPlace;
  readonly ranges: LossSliceOptions['ranges'];
  /** How many cells the finest picture has each way. */
  readonly n: number;

  /** How many cells the picture has each way; 0 until there is one. */
  side = 0;
  /** The loss in each cell, row by row from the top; Infinity where it is not finite. */
  values = new Float64Array(0);
  /** Counts the pictures. */
  version = 0;

  private readonly loss: LossOfTwo;
  private readonly sides: readonly number[];
  // The level in work, or -1, and the next cell of it.
  private level = -1;
  private next = 0;
  private work = new Float64Array(0);
  private spare = new Float64Array(0);
  // How many cells could be computed before time was up.
  private pace = Infinity;

  private seen = -1;
  private isStale = true;

  /**
   * @param source the run; a `Trainer` is one
   * @throws PancakeError if the model has no such numbers, they are the same one, a range is not
   *   one, or n is not a whole number of at least 2
   */
  constructor(
    private readonly source: LossSource,
    { a, b, ranges, n = 48 }: LossSliceOptions,
  ) {
    ensure(
      Number.isInteger(n) && n >= 2,
      () => `LossSlice got n = ${show(n)}; it must be a whole number of at least 2`,
    );
    for (const name of ['a', 'b'] as const) checkRange(name, ranges[name]);
    this.of = source.model;
    this.loss = new LossOfTwo(source, a, b);
    [this.a, this.b, this.ranges, this.n] = [a, b, ranges, n];
    this.sides = sidesUpTo(n);
  }

  /** The two numbers as they are now. */
  get here(): readonly [a: number, b: number] {
    return this.loss.here;
  }

  /** Whether the picture is of the finest, and of the run as it is now. */
  get isFinished(): boolean {
    this.notice();
    return !this.isStale && this.side === this.n && this.level < 0;
  }

  /**
   * Computes cells until time is up or there is nothing more to do. Returns whether there is.
   *
   * @param outOfTime asked after each cell
   * @param moving whether the run goes on: then a picture of one moment is finished before the next
   *   is begun, and it is not of the finest
   */
  advance(outOfTime: () => boolean, moving = false): boolean {
    if (this.source.model !== this.of) return false;
    this.notice();
    const goesOn = moving && this.level >= 0 && this.loss.isSameTask;
    if (this.isStale && !goesOn) this.freeze(moving);
    if (this.level < 0 && !moving) this.refine();
    if (this.level >= 0) this.compute(outOfTime, moving);
    return this.level >= 0;
  }

  /**
   * Computes one picture at once, for where there are no frames: as fine as its work allows, or none
   * at all.
   */
  computeAtOnce(): void {
    const cells = atOnce.work / workOfPass(this.of, this.source.data.x.shape[0]!);
    const level = this.sides.findLastIndex((s) => s <= atOnce.side && s * s <= cells);
    if (level < 0) return;
    this.notice();
    this.freeze(true);
    this.begin(level);
    this.compute(() => false, true);
  }

  /**
   * The loss if the two numbers had these values, and all others those of now; Infinity where it is
   * not finite.
   */
  lossAt(a: number, b: number): number {
    return this.loss.at(a, b);
  }

  /**
   * The gradient of the loss by the two numbers where they are now, by central differences.
   *
   * @param step how far each number is moved, up and down
   */
  gradient(step = 1e-4): [a: number, b: number] {
    const [a, b] = this.here;
    const slope = (da: number, db: number) =>
      (this.lossAt(a + da, b + db) - this.lossAt(a - da, b - db)) / (2 * step);
    return [slope(step, 0), slope(0, step)];
  }

  // Whether anything but the two numbers is another than in the picture.
  private notice(): void {
    const { weightsVersion } = this.source;
    if (weightsVersion === this.seen && this.loss.isSameTask) return;
    this.seen = weightsVersion;
    this.isStale = !this.loss.isSame;
  }

  private freeze(moving: boolean): void {
    this.loss.freeze();
    this.isStale = false;
    this.begin(this.side === 0 ? 0 : this.firstLevel(moving));
  }

  // Coarse enough to be there soon.
  private firstLevel(moving: boolean): number {
    const frames = moving ? 2 : 4;
    const most = Math.max(0, this.sides.length - (moving ? 2 : 1));
    let level = Math.min(1, most);
    while (level < most && this.sides[level + 1]! ** 2 <= frames * this.pace) level++;
    return level;
  }

  private refine(): void {
    const finer = this.sides.findIndex((side) => side > this.side);
    if (finer >= 0) this.begin(finer);
  }

  private begin(level: number): void {
    const size = this.sides[level]! ** 2;
    this.level = level;
    this.next = 0;
    this.work = this.spare.length === size ? this.spare : new Float64Array(size);
  }

  private compute(outOfTime: () => boolean, moving: boolean): void {
    this.loss.whileFrozen((lossAt) => {
      for (let cells = 1; this.level >= 0; cells++) {
        const side = this.sides[this.level]!;
        this.work[this.next] = lossAt(...this.centre(this.next, side));
        if (++this.next === side * side) this.show(side, moving);
        if (!outOfTime()) continue;
        this.pace = cells;
        break;
      }
    });
  }

  private show(side: number, moving: boolean): void {
    this.spare = this.values;
    this.values = this.work;
    this.side = side;
    this.version++;
    this.level = -1;
    if (!moving) this.refine();
  }

  private centre(cell: number, side: number): [number, number] {
    const { a, b } = this.ranges;
    const column = cell % side;
    const row = (cell - column) / side;
    return [
      a[0] + ((column + 0.5) / side) * (a[1] - a[0]),
      b[1] - ((row + 0.5) / side) * (b[1] - b[0]),
    ];
  }
}

function checkRange(name: string, range: readonly [number, number]): void {
  ensure(
    Number.isFinite(range[0]) && Number.isFinite(range[1]) && range[0] < range[1],
    () =>
      `LossSlice got ${show(range)} as the range of ${name}; it must be two finite numbers, the lower one first`,
  );
}

// n, its half, its quarter and so on, the smallest first.
function sidesUpTo(n: number): number[] {
  const sides = [n];
  while (sides[0]! >= 2 * coarsest) sides.unshift(Math.ceil(sides[0]! / 2));
  return sides;
}
