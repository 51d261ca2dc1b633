// The challenge of the smallest layer that can learn: x ↦ k x.
import { layerQuestions } from '../checks/layer-checks';
import type { Challenge } from './challenge';

const code = `// x ↦ k x, with one trainable number k, the same for every number of the batch.
class Mul {
  constructor() {
    this.k = [0.5]; // a list, so that it can be handed out by reference
    this.grad_k = [0];
  }

  parameters() {
    return [{ name: 'k', value: this.k, grad: this.grad_k }];
  }

  forward(x) {
    this.input = x;
    return x.map((row) => row.map((v) => ___));
  }

  backward(dOut) {
    // Each number of the batch adds its share: dObj/dOut × dOut/dk.
    dOut.forEach((row, n) =>
      row.forEach((d, i) => {
        this.grad_k[0] += ___;
      }),
    );
    // dObj/dIn = dObj/dOut × dOut/dIn
    return dOut.map((row) => row.map((d) => ___));
  }
}
`;

const solution = code
  .replace('(v) => ___', '(v) => this.k[0] * v')
  .replace('+= ___', '+= d * this.input[n][i]')
  .replace('(d) => ___', '(d) => d * this.k[0]');

const k = 0.8;
type Rows = readonly (readonly number[])[];
const each = (rows: Rows, f: (v: number) => number) => rows.map((row) => row.map(f));
const sum = (a: Rows, b: Rows) =>
  a.reduce((all, row, n) => row.reduce((part, v, i) => part + v * b[n]![i]!, all), 0);

export const mul: Challenge = {
  name: 'mul',
  title: 'Write Mul',
  task: 'Fill the three holes: k x in forward, and in backward the gradient of k and that of the input.',
  code,
  solution,
  hints: [
    'M = k v has two slopes: dM/dv = k, and dM/dk = v.',
    'k is in a list: its number is this.k[0]. The v that belongs to d is this.input[n][i].',
    'grad_k grows by d * this.input[n][i], and the input gets d * this.k[0].',
  ],
  defines: ['Mul'],
  questions: (program) =>
    layerQuestions(program, {
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
        forward: [{ gives: each(x, (v) => k + v), words: 'is k + x; it must be k · x' }],
        dIn: [
          { gives: each(dOut, () => k), words: 'is k alone; it must be multiplied by dObj/dOut' },
          {
            gives: x.map((row, n) => row.map((v, i) => v * dOut[n]![i]!)),
            words: 'uses the input where the slope dOut/dIn = k belongs',
          },
        ],
        parameters: {
          k: [
            {
              gives: [x.flat().reduce((a, b) => a + b, 0)],
              words: 'is the sum of the inputs alone; each must be multiplied by its dObj/dOut',
            },
            {
              gives: [dOut.flat().reduce((a, b) => a + b, 0)],
              words: 'is the sum of dObj/dOut alone; each must be multiplied by its input',
            },
            {
              gives: [sum(x, dOut) * k],
              words: 'has k as a factor; the slope dOut/dk is the input alone',
            },
            {
              gives: [sum(x, dOut) / x.length],
              words: `is ${x.length} times too small: sum over the batch, without dividing`,
            },
            {
              gives: [x.at(-1)!.at(-1)! * dOut.at(-1)!.at(-1)!],
              words: 'holds the last number’s share alone; add to it with += where = overwrites it',
            },
          ],
        },
      }),
    }),
  run: {
    data: { data: 'gauss', points: 60, noise: 0.3 },
    layers: [{ type: 'Linear', sizes: [2, 1] }, { type: 'Mul', own: true }, { type: 'Sigmoid' }],
    learningRate: 0.003,
    epochs: 300,
    words:
      'Two clouds, and a perceptron with your Mul before the sigmoid: as k grows, the boundary gets sharper.',
  },
};
