// Reshaping: a model of another shape, with the parameters of all that did not change.
import {
  Dropout,
  Features,
  Linear,
  Sequential,
  createActivation,
  ensure,
  fromJSON,
  show,
  type ActivationName,
  type FeatureName,
  type Layer,
  type Rng,
} from '../engine';
import { inOrder, type Architecture, type Reshape } from './architecture';

/** A layer to be built: which neurons of the old layer it keeps; -1 for a new one. */
interface PlannedLayer {
  /** Which hidden layer it was, or -1. */
  from: number;
  units: number[];
  activation: ActivationName | null;
  /** The layer that makes the activation now, to be made again with its options. */
  activationLayer: Layer | null;
  dropout: number;
}

interface Plan {
  features: readonly FeatureName[] | null;
  /** Which of the old inputs each input is; -1 for a new one. */
  inputs: number[];
  hidden: PlannedLayer[];
}

/** The numbers that a parameter keeps: for each of its entries the old entry, or -1. */
interface Kept {
  /** The old parameter's name, and the new one's. */
  from: string;
  to: string;
  places: Int32Array;
}

/** A model of another shape. */
export interface Reshaped {
  model: Sequential;
  kept: readonly Kept[];
}

/**
 * Makes the model of another shape, with new parameters throughout; `keep` then copies those that
 * did not change.
 *
 * @param rng where the new parameters are drawn from
 * @throws PancakeError if the change makes no sense for this model
 */
export function reshape(model: Sequential, old: Architecture, change: Reshape, rng: Rng): Reshaped {
  const plan = changePlan(planOf(model, old), old, change);
  const layers: Layer[] = plan.features ? [new Features(plan.features)] : [];
  const kept: Kept[] = [];
  const add = (units: number[], from: number, before: number[], follows: boolean) => {
    const oldPlace = from === -1 ? -1 : (old.hidden[from]?.place ?? old.outputPlace);
    const place = layers.length;
    layers.push(new Linear(before.length, units.length, { rng }));
    if (oldPlace === -1) return;
    const columns = (model.layers[oldPlace] as Linear).nIn;
    const entry = (row: number, column: number) =>
      row === -1 || column === -1 || !follows ? -1 : row * columns + column;
    kept.push(
      {
        from: `${oldPlace}.weight`,
        to: `${place}.weight`,
        places: Int32Array.from(units.flatMap((row) => before.map((column) => entry(row, column)))),
      },
      { from: `${oldPlace}.bias`, to: `${place}.bias`, places: Int32Array.from(units) },
    );
  };

  let before = plan.inputs;
  let previous = -1;
  for (const { from, units, activation, activationLayer, dropout } of plan.hidden) {
    add(units, from, before, from === previous + 1);
    if (activationLayer) layers.push(again(activationLayer));
    else if (activation) layers.push(createActivation(activation));
    if (dropout) layers.push(new Dropout({ p: dropout }));
    before = units;
    // Something new between two old layers parts them.
    previous = from === -1 ? -2 : from;
  }
  const outputs = Array.from({ length: old.outputs }, (_, unit) => unit);
  add(outputs, old.hidden.length, before, previous === old.hidden.length - 1);
  for (const layer of model.layers.slice(old.outputPlace + 1)) layers.push(again(layer));
  return { model: new Sequential(layers), kept };
}

/**
 * Copies what did not change.
 *
 * @param from the old parameters' values
 * @param to the new ones', written to
 */
export function keep(
  kept: readonly Kept[],
  from: (name: string) => ArrayLike<number>,
  to: (name: string) => Float64Array,
): void {
  for (const parameter of kept) {
    const source = from(parameter.from);
    const target = to(parameter.to);
    parameter.places.forEach((place, i) => {
      if (place >= 0) target[i] = source[place]!;
    });
  }
}

function planOf(model: Sequential, { features, inputs, hidden }: Architecture): Plan {
  return {
    features,
    inputs: range(inputs),
    hidden: hidden.map(({ units, activation, activationPlace, dropout }, from) => ({
      from,
      units: range(units),
      activation,
      activationLayer: activation ? model.layers[activationPlace]! : null,
      dropout,
    })),
  };
}

function changePlan(plan: Plan, old: Architecture, change: Reshape): Plan {
  const { hidden } = plan;
  const layerAt = (index: number): PlannedLayer => {
    const found = hidden[index];
    ensure(found, () => `reshape got layer ${show(index)}; ${countOf(hidden.length)}`);
    return found;
  };
  const withLayers = (layers: PlannedLayer[]): Plan => ({ ...plan, hidden: layers });
  const withLayer = (index: number, part: Partial<PlannedLayer>): Plan =>
    withLayers(hidden.map((layer, i) => (i === index ? { ...layerAt(index), ...part } : layer)));

  switch (change.kind) {
    case 'addLayer': {
      const { at, units = hidden[at - 1]?.units.length ?? 4, activation } = change;
      ensure(
        Number.isInteger(at) && at >= 0 && at <= hidden.length,
        () => `reshape got at = ${show(at)}; it must be a place from 0 to ${hidden.length}`,
      );
      ensure(
        Number.isInteger(units) && units >= 1,
        () => `reshape got units = ${show(units)}; a layer needs at least one neuron`,
      );
      const like = hidden[at - 1] ?? hidden[at];
      const layer: PlannedLayer = {
        from: -1,
        units: range(units).fill(-1),
        activation: activation === undefined ? (like?.activation ?? 'ReLU') : activation,
        activationLayer: null,
        dropout: like?.dropout ?? 0,
      };
      return withLayers([...hidden.slice(0, at), layer, ...hidden.slice(at)]);
    }
    case 'removeLayer':
      layerAt(change.at);
      return withLayers(hidden.filter((_, i) => i !== change.at));
    case 'addNeuron':
      return withLayer(change.layer, { units: [...layerAt(change.layer).units, -1] });
    case 'removeNeuron': {
      const { units } = layerAt(change.layer);
      ensure(
        Number.isInteger(change.unit) && change.unit >= 0 && change.unit < units.length,
        () =>
          `reshape got unit ${show(change.unit)}; layer ${change.layer} has ${units.length} neurons`,
      );
      ensure(
        units.length > 1,
        () => `layer ${change.layer} has one neuron left; remove the layer itself instead`,
      );
      return withLayer(change.layer, { units: units.filter((_, i) => i !== change.unit) });
    }
    case 'setActivation':
      layerAt(change.layer);
      return withLayer(change.layer, { activation: change.activation, activationLayer: null });
    case 'setFeatures': {
      const { names } = new Features(change.features);
      const features = inOrder(names);
      const before = old.features ?? (['x', 'y'] as const);
      const inputs = features.map((name) => before.indexOf(name));
      return { ...plan, features, inputs };
    }
    case 'setDropout':
      return withLayers(hidden.map((layer) => ({ ...layer, dropout: change.p })));
  }
}

// The same layer with a memory of its own.
function again(layer: Layer): Layer {
  const json = { format: 'react-pancake', version: 1, model: layer.toJSON() };
  return fromJSON(json).layers[0]!;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

function countOf(layers: number): string {
  if (layers === 0) return 'the model has no hidden layer';
  return `the model has ${layers} hidden layers, counted from 0`;
}
