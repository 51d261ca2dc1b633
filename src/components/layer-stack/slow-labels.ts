// The words of the slow-motion training step, of the batch's histograms, and of the optimizer's memory.
import { formatCount, formatNumber, formatTight } from '../../a11y';

/** What is said of one stage of a training step. */
export interface StageFacts {
  kind: 'zeroGrad' | 'forward' | 'loss' | 'backward' | 'update';
  /** The layer, the loss or the optimizer: `Linear(2, 10)`. */
  of: string;
  /** The training step, from 1. */
  step: number;
  /** How many points the batch has. */
  points: number;
  /** The least and the largest number that arrives; null where none does. */
  low: number | null;
  high: number | null;
  /** The names of the layer's parameters. */
  parameters: readonly string[];
  learningRate: number;
  /** The largest change of a parameter. */
  change: number;
  /** Whether the gradients are zero when the way forward begins. */
  cleared: boolean;
  /** Why the step fails here, or null. */
  failure: string | null;
}

/** What is said of many numbers. */
export interface DistributionFacts {
  column: 'value' | 'gradient';
  of: string;
  count: number;
  low: number;
  mean: number;
  high: number;
  /** The share of numbers that are exactly zero, from 0 to 1. */
  zeros: number;
  units: number;
  /** How many units are zero for every point. */
  silent: number;
  /** How many numbers are not finite. */
  nonFinite: number;
}

/** The words of the slow-motion step. */
export interface SlowMotionLabels {
  slowMotion: string;
  play: string;
  pause: string;
  back: string;
  nextStage: string;
  /** Next, at the last stage: the trainer takes the step. */
  takeStep: string;
  replay: string;
  pace: string;
  paceOf: (pace: number) => string;
  stage: string;
  /** A stage in a few words: `backward through ReLU`. */
  stageName: (kind: StageFacts['kind'], of: string) => string;
  progress: (name: string, at: number, count: number) => string;
  notBegun: string;
  /** Before the first stage. */
  atRest: (step: number) => string;
  /** A stage in a sentence. */
  sentence: (facts: StageFacts) => string;
  replaying: (step: number) => string;
  taken: (step: number, loss: number) => string;
  /** When the point that was chosen is not in the batch. */
  notInBatch: (wanted: number, shown: number) => string;
  /** A number that the step has not come to. */
  pending: string;
  largestGradient: (size: number) => string;
  largestChange: (size: number) => string;
}

/** The words of the batch. */
export interface BatchLabels {
  /** The choice between one sample and the batch. */
  shown: string;
  oneSample: string;
  batch: string;
  /** At the end of the heading while the batch is shown. */
  batchNote: string;
  /** The same during a training step in slow motion. */
  stepNote: (step: number, sample: number, points: number, view: 'sample' | 'batch') => string;
  /** Below a histogram. */
  distribution: (facts: DistributionFacts) => string;
  /** A histogram, for those who cannot see it. */
  histogram: (facts: DistributionFacts) => string;
  /** The same while it is not worked out. */
  pendingHistogram: (of: string, column: 'value' | 'gradient') => string;
  batchCaption: string;
}

/** The words of the optimizer's memory. */
export interface OptimizerLabels {
  parameterByNumber: string;
  parameter: string;
  entry: string;
  ofEntries: (count: number) => string;
  previousEntry: string;
  nextEntry: string;
  /** The place of an entry: `row 2, column 1`. */
  entryPlace: (indices: readonly number[]) => string;
  now: string;
  beforeStep: string;
  parameterRow: string;
  gradientRow: string;
  /** What the optimizer remembers, by its name in the engine: `momentum`, `m`, `v`, `sum`. */
  slotName: (name: string) => string;
  /** What that is, in a sentence. */
  slotMeaning: (name: string) => string;
  noMemory: (optimizer: string) => string;
}

const points = (count: number) => `${formatCount(count)} ${count === 1 ? 'point' : 'points'}`;
const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const percent = (share: number) =>
  share > 0 && share < 0.01 ? 'under 1\u202f%' : `${Math.round(100 * share)}\u202f%`;
const n = (value: number) => formatNumber(value);
const fromTo = ({ low, high }: { low: number | null; high: number | null }) =>
  low === null || high === null ? '' : low === high ? n(low) : `from ${n(low)} to ${n(high)}`;

const ways = { forward: 'forward through', backward: 'backward through' } as const;
const slotNames: Record<string, string> = { momentum: 'velocity', sum: 'sum of squares' };
const slotMeanings: Record<string, string> = {
  momentum:
    'The velocity carries earlier steps over: it is the gradients so far, the older the fainter.',
  m: 'm is a running mean of the gradient: the way it has pointed lately.',
  v: 'v is a running mean of the squared gradient: where gradients have been large, steps get smaller.',
  sum: 'The sum of all squared gradients so far: where it is large, steps get smaller.',
};

