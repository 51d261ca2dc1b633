// The challenge of the notebook's first function: x ↦ x².
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

export const square: ChallengeSource = {
  name: 'square',
  code,
  solution,
  defines: ['Square'],
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
