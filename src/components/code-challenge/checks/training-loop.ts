// What is asked of the reader's training loop.
import type { Numbers, Program } from '../../../sandbox';
import type { ChallengeLabels, MistakeName } from '../challenge-labels';
import type { Question } from './check';
import { explain, type Comparison } from './explain';

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

export function trainingLoopQuestions(program: Program, words: ChallengeLabels): Question[] {
  const { checkWords } = words;
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
  const makes = (call: string, wanted: string, given: Numbers | null) => async () => {
    const { calls } = await ask(1);
    const made = calls.find((entry) => entry.call === call);
    if (!made) return checkWords.notCalled(call, wanted);
    if (given === null) return null;
    const value = { kind: 'given', call } as const;
    return explain(made.args[0], { value, want: given, batch: 4 }, words);
  };
  const compare = (count: number) => async () => {
    const { after } = await ask(count);
    const want = epochs(count);
    for (const [parameter, value] of Object.entries(want)) {
      const known = (rule: Parameters<typeof epochs>[1], mistake: MistakeName) => ({
        gives: epochs(count, rule)[parameter]!,
        mistake,
      });
      const comparison: Comparison = {
        value: { kind: 'afterEpochs', epochs: count, name: parameter },
        want: value,
        batch: 4,
        known: [
          known({ up: true }, 'upTheSlope'),
          known({ whole: true }, 'wholeGradientByLr'),
          known({ keep: true }, 'gradientsKept'),
          { gives: epochs(0)[parameter]!, mistake: 'unchanged' },
        ],
      };
      const made = after.at(-1)!.find((own) => own.name === parameter)?.value;
      const found = explain(made, comparison, words);
      if (found) return found;
    }
    return null;
  };
  return [
    {
      title: checkWords.asked,
      ask: makes('model.forward', 'x', x),
    },
    {
      title: checkWords.goesBack,
      ask: makes('model.backward', 'dPred', null),
    },
    {
      title: checkWords.oneEpoch,
      ask: compare(1),
    },
    {
      title: checkWords.secondEpoch,
      ask: compare(2),
    },
  ];
}
