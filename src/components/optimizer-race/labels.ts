// The words of the optimizer race.
import { formatCount, formatNumber, formatShort } from '../../a11y';
import type { LaneState, RaceSnapshot, SurfaceName, SurfacePoint } from '../../trainer';

/** What the optimizer race says; any of it can be replaced. */
export interface OptimizerRaceLabels {
  heading: string;
  /** The surfaces by name. */
  surfaces: Readonly<Record<SurfaceName, string>>;
  surface: string;
  play: string;
  pause: string;
  replay: string;
  step: string;
  reset: string;
  /** The bar that goes through the steps. */
  scrub: string;
  /** Where the race is. */
  progress: (step: number, steps: number) => string;
  speed: string;
  stepsPerSecond: (speed: number) => string;
  /** What the handle at the start is called. */
  start: string;
  startSpoken: (start: SurfacePoint, loss: number) => string;
  /** Beside the handle. */
  startMark: string;
  minimum: string;
  localMinimum: string;
  /** The table, and its columns. */
  table: string;
  optimizer: string;
  learningRate: string;
  learningRateOf: (name: string) => string;
  loss: string;
  distance: string;
  /** The one that is nearest to the minimum. */
  nearest: string;
  notARate: string;
  /** The button that shows or hides an optimizer. */
  toggle: (name: string) => string;
  /** In the table, for one that left for infinity. */
  diverged: (step: number) => string;
  /** At the end of its path. */
  divergedPath: (name: string) => string;
  /** How to read the picture. */
  caption: string;
  /** What the figure shows, for those who cannot see it. */
  description: (race: RaceSnapshot, shown: readonly LaneState[]) => string;
  /** Said at the end. */
  announce: (race: RaceSnapshot, shown: readonly LaneState[]) => string;
  /** The same about one of several races on a page, by its number from 1. */
  ofRace: (number: number, surface: SurfaceName, sentence: string) => string;
}

/** The one nearest to a minimum; null if all have diverged. */
export function nearestOf(lanes: readonly LaneState[]): LaneState | null {
  const going = lanes.filter(({ divergedAt }) => divergedAt === null);
  return going.reduce<LaneState | null>(
    (best, lane) => (best && best.distance <= lane.distance ? best : lane),
    null,
  );
}

function standing(shown: readonly LaneState[]): string {
  const nearest = nearestOf(shown);
  const leader = nearest
    ? `${nearest.name} is nearest to the minimum, ${formatNumber(nearest.distance)} away`
    : 'no optimizer is near the minimum';
  const lost = shown
    .filter(({ divergedAt }) => divergedAt !== null)
    .map(({ name, divergedAt }) => `; ${name} diverged at step ${formatCount(divergedAt!)}`);
  return `${leader}${lost.join('')}.`;
}

const surfaces: Readonly<Record<SurfaceName, string>> = {
  bowl: 'Bowl',
  ravine: 'Ravine',
  saddle: 'Saddle',
  rosenbrock: 'Rosenbrock’s banana',
  twoValleys: 'Two valleys',
};

export const defaultLabels: OptimizerRaceLabels = {
  heading: 'Optimizer race',
  surfaces,
  surface: 'Surface',
  play: 'Play',
  pause: 'Pause',
  replay: 'Replay',
  step: 'Step',
  reset: 'Reset',
  scrub: 'Step of the race',
  progress: (step, steps) => `step ${formatCount(step)} of ${formatCount(steps)}`,
  speed: 'Speed',
  stepsPerSecond: (speed) => `${formatShort(speed)} steps/s`,
  start: 'Starting point; the arrow keys move it',
  startSpoken: ([x, y], loss) =>
    `x ${formatShort(x)}, y ${formatShort(y)}, loss ${formatNumber(loss)}`,
  startMark: 'start',
  minimum: 'minimum',
  localMinimum: 'local minimum',
  table: 'The optimizers at this step',
  optimizer: 'Optimizer',
  learningRate: 'Learning rate',
  learningRateOf: (name) => `Learning rate of ${name}`,
  loss: 'Loss f',
  distance: 'To minimum',
  nearest: 'nearest',
  notARate: 'A learning rate is a number of at least 0.',
  toggle: (name) => name,
  diverged: (step) => `diverged at step ${formatCount(step)}`,
  divergedPath: (name) => `${name} diverged`,
  caption:
    'All begin at the same point, on the same loss: lines join points of equal loss, the cross is where it is lowest. A path has a dot every ten steps. Drag the start, or click where it should be.',
  description: ({ step, steps, surface }, shown) =>
    `${surfaces[surface]}, step ${formatCount(step)} of ${formatCount(steps)}: ${standing(shown)}`,
  announce: ({ status, step }, shown) =>
    status === 'done' ? `After ${formatCount(step)} steps ${standing(shown)}` : '',
  ofRace: (number, surface, sentence) =>
    `Race ${formatCount(number)}, ${surfaces[surface]}: ${sentence}`,
};
