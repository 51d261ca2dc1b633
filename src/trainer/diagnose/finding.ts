// Findings: what the detectors say of a run, and what they look at.
import type { Tensor } from '../../engine';
import type { Curve, History } from '../history';
import type { Trainer } from '../trainer';

/** The ways in which a run can go wrong, in the order in which they are told. */
export const failureKinds = [
  'exploding',
  'deadReLU',
  'saturated',
  'symmetry',
  'overfitting',
] as const;

/** A way in which a run can go wrong. */
export type FailureKind = (typeof failureKinds)[number];

/**
 * By what a failure was recognised:
 * - `diverged`: a number stopped being finite.
 * - `lossRose`: the loss is above that of guessing.
 * - `lossClimbs`: the loss grew by large factors, epoch after epoch.
 * - `dead`, `nearlyDead`: ReLUs that give 0 for all points, or for nearly all.
 * - `flat`: hidden sigmoids or tanhs at the ends of their curves for nearly all points.
 * - `sureAndWrong`: the output is at the wrong end for many points.
 * - `twins`: neurons with the same weights in and out, which will always be the same.
 * - `sameForNow`: neurons with the same weights in; other weights out will part them.
 * - `testLossRose`: the test loss rises while the training loss falls.
 */
export type FailureSign =
  | 'diverged'
  | 'lossRose'
  | 'lossClimbs'
  | 'dead'
  | 'nearlyDead'
  | 'flat'
  | 'sureAndWrong'
  | 'twins'
  | 'sameForNow'
  | 'testLossRose';

/** Something that goes wrong in a run, or may soon. Never changed, only replaced. */
export interface Finding {
  readonly kind: FailureKind;
  /** `watch`: keep an eye on it; the run can still do well. `problem`: it does harm. */
  readonly severity: 'watch' | 'problem';
  readonly sign: FailureSign;
  /** Where it is: a place in `trainer.model.layers`, or null if it is not in one layer. */
  readonly layer: number | null;
  /** The neurons of that layer that are concerned, from 0. */
  readonly units: readonly number[];
  /** How many neurons the layer has; 0 if it is not in one layer. */
  readonly of: number;
  /** The neurons that are the same as each other, group by group; empty but for `symmetry`. */
  readonly groups: readonly (readonly number[])[];
  /**
   * How bad it is. `exploding`: the loss, in multiples of that of guessing. `deadReLU`: for which
   * share of the points the busiest of the neurons is above 0. `saturated`: for which share of the
   * points the neurons are flat, or the output is sure and wrong. `symmetry`: the share of the
   * layer's neurons that are copies. `overfitting`: the test loss, in multiples of its best.
   */
  readonly measure: number;
  /** Since which epoch: of the lowest loss, or of the best test loss; null where only now counts. */
  readonly since: number | null;
}

/** What the detectors look at: a run at one moment. */
export interface Evidence {
  readonly trainer: Trainer;
  /** The finished epochs. */
  readonly epoch: number;
  /** From which epoch on the losses compare: data, loss and model are the same since. */
  readonly from: number;
  /** The targets of the points looked at, (N, 1) or (N). */
  readonly targets: Tensor;
  /** What each layer of the model gives for these points. */
  readonly outputs: readonly Tensor[];
}

/** A curve from one epoch to another, and the epochs of its numbers: of a very long run, not all. */
export function stretchOf(
  history: History,
  curve: Curve,
  from: number,
  to: number,
): [values: Float64Array, epochs: Float64Array] {
  const last = history.rowAt(to);
  const first = Math.min(last, history.rowAt(from - 1) + 1);
  return [history.curve(curve).subarray(first, last + 1), history.epochs.subarray(first, last + 1)];
}

/** A finding, with what most kinds do not have left empty. */
export function finding(
  found: Pick<Finding, 'kind' | 'severity' | 'sign' | 'measure'> & Partial<Finding>,
): Finding {
  return Object.freeze({ layer: null, units: [], of: 0, groups: [], since: null, ...found });
}

/** Whether a layer is followed by one that learns: then its outputs are hidden. */
export function isHidden({ trainer: { model } }: Evidence, place: number): boolean {
  return model.layers.slice(place + 1).some((later) => later.parameters().length > 0);
}

/** How many neurons of a layer must be concerned for it to be a problem: half. */
export const mostOfLayer = 0.5;

/**
 * The severity of something that befell some of a layer's neurons. One or two that are lost among
 * ten are ordinary: seeds of the default model begin with up to three dead ReLUs of ten, and
 * learn all the same. Without half of them a layer is another one than its author meant.
 */
export function severityOf(concerned: number, of: number): Finding['severity'] {
  return concerned >= mostOfLayer * of ? 'problem' : 'watch';
}
