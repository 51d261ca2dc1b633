// The challenge of the notebook: forward and backward of Linear.
import { layerQuestions } from '../checks/layer-checks';
import type { Challenge } from './challenge';

const code = `// Every output is a weighted sum of the inputs, plus a bias.
// B points in the batch, I inputs, O outputs: x is (B, I), w is (O, I), b is (O).
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
    this.input = x; // (B, I)
    // For each point a row of O outputs.
    return x.map((row) => this.w.map((weights, o) => ___));
  }

  backward(dOut) {
    // dOut is (B, O). Add every point's share to the gradients.
    dOut.forEach((row, n) =>
      row.forEach((d, o) => {
        this.grad_b[o] += ___;
        for (let i = 0; i < this.w[o].length; i++) {
          this.grad_w[o][i] += ___;
        }
      }),
    );
    // dObj/dIn, (B, I): an input acts on every output.
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

type Rows = readonly (readonly number[])[];
const w: Rows = [
  [0.5, -1.2, 0.8],
  [1.5, 0.3, -0.6],
];
const b = [0.7, -0.4];
const dot = (a: readonly number[], c: readonly number[]) => a.reduce((s, v, i) => s + v * c[i]!, 0);
const weigh = (x: Rows, bias: (o: number) => number) =>
  x.map((row) => w.map((weights, o) => dot(weights, row) + bias(o)));
const column = (rows: Rows, i: number) => rows.map((row) => row[i]!);
const total = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);

export const linear: Challenge = {
  name: 'linear',
  title: 'Write Linear',
  task: 'Fill the four holes. Forward first: it is checked by itself, before backward is looked at.',
  code,
  solution,
  hints: [
    'Forward: output o of a point is b[o] plus the sum over i of w[o][i] times row[i]. reduce can start from this.b[o].',
    'The bias acts on its output with slope 1, so each point adds d to grad_b[o]. A weight acts with the slope of its input, so each point adds d times this.input[n][i].',
    'An input acts on every output through its weight: dObj/dIn[i] is the sum over o of d times w[o][i].',
  ],
  defines: ['Linear'],
  questions: (program) =>
    layerQuestions(program, {
      name: 'Linear',
      args: [3, 2],
      values: { w, b },
      formula: 'x Wᵀ + b',
      x: [
        [0.5, -1.5, 2],
        [2, 3, -1],
        [-0.7, 1.25, 0.4],
        [1.1, -2.4, 0.9],
      ],
      forward: (x) => weigh(x, (o) => b[o]!),
      mistakes: (x, dOut) => {
        const shares = (n: number) => w.map((_, o) => x[n]!.map((v) => v * dOut[n]![o]!));
        return {
          forward: [
            { gives: weigh(x, () => 0), words: 'lacks the bias: add b[o] to each sum' },
            {
              gives: weigh(x, (o) => 3 * b[o]!),
              words: 'has the bias once for every input; it belongs to each sum once',
            },
            { gives: weigh(x, (o) => -b[o]!), words: 'has the bias subtracted; it must be added' },
            {
              gives: x.map(() => b),
              words: 'is the bias alone; the weighted sum of the inputs is missing',
            },
          ],
          dIn: [
            {
              gives: dOut.map(() => w[0]!.map((_, i) => total(column(w, i)))),
              words: 'is the sum of the weights alone; each must be multiplied by its dObj/dOut',
            },
            {
              gives: dOut.map((row) => w[0]!.map((_, i) => row[0]! * w[0]![i]!)),
              words: 'takes only the first output into account; sum over all outputs',
            },
            {
              gives: dOut.map((row) => w[0]!.map((_, i) => row.at(-1)! * w.at(-1)![i]!)),
              words: 'takes only the last output into account; sum over all outputs',
            },
            {
              gives: dOut.map((row) => w[0]!.map(() => total(row))),
              words: 'is the sum of dObj/dOut alone; each must be multiplied by its weight',
            },
          ],
          parameters: {
            w: [
              {
                gives: shares(x.length - 1),
                words:
                  'holds the last point’s share alone; add to it with += where = overwrites it',
              },
              {
                gives: shares(0),
                words: 'holds the first point’s share alone; go through all points of the batch',
              },
              {
                gives: w.map(() => x[0]!.map((_, i) => total(column(x, i)))),
                words: 'is the sum of the inputs alone; each must be multiplied by its dObj/dOut',
              },
              {
                gives: w.map((row, o) => row.map(() => total(column(dOut, o)))),
                words: 'is the sum of dObj/dOut alone; each must be multiplied by its input',
              },
              {
                gives: w.map((row, o) => row.map((v) => v * total(column(dOut, o)))),
                words:
                  'has the weight as a factor; the slope of the output by a weight is the input',
              },
            ],
            b: [
              {
                gives: [...dOut.at(-1)!],
                words:
                  'holds the last point’s share alone; add to it with += where = overwrites it',
              },
              {
                gives: [...dOut[0]!],
                words: 'holds the first point’s share alone; go through all points of the batch',
              },
              {
                gives: b.map(() => x.length),
                words: 'counts the points; each point adds its dObj/dOut',
              },
              {
                gives: b.map((v, o) => v * total(column(dOut, o))),
                words: 'has the bias as a factor; the slope of the output by its bias is 1',
              },
            ],
          },
        };
      },
    }),
  run: {
    data: { data: 'simple' },
    layers: [{ type: 'Linear', sizes: [2, 1], own: true }, { type: 'Sigmoid' }],
    learningRate: 0.1,
    epochs: 1000,
    words: 'The four points, and a perceptron of your Linear and a sigmoid.',
  },
};