function sentence(facts: StageFacts): string {
  const { kind, of, step, parameters, learningRate, change, cleared, failure } = facts;
  const ofPoints = points(facts.points);
  const said = {
    zeroGrad: () =>
      `Training step ${formatCount(step)} takes ${ofPoints}. ` +
      (cleared
        ? 'zeroGrad sets every gradient to zero, so that the step before does not count.'
        : 'zeroGrad is off: the gradients of the step before stay, and this step adds to them.'),
    forward: () => `Forward through ${of}: it gives numbers ${fromTo(facts)} for the ${ofPoints}.`,
    loss: () =>
      `${of} compares the predictions with the targets: the loss of the ${ofPoints} is ${fromTo(facts)}. Its gradient begins the way back.`,
    backward: () =>
      `Backward through ${of}: it hands gradients ${fromTo(facts)} down` +
      (parameters.length ? ` and adds to those of ${list(parameters)}.` : '.'),
    update: () =>
      `${of} changes every parameter by its gradient, with the learning rate ${formatTight(learningRate)}: the largest change is ${n(change)}.`,
  }[kind]();
  return failure === null ? said : `${said} Here the step fails: ${failure}.`;
}

function distribution(facts: DistributionFacts): string {
  const { count, mean, zeros, units, silent, nonFinite } = facts;
  const parts = count > nonFinite ? [`${fromTo(facts)}, mean ${n(mean)}`] : ['no number is finite'];
  if (zeros > 0) parts.push(`${percent(zeros)} zero`);
  if (silent > 0) parts.push(`${silent} of ${units} units zero for all`);
  if (nonFinite > 0 && count > nonFinite) parts.push(`${formatCount(nonFinite)} not finite`);
  return parts.join('; ');
}

export const slowLabels: SlowMotionLabels & BatchLabels & OptimizerLabels = {
  slowMotion: 'A training step in slow motion',
  play: 'Play',
  pause: 'Pause',
  back: 'Back',
  nextStage: 'Next',
  takeStep: 'Take the step',
  replay: 'Replay at full speed',
  pace: 'Pace',
  paceOf: (pace) => (pace >= 1 ? `${pace} a second` : `every ${1 / pace} s`),
  stage: 'Stage of the training step',
  stageName: (kind, of) => {
    if (kind === 'forward' || kind === 'backward') return `${ways[kind]} ${of}`;
    return { zeroGrad: of, loss: 'loss', update: `${of} step` }[kind];
  },
  progress: (name, at, count) => `${name}, ${at} of ${count}`,
  notBegun: 'not begun',
  atRest: (step) =>
    `Training step ${formatCount(step)} comes next: zeroGrad, forward, loss, backward, optimizer step.`,
  sentence,
  replaying: (step) => `Training step ${formatCount(step)} again, at full speed.`,
  taken: (step, loss) =>
    `Training step ${formatCount(step)} is taken. The loss of its batch was ${n(loss)}. Play goes on with the next one.`,
  notInBatch: (wanted, shown) =>
    `Point ${wanted + 1} is not in this batch; point ${shown + 1} is shown.`,
  pending: 'not yet',
  largestGradient: (size) => `largest gradient ${formatTight(size)}`,
  largestChange: (size) => `largest change ${formatTight(size)}`,

  shown: 'Shown',
  oneSample: 'one sample',
  batch: 'batch',
  batchNote: 'the batch that comes next: values up, gradients down',
  stepNote: (step, sample, count, view) =>
    view === 'batch'
      ? `training step ${formatCount(step)}, ${points(count)}`
      : `training step ${formatCount(step)}: point ${sample + 1}, one of ${formatCount(count)}`,
  distribution,
  pendingHistogram: (of, column) => `${of}, ${column}: not yet`,
  histogram: (facts) =>
    `${facts.of}, ${formatCount(facts.count)} ${facts.column}s of the batch: ${distribution(facts)}`,
  batchCaption:
    'How often each size occurs among the numbers of all units and points of the batch that the next training step takes. The line in the middle is zero; the grey bar counts exact zeros.',

  parameterByNumber: 'One number of a parameter, and what the optimizer remembers of it',
  parameter: 'Parameter',
  entry: 'Entry',
  ofEntries: (count) => `of ${formatCount(count)}`,
  previousEntry: 'Previous entry',
  nextEntry: 'Next entry',
  entryPlace: (indices) =>
    indices.length === 2
      ? `row ${indices[0]! + 1}, column ${indices[1]! + 1}`
      : `place ${indices.map((index) => index + 1).join(', ')}`,
  now: 'now',
  beforeStep: 'before the step',
  parameterRow: 'value',
  gradientRow: 'gradient',
  slotName: (name) => slotNames[name] ?? name,
  slotMeaning: (name) => slotMeanings[name] ?? '',
  noMemory: (optimizer) => `${optimizer} remembers nothing of the steps before.`,
};
