// Lane: one optimizer's way over a surface. Each step is computed once and kept, so that going back
// shows the same numbers.
import {
  NonFiniteError,
  Tensor,
  createOptimizer,
  ensure,
  show,
  type Optimizer,
  type OptimizerName,
  type OptimizerOptions,
  type OptimizerState,
} from '../engine';
import { Surface, surfaceInfo, type SurfaceName, type SurfacePoint } from './surfaces';

/** One optimizer of a race. */
export interface RaceEntry {
  /** What it is called; each name once. */
  name: string;
  optimizer: OptimizerName;
  /** The optimizer's own options, such as `{ momentum: 0.9 }`. */
  options?: Record<string, unknown>;
  /** @default one that suits the surface */
  learningRate?: number;
}

/** The optimizers that can be entered by name alone. */
export const raceEntries = {
  SGD: { name: 'SGD', optimizer: 'SGD' },
  Momentum: { name: 'Momentum', optimizer: 'SGD', options: { momentum: 0.9 } },
  Nesterov: { name: 'Nesterov', optimizer: 'SGD', options: { momentum: 0.9, nesterov: true } },
  RMSProp: { name: 'RMSProp', optimizer: 'RMSProp' },
  AdaGrad: { name: 'AdaGrad', optimizer: 'AdaGrad' },
  Adam: { name: 'Adam', optimizer: 'Adam' },
  AdamW: { name: 'AdamW', optimizer: 'AdamW' },
} as const satisfies Record<string, RaceEntry>;

/** The name of an optimizer that can be entered by name alone. */
export type RaceEntryName = keyof typeof raceEntries;

/** A point this far from zero has left for good: no surface is wider than a few units. */
export const farAway = 1e6;

const here = Tensor.zeros([1, 2]);
const one = Tensor.full([1, 1], 1);

/** One optimizer's way, as far as it has been computed. */
export class Lane {
  readonly name: string;
  /** The step at which it left for infinity, as far as is known; null if it did not. */
  divergedAt: number | null = null;
  /** Counts its beginnings: while it is the same, what was computed stays. */
  beginnings = 0;

  private readonly surface: Surface;
  private readonly optimizer: Optimizer;
  private readonly untouched: OptimizerState;
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;
  private readonly losses: Float64Array;
  private computed = -1;

  /**
   * @param steps how many steps it will take at most
   * @throws PancakeError if the optimizer is unknown, or an option is out of range
   */
  constructor(entry: RaceEntry, surface: SurfaceName, steps: number, learningRate: number) {
    this.name = entry.name;
    this.surface = new Surface(surface);
    const options: OptimizerOptions = { ...entry.options, lr: learningRate };
    this.optimizer = createOptimizer(entry.optimizer, this.surface, options);
    this.untouched = this.optimizer.saveState();
    this.xs = new Float64Array(steps + 1);
    this.ys = new Float64Array(steps + 1);
    this.losses = new Float64Array(steps + 1);
  }

  get learningRate(): number {
    return this.optimizer.lr;
  }

  /** Forgets the way and begins another one. */
  begin(start: SurfacePoint, learningRate: number): void {
    this.optimizer.lr = learningRate;
    this.optimizer.loadState(this.untouched);
    this.surface.point.data.set(start);
    this.divergedAt = null;
    this.computed = -1;
    this.beginnings++;
    if (!this.note()) this.divergedAt = 0;
  }

  /** Computes as far as this step; returns the last one that it reached. */
  reach(step: number): number {
    while (this.computed < step && this.divergedAt === null) {
      this.optimizer.zeroGrad();
      this.surface.backward(one);
      this.optimizer.step();
      if (!this.note()) this.divergedAt = this.computed + 1;
    }
    return Math.min(step, this.computed);
  }

  /** Where it was after a step that it has reached. */
  x(step: number): number {
    return this.xs[step]!;
  }
  y(step: number): number {
    return this.ys[step]!;
  }
  /** The loss there. */
  loss(step: number): number {
    return this.losses[step]!;
  }

  // Writes down where the point is now, unless it has left.
  private note(): boolean {
    const { point } = this.surface;
    const [x, y] = [point.data[0]!, point.data[1]!];
    if (!(Math.abs(x) <= farAway && Math.abs(y) <= farAway)) return false;
    try {
      const loss = this.surface.forward(here).data[0]!;
      const at = ++this.computed;
      this.xs[at] = x;
      this.ys[at] = y;
      this.losses[at] = loss;
      return true;
    } catch (error) {
      if (error instanceof NonFiniteError) return false;
      throw error;
    }
  }
}

/** An entry in full. */
export function resolveEntry(given: RaceEntryName | RaceEntry): RaceEntry {
  if (typeof given !== 'string') return given;
  ensure(
    Object.hasOwn(raceEntries, given),
    () =>
      `optimizers has ${show(given)}; a name must be one of ${Object.keys(raceEntries).join(', ')}`,
  );
  return raceEntries[given];
}

/** The learning rate that suits an entry on a surface. */
export function suitableRate({ optimizer, options }: RaceEntry, surface: SurfaceName): number {
  const { rates } = surfaceInfo(surface);
  const kind = optimizer.toLowerCase();
  if (kind === 'sgd') return options?.['momentum'] ? rates.momentum : rates.plain;
  if (kind === 'rmsprop') return rates.rmsprop;
  return kind === 'adagrad' ? rates.adagrad : rates.adam;
}
