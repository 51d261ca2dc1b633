// The words of a challenge.
import { formatCount } from '../../a11y';
import type { SandboxFailure } from '../../sandbox';
import { challengeLabels, type ChallengeLabels } from './challenge-labels';
import type { Ending } from './run/tape';

/** What {@link CodeChallenge} says; any of it can be replaced. */
export interface CodeChallengeLabels extends ChallengeLabels {
  /** The name of the editor. */
  editor: (title: string) => string;
  /** How the keyboard works in it. */
  keys: string;
  check: string;
  nextHole: string;
  reset: string;
  undoReset: string;
  hint: (number: number, of: number) => string;
  hints: string;
  checks: string;
  /** What became of a check, for those who listen. */
  states: Readonly<Record<'passed' | 'failed' | 'waiting', string>>;
  /** How it stands. */
  untouched: string;
  /** Code without holes that is not checked yet. */
  touched: string;
  openHoles: (lines: readonly number[]) => string;
  checking: string;
  /**
   * What stopped the code. The message of `syntax` and `runtime` is the browser's own; that of the other
   * kinds, which are this package's, is English: say it in your language.
   */
  stopped: (message: string, line: number | null, kind: SandboxFailure | null) => string;
  failed: (passed: number, of: number) => string;
  training: string;
  /** The name of the bar that shows how far it is. */
  progress: string;
  solved: string;
  /** Why the training ended early. */
  ending: (why: Ending) => string;
  solution: string;
  /** The name of the listing. */
  solutionName: string;
  solutionAsk: string;
  useSolution: string;
  /** The heading over the figures. */
  run: string;
}

const list = (lines: readonly number[]) =>
  lines.length === 1
    ? `line ${lines[0]}`
    : `lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;

export const defaultLabels: CodeChallengeLabels = {
  ...challengeLabels,
  editor: (title) => `${title}: code`,
  keys: 'Ctrl+Enter checks, Tab leaves the editor.',
  check: 'Check my code',
  nextHole: 'Next hole',
  reset: 'Start over',
  undoReset: 'Undo',
  hint: (number, of) => `Hint ${number} of ${of}`,
  hints: 'Hints',
  checks: 'Checks',
  states: { passed: 'passed', failed: 'failed', waiting: 'not yet checked' },
  untouched: 'Put code in the place of every ___.',
  touched: 'Not checked yet.',
  openHoles: (lines) => `Still to fill: ___ in ${list(lines)}.`,
  checking: 'Checking …',
  stopped: (message, line) => (line === null ? message : `Line ${line}: ${message}`),
  failed: (passed, of) => `${formatCount(passed)} of ${formatCount(of)} checks pass.`,
  training: 'All checks pass. Your code trains …',
  progress: 'Epochs trained',
  solved: 'All checks pass. Your code has trained.',
  ending: ({ kind, epoch }) =>
    kind === 'otherParameters'
      ? `The training ended early: after epoch ${epoch} the model has other parameters than before.`
      : `The training ended early: in epoch ${epoch} a parameter stopped being a finite number.`,
  solution: 'Show the solution',
  solutionName: 'Solution',
  solutionAsk: 'The hints may be enough. Show all of it?',
  useSolution: 'Put it into the editor',
  run: 'Trained with your code',
};
