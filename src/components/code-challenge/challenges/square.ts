// The challenge of the notebook's first function: x ↦ x².
import { layerQuestions } from '../checks/layer-checks';
import type { ChallengeSource } from './challenge';

const code = `// «0»
class Square {
  forward(x) {
    // «1»
    this.input = ___;
    return x.map((row) => row.map((v) => ___));
  }

  backward(dOut) {
    // «2»
    return dOut.map((row, n) => row.map((d, i) => ___));
  }
}
`;

const solution = code
  .replace('this.input = ___', 'this.input = x')
  .replace('(v) => ___', '(v) => v * v')
  .replace('(d, i) => ___', '(d, i) => d * 2 * this.input[n][i]');

const each = (
  rows: readonly (readonly number[])[],
  f: (v: number, n: number, i: number) => number,
) => rows.map((row, n) => row.map((v, i) => f(v, n, i)));

export const square: ChallengeSource = {
  name: 'square',
  code,
  solution,
  defines: ['Square'],
  questions: (program, words) =>
    layerQuestions(
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
    ),
  run: {
    data: { data: 'circles', points: 80, noise: 0.1 },
    layers: [
      { type: 'Linear', sizes: [2, 4] },
      { type: 'Square', own: true },
      { type: 'Linear', sizes: [4, 1] },
      { type: 'Sigmoid' },
    ],
    learningRate: 0.004,
    epochs: 400,
  },
};
