// The words of the playground.
import { formatCount, formatNumber } from '../../a11y';
import type { Snapshot } from '../../trainer';

/** What is in a playground now. */
export interface PlaygroundFacts {
  run: Snapshot;
  /** How many points it trains on. */
  points: number;
  /** How many it is tested on; null for none. */
  testPoints: number | null;
  /** How many training points are classified wrong; null for regression. */
  wrong: number | null;
  /** How many numbers the model has that are trained. */
  parameters: number;
}

/** What the playground says; any of it can be replaced. */
export interface PlaygroundLabels {
  /** What it is called, for those who cannot see it. */
  name: string;
  /** What it shows now: what is trained on what, and how far it is. */
  description: (facts: PlaygroundFacts) => string;
  /** What more can be looked at, opened one by one. */
  more: string;
  layers: string;
  landscape: string;
  activation: string;
}

export const defaultLabels: PlaygroundLabels = {
  name: 'Neural network playground',
  description: ({ run, points, testPoints, wrong, parameters }) => {
    const trained = `${formatCount(points)} training ${points === 1 ? 'point' : 'points'}`;
    const tested = testPoints === null ? '' : `, ${formatCount(testPoints)} to test on`;
    const testLoss = run.testLoss === null ? '' : `, test loss ${formatNumber(run.testLoss)}`;
    const judged = wrong === null ? '' : `, ${formatCount(wrong)} of ${trained} on the wrong side`;
    const end = run.status === 'diverged' ? ' Then the run diverged.' : '';
    return `A model of ${formatCount(parameters)} ${parameters === 1 ? 'parameter' : 'parameters'} and ${trained}${tested}. Epoch ${formatCount(run.epoch)}: loss ${formatNumber(run.loss)}${testLoss}${judged}.${end}`;
  },
  more: 'Look closer',
  layers: 'The values in every layer',
  landscape: 'The loss around two weights',
  activation: 'The activation and its slope',
};
