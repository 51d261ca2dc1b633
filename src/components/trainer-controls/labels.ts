// The words of the controls.
import { formatCount, formatNumber } from '../../a11y';
import type { Snapshot } from '../../trainer';

/** What the controls say; any of it can be replaced. */
export interface TrainerControlsLabels {
  /** What the controls are called. */
  name: string;
  play: string;
  pause: string;
  /** The main button when the run is done. */
  replay: string;
  step: string;
  /** What the step button does, for those who cannot see what changes. */
  stepHint: string;
  reset: string;
  resetHint: string;
  learningRate: string;
  speed: string;
  /** A speed in the list. */
  epochsPerSecond: (speed: number) => string;
  epoch: string;
  loss: string;
  /** How many training points are classified wrong. */
  wrong: (wrong: number, count: number) => string;
  /** What is announced when the run starts, stops or goes wrong. */
  announce: (run: Snapshot) => string;
  /** Shown when the run has diverged. */
  diverged: (run: Snapshot) => string;
}

export const defaultLabels: TrainerControlsLabels = {
  name: 'Training controls',
  play: 'Play',
  pause: 'Pause',
  replay: 'Play again',
  step: 'Step',
  stepHint: 'Step: train for one epoch',
  reset: 'Reset',
  resetHint: 'Reset: start over from the same weights',
  learningRate: 'Learning rate',
  speed: 'Speed',
  epochsPerSecond: (speed) =>
    speed === Infinity
      ? 'as fast as it goes'
      : `${formatCount(speed)} ${speed === 1 ? 'epoch' : 'epochs'}/s`,
  epoch: 'epoch',
  loss: 'loss',
  wrong: (wrong, count) => `${formatCount(wrong)} of ${formatCount(count)} wrong`,
  announce: ({ status, epoch, loss }) => {
    const where = `epoch ${epoch}, loss ${formatNumber(loss)}`;
    if (status === 'running') return `Training from ${where}.`;
    if (status === 'paused') return `Paused at ${where}.`;
    if (status === 'done') return `Done at ${where}.`;
    if (status === 'diverged') return `Diverged after ${where}.`;
    return `Ready at ${where}.`;
  },
  diverged: ({ divergence, epoch }) =>
    `The numbers grew beyond all bounds: ${divergence?.message ?? 'the loss is not finite'}. ` +
    `You see epoch ${epoch}, the last good one. Lower the learning rate and reset.`,
};
