// The challenge without a right answer: a function of the reader's own, and its slope.
import type { ChallengeSource } from './challenge';

const code = `// «0»
class Mine {
  forward(x) {
    this.input = x;
    return x.map((row) => row.map((v) => ___));
  }

  backward(dOut) {
    // «1»
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

export const ownLayer: ChallengeSource = {
  name: 'own-layer',
  code,
  solution,
  defines: ['Mine'],
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
  },
};
