// Learning-rate schedules: how the learning rate changes as the epochs go by.
import { ensure, show } from './errors';
import { cos, powi } from './math';
import { lookUp } from './names';

/** The factor on the learning rate at an epoch, counted from 0. */
export type Schedule = (epoch: number) => number;

/** A schedule as plain data, for options and links: `{ name: 'step', stepSize: 50 }`. */
export type ScheduleOptions =
  | { name: 'step'; stepSize: number; gamma?: number }
  | { name: 'cosine'; epochs: number; end?: number }
  | { name: 'warmup'; epochs: number };

/** The learning-rate schedules. */
export const schedules = {
  /**
   * Multiplies by γ every `stepSize` epochs: γ^⌊epoch / stepSize⌋, as PyTorch's `StepLR`.
   *
   * @throws PancakeError if an option is out of range
   */
  step({ stepSize, gamma = 0.1 }: { stepSize: number; gamma?: number }): Schedule {
    checkEpochs('step', 'stepSize', stepSize);
    ensure(
      typeof gamma === 'number' && gamma >= 0 && gamma < Infinity,
      () => `schedules.step got gamma = ${show(gamma)}; it must be a finite number of at least 0`,
    );
    return (epoch) => powi(gamma, Math.floor(epoch / stepSize));
  },

  /**
   * Falls along half a cosine from 1 to `end` in this many epochs, and stays there:
   * end + (1 − end) (1 + cos(π epoch / epochs)) / 2, as PyTorch's `CosineAnnealingLR`.
   *
   * @throws PancakeError if an option is out of range
   */
  cosine({ epochs, end = 0 }: { epochs: number; end?: number }): Schedule {
    checkEpochs('cosine', 'epochs', epochs);
    ensure(
      typeof end === 'number' && end >= 0 && end <= 1,
      () => `schedules.cosine got end = ${show(end)}; it must be a factor from 0 to 1`,
    );
    return (epoch) =>
      end + ((1 - end) * (1 + cos((Math.PI * Math.min(epoch, epochs)) / epochs))) / 2;
  },

  /**
   * Rises evenly to 1 over the first epochs, (epoch + 1) / epochs, then follows another schedule,
   * which counts its epochs from there.
   *
   * @throws PancakeError if an option is out of range
   */
  warmup({ epochs, then = () => 1 }: { epochs: number; then?: Schedule }): Schedule {
    checkEpochs('warmup', 'epochs', epochs);
    return (epoch) => (epoch < epochs ? (epoch + 1) / epochs : then(epoch - epochs));
  },
} as const;

/**
 * The schedule that plain data describes.
 *
 * @throws PancakeError if there is none of that name, or an option is out of range
 */
export function createSchedule({ name, ...options }: ScheduleOptions): Schedule {
  return lookUp<(options: never) => Schedule>('schedule', schedules, name)(options as never);
}

function checkEpochs(schedule: string, name: string, value: number): void {
  ensure(
    Number.isInteger(value) && value >= 1,
    () =>
      `schedules.${schedule} got ${name} = ${show(value)}; it must be a whole number of epochs, at least 1`,
  );
}
