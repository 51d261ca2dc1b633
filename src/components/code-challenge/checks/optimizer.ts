// What is asked of the reader's optimizer.
import type { Program } from '../../../sandbox';
import type { ChallengeLabels, MistakeName } from '../challenge-labels';
import type { Question } from './check';
import { explain } from './explain';

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

export function optimizerQuestions(program: Program, words: ChallengeLabels): Question[] {
  const { checkWords } = words;
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
    mistakes: readonly [(v: number, g: number) => number, MistakeName][],
  ) => {
    const answers = await ask();
    const want = after(steps, (v, g) => v - lr * g);
    for (const [p, { name }] of values.entries()) {
      const comparison = {
        value: { kind: 'afterSteps', steps, name },
        want: want[p]!,
        batch: 1,
        known: mistakes.map(([rule, mistake]) => ({ gives: after(steps, rule)[p]!, mistake })),
      } as const;
      const found = explain(answers[steps - 1]!.stepped[p]!.value, comparison, words);
      if (found) return found;
    }
    return null;
  };
  return [
    {
      title: checkWords.step,
      ask: () =>
        compare(1, [
          [(v) => v, 'untouched'],
          [(v, g) => v + lr * g, 'upTheSlope'],
          [(v, g) => v - g, 'wholeGradient'],
          [(_, g) => -lr * g, 'stepAlone'],
          [(_, g) => lr * g, 'stepAlone'],
          [(v, g) => v - lr * Math.sign(g), 'signAlone'],
        ]),
    },
    {
      title: checkWords.zeroGrad,
      ask: async () => {
        const answers = await ask();
        for (const [p, { name }] of values.entries()) {
          const comparison = {
            value: { kind: 'afterZeroGrad', name },
            want: gradients[0]![p]!.map((row) => row.map(() => 0)),
            batch: 1,
            known: [{ gives: gradients[0]![p]!, mistake: 'notCleared' }],
          } as const;
          const found = explain(answers[1]!.cleared[p]!.grad, comparison, words);
          if (found) return found;
        }
        return null;
      },
    },
    {
      title: checkWords.twoSteps,
      ask: () => compare(2, []),
    },
  ];
}
