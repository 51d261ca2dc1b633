// A neuron's numbers: its bias, and the weights that lead to it.
import type { Trainer } from '../../trainer';
import type { Column } from './columns';
import { numberOf } from './edits';
import type { NetworkGraphLabels } from './labels';
import type { Neuron } from './layout';
import type { NeuronNumber } from './number-editor';

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

/** A neuron in words, with its bias and its strongest weight. */
export function spoken(
  trainer: Trainer,
  columns: readonly Column[],
  column: number,
  unit: number,
  words: NetworkGraphLabels,
): string {
  const own = columns[column]!;
  const name = words.neuron(own, unit);
  if (own.linear < 0) return words.spokenNeuron(name, null, null);
  const before = columns[column - 1]!;
  let strongest: { name: string; weight: number } | null = null;
  for (let from = 0; from < before.units; from++) {
    const weight = numberOf(trainer, `${own.linear}.weight`, unit * before.units + from);
    if (strongest === null || Math.abs(weight) > Math.abs(strongest.weight)) {
      strongest = { name: words.neuron(before, from), weight };
    }
  }
  return words.spokenNeuron(name, numberOf(trainer, `${own.linear}.bias`, unit), strongest);
}
