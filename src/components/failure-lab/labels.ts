// The words of the failure lab.
import { formatCount, formatShort } from '../../a11y';
import type { FailureKind, Finding, Snapshot, TrainerOptions } from '../../trainer';
import type { LayerName } from './places';
import { inSentence, layerInWords, listed, whatHappens, whyItMatters } from './sentences';

/** How a check stands: `none` where there is nothing that could go wrong in this way. */
export type CheckState = 'fine' | 'watch' | 'problem' | 'none';

/** What the failure lab says; any of it can be replaced. */
export interface FailureLabLabels {
  heading: string;
  /** How the run stands on the whole. */
  summary: (problems: number, watches: number, run: Snapshot) => string;
  /** The failures that are looked for. */
  kinds: Record<FailureKind, string>;
  states: Record<CheckState, string>;
  /** What is so as long as nothing is wrong. */
  fine: Record<FailureKind, string>;
  /** Why a failure cannot happen in this run. */
  none: Record<FailureKind, string>;
  /** What happens. */
  what: (finding: Finding, layer: LayerName | null, run: Snapshot) => string;
  /** Why it is a problem. */
  why: (finding: Finding, layer: LayerName | null) => string;
  layer: (name: LayerName) => string;
  /** What to try, in general; less urgent where it is only to be watched. */
  advice: (kind: FailureKind, severity: Finding['severity']) => string;
  /** Options in a few words. */
  remedy: (options: Partial<TrainerOptions>) => string;
  /** The button that starts the run over with a remedy. */
  tryOut: (remedy: string) => string;
  /** A remedy that is in force. */
  tried: (remedy: string) => string;
  putBack: string;
  /** The button that goes back to the epoch of the best test loss. */
  goTo: (epoch: number) => string;
  show: string;
  /** The same button once a neuron is shown: which one, the how manieth, and of how many. */
  shown: (unit: number, at: number, count: number) => string;
  cause: string;
  causeAgain: string;
  /** What the button causes, for those who cannot see where it stands. */
  causeHint: (kind: string, again: boolean) => string;
  /** Said while a run that was made to fail is in the place of the reader's own. */
  aside: (kind: string) => string;
  back: string;
  /** Said when a run came back with its weights alone. */
  weightsOnly: string;
  play: string;
  pause: string;
  step: string;
  stepHint: string;
  /** What is announced when something changes: the names of what is a problem, and is to be watched. */
  announce: (problems: readonly string[], watches: readonly string[]) => string;
}

export const defaultLabels: FailureLabLabels = {
  heading: 'What to watch',
  summary: (problems, watches, { status, epoch }) => {
    if (status === 'diverged') return `The run has diverged: it ended after epoch ${epoch}.`;
    const found = [
      problems && `${inLetters(problems)} ${problems === 1 ? 'problem' : 'problems'}`,
      watches && `${inLetters(watches)} to watch`,
    ].filter(Boolean);
    const list = found.join(', ');
    if (list) return `${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
    return epoch === 0 ? 'Nothing wrong before the first epoch.' : 'Nothing wrong so far.';
  },
  kinds: {
    exploding: 'Exploding steps',
    deadReLU: 'Dead ReLUs',
    saturated: 'Saturated neurons',
    symmetry: 'Neurons all the same',
    overfitting: 'Overfitting',
  },
  states: { fine: 'fine', watch: 'watch', problem: 'problem', none: 'not here' },
  fine: {
    exploding: 'The loss does not run away.',
    deadReLU: 'Every ReLU is above 0 for some of the points.',
    saturated: 'No neuron is stuck at an end of its curve.',
    symmetry: 'No two neurons of a layer have the same weights.',
    overfitting: 'The test loss does not rise while the training loss falls.',
  },
  none: {
    exploding: '',
    deadReLU: 'This model has no hidden ReLUs.',
    saturated: 'This model has no sigmoids and no tanhs.',
    symmetry: 'No hidden layer of this model has two neurons.',
    overfitting: 'There are no test points to compare with.',
  },
  what: whatHappens,
  why: whyItMatters,
  layer: layerInWords,
  advice: (kind, severity) => {
    const isFew = severity === 'watch' && (kind === 'deadReLU' || kind === 'saturated');
    const few = 'A few are ordinary, and the others learn without them. Should they become more: ';
    const advice = {
      exploding: 'Try smaller steps: they come down where these jump across.',
      deadReLU: 'Try smaller steps, or an activation whose slope is never 0.',
      saturated: 'Try weights that begin smaller, or smaller steps.',
      symmetry: 'Try weights that begin at random: what differs can learn different things.',
      overfitting: 'Try more data, a smaller model or a penalty on large weights, or stop in time.',
    }[kind];
    return isFew ? few + inSentence(advice) : advice;
  },
  remedy: (options) => {
    const { learningRate, activation, initialization, l2 } = options;
    const begins = initialization === 'xavier' && 'Xavier’s random weights';
    const list = [
      activation === 'LeakyReLU' || (Array.isArray(activation) && activation.includes('LeakyReLU'))
        ? 'LeakyReLU'
        : null,
      begins,
      learningRate === undefined ? null : `learning rate ${formatShort(learningRate)}`,
      l2 === undefined ? null : `an L2 penalty of ${formatShort(l2)}`,
    ];
    return listed(list.filter((text): text is string => Boolean(text)));
  },
  tryOut: (remedy) => `Start over with ${remedy}`,
  tried: (remedy) => `Started over with ${remedy}.`,
  putBack: 'Put it back',
  goTo: (epoch) => `Go to epoch ${formatCount(epoch)}`,
  show: 'Show me',
  shown: (unit, at, count) =>
    count === 1 ? `Neuron ${unit + 1} is shown` : `Neuron ${unit + 1}, ${at + 1} of ${count}`,
  cause: 'Cause this',
  causeAgain: 'Once more',
  causeHint: (kind, again) =>
    again ? `Once more: ${inSentence(kind)}` : `Cause this: ${inSentence(kind)}`,
  aside: (kind) => `This run was made to show ${inSentence(kind)}. Your model is put aside.`,
  back: 'Back to my model',
  weightsOnly:
    'Your weights are as they were. The epochs count from 0 again, since the run had been changed on its way.',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  stepHint: 'Step: train for one epoch',
  announce: (problems, watches) => {
    const parts = [
      problems.length ? `Problem: ${problems.join(', ')}.` : '',
      watches.length ? `To watch: ${watches.join(', ')}.` : '',
    ].filter(Boolean);
    return parts.length ? parts.join(' ') : 'Nothing wrong.';
  },
};

function inLetters(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five'][count] ?? formatCount(count);
}
