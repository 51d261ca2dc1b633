// The words of the gradient check.
import { formatCount, formatNumber, formatPower } from '../../a11y';
import type { GradientVerdict } from '../../engine';
import type { CurveSides } from './error-curve';
import type { MistakeKind } from './mistakes';
import type { CheckedTensor, CheckReport, LayerReport, ShownEntry } from './report';

/** What is checked, for the end of the heading. */
export interface CheckFacts {
  /** How many samples, and of how many training points; null for a model without a run. */
  samples: number;
  points: number | null;
  epoch: number | null;
  /** Whether the run has diverged and gone back to this epoch. */
  hasDiverged: boolean;
}

/** What the gradient check says; any of it can be replaced. */
export interface GradientCheckLabels {
  heading: string;
  note: (facts: CheckFacts) => string;
  /** How to read the tables. */
  reading: string;
  /** What was found, in a sentence. */
  summary: (report: CheckReport, tolerance: number) => string;
  /** What each verdict but the usual one means. */
  meanings: Readonly<Record<Exclude<GradientVerdict, 'agrees'>, string>>;
  /** A verdict in few words, for those who hear it. */
  verdicts: Readonly<Record<GradientVerdict, string>>;
  /** Instead of the tables, when a number on the way is not finite. */
  overflow: (message: string) => string;
  epsilon: string;
  /** An error as it is written. */
  amount: (value: number) => string;
  /** ε as it is written. */
  power: (value: number) => string;
  /** A slope as it is written. */
  slope: (value: number) => string;
  again: string;
  worstFirst: string;
  mistake: string;
  noMistake: string;
  mistakes: Readonly<Record<MistakeKind, string>>;
  mistakeIn: string;
  layerOption: (number: number, description: string) => string;
  planted: (kind: MistakeKind, number: number, description: string, ownOnly: boolean) => string;
  /** The names of a layer's part of the figure, and of the input's. */
  input: string;
  /** Which of a layer's numbers were checked. */
  checked: (tensors: readonly CheckedTensor[]) => string;
  maxError: (layer: LayerReport) => string;
  table: (name: string) => string;
  entry: string;
  analytic: string;
  numerical: string;
  error: string;
  showAll: (count: number) => string;
  showFewer: string;
  curve: (entry: ShownEntry, objective: string) => string;
  rounding: string;
  truncation: string;
  tolerance: (tolerance: number) => string;
  here: (epsilon: number) => string;
  /** What the curve shows, in a sentence. */
  curveMeaning: (entry: ShownEntry, epsilon: number, sides: CurveSides) => string;
  /** All of the curve, for those who cannot see it. */
  curveDescription: (points: readonly { epsilon: number; error: number }[]) => string;
}

/** An error: `2.10·10⁻¹⁰`, `0.121`. */
export function amount(value: number): string {
  return formatNumber(value, value >= 0.01 ? 3 : 0);
}

// As many as leave room for those before the point.
function decimals(value: number): number {
  const size = Math.abs(value);
  return [10, 100, 1000, 10000].filter((power) => size >= power).reduce((left) => left - 1, 7);
}

const slopes = (count: number) => `${formatCount(count)} ${count === 1 ? 'gradient' : 'gradients'}`;

const kinds: Readonly<Record<MistakeKind, string>> = {
  sign: 'sign flipped',
  factor: 'factor 2',
  batch: 'no sum over the batch',
  overwrite: '= instead of +=',
};
const consequences: Readonly<Record<MistakeKind, string>> = {
  sign: 'has its sign flipped',
  factor: 'is twice what it should be',
  batch: 'is that of the first sample, not the sum over the batch',
  overwrite: 'is overwritten where it should be added to',
};

