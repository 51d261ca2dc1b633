// The controls by name: which are shown, which are locked.
import { ensure, show } from '../../engine';

/** All controls, in the order in which they stand. */
export const controlNames = [
  'play',
  'step',
  'reset',
  'newWeights',
  'newData',
  'readout',
  'timeline',
  'learningRate',
  'speed',
  'batchSize',
  'schedule',
  'optimizer',
  'regularization',
  'loss',
  'dropout',
  'activation',
  'zeroGrad',
] as const;

/** A control of {@link TrainerControls}. */
export type ControlName = (typeof controlNames)[number];

/** What is shown if nothing is said. */
export const defaultControls: readonly ControlName[] = [
  'play',
  'step',
  'reset',
  'learningRate',
  'speed',
  'readout',
];

/** The controls that stand with a label and a field. */
export const settingNames = [
  'learningRate',
  'speed',
  'batchSize',
  'schedule',
  'optimizer',
  'regularization',
  'loss',
  'dropout',
  'activation',
  'zeroGrad',
] as const satisfies readonly ControlName[];

/** A control with a label and a field. */
export type SettingName = (typeof settingNames)[number];

/**
 * Which controls are shown.
 *
 * @throws PancakeError if there is no such control
 */
export function shownControls(
  shown: readonly ControlName[] | 'all',
  hidden: readonly ControlName[],
): ReadonlySet<ControlName> {
  check('hide', hidden);
  if (shown !== 'all') check('show', shown);
  const names = shown === 'all' ? controlNames : shown;
  return new Set(names.filter((name) => !hidden.includes(name)));
}

// What only runs time, and changes nothing about the run.
const ofTime: readonly ControlName[] = ['play', 'step', 'reset', 'readout'];

/**
 * Which controls are locked.
 *
 * @throws PancakeError if there is no such control
 */
export function lockedControls(locked: readonly ControlName[] | true): ReadonlySet<ControlName> {
  if (locked === true) return new Set(controlNames.filter((name) => !ofTime.includes(name)));
  check('lock', locked);
  return new Set(locked);
}

function check(prop: string, names: readonly ControlName[]): void {
  for (const name of names) {
    ensure(
      controlNames.includes(name),
      () => `TrainerControls got ${prop} = ${show(name)}; it may name ${controlNames.join(', ')}`,
    );
  }
}
