// Numerical slopes: each gradient of a chain measured, by moving a number a little.
import { NonFiniteError, numericalSlope, type Tensor } from '../../engine';
import { derivative, placeIn, placeText } from '../formula';
import type { Chain } from './chain';
import { slopeTerm } from './names';

/** A number that can be moved, and what back-propagation says of it. */
export interface SlopeTarget {
  /** `x`, or a parameter's name. */
  by: string;
  /** The term of the gradient. */
  term: string;
  /** The numbers that `by` stands for; those of the batch for the input. */
  value: Tensor;
  /** What back-propagation says of each of them. */
  gradient: Tensor;
}

/** Everything that the objective can be differentiated by: the parameters, and the input. */
export function slopeTargets({ names, steps, source }: Chain): SlopeTarget[] {
  if (!steps || steps.length === 0) return [];
  const { nodes, objective, layers } = names;
  const targets: SlopeTarget[] = [
    {
      by: nodes[0]!,
      term: slopeTerm(names, nodes.length - 1, 0),
      value: source.x,
      gradient: steps[0]!.gradIn,
    },
  ];
  for (let place = steps.length - 1; place >= 0; place--) {
    const live = steps[place]!.layer.parameters();
    steps[place]!.parameters.forEach(({ name, added }, i) => {
      const by = layers[place]!.parameters[name]!;
      const { value } = live[i]!;
      targets.push({ by, term: derivative(objective, by), value, gradient: added });
    });
  }
  return targets;
}

/** The place of the gradient's largest number, which tells most. */
export function steepest({ gradient }: SlopeTarget, from = 0, to = gradient.size): number {
  let best = from;
  for (let i = from; i < to; i++) {
    if (Math.abs(gradient.data[i]!) > Math.abs(gradient.data[best]!)) best = i;
  }
  return best;
}

/**
 * The objective's slope by one number, (f(v + ε) − f(v)) / ε. Everything is put back as it was.
 *
 * @returns NaN if the objective is too large to be measured
 */
export function measure(chain: Chain, target: SlopeTarget, index: number, epsilon: number): number {
  const { model, loss, target: goal, x } = chain.source;
  const isInput = target.value === x;
  const input = isInput ? x.clone() : x;
  const { data } = isInput ? input : target.value;
  const objective = () => {
    const output = model.predict(input);
    if (loss && goal) return loss.evaluate(output, goal);
    return output.data.reduce((sum, value) => sum + value, 0);
  };
  try {
    return numericalSlope(objective, data, index, epsilon, 'forward');
  } catch (error) {
    if (error instanceof NonFiniteError) return NaN;
    throw error;
  }
}

/** A number's place in words: `[2, 0]`; nothing for a single number. */
export function placeTextOf({ value }: SlopeTarget, index: number): string {
  return placeText(placeIn(value.shape, index));
}
