// What a challenge is: code with holes, what it must do, and what it does once it does that.
import type { ChallengeLabels, ChallengeWords } from '../challenge-labels';
import type { ReaderRun } from '../run/reader-run';

/** A challenge without its words. */
export interface ChallengeSource {
  name: ChallengeName;
  /** The code with its holes, each written `___`; the words of its comments are written `«0»`, `«1»`, … */
  code: string;
  solution: string;
  /** The names that the code must define. */
  defines: readonly string[];
  /** What trains with the code once all holds. */
  run: ReaderRun;
}

/** A challenge for a reader. */
export interface Challenge extends ChallengeSource, Omit<ChallengeWords, 'run' | 'comments'> {
  /** What trains, in a sentence. */
  training: string;
}

/** A challenge in the words of a language. */
export function challengeIn(source: ChallengeSource, words: ChallengeLabels): Challenge {
  const { comments, run: training, ...own } = words.challenges[source.name];
  const written = (code: string) =>
    code.replace(/«(\d+)»/g, (_, place: string) => comments[Number(place)]!);
  return {
    ...source,
    ...own,
    training,
    code: written(source.code),
    solution: written(source.solution),
  };
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
