// The challenge of the optimizer: made with the model, then zeroGrad and step.
import type { Program } from '../../../sandbox';
import type { Question } from '../checks/check';
import { explain } from '../checks/explain';
import type { Challenge } from './challenge';

const code = `// Made with a model; zeroGrad() before each step of training, step() after each backward.
class Optimizer {
  constructor(model, { lr }) {
    // [{ value, grad }, …]: lists of numbers, in one level or two, by reference.
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

// Puts rule(v, g) in the place of every number v of a list, with its g of another list.
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

const lr = 0.1;
const values: readonly { name: string; value: number[][] }[] = [
  { name: 'w', value: [[0.5, -1.2]] },
  { name: 'b', value: [[0.3]] },
];
const gradients = [
  [[[2, -1]], [[0.5]]],
  [[[-3, 0.25]], [[1.5]]],
];

type Stage = { value: unknown; grad: unknown }[];
type Answer = { cleared: Stage; stepped: Stage }[];

function questions(program: Program): Question[] {
  const ask = async () =>
    (await program.ask({
      kind: 'optimizer',
      name: 'Optimizer',
      options: { lr },
      values,
      gradients,
    })) as Answer;
  const each = (rows: number[][], other: number[][], rule: (v: number, g: number) => number) =>
    rows.map((row, n) => row.map((v, i) => rule(v, other[n]![i]!)));
  const after = (steps: number, rule: (v: number, g: number) => number) =>
    values.map(({ value }, p) =>
      gradients.slice(0, steps).reduce((now, gradient) => each(now, gradient[p]!, rule), value),
    );
  const compare = async (
    steps: number,
    words: string,
    mistakes: readonly [(v: number, g: number) => number, string][],
  ) => {
    const answers = await ask();
    const want = after(steps, (v, g) => v - lr * g);
    for (const [p, { name }] of values.entries()) {
      const found = explain(answers[steps - 1]!.stepped[p]!.value, {
        name: `${words}, ${name}`,
        want: want[p]!,
        batch: 1,
        known: mistakes.map(([rule, text]) => ({ gives: after(steps, rule)[p]!, words: text })),
      });
      if (found) return found;
    }
    return null;
  };
  return [
    {
      title: 'step moves every parameter against its gradient, by the learning rate',
      ask: () =>
        compare(1, 'after a step', [
          [(v) => v, 'has not changed; put the new number in its place'],
          [(v, g) => v + lr * g, 'went up the slope; the loss falls against the gradient'],
          [(v, g) => v - g, 'went by the whole gradient; multiply it by the learning rate'],
          [(_, g) => -lr * g, 'holds only the step; begin from the number that was there'],
          [(_, g) => lr * g, 'holds only the step; begin from the number that was there'],
          [
            (v, g) => v - lr * Math.sign(g),
            'went by the sign of the gradient alone; its size counts too',
          ],
        ]),
    },
    {
      title: 'zeroGrad sets every gradient to zero',
      ask: async () => {
        const answers = await ask();
        for (const [p, { name }] of values.entries()) {
          const found = explain(answers[1]!.cleared[p]!.grad, {
            name: `after zeroGrad, the gradient of ${name}`,
            want: gradients[0]![p]!.map((row) => row.map(() => 0)),
            batch: 1,
            known: [
              {
                gives: gradients[0]![p]!,
                words: 'is still there; put 0 in the place of every number',
              },
            ],
          });
          if (found) return found;
        }
        return null;
      },
    },
    {
      title: 'two steps of training follow one another',
      ask: () => compare(2, 'after two steps', []),
    },
  ];
}

export const optimizer: Challenge = {
  name: 'optimizer',
  title: 'Write an optimizer',
  task: 'Fill the two holes: what zeroGrad puts in the place of every gradient, and where step moves every number.',
  code,
  solution,
  hints: [
    'zeroGrad must make every gradient 0, whatever it was.',
    'The gradient points up the slope. A step goes the other way, by lr times the gradient.',
  ],
  defines: ['Optimizer'],
  questions,
  run: {
    data: { data: 'simple' },
    layers: [{ type: 'Linear', sizes: [2, 1] }, { type: 'Sigmoid' }],
    optimizer: 'Optimizer',
    learningRate: 0.1,
    epochs: 1000,
    words: 'The four points, and a perceptron that your optimizer trains.',
  },
};
