// Prediction: what a reader commits to, and how it compares with what is so.

/** One of several answers. */
export interface Choice {
  value: string;
  label: string;
}

/** The axes of a curve to be sketched: a loss over epochs. */
export interface Sketch {
  /** The last epoch. */
  epochs: number;
  /** The largest loss; the smallest is 0. */
  max: number;
}

/** What a reader committed to. `isRight` is null where there is no right answer. */
export type Prediction =
  | { kind: 'number'; value: number; isRight: boolean | null }
  | { kind: 'choice'; value: string; isRight: boolean | null }
  /** Losses at evenly spaced epochs, the first at epoch 0. */
  | { kind: 'sketch'; epochs: readonly number[]; losses: readonly number[]; isRight: null };

/** How far a number may be off if nothing is said: one percent of the answer. */
export const defaultTolerance = (answer: number) => Math.abs(answer) / 100;

/** In how many places a sketch can be bent. */
export const knots = 9;

/** The epochs of a sketch's knots. */
export function knotEpochs({ epochs }: Sketch): number[] {
  return Array.from({ length: knots }, (_, i) => Math.round((epochs * i) / (knots - 1)));
}
