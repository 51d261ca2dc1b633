// What the figures of a Linear layer take from a step of a trace.
import { Tensor, ensure, type TraceStep } from '../../engine';
import type { StepNames } from '../formula';
import { decimalsFor } from './digits';
import type { Factor } from './entry-sum';
import type { ProductLabels } from './labels';
import { at, matrixOf, transpose, type Entry, type Matrix } from './matrix';

/** A parameter with its name. */
export function parameterOf(step: TraceStep, names: StepNames, name: string) {
  const parameter = step.parameters.find((one) => one.name === name);
  return parameter && { ...parameter, shown: names.parameters[name] ?? name };
}

/**
 * The weight of a step, (O, I).
 *
 * @throws PancakeError if the step is not one of a Linear layer
 */
export function weightOf(step: TraceStep, names: StepNames, figure: string) {
  const weight = parameterOf(step, names, 'weight');
  const [outputs, inputs] = weight?.value.shape ?? [];
  ensure(
    weight?.value.shape.length === 2 &&
      step.input.shape.length === 2 &&
      step.input.shape[1] === inputs &&
      step.output.shape[1] === outputs,
    () =>
      `${figure} got a step of ${step.description}; it needs one of Linear, with a weight of shape (outputs, inputs)`,
  );
  return weight;
}

/** A matrix turned over, as a tensor. */
export function turned(tensor: Tensor): Tensor {
  const { data, rows, columns } = transpose(matrixOf(tensor));
  return new Tensor(data, [rows, columns]);
}

/** A tensor as factors of sums. */
export function factorsOf(tensor: Tensor, name: string, term: string, words: ProductLabels) {
  const matrix: Matrix = matrixOf(tensor);
  const decimals = decimalsFor(tensor.data);
  return (entry: Entry): Factor => ({
    name: words.entry(name, tensor.shape.length === 1 ? [entry[1]] : entry),
    term,
    value: at(matrix, entry),
    decimals,
  });
}

/** The entry chosen, if the product still has it. */
export function within(entry: Entry | null, { shape }: Tensor): Entry | null {
  if (!entry) return null;
  const { rows, columns } = matrixOf({ data: new Float64Array(), shape } as Tensor);
  return entry[0] < rows && entry[1] < columns ? entry : null;
}
