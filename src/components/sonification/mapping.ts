// From numbers to sound: which pitch stands for a loss and for a probability, and where a row is cut.
import { Tensor } from '../../engine';
import type { History, Trainer } from '../../trainer';

/** Two ends of a scale: a frequency in Hz, and the number that it stands for. */
export interface PitchEnd {
  hertz: number;
  value: number;
}

/** The pitches of losses: equal factors of the loss are equal intervals. */
export interface LossScale {
  low: PitchEnd;
  high: PitchEnd;
}

/** The pitches of a loss: three octaves. */
const lossPitches = { low: 110, high: 880 } as const;
/** Those of a probability: two octaves. */
export const probabilityPitches = { low: 220, high: 880 } as const;

/** How long the loss so far takes, and a row, in seconds. */
export const sweepSeconds = 4;
export const scanSeconds = 3;

/** So many tones are enough for a glide. */
const mostTones = 200;

/**
 * The scale of a run: the highest pitch is twice the first loss that is known, the lowest a
 * thousandth of that. Losses beyond them have the pitch of the end.
 */
export function lossScaleOf(losses: Float64Array, now: number): LossScale {
  const first = losses.find((loss) => loss > 0) ?? (now > 0 ? now : 1);
  const high = 2 * first;
  return {
    low: { hertz: lossPitches.low, value: high / 1000 },
    high: { hertz: lossPitches.high, value: high },
  };
}

/** The frequency of a loss in Hz: the lower the loss, the lower the pitch. */
export function lossPitch(loss: number, { low, high }: LossScale): number {
  const share = Math.log(Math.max(loss, 0) / low.value) / Math.log(high.value / low.value);
  return low.hertz * (high.hertz / low.hertz) ** Math.min(1, Math.max(0, share));
}

/** The frequency of a probability in Hz. */
export function probabilityPitch(probability: number): number {
  const { low, high } = probabilityPitches;
  return low * (high / low) ** Math.min(1, Math.max(0, probability));
}

/** The pitches of the losses so far, evenly through the epochs; those before the first known one are left out. */
export function sweepOf(history: History, scale: LossScale): Float64Array {
  const losses = history.curve('loss');
  const first = losses.findIndex((loss) => !Number.isNaN(loss));
  if (first < 0) return new Float64Array(0);
  const from = history.epochs[first]!;
  const to = history.length - 1;
  const count = Math.min(losses.length - first, mostTones);
  return Float64Array.from({ length: count }, (_, i) => {
    const epoch = from + (count === 1 ? 0 : Math.round((i * (to - from)) / (count - 1)));
    return lossPitch(losses[history.nearestRow(epoch)]!, scale);
  });
}

/** Along a row the scan goes from left to right, along a column from the bottom to the top. */
export type ScanLine = 'row' | 'column';

/** What the model says along a straight line through the plane. */
export interface Scan {
  along: ScanLine;
  /** Where the line is: the y of a row, the x of a column. */
  at: number;
  /** Where it begins and ends. */
  from: number;
  to: number;
  /** The probability of class 1 at evenly spaced places of the line, both ends included. */
  probabilities: Float64Array;
  /** Where it passes one half, by straight lines between those places. */
  crossings: number[];
}

const scanTones = 129;

/** Whether there is a boundary between two classes in a plane. */
export function canScan({ data }: Trainer): boolean {
  return data.classes === 2 && data.x.shape[1] === 2;
}

/**
 * What the run's model says along a row or a column of its plane.
 *
 * @param place where the line is, as a share of the plane: 0 at the bottom or the left, 1 at the other end
 */
export function scanOf(trainer: Trainer, along: ScanLine, place: number): Scan {
  const { x, y } = trainer.data.domain;
  const [across, other] = along === 'row' ? [x, y] : [y, x];
  const at = other[0] + place * (other[1] - other[0]);
  const [from, to] = across;
  const where = (i: number) => from + (i / (scanTones - 1)) * (to - from);
  const points = Tensor.zeros([scanTones, 2]);
  for (let i = 0; i < scanTones; i++) {
    points.data[2 * i] = along === 'row' ? where(i) : at;
    points.data[2 * i + 1] = along === 'row' ? at : where(i);
  }
  const said = trainer.predict(points);
  const columns = said.size / scanTones;
  const probabilities = Float64Array.from(
    { length: scanTones },
    (_, i) => said.data[i * columns + columns - 1]!,
  );
  const crossings: number[] = [];
  for (let i = 1; i < scanTones; i++) {
    const [before, after] = [probabilities[i - 1]! - 0.5, probabilities[i]! - 0.5];
    if (before > 0 === after > 0) continue;
    crossings.push(where(i - 1 + before / (before - after)));
  }
  return { along, at, from, to, probabilities, crossings };
}

/** A scan as sound: pitches and places from left to right evenly in time, clicks as shares of it. */
export function soundOf({ along, at, from, to, probabilities, crossings }: Scan, trainer: Trainer) {
  const [left, right] = trainer.data.domain.x;
  const side = (2 * (at - left)) / (right - left) - 1;
  return {
    pitches: probabilities.map(probabilityPitch),
    pans: along === 'row' ? ([-1, 1] as const) : ([side, side] as const),
    clicks: crossings.map((crossing) => (crossing - from) / (to - from)),
  };
}
