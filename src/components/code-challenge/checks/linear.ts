// What is asked of the reader's Linear.
import type { Program } from '../../../sandbox';
import type { ChallengeLabels } from '../challenge-labels';
import type { Question } from './check';
import { layerQuestions } from './layer-checks';

type Rows = readonly (readonly number[])[];
const w: Rows = [
  [0.5, -1.2, 0.8],
  [1.5, 0.3, -0.6],
];
const b = [0.7, -0.4];
const dot = (a: readonly number[], c: readonly number[]) => a.reduce((s, v, i) => s + v * c[i]!, 0);
const weigh = (x: Rows, bias: (o: number) => number) =>
  x.map((row) => w.map((weights, o) => dot(weights, row) + bias(o)));
const column = (rows: Rows, i: number) => rows.map((row) => row[i]!);
const total = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);

export function linearQuestions(program: Program, words: ChallengeLabels): readonly Question[] {
  return layerQuestions(
    program,
    {
      name: 'Linear',
      args: [3, 2],
      values: { w, b },
      formula: 'x Wᵀ + b',
      x: [
        [0.5, -1.5, 2],
        [2, 3, -1],
        [-0.7, 1.25, 0.4],
        [1.1, -2.4, 0.9],
      ],
      forward: (x) => weigh(x, (o) => b[o]!),
      mistakes: (x, dOut) => {
        const shares = (n: number) => w.map((_, o) => x[n]!.map((v) => v * dOut[n]![o]!));
        return {
          forward: [
            { gives: weigh(x, () => 0), mistake: 'biasMissing' },
            {
              gives: weigh(x, (o) => 3 * b[o]!),
              mistake: 'biasPerInput',
            },
            { gives: weigh(x, (o) => -b[o]!), mistake: 'biasSubtracted' },
            {
              gives: x.map(() => b),
              mistake: 'biasAlone',
            },
          ],
          dIn: [
            {
              gives: dOut.map(() => w[0]!.map((_, i) => total(column(w, i)))),
              mistake: 'weightsAlone',
            },
            {
              gives: dOut.map((row) => w[0]!.map((_, i) => row[0]! * w[0]![i]!)),
              mistake: 'firstOutput',
            },
            {
              gives: dOut.map((row) => w[0]!.map((_, i) => row.at(-1)! * w.at(-1)![i]!)),
              mistake: 'lastOutput',
            },
            {
              gives: dOut.map((row) => w[0]!.map(() => total(row))),
              mistake: 'gradientsWithoutWeights',
            },
          ],
          parameters: {
            w: [
              {
                gives: shares(x.length - 1),
                mistake: 'lastPoint',
              },
              {
                gives: shares(0),
                mistake: 'firstPoint',
              },
              {
                gives: w.map(() => x[0]!.map((_, i) => total(column(x, i)))),
                mistake: 'inputsAlone',
              },
              {
                gives: w.map((row, o) => row.map(() => total(column(dOut, o)))),
                mistake: 'gradientsAlone',
              },
              {
                gives: w.map((row, o) => row.map((v) => v * total(column(dOut, o)))),
                mistake: 'weightAsFactor',
              },
            ],
            b: [
              {
                gives: [...dOut.at(-1)!],
                mistake: 'lastPoint',
              },
              {
                gives: [...dOut[0]!],
                mistake: 'firstPoint',
              },
              {
                gives: b.map(() => x.length),
                mistake: 'pointsCounted',
              },
              {
                gives: b.map((v, o) => v * total(column(dOut, o))),
                mistake: 'biasAsFactor',
              },
            ],
          },
        };
      },
    },
    words,
  );
}
