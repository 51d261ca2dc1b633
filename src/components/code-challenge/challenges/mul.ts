// The challenge of the smallest layer that can learn: x ↦ k x.
import { layerQuestions } from '../checks/layer-checks';
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

const k = 0.8;
type Rows = readonly (readonly number[])[];
const each = (rows: Rows, f: (v: number) => number) => rows.map((row) => row.map(f));
const sum = (a: Rows, b: Rows) =>
  a.reduce((all, row, n) => row.reduce((part, v, i) => part + v * b[n]![i]!, all), 0);

export const mul: ChallengeSource = {
  name: 'mul',
  code,
  solution,
  defines: ['Mul'],
  questions: (program, words) =>
    layerQuestions(
      program,
      {
        name: 'Mul',
        args: [],
        values: { k: [k] },
        formula: 'k x',
        x: [
          [0.5, -1.5],
          [2, 3],
          [-0.7, 1.25],
          [1.1, -2.4],
        ],
        forward: (x) => each(x, (v) => k * v),
        mistakes: (x, dOut) => ({
          forward: [{ gives: each(x, (v) => k + v), mistake: 'sumForProduct' }],
          dIn: [
            { gives: each(dOut, () => k), mistake: 'factorAlone' },
            {
              gives: x.map((row, n) => row.map((v, i) => v * dOut[n]![i]!)),
              mistake: 'inputForFactor',
            },
          ],
          parameters: {
            k: [
              {
                gives: [x.flat().reduce((a, b) => a + b, 0)],
                mistake: 'inputsAlone',
              },
              {
                gives: [dOut.flat().reduce((a, b) => a + b, 0)],
                mistake: 'gradientsAlone',
              },
              {
                gives: [sum(x, dOut) * k],
                mistake: 'factorTwice',
              },
              {
                gives: [sum(x, dOut) / x.length],
                mistake: 'batchDivided',
              },
              {
                gives: [x.at(-1)!.at(-1)! * dOut.at(-1)!.at(-1)!],
                mistake: 'lastNumber',
              },
            ],
          },
        }),
      },
      words,
    ),
  run: {
    data: { data: 'gauss', points: 60, noise: 0.3 },
    layers: [{ type: 'Linear', sizes: [2, 1] }, { type: 'Mul', own: true }, { type: 'Sigmoid' }],
    learningRate: 0.003,
    epochs: 300,
  },
};
