// The words of a challenge.
import { formatCount } from '../../a11y';

/** What {@link CodeChallenge} says; any of it can be replaced. */
export interface CodeChallengeLabels {
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
  stopped: (message: string, line: number | null) => string;
  failed: (passed: number, of: number) => string;
  training: string;
  /** The name of the bar that shows how far it is. */
  progress: string;
  solved: string;
  /** Why the training ended early. */
  ending: (why: string) => string;
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
  ending: (why) => `The training ended early: ${why}.`,
  solution: 'Show the solution',
  solutionName: 'Solution',
  solutionAsk: 'The hints may be enough. Show all of it?',
  useSolution: 'Put it into the editor',
  run: 'Trained with your code',
};
