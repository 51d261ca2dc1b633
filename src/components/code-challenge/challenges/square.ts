// The challenge of the notebook's first function: x ↦ x².
import { layerQuestions } from '../checks/layer-checks';
import type { Challenge } from './challenge';

const code = `// x ↦ x², for every number of a batch: x is a list of rows, one row a point.
class Square {
  forward(x) {
    // Remember what backward will need.
    this.input = ___;
    return x.map((row) => row.map((v) => ___));
  }

  backward(dOut) {
    // dObj/dIn = dObj/dOut × dOut/dIn
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

export const square: Challenge = {
  name: 'square',
  title: 'Write Square',
  task: 'Fill the three holes: what forward remembers, what it returns, and the chain rule in backward.',
  code,
  solution,
  hints: [
    'The slope of x² is 2x, so backward must know the x that forward saw.',
    'In backward, n is the row and i the column: the number that forward saw there is this.input[n][i].',
    'dObj/dIn is dObj/dOut times the slope: d * 2 * this.input[n][i].',
  ],
  defines: ['Square'],
  questions: (program) =>
    layerQuestions(program, {
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
          { gives: each(x, (v) => 2 * v), words: 'is 2x; the square of x is x · x' },
          { gives: each(x, (v) => v), words: 'is x as it came in; it must be x · x' },
        ],
        dIn: [
          {
            gives: each(x, (v) => 2 * v),
            words: 'is the slope 2x alone; it must be multiplied by dObj/dOut',
          },
          {
            gives: each(x, (v, n, i) => v * dOut[n]![i]!),
            words: 'is half of what it must be: the slope of x² is 2x, not x',
          },
          {
            gives: each(x, (v, n, i) => v * v * dOut[n]![i]!),
            words: 'uses the value x² where the slope 2x belongs',
          },
          {
            gives: each(x, (_, n, i) => 2 * dOut[n]![i]!),
            words: 'uses the slope 2; the slope of x² at x is 2x',
          },
        ],
      }),
    }),
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
    words: 'Two circles, and a model with your Square between two Linear layers.',
  },
};
