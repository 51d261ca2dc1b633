// The challenge of the notebook: forward and backward of Linear.
import type { ChallengeSource } from './challenge';

const code = `// «0»
// «1»
class Linear {
  constructor(nIn, nOut) {
    this.w = Array.from({ length: nOut }, () => Array(nIn).fill(0));
    this.b = Array(nOut).fill(0);
    this.grad_w = Array.from({ length: nOut }, () => Array(nIn).fill(0));
    this.grad_b = Array(nOut).fill(0);
  }

  parameters() {
    return [
      { name: 'w', value: this.w, grad: this.grad_w },
      { name: 'b', value: this.b, grad: this.grad_b },
    ];
  }

  forward(x) {
    this.input = x; // «2»
    // «3»
    return x.map((row) => this.w.map((weights, o) => ___));
  }

  backward(dOut) {
    // «4»
    dOut.forEach((row, n) =>
      row.forEach((d, o) => {
        this.grad_b[o] += ___;
        for (let i = 0; i < this.w[o].length; i++) {
          this.grad_w[o][i] += ___;
        }
      }),
    );
    // «5»
    return dOut.map((row) => this.w[0].map((_, i) => ___));
  }
}
`;

const solution = code
  .replace(
    '(weights, o) => ___',
    '(weights, o) =>\n      weights.reduce((sum, weight, i) => sum + weight * row[i], this.b[o]),\n    ',
  )
  .replace('this.grad_b[o] += ___', 'this.grad_b[o] += d')
  .replace('this.grad_w[o][i] += ___', 'this.grad_w[o][i] += d * this.input[n][i]')
  .replace(
    '(_, i) => ___',
    '(_, i) =>\n      row.reduce((sum, d, o) => sum + d * this.w[o][i], 0),\n    ',
  );

export const linear: ChallengeSource = {
  name: 'linear',
  code,
  solution,
  defines: ['Linear'],
  run: {
    data: { data: 'simple' },
    layers: [{ type: 'Linear', sizes: [2, 1], own: true }, { type: 'Sigmoid' }],
    learningRate: 0.1,
    epochs: 1000,
  },
};
