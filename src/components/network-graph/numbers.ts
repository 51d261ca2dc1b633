// A neuron's numbers: its bias, and the weights that lead to it.
import type { Column } from './columns';
import type { NetworkGraphLabels } from './labels';
import type { Neuron } from './layout';
import type { NeuronNumber } from './number-editor';
import type { Values } from './values';

/** The bias first, then a weight for each neuron of the column before. */
export function numbersOf(
  columns: readonly Column[],
  { column, unit }: Neuron,
  words: NetworkGraphLabels,
): NeuronNumber[] {
  const { linear } = columns[column]!;
  if (linear < 0) return [];
  const before = columns[column - 1]!;
  const weights = Array.from({ length: before.units }, (_, from) => ({
    name: `${linear}.weight`,
    place: unit * before.units + from,
    label: words.weightFrom(words.neuron(before, from)),
  }));
  return [{ name: `${linear}.bias`, place: unit, label: words.bias }, ...weights];
}

/**
 * A neuron in words, with its bias and its strongest weight.
 *
 * @param values the model's parameters by name
 */
export function spoken(
  values: Values['values'],
  columns: readonly Column[],
  { column, unit }: Pick<Neuron, 'column' | 'unit'>,
  words: NetworkGraphLabels,
): string {
  const own = columns[column]!;
  const name = words.neuron(own, unit);
  if (own.linear < 0) return words.spokenNeuron(name, null, null);
  const before = columns[column - 1]!;
  // While a change of the model is on its way, the columns are those of the one before.
  const numberOf = (name: string, place: number) => values.get(name)?.[place] ?? 0;
  const weightFrom = (from: number) => numberOf(`${own.linear}.weight`, unit * before.units + from);
  let strongest = 0;
  for (let from = 1; from < before.units; from++) {
    if (Math.abs(weightFrom(from)) > Math.abs(weightFrom(strongest))) strongest = from;
  }
  return words.spokenNeuron(name, numberOf(`${own.linear}.bias`, unit), {
    name: words.neuron(before, strongest),
    weight: weightFrom(strongest),
  });
}
