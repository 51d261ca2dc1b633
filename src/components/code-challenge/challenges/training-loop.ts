// The challenge of the training loop: one epoch, line by line.
import type { ChallengeSource } from './challenge';

const code = `// «0»
// «1»
function trainEpoch(model, loss, x, y, lr) {
  // «2»
  ___;
  // «3»
  const pred = ___;
  loss.forward(pred, y);
  // «4»
  const dPred = loss.backward();
  ___;
  // «5»
  for (const { value, grad } of model.parameters()) {
    change(value, grad, (v, g) => ___);
  }
}

// «6»
function change(values, grads, rule) {
  values.forEach((v, i) => {
    if (Array.isArray(v)) change(v, grads[i], rule);
    else values[i] = rule(v, grads[i]);
  });
}
`;

const solution = code
  .replace('  ___;\n  // «3»', '  model.zeroGrad();\n  // «3»')
  .replace('const pred = ___', 'const pred = model.forward(x)')
  .replace('  ___;\n  // «5»', '  model.backward(dPred);\n  // «5»')
  .replace('(v, g) => ___', '(v, g) => v - lr * g');

export const trainingLoop: ChallengeSource = {
  name: 'training-loop',
  code,
  solution,
  defines: ['trainEpoch'],
  run: {
    data: { data: 'simple' },
    layers: [{ type: 'Linear', sizes: [2, 1] }, { type: 'Sigmoid' }],
    loop: 'trainEpoch',
    learningRate: 0.1,
    epochs: 1000,
  },
};
