// Which numbers can be changed in a sentence, how far a step goes, and what may not be set.
import { ensure, show } from '../../engine';
import type { Trainer } from '../../trainer';

/** How a number is moved. */
export interface Edit {
  /** Steps add the same amount, or multiply by the same factor. */
  moves: 'evenly' | 'by factors';
  /** The amount, or the factor. */
  step: number;
  min: number;
  max: number;
  isWhole?: boolean;
  /** Set only when it is let go, since each change makes another model or run. */
  whenReleased?: boolean;
  /** About how many characters it takes. */
  characters: number;
  /** Whether the number means something for this run. */
  applies?: (trainer: Trainer) => boolean;
}

const perDecade = 10 ** 0.1;
const rate: Edit = { moves: 'by factors', step: perDecade, min: 0, max: Infinity, characters: 5 };
const seed: Edit = {
  moves: 'evenly',
  step: 1,
  min: 0,
  max: Infinity,
  isWhole: true,
  characters: 2,
};
const isDrawn = ({ options }: Trainer) => typeof options.data !== 'object';

/** The options that can be changed, by name. */
export const edits = {
  learningRate: rate,
  batchSize: { ...seed, min: 1, characters: 2 },
  l1: rate,
  l2: rate,
  dropout: {
    ...{ moves: 'evenly', step: 0.05, min: 0, max: 0.95, characters: 4, whenReleased: true },
    applies: ({ architecture }) => !!architecture?.hidden.length,
  },
  points: { ...seed, step: 10, min: 10, characters: 3, applies: isDrawn },
  noise: { moves: 'evenly', step: 0.01, min: 0, max: 1, characters: 4, applies: isDrawn },
  speed: { ...rate, min: 0.1, characters: 3 },
  testRatio: { moves: 'evenly', step: 0.05, min: 0, max: 0.9, characters: 4, applies: isDrawn },
  dataSeed: { ...seed, applies: isDrawn },
  seed: { ...seed, whenReleased: true },
} satisfies Record<string, Edit>;

/** An option that can be changed in a sentence. */
export type EditableName = keyof typeof edits;

/** How a number of the model is moved. */
export const parameterEdit: Edit = {
  ...{ moves: 'evenly', step: 0.05, min: -Infinity, max: Infinity, characters: 6 },
};

/**
 * How an option is moved.
 *
 * @throws PancakeError if it is no option, but something that comes of a run
 */
export function editOf(of: unknown): Edit {
  ensure(
    typeof of === 'string' && Object.hasOwn(edits, of),
    () =>
      `Value got of = ${show(of)} with editable; what can be edited is ${Object.keys(edits).join(', ')}, or a number of the model such as { parameter: '0.weight', place: 0 }`,
  );
  return edits[of as EditableName];
}

// From nothing, a factor leads nowhere: below this a rate is 0, and from 0 it goes up to this.
const leastRate = 1e-5;

/** The number some steps up or down, within its limits. Parts of a step are finer. */
export function moved(edit: Edit, from: number, steps: number): number {
  const { moves, step, min, max, isWhole } = edit;
  if (steps === 0) return from;
  if (moves === 'evenly') {
    const amount = isWhole
      ? Math.sign(steps) * Math.max(1, Math.round(Math.abs(steps * step)))
      : steps * step;
    return clamp(Number((from + amount).toFixed(6)), min, max);
  }
  const finite = Number.isFinite(from) ? from : 1000;
  const isFine = !Number.isInteger(steps);
  const next = Number((Math.max(finite, leastRate) * step ** steps).toPrecision(isFine ? 3 : 2));
  if (from < leastRate) return clamp(steps > 0 ? leastRate : 0, min, max);
  return clamp(next < leastRate ? 0 : next, min, max);
}

/** How many pixels of a drag make a step. */
export function pixelsPerStep({ moves, step, min, max }: Edit): number {
  if (moves === 'by factors') return 10;
  const range = (max - min) / step;
  return Number.isFinite(range) ? clamp(200 / range, 2, 16) : 6;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
