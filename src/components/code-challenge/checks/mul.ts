// What is asked of the reader's Mul.
import type { Program } from '../../../sandbox';
import type { ChallengeLabels } from '../challenge-labels';
import type { Question } from './check';
import { layerQuestions } from './layer-checks';

const k = 0.8;
type Rows = readonly (readonly number[])[];
const each = (rows: Rows, f: (v: number) => number) => rows.map((row) => row.map(f));
const sum = (a: Rows, b: Rows) =>
  a.reduce((all, row, n) => row.reduce((part, v, i) => part + v * b[n]![i]!, all), 0);

export function mulQuestions(program: Program, words: ChallengeLabels): readonly Question[] {
  return layerQuestions(
    program,
    {
      name: 'Mul',
      args: [],
      values: { k: [k] },
      formula: 'k x',
      x: [
        [0.5, -1.5],
        [2, 3],
        [-0.7, 1.25],
        [1.1, -2.4],
      ],
      forward: (x) => each(x, (v) => k * v),
      mistakes: (x, dOut) => ({
        forward: [{ gives: each(x, (v) => k + v), mistake: 'sumForProduct' }],
        dIn: [
          { gives: each(dOut, () => k), mistake: 'factorAlone' },
          {
            gives: x.map((row, n) => row.map((v, i) => v * dOut[n]![i]!)),
            mistake: 'inputForFactor',
          },
        ],
        parameters: {
          k: [
            {
              gives: [x.flat().reduce((a, b) => a + b, 0)],
              mistake: 'inputsAlone',
            },
            {
              gives: [dOut.flat().reduce((a, b) => a + b, 0)],
              mistake: 'gradientsAlone',
            },
            {
              gives: [sum(x, dOut) * k],
              mistake: 'factorTwice',
            },
            {
              gives: [sum(x, dOut) / x.length],
              mistake: 'batchDivided',
            },
            {
              gives: [x.at(-1)!.at(-1)! * dOut.at(-1)!.at(-1)!],
              mistake: 'lastNumber',
            },
          ],
        },
      }),
    },
    words,
  );
}
