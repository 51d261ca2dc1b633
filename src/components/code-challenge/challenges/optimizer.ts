// The challenge of the optimizer: made with the model, then zeroGrad and step.
import type { ChallengeSource } from './challenge';

const code = `// «0»
class Optimizer {
  constructor(model, { lr }) {
    // «1»
    this.parameters = model.parameters();
    this.lr = lr;
  }

  zeroGrad() {
    for (const { grad } of this.parameters) {
      change(grad, grad, () => ___);
    }
  }

  step() {
    for (const { value, grad } of this.parameters) {
      change(value, grad, (v, g) => ___);
    }
  }
}

// «2»
function change(values, grads, rule) {
  values.forEach((v, i) => {
    if (Array.isArray(v)) change(v, grads[i], rule);
    else values[i] = rule(v, grads[i]);
  });
}
`;

const solution = code
  .replace('() => ___', '() => 0')
  .replace('(v, g) => ___', '(v, g) => v - this.lr * g');

export const optimizer: ChallengeSource = {
  name: 'optimizer',
  code,
  solution,
  defines: ['Optimizer'],
  run: {
    data: { data: 'simple' },
    layers: [{ type: 'Linear', sizes: [2, 1] }, { type: 'Sigmoid' }],
    optimizer: 'Optimizer',
    learningRate: 0.1,
    epochs: 1000,
  },
};
