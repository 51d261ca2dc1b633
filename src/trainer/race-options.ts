// What may be said of a race, and what is wrong with it; and what a race says of itself.
import { ensure, show } from '../engine';
import { farAway, resolveEntry, suitableRate, type RaceEntry, type RaceEntryName } from './lane';
import { surfaceInfo, type SurfaceName, type SurfacePoint } from './surfaces';

/** The options of a race. */
export interface RaceOptions {
  /** @default 'ravine' */
  surface?: SurfaceName;
  /** @default ['SGD', 'Momentum', 'RMSProp', 'Adam'] */
  optimizers?: readonly (RaceEntryName | RaceEntry)[];
  /** Where all begin. @default one that suits the surface */
  start?: SurfacePoint;
  /** How many steps the race goes. From 1 to 5000. @default 200 */
  steps?: number;
  /** Learning rates by the optimizers' names; they go before those of the entries. */
  learningRates?: Readonly<Record<string, number>>;
  /** How many steps a second while it plays. @default 30 */
  speed?: number;
  /** How many steps are taken together while it plays: more than 1 shows states, not motion. @default 1 */
  stride?: number;
  /** The step at which the race is first shown, on a server as in a browser. Read once. @default 0 */
  posterStep?: number;
}

/** Where a race is. */
export type RaceStatus = 'idle' | 'running' | 'paused' | 'done';

/** One optimizer at one step. */
export interface LaneState {
  name: string;
  learningRate: number;
  /** Where it is; once it has diverged, where it last was. */
  x: number;
  y: number;
  loss: number;
  /** How far it is from the nearest minimum. */
  distance: number;
  /** The step at which it left for infinity, if that lies behind. */
  divergedAt: number | null;
}

/** A race at one moment; never changed. */
export interface RaceSnapshot {
  status: RaceStatus;
  step: number;
  steps: number;
  surface: SurfaceName;
  start: SurfacePoint;
  speed: number;
  lanes: readonly LaneState[];
}

/** What holds where nothing is said. */
export const defaults = {
  surface: 'ravine',
  optimizers: ['SGD', 'Momentum', 'RMSProp', 'Adam'],
  steps: 200,
  speed: 30,
  stride: 1,
} as const;

/**
 * What decides how many ways there are, and on what.
 *
 * @throws PancakeError if one of these options makes no sense
 */
export function checkRoute(options: RaceOptions) {
  const { surface = defaults.surface, steps = defaults.steps } = options;
  surfaceInfo(surface);
  ensure(
    Number.isInteger(steps) && steps >= 1 && steps <= 5000,
    () => `steps is ${show(steps)}; it must be a whole number from 1 to 5000`,
  );
  const { posterStep = 0 } = options;
  ensure(
    Number.isInteger(posterStep) && posterStep >= 0 && posterStep <= steps,
    () =>
      `posterStep is ${show(posterStep)}; it must be a whole number from 0 to ${steps}, the steps`,
  );
  const entries = (options.optimizers ?? defaults.optimizers).map(resolveEntry);
  const names = entries.map(({ name }) => name);
  ensure(entries.length > 0, () => 'optimizers is empty; a race needs one at least');
  ensure(
    new Set(names).size === names.length,
    () => `optimizers has a name twice, in ${names.join(', ')}; each needs a name of its own`,
  );
  return { surface, steps, entries };
}

/**
 * Where all begin, and how fast each of them learns.
 *
 * @throws PancakeError if the start or a learning rate makes no sense
 */
export function checkBeginning(options: RaceOptions, entries: readonly RaceEntry[]) {
  const surface = options.surface ?? defaults.surface;
  const start = options.start ?? surfaceInfo(surface).start;
  ensure(
    start.length === 2 && start.every((value) => Math.abs(value) <= farAway),
    () => `start is ${show(start)}; it must be two finite numbers, [x, y]`,
  );
  const rates = entries.map((entry) => rateOf(entry, surface, options));
  rates.forEach((rate, i) =>
    ensure(
      typeof rate === 'number' && rate >= 0 && rate < Infinity,
      () =>
        `the learning rate of ${entries[i]!.name} is ${show(rate)}; it must be a finite number of at least 0`,
    ),
  );
  return { start, rates };
}

/** An entry's learning rate: that of the race, its own, or one that suits the surface. */
export function rateOf(
  entry: RaceEntry,
  surface: SurfaceName,
  { learningRates }: RaceOptions,
): number {
  return learningRates?.[entry.name] ?? entry.learningRate ?? suitableRate(entry, surface);
}
