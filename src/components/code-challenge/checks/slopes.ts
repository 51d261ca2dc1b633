// Slopes measured on the reader's own forward: central differences, one number at a time.
import type { NamedNumbers, Numbers, Program } from '../../../sandbox';
import { flat, refill, shapeOf } from './lists';

/** A layer with its values, as it is called in the sandbox. */
export interface LayerCase {
  name: string;
  args: readonly number[];
  values: NamedNumbers;
}

/** What one call of a layer left behind. */
export interface LayerAnswer {
  result: unknown;
  parameters: { name: string; value: unknown; grad: unknown }[];
}

/** Far enough for rounding not to matter, and near enough for the curve not to. */
const eps = 1e-5;

/** Calls a layer of the program, one call after the other. */
export async function callLayer(
  program: Program,
  { name, args, values }: LayerCase,
  steps: readonly { call: 'forward' | 'backward'; given: Numbers }[],
): Promise<LayerAnswer[]> {
  const answers = await program.ask({ kind: 'layer', name, args, values, steps });
  return Array.isArray(answers) ? (answers as LayerAnswer[]) : [];
}

/**
 * d(Σ dOut · forward)/d(the input and each parameter), by measurement.
 *
 * @param x the input, shape (B, I)
 * @param dOut shape (B, O)
 */
export async function measureSlopes(
  program: Program,
  layer: LayerCase,
  x: Numbers,
  dOut: Numbers,
): Promise<{ dIn: Numbers; parameters: NamedNumbers }> {
  const objective = (answer: LayerAnswer | undefined) => {
    const out = answer && shapeOf(answer.result) ? flat(answer.result as Numbers) : [];
    return flat(dOut).reduce((sum, slope, i) => sum + slope * out[i]!, 0);
  };
  const slope = (above: LayerAnswer | undefined, below: LayerAnswer | undefined) =>
    (objective(above) - objective(below)) / (2 * eps);

  const answers = await callLayer(
    program,
    layer,
    nudged(x).map((given) => ({ call: 'forward', given })),
  );
  const dIn = refill(
    x,
    flat(x).map((_, i) => slope(answers[2 * i], answers[2 * i + 1])),
  );

  const parameters: Record<string, Numbers> = {};
  for (const [name, value] of Object.entries(layer.values)) {
    const tries = nudged(value).map((moved) =>
      callLayer(program, { ...layer, values: { ...layer.values, [name]: moved } }, [
        { call: 'forward', given: x },
      ]),
    );
    const results = await Promise.all(tries);
    parameters[name] = refill(
      value,
      flat(value).map((_, i) => slope(results[2 * i]?.[0], results[2 * i + 1]?.[0])),
    );
  }
  return { dIn, parameters };
}

// Each number a little more, then a little less, the others as they are.
function nudged(value: Numbers): Numbers[] {
  const numbers = flat(value);
  return numbers.flatMap((_, i) =>
    [eps, -eps].map((by) =>
      refill(
        value,
        numbers.map((number, j) => (j === i ? number + by : number)),
      ),
    ),
  );
}
