// What a layer must do, asked of the reader's: shapes, values, slopes, and adding up.
import type { Numbers, Program } from '../../../sandbox';
import type { ChallengeLabels } from '../challenge-labels';
import type { Question } from './check';
import { explain, explainForm, type KnownMistake } from './explain';
import { flat, refill, shapeOf } from './lists';
import { callLayer, measureSlopes, type LayerAnswer, type LayerCase } from './slopes';

/** A layer to be checked, on one batch. */
export interface LayerSpec extends LayerCase {
  /** Four points, shape (4, I). */
  x: readonly (readonly number[])[];
  /** What forward must give; null where any function will do. */
  forward: ((x: readonly (readonly number[])[]) => number[][]) | null;
  /** The formula of forward, for a sentence; null for a function of the reader's choice. */
  formula: string | null;
  /** What others got wrong in forward, and in each gradient. */
  mistakes?: (
    x: readonly (readonly number[])[],
    dOut: readonly (readonly number[])[],
  ) => {
    forward?: readonly KnownMistake[];
    dIn?: readonly KnownMistake[];
    parameters?: Readonly<Record<string, readonly KnownMistake[]>>;
  };
}

// Measured slopes are good to about ten digits less than the numbers themselves.
const measuring = 1e-6;

/** The questions to a layer, in the order in which a reader builds it. */
export function layerQuestions(
  program: Program,
  spec: LayerSpec,
  words: ChallengeLabels,
): Question[] {
  const { x } = spec;
  const { checkWords } = words;
  const formula = spec.formula ?? checkWords.anyFunction;
  const call = (steps: Parameters<typeof callLayer>[2]) => callLayer(program, spec, steps);
  const forward = async (batch: LayerSpec['x']) => {
    const [answer] = await call([{ call: 'forward', given: batch }]);
    return answer!.result;
  };
  const slopesFor = async (batch: LayerSpec['x']) => {
    const dOut = gradientLike((await forward(batch)) as Numbers);
    return { dOut, ...(await measureSlopes(program, spec, batch, dOut)) };
  };
  const backward = async (batch: LayerSpec['x'], dOut: Numbers, times: number) => {
    const once = [
      { call: 'forward', given: batch },
      { call: 'backward', given: dOut },
    ] as const;
    const answers = await call(Array.from({ length: times }, () => once).flat());
    return answers.at(-1)!;
  };
  const known = (batch: LayerSpec['x'], dOut: Numbers) =>
    spec.mistakes?.(batch, dOut as number[][]) ?? {};

  const asksForward = (batch: LayerSpec['x']): Question => ({
    title: checkWords.forward(formula, batch.length),
    ask: async () => {
      const out = await forward(batch);
      if (!spec.forward) {
        return explainForm(out, { kind: 'output' }, [batch.length, batch[0]!.length], words);
      }
      const want = spec.forward(batch);
      const comparison = {
        value: { kind: 'output' },
        want,
        batch: batch.length,
        known: known(batch, gradientLike(want)).forward,
      } as const;
      return explain(out, comparison, words);
    },
  });

  const asksInput = (batch: LayerSpec['x']): Question => ({
    title: checkWords.input(batch.length),
    ask: async () => {
      const { dOut, dIn } = await slopesFor(batch);
      const { result } = await backward(batch, dOut, 1);
      const comparison = {
        value: { kind: 'named', name: 'dObj/dIn' },
        want: dIn,
        batch: batch.length,
        known: [{ gives: dOut, mistake: 'gradientPassedOn' }, ...(known(batch, dOut).dIn ?? [])],
        tolerance: measuring,
      } as const;
      return explain(result, comparison, words);
    },
  });

  const asksParameter = (name: string, batch: LayerSpec['x']): Question => ({
    title: checkWords.parameter(`grad_${name}`, batch.length),
    ask: async () => {
      const { dOut, parameters } = await slopesFor(batch);
      const answer = await backward(batch, dOut, 1);
      const comparison = {
        value: { kind: 'named', name: `grad_${name}` },
        want: parameters[name]!,
        batch: batch.length,
        known: known(batch, dOut).parameters?.[name] ?? [],
        tolerance: measuring,
      } as const;
      return explain(gradOf(answer, name), comparison, words);
    },
  });

  const asksToAddUp = (name: string): Question => ({
    title: checkWords.addsUp(`grad_${name}`),
    ask: async () => {
      const { dOut, parameters } = await slopesFor(x);
      const answer = await backward(x, dOut, 2);
      const once = parameters[name]!;
      const comparison = {
        value: { kind: 'afterTwoCalls', name: `grad_${name}` },
        want: refill(
          once,
          flat(once).map((slope) => 2 * slope),
        ),
        batch: x.length,
        known: [{ gives: once, mistake: 'onlySecond' }],
        tolerance: measuring,
      } as const;
      return explain(gradOf(answer, name), comparison, words);
    },
  });

  const one = x.slice(0, 1);
  const names = Object.keys(spec.values);
  return [
    asksForward(one),
    asksForward(x),
    asksInput(x),
    asksInput(one),
    ...names.flatMap((name) => [asksParameter(name, x), asksParameter(name, one)]),
    ...names.map(asksToAddUp),
  ];
}

function gradOf({ parameters }: LayerAnswer, name: string): unknown {
  return parameters.find((parameter) => parameter.name === name)?.grad;
}

// No two alike and none simple, so that no wrong rule is right by chance.
function gradientLike(out: Numbers): Numbers {
  const count = shapeOf(out) ? flat(out).length : 0;
  return refill(
    out,
    Array.from({ length: count }, (_, i) => 0.7 - 0.45 * i + 0.11 * i * i),
  );
}
