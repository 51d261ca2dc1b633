// The challenge of the training loop: one epoch, line by line.
import type { Numbers, Program } from '../../../sandbox';
import type { Question } from '../checks/check';
import { explain } from '../checks/explain';
import type { Challenge } from './challenge';

const code = `// One epoch on all points. model has forward, backward, zeroGrad and parameters;
// loss has forward(pred, target) and backward().
function trainEpoch(model, loss, x, y, lr) {
  // 1. Forget the gradients of the epoch before.
  ___;
  // 2. What does the model say, and how wrong is it?
  const pred = ___;
  loss.forward(pred, y);
  // 3. Back: first through the loss, then through the model.
  const dPred = loss.backward();
  ___;
  // 4. Move every number against its gradient.
  for (const { value, grad } of model.parameters()) {
    change(value, grad, (v, g) => ___);
  }
}

// Puts rule(v, g) in the place of every number v of a list, with its g of another list.
function change(values, grads, rule) {
  values.forEach((v, i) => {
    if (Array.isArray(v)) change(v, grads[i], rule);
    else values[i] = rule(v, grads[i]);
  });
}
`;

const solution = code
  .replace('  ___;\n  // 2', '  model.zeroGrad();\n  // 2')
  .replace('const pred = ___', 'const pred = model.forward(x)')
  .replace('  ___;\n  // 4', '  model.backward(dPred);\n  // 4')
  .replace('(v, g) => ___', '(v, g) => v - lr * g');

const x = [
  [1, 2],
  [2, 1],
  [3, 2],
  [2, 3],
];
const y = [[1], [1], [0], [0]];
const lr = 0.1;
const start = { w: [0.4, -0.3], b: 0.1 };

interface Answer {
  calls: { call: string; args: unknown[] }[];
  after: { name: string; value: unknown }[][];
}

// The perceptron's own epochs, by hand; each way of getting one wrong is a rule of its own.
function epochs(count: number, { keep = false, up = false, whole = false } = {}) {
  let { w, b } = { w: [...start.w], b: start.b };
  let grad = { w: [0, 0], b: 0 };
  for (let epoch = 0; epoch < count; epoch++) {
    if (!keep) grad = { w: [0, 0], b: 0 };
    x.forEach(([first, second], n) => {
      const z = w[0]! * first! + w[1]! * second! + b;
      const slope = 1 / (1 + Math.exp(-z)) - y[n]![0]!;
      grad = { w: [grad.w[0]! + slope * first!, grad.w[1]! + slope * second!], b: grad.b + slope };
    });
    const rate = (up ? 1 : -1) * (whole ? 1 : lr);
    w = w.map((v, i) => v + rate * grad.w[i]!);
    b += rate * grad.b;
  }
  return { '0.w': [w], '0.b': [b] } as Record<string, Numbers>;
}

function questions(program: Program): Question[] {
  const ask = async (count: number) =>
    (await program.ask({
      kind: 'loop',
      name: 'trainEpoch',
      x,
      y,
      lr,
      epochs: count,
      log: { values: { '0.w': [start.w], '0.b': [start.b] } },
    })) as Answer;
  const makes = (call: string, missing: string, given: Numbers | null) => async () => {
    const { calls } = await ask(1);
    const made = calls.find((entry) => entry.call === call);
    if (!made) return missing;
    if (given === null) return null;
    return explain(made.args[0], { name: `what ${call} was given`, want: given, batch: 4 });
  };
  const compare = (count: number, name: string) => async () => {
    const { after } = await ask(count);
    const want = epochs(count);
    for (const [parameter, value] of Object.entries(want)) {
      const known = (rule: Parameters<typeof epochs>[1], words: string) => ({
        gives: epochs(count, rule)[parameter]!,
        words,
      });
      const found = explain(after.at(-1)!.find((own) => own.name === parameter)?.value, {
        name: `${name}, ${parameter}`,
        want: value,
        batch: 4,
        known: [
          known({ up: true }, 'went up the slope; the loss falls against the gradient'),
          known({ whole: true }, 'went by the whole gradient; multiply it by lr'),
          known(
            { keep: true },
            'moved by the gradients of all epochs so far; set them to zero first',
          ),
          { gives: epochs(0)[parameter]!, words: 'has not changed' },
        ],
      });
      if (found) return found;
    }
    return null;
  };
  return [
    {
      title: 'the model is asked for all four points',
      ask: makes('model.forward', 'model.forward is never called; it must be given x', x),
    },
    {
      title: 'the gradient goes back through the model',
      ask: makes('model.backward', 'model.backward is never called; it must be given dPred', null),
    },
    {
      title: 'one epoch moves every number against its gradient',
      ask: compare(1, 'after an epoch'),
    },
    {
      title: 'the second epoch begins with gradients of zero',
      ask: compare(2, 'after two epochs'),
    },
  ];
}

export const trainingLoop: Challenge = {
  name: 'training-loop',
  title: 'Write the training loop',
  task: 'Fill the four holes of one epoch: forget, forward, backward, step.',
  code,
  solution,
  hints: [
    'backward adds to the gradients. What must happen to them before it does?',
    'The model takes all points at once: model.forward(x). The gradient goes the other way: model.backward(dPred).',
    'The gradient points up the slope. A step goes the other way: v - lr * g.',
  ],
  defines: ['trainEpoch'],
  questions,
  run: {
    data: { data: 'simple' },
    layers: [{ type: 'Linear', sizes: [2, 1] }, { type: 'Sigmoid' }],
    loop: 'trainEpoch',
    learningRate: 0.1,
    epochs: 1000,
    words: 'The four points, and a perceptron in your training loop.',
  },
};
