// Terms: the tensors that the names in a piece of code stand for.
import type { Tensor, TraceStep } from '../../engine';
import { derivative, type StepNames } from '../formula';

/** A tensor that code speaks of. */
export interface CodeTerm {
  /** Its id among the terms of a page, for `data-term`: `F2`, `dL_dF2`. */
  id: string;
  /** How it is written for readers: `F2`, `∂L/∂F2`. */
  name: string;
  /** Its numbers, as far as they are known. */
  value?: Tensor;
}

/** The terms by what stands for them in an excerpt: `input`, `parameter.weight`. */
export type CodeTerms = Readonly<Record<string, CodeTerm>>;

/**
 * The terms of a layer's code.
 *
 * @param step what the layer did
 * @param names what its values are called
 */
export function termsOfStep(step: TraceStep, names: StepNames): CodeTerms {
  const { input, output, objective, place } = names;
  const slope = (top: string, bottom: string, value: Tensor): CodeTerm => ({
    id: derivative(top, bottom),
    name: `∂${top}/∂${bottom}`,
    value,
  });
  const plain = (name: string, value: Tensor): CodeTerm => ({ id: name, name, value });
  const terms: Record<string, CodeTerm> = {
    input: plain(input, step.input),
    output: plain(output, step.output),
    dOut: slope(objective, output, step.gradOut),
    dIn: slope(objective, input, step.gradIn),
    local: slope(output, input, step.local.value),
  };
  for (const { name, value, added } of step.parameters) {
    const called = names.parameters[name] ?? `${name}${place}`;
    terms[`parameter.${name}`] = plain(called, value);
    terms[`gradient.${name}`] = slope(objective, called, added);
  }
  for (const { name, value } of step.remembers) {
    terms[`memory.${name}`] = { id: `${name}${place}`, name, value };
  }
  return terms;
}
