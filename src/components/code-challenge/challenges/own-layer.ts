// The challenge without a right answer: a function of the reader's own, and its slope.
import { layerQuestions } from '../checks/layer-checks';
import type { Challenge } from './challenge';

const code = `// A function of your own, for every number by itself. Is it sin? Is it |x|? Has anybody used it?
class Mine {
  forward(x) {
    this.input = x;
    return x.map((row) => row.map((v) => ___));
  }

  backward(dOut) {
    // The slope of your function at the number that it saw.
    return dOut.map((row, n) =>
      row.map((d, i) => {
        const v = this.input[n][i];
        return d * ___;
      }),
    );
  }
}
`;

const solution = code
  .replace('(v) => ___', '(v) => v * Math.exp(-v * v)')
  .replace('d * ___', 'd * (1 - 2 * v * v) * Math.exp(-v * v)');

export const ownLayer: Challenge = {
  name: 'own-layer',
  title: 'A layer of your own',
  task: 'Choose any function of one number v, and write its slope. The slope is compared with the one measured on your forward.',
  code,
  solution,
  hints: [
    'A function that is no straight line will do: Math.sin(v), Math.abs(v), v * Math.exp(-v * v).',
    'The slope of Math.sin(v) is Math.cos(v); that of Math.abs(v) is Math.sign(v).',
  ],
  defines: ['Mine'],
  questions: (program) =>
    layerQuestions(program, {
      name: 'Mine',
      args: [],
      values: {},
      formula: 'a number for every number',
      x: [
        [0.53, -1.57],
        [2.13, 3.29],
        [-0.71, 1.23],
        [1.17, -2.41],
      ],
      forward: null,
    }),
  run: {
    data: { data: 'circles', points: 80, noise: 0.1 },
    layers: [
      { type: 'Linear', sizes: [2, 8] },
      { type: 'Mine', own: true },
      { type: 'Linear', sizes: [8, 1] },
      { type: 'Sigmoid' },
    ],
    learningRate: 0.01,
    epochs: 400,
    words: 'Two circles, and a model with your layer between two Linear layers.',
  },
};
