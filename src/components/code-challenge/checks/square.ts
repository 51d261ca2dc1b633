// What is asked of the reader's Square.
import type { Program } from '../../../sandbox';
import type { ChallengeLabels } from '../challenge-labels';
import type { Question } from './check';
import { layerQuestions } from './layer-checks';

const each = (
  rows: readonly (readonly number[])[],
  f: (v: number, n: number, i: number) => number,
) => rows.map((row, n) => row.map((v, i) => f(v, n, i)));

export function squareQuestions(program: Program, words: ChallengeLabels): readonly Question[] {
  return layerQuestions(
    program,
    {
      name: 'Square',
      args: [],
      values: {},
      formula: 'x²',
      x: [
        [0.5, -1.5],
        [2, 3],
        [-0.7, 1.25],
        [1.1, -2.4],
      ],
      forward: (x) => each(x, (v) => v * v),
      mistakes: (x, dOut) => ({
        forward: [
          { gives: each(x, (v) => 2 * v), mistake: 'squareDoubled' },
          { gives: each(x, (v) => v), mistake: 'squareUntouched' },
        ],
        dIn: [
          {
            gives: each(x, (v) => 2 * v),
            mistake: 'slopeAlone',
          },
          {
            gives: each(x, (v, n, i) => v * dOut[n]![i]!),
            mistake: 'halfSlope',
          },
          {
            gives: each(x, (v, n, i) => v * v * dOut[n]![i]!),
            mistake: 'valueForSlope',
          },
          {
            gives: each(x, (_, n, i) => 2 * dOut[n]![i]!),
            mistake: 'slopeOfTwo',
          },
        ],
      }),
    },
    words,
  );
}
