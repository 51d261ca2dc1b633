// Values that several kinds of figures read from their attributes.
import type { NeuronPlace } from '../../hooks';
import type { ParameterPlace } from '../../trainer';
import type { GoalConditions } from '../../components/goal';
import type { NetworkGraphEditable } from '../../components/network-graph';
import { controlNames, type ControlLimits } from '../../components/trainer-controls';
import {
  json,
  list,
  number,
  oneOf,
  place,
  settings,
  share,
  whole,
  type Parser,
} from '../attributes/parser';

/** One number of the model: `0.weight[3]`. */
export const entry: Parser<ParameterPlace> = {
  read: (given) => {
    const [, name, at] = /^\s*([\w.]+)\s*\[\s*(\d+)\s*\]\s*$/.exec(given) ?? [];
    return name === undefined ? undefined : { name, place: Number(at) };
  },
  must: 'such as "0.weight[3]": a parameter, and the place in it from 0',
};

/** Two numbers of the model: `0.weight[0], 0.weight[1]`. */
export const entries: Parser<[ParameterPlace, ParameterPlace]> = {
  read: (given) => {
    const [across, up, ...more] = given.split(',').map(entry.read);
    return across && up && more.length === 0 ? [across, up] : undefined;
  },
  must: 'such as "0.weight[0], 0.weight[1]"',
};

/** A neuron: its layer's place in the model and its own in the layer, `0, 3`; or none. */
export const neuron: Parser<NeuronPlace | null> = {
  read: (given) => {
    if (given.trim() === 'none') return null;
    const [layer, unit] = list(place, { least: 2, most: 2, example: '' }).read(given) ?? [];
    return layer === undefined || unit === undefined ? undefined : { layer, unit };
  },
  must: 'such as "0, 3": a layer and a unit, from 0; or none',
};

/** What of a network can be changed: true, false, or some of it. */
export const editable: Parser<boolean | Partial<NetworkGraphEditable>> = {
  read: (given) => {
    const said = given.trim().toLowerCase();
    if (said === '' || said === 'true') return true;
    if (said === 'false') return false;
    const parts = ['weights', 'structure', 'activation', 'features'] as const;
    const named = list(oneOf(...parts), { example: '' }).read(given);
    return named && Object.fromEntries(parts.map((part) => [part, named.includes(part)]));
  },
  must: 'true, false, or some of weights, structure, activation, features',
};

/** Controls by name. */
export const controls = list(oneOf(...controlNames), { example: 'play, step, learning-rate' });

/** How far the controls reach. */
export const limits = json<ControlLimits>('{"learningRate": [0.001, 1]}');

/** Speeds to choose from. */
export const speeds = list(number({ above: 0, endless: true }), { example: '1, 30, 120, max' });

/** What a run must reach. */
export const goal = settings<GoalConditions>(
  {
    loss: number(),
    testLoss: number(),
    accuracy: share,
    testAccuracy: share,
    epoch: whole(1),
    maxParams: whole(1),
  },
  'accuracy: 0.95, max-params: 50',
);
