// The gradients of a layer's parameters as formulas: what the batch adds, sample by sample.
import {
  adds,
  beside,
  dot,
  equals,
  partial,
  placeIn,
  shortSum,
  term,
  times,
  total,
  transposed,
  type Formula,
} from './formula';
import { derivative } from './names';
import type { Entries } from './layer-formulas';

/** What is added to the gradient of a parameter. */
export interface ParameterFormulas {
  /** With symbols: ∂E/∂k += ∂E/∂M · v. */
  formula: Formula;
  /** With the numbers of one of its entries: ∂E/∂k = 42 × 42 = 1764. */
  numbers: (index: number) => Formula;
}

/** Those of all parameters of a layer, by their names there. */
export function parameterFormulas(entry: Entries): Record<string, ParameterFormulas> {
  const { step, names } = entry;
  return Object.fromEntries(
    step.parameters.map(({ name, added }) => {
      const by = names.parameters[name] ?? name;
      const gradient = derivative(names.objective, by);
      const left = (index: number) => partial(names.objective, by, [], placeIn(added.shape, index));
      return [
        name,
        {
          formula: adds(partial(names.objective, by), withSymbols(entry, name, by)),
          numbers: (index) =>
            equals(
              left(index),
              shortSum(summands(entry, name, index)),
              entry.number(added.data[index]!, gradient),
            ),
        },
      ];
    }),
  );
}

function withSymbols(entry: Entries, name: string, by: string): Formula {
  const { step, names, isTop, samples, widths } = entry;
  const { output, input, objective } = names;
  const incoming = partial(objective, output);
  const isSum = samples * widths.output > 1;
  const summed = (of: Formula) => (isSum ? total(widths.output > 1 ? 'b,u' : 'b', of) : of);
  const overBatch = (of: Formula) => (samples > 1 ? total('b', of) : of);
  switch (`${step.type}.${name}`) {
    case 'Mul.k':
      return isTop ? term(input) : summed(dot(incoming, term(input)));
    case 'Linear.weight':
      return isTop ? term(input) : beside(transposed(incoming), term(input));
    case 'Linear.bias':
    case 'LayerNorm.bias':
      return isTop ? { kind: 'number', text: '1', isNegative: false } : overBatch(incoming);
    default:
      return isTop ? partial(output, by) : overBatch(dot(incoming, partial(output, by)));
  }
}

function summands(entry: Entries, name: string, index: number): Formula[] {
  const { step, samples, widths, isTop } = entry;
  const batch = Array.from({ length: samples }, (_, sample) => sample);
  const product = (sample: number, unit: number, factor: Formula) =>
    isTop ? factor : times(entry.gradOut(sample, unit), factor);
  switch (`${step.type}.${name}`) {
    case 'Mul.k':
      // Over the batch and the units, there are too many products to be told one by one.
      if (samples > 1 && widths.output > 1) break;
      return batch.flatMap((sample) =>
        Array.from({ length: widths.output }, (_, unit) =>
          product(sample, unit, entry.input(sample, unit)),
        ),
      );
    case 'Linear.weight': {
      const [unit, by] = [Math.floor(index / widths.input), index % widths.input];
      return batch.map((sample) => product(sample, unit, entry.input(sample, by)));
    }
    case 'Linear.bias':
    case 'LayerNorm.bias':
      return isTop ? [] : batch.map((sample) => entry.gradOut(sample, index));
    default:
  }
  const { shares } = step.parameters.find((own) => own.name === name)!;
  return shares.length === 1 ? [] : shares.map(({ data }) => entry.number(data[index]!));
}
