// The challenge of the smallest layer that can learn: x ↦ k x.
import type { ChallengeSource } from './challenge';

const code = `// «0»
class Mul {
  constructor() {
    this.k = [0.5]; // «1»
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
    // «2»
    dOut.forEach((row, n) =>
      row.forEach((d, i) => {
        this.grad_k[0] += ___;
      }),
    );
    // «3»
    return dOut.map((row) => row.map((d) => ___));
  }
}
`;

const solution = code
  .replace('(v) => ___', '(v) => this.k[0] * v')
  .replace('+= ___', '+= d * this.input[n][i]')
  .replace('(d) => ___', '(d) => d * this.k[0]');

export const mul: ChallengeSource = {
  name: 'mul',
  code,
  solution,
  defines: ['Mul'],
  run: {
    data: { data: 'gauss', points: 60, noise: 0.3 },
    layers: [{ type: 'Linear', sizes: [2, 1] }, { type: 'Mul', own: true }, { type: 'Sigmoid' }],
    learningRate: 0.003,
    epochs: 300,
  },
};
