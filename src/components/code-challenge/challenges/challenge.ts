// What a challenge is: code with holes, what it must do, and what it does once it does that.
import type { Program } from '../../../sandbox';
import type { Question } from '../checks/check';
import type { ReaderRun } from '../run/reader-run';

/** A challenge for a reader. */
export interface Challenge {
  name: ChallengeName;
  title: string;
  /** What to do, in a sentence or two. */
  task: string;
  /** The code with its holes, each written `___`. */
  code: string;
  /** From a nudge to nearly all. */
  hints: readonly string[];
  solution: string;
  /** The names that the code must define. */
  defines: readonly string[];
  questions: (program: Program) => readonly Question[];
  /** What trains with the code once all holds. */
  run: ReaderRun;
}

export type ChallengeName =
  'square' | 'mul' | 'linear' | 'own-layer' | 'optimizer' | 'training-loop';

/** How a hole is written. */
export const hole = '___';

/** The lines on which holes are open, from 1; those in comments do not count. */
export function openHoles(code: string): number[] {
  return code
    .split('\n')
    .flatMap((line, i) => (line.replace(/\/\/.*$/, '').includes(hole) ? [i + 1] : []));
}
