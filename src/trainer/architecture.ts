// Architecture: the shape of a model as a person sees it, column by column.
import {
  Dropout,
  Features,
  Linear,
  createActivation,
  featureNames,
  type ActivationName,
  type FeatureName,
  type Layer,
  type Sequential,
} from '../engine';

/** A hidden layer: neurons with their activation. */
export interface HiddenLayer {
  /** How many neurons. */
  readonly units: number;
  /** Null where the sums go on as they are. */
  readonly activation: ActivationName | null;
  /** The probability with which each neuron is silenced while training. */
  readonly dropout: number;
  /** Where its `Linear` stands among the model's layers. */
  readonly place: number;
  /** Where its activation stands, or its `Linear` if it has none. */
  readonly activationPlace: number;
}

/** A model of features, hidden layers and an output, which can be rebuilt layer by layer. */
export interface Architecture {
  /** The features that it begins with; null for x and y as they are. */
  readonly features: readonly FeatureName[] | null;
  /** How many numbers the first `Linear` takes. */
  readonly inputs: number;
  readonly hidden: readonly HiddenLayer[];
  /** How many neurons the output has. */
  readonly outputs: number;
  /** Where the last `Linear` stands. */
  readonly outputPlace: number;
}

/** A change of a model's shape. `layer` and `at` count the hidden layers from 0. */
export type Reshape =
  | { kind: 'addLayer'; at: number; units?: number; activation?: ActivationName | null }
  | { kind: 'removeLayer'; at: number }
  | { kind: 'addNeuron'; layer: number }
  | { kind: 'removeNeuron'; layer: number; unit: number }
  | { kind: 'setActivation'; layer: number; activation: ActivationName | null }
  | { kind: 'setFeatures'; features: readonly FeatureName[] }
  | { kind: 'setDropout'; p: number };

/**
 * The architecture of a model, or null if it is not made of optional features, then hidden layers of
 * `Linear`, activation and `Dropout`, then a `Linear` with what makes predictions of its output.
 */
export function architectureOf(model: Sequential): Architecture | null {
  const { layers } = model;
  const first = layers[0] instanceof Features ? 1 : 0;
  const outputPlace = layers.findLastIndex((layer) => layer instanceof Linear);
  if (outputPlace < first || !layers.slice(outputPlace + 1).every(isTail)) return null;
  const hidden: HiddenLayer[] = [];
  for (let at = first; at < outputPlace;) {
    const place = at;
    const linear = layers[at++];
    if (!(linear instanceof Linear)) return null;
    const activation = activationName(layers[at]);
    if (activation) at++;
    const activationPlace = at - 1;
    const dropout = layers[at];
    if (dropout instanceof Dropout) at++;
    const p = dropout instanceof Dropout ? dropout.p : 0;
    hidden.push({ units: linear.nOut, activation, dropout: p, place, activationPlace });
  }
  const output = layers[outputPlace] as Linear;
  return {
    features: layers[0] instanceof Features ? layers[0].names : null,
    inputs: (layers[first] as Linear).nIn,
    hidden,
    outputs: output.nOut,
    outputPlace,
  };
}

/** The features in their usual order. */
export function inOrder(features: readonly FeatureName[]): FeatureName[] {
  return featureNames.filter((name) => features.includes(name));
}

function activationName(layer: Layer | undefined): ActivationName | null {
  return layer?.elementwise && isKnown(layer.type) ? (layer.type as ActivationName) : null;
}

function isTail(layer: Layer): boolean {
  return layer.parameters().length === 0 && (isKnown(layer.type) || layer.type === 'Softmax');
}

function isKnown(type: string): boolean {
  try {
    createActivation(type as ActivationName);
    return true;
  } catch {
    return false;
  }
}