export const defaultLabels: GradientCheckLabels = {
  heading: 'Gradient check',
  note: ({ samples, points, epoch, hasDiverged }) =>
    [
      points === null
        ? `batch of ${formatCount(samples)}`
        : samples < points
          ? `on the first ${formatCount(samples)} of ${formatCount(points)} training points`
          : `on all ${formatCount(points)} training points`,
      epoch !== null &&
        (hasDiverged
          ? `diverged; this is epoch ${formatCount(epoch)}, the last good one`
          : `epoch ${formatCount(epoch)}`),
    ]
      .filter(Boolean)
      .join(', '),
  reading:
    'Numerical: (f(v + ε) − f(v − ε)) / 2ε. Relative error: the difference over the larger of the two slopes, or over 1 where both are smaller. Choose a row to see its error at every ε.',
  summary: ({ counts, checked, size, worst }, tolerance) => {
    const all =
      checked < size ? `${slopes(checked)} checked (of ${formatCount(size)})` : slopes(checked);
    // The places of a number stay in one line.
    const furthest =
      worst && `${worst.label.replaceAll(' ', '\u00a0')}, off by ${amount(worst.error)}`;
    if (counts.wrong > 0) {
      return `${formatCount(counts.wrong)} of ${all} ${counts.wrong === 1 ? 'disagrees' : 'disagree'}; the worst is ${furthest}.`;
    }
    if (counts.epsilon > 0) {
      return `With this ε, ${formatCount(counts.epsilon)} of ${all} cannot be confirmed; with another ε they agree.`;
    }
    if (counts.kink > 0) {
      return `${formatCount(counts.agrees)} of ${all} agree within ${formatPower(tolerance)}; ${formatCount(counts.kink)} ${counts.kink === 1 ? 'lies' : 'lie'} at a kink.`;
    }
    return `${checked === 1 ? 'The' : 'All'} ${checked === 1 ? 'gradient agrees' : `${all} agree`} within ${formatPower(tolerance)}; the worst is ${furthest}.`;
  },
  meanings: {
    wrong: 'The rule and the measurement differ at every ε: the rule is wrong, here or further up.',
    epsilon:
      'This ε measures badly: too large, and the curve bends on the way; too small, and the digits run out. The rule is right.',
    kink: 'The slope jumps within ε of this number, as that of ReLU does at zero. A difference across the jump measures neither of its sides, and says nothing against the rule.',
  },
  verdicts: {
    agrees: 'agrees',
    wrong: 'disagrees',
    epsilon: 'ε measures badly',
    kink: 'at a kink',
  },
  overflow: (message) =>
    `The numbers are too large to check: ${message}. Start over, with a smaller learning rate.`,
  epsilon: 'ε',
  amount,
  power: formatPower,
  slope: (value) => formatNumber(value, decimals(value)),
  again: 'Check again',
  worstFirst: 'worst layer first',
  mistake: 'Plant a mistake',
  noMistake: 'none',
  mistakes: kinds,
  mistakeIn: 'in layer',
  layerOption: (number, description) => `${number} ${description}`,
  planted: (kind, number, description, ownOnly) =>
    `Planted in layer ${number}, ${description}: ${
      ownOnly
        ? `the gradient of its parameters ${consequences[kind]}.`
        : `the gradient that it hands down ${consequences[kind]}, and all layers below feel it.`
    } The run itself goes on without the mistake.`,
  input: 'Input',
  checked: (tensors) =>
    tensors
      .map(({ name, checked, size }) =>
        checked < size
          ? `${name} (${formatCount(checked)} of ${formatCount(size)} numbers, spread evenly)`
          : name,
      )
      .join(', '),
  maxError: ({ maxError }) => `max ${amount(maxError)}`,
  table: (name) => `${name}: gradients, the largest error first`,
  entry: 'number',
  analytic: 'analytic',
  numerical: 'numerical',
  error: 'relative error',
  showAll: (count) => `show all ${formatCount(count)}`,
  showFewer: 'show fewer',
  curve: ({ label }, objective) => `Error of ∂${objective}/∂${label} by ε`,
  rounding: 'rounding',
  truncation: 'truncation',
  tolerance: (tolerance) => `within ${formatPower(tolerance)}`,
  here: (epsilon) => `ε = ${formatPower(epsilon)}`,
  curveMeaning: ({ verdict, error }, epsilon, { rounding, truncation, isExact }) => {
    if (isExact) return 'No error at any ε.';
    if (verdict === 'wrong') return 'No ε brings the two together: the rule is wrong.';
    if (verdict === 'kink') return 'A difference across a kink is the slope of neither side.';
    return [
      `Off by ${amount(error)} at ε = ${formatPower(epsilon)}.`,
      truncation
        ? 'A large ε measures a curve as if it were straight.'
        : 'A large ε does no harm here.',
      rounding && 'A tiny one loses its digits.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  curveDescription: (points) =>
    `Error by ε: ${points
      .filter(({ error }) => Number.isFinite(error))
      .map(({ epsilon, error }) => `${amount(error)} at ${formatPower(epsilon)}`)
      .join(', ')}.`,
};
