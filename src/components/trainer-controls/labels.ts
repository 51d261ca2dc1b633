// The words of the controls: buttons, readout and time. Those of the settings are in setting-labels,
// those about the run in the frame of all figures.
import { formatCount } from '../../a11y';
import type { Phase, Snapshot, StepUnit } from '../../trainer';
import { playLabels, voiceLabels, type VoiceLabels } from '../figure';
import { defaultSettingLabels, type SettingLabels } from './setting-labels';

/** What the controls say; any of it can be replaced. */
export interface TrainerControlsLabels extends SettingLabels, VoiceLabels {
  /** What the controls are called. */
  name: string;
  play: string;
  pause: string;
  /** The main button when the run is done. */
  replay: string;
  step: string;
  /** What the step button does, for those who cannot see what changes. */
  stepHint: string;
  /** The step button when it does not train for an epoch. */
  stepBy: (unit: Exclude<StepUnit, 'epoch'>) => string;
  stepByHint: (unit: Exclude<StepUnit, 'epoch'>) => string;
  /** What the choice of the unit is called. */
  stepUnit: string;
  unit: (unit: StepUnit) => string;
  /** A layer, by its number from 1 and its kind. */
  layer: (number: number, type: string) => string;
  /** What was done last, when stepping by layer. */
  phase: (phase: Phase, layer: string, run: Pick<Snapshot, 'step'>) => string;
  reset: string;
  resetHint: string;
  newWeights: string;
  newWeightsHint: string;
  newData: string;
  newDataHint: string;
  /** Why there is no new data. */
  ownData: string;
  epoch: string;
  loss: string;
  /** How many training points are classified wrong. */
  wrong: (wrong: number, count: number) => string;
  timeline: string;
  /** Where the run is among its epochs. */
  timelineAt: (epoch: number, last: number) => string;
  timelineEmpty: string;
  /** Shown when the run has diverged. */
  diverged: (run: Snapshot) => string;
}

export const defaultLabels: TrainerControlsLabels = {
  ...defaultSettingLabels,
  ...voiceLabels,
  ...playLabels,
  name: 'Training controls',
  replay: 'Play again',
  step: 'Step',
  stepHint: 'Step: train for one epoch',
  stepBy: (unit) => (unit === 'batch' ? 'Step a batch' : 'Step a layer'),
  stepByHint: (unit) =>
    unit === 'batch'
      ? 'Step: train on one batch'
      : 'Step: go through one layer, forward or backward',
  stepUnit: 'Step by',
  unit: (unit) => unit,
  layer: (number, type) => `layer ${number}, ${type}`,
  phase: ({ kind }, layer, { step }) => {
    if (kind === 'forward') return `forward through ${layer}`;
    if (kind === 'backward') return `backward through ${layer}`;
    if (kind === 'loss') return 'the loss of the batch';
    return step === 0
      ? 'between two training steps'
      : `weights updated, training step ${formatCount(step)}`;
  },
  reset: 'Reset',
  resetHint: 'Reset: start over from the same weights',
  newWeights: 'New weights',
  newWeightsHint: 'New weights: start over from other random weights',
  newData: 'New data',
  newDataHint: 'New data: draw other points, and start over from the same weights',
  ownData: 'These points are given, so there are no others to draw.',
  epoch: 'epoch',
  loss: 'loss',
  wrong: (wrong, count) => `${formatCount(wrong)} of ${formatCount(count)} wrong`,
  timeline: 'Go to epoch',
  timelineAt: (epoch, last) => `${formatCount(epoch)} of ${formatCount(last)}`,
  timelineEmpty: 'nothing trained yet',
  diverged: ({ divergence, epoch }) =>
    `The numbers grew beyond all bounds: ${divergence?.message ?? 'the loss is not finite'}. ` +
    `You see epoch ${epoch}, the last good one. Lower the learning rate and reset.`,
};
