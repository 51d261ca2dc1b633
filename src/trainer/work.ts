// What training costs, before it is done: a count, so that a server and a browser agree on it.
import { Linear, type Layer, type Sequential } from '../engine';
import type { Settings } from './settings';

// What a layer costs in a training step, and a neuron and a parameter for each point: found by
// measuring, with the slowest of the activations. Three thousand million take a second or less on an
// ordinary computer.
const ofLayer = 2_000;
const ofNeuron = 150;
const ofParameter = 6;

/** How many parameters a model has. */
export function countParameters(model: Sequential): number {
  return model.parameters().reduce((sum, { value }) => sum + value.size, 0);
}

/** What it costs to train on this many points in this many steps. */
export function workOf(model: Sequential, points: number, steps: number): number {
  const ofOnePoint = ofParameter * countParameters(model) + ofNeuron * (1 + countNeurons(model));
  return points * ofOnePoint + steps * model.layers.length * ofLayer;
}

function countNeurons(layer: Layer): number {
  const own = layer instanceof Linear ? layer.nOut : 0;
  return layer.children().reduce((sum, child) => sum + countNeurons(child), own);
}

/** What it costs to measure the loss over this many points. */
export function workOfPass(model: Sequential, points: number): number {
  return workOf(model, points, 1) / 2;
}

// Found by measuring: about a third of a frame on an ordinary computer, which is quicker than the estimate.
const muchForFrame = 60_000_000;

/** Whether measuring the loss takes so long that a frame has no room for training beside it. */
export function measuresLong({
  model,
  settings,
}: {
  model: Sequential;
  settings: Settings;
}): boolean {
  return workOfMeasuring(model, settings) > muchForFrame;
}

// What it costs to measure the loss over all points, the test points included.
function workOfMeasuring(model: Sequential, { train, test }: Settings): number {
  return workOfPass(model, train.x.shape[0]! + (test?.x.shape[0] ?? 0));
}

/** What an epoch costs, with the measuring after it. */
export function workOfEpoch(model: Sequential, settings: Settings): number {
  const { train, batchSize } = settings;
  const points = train.x.shape[0]!;
  const steps = batchSize === 'full' ? 1 : Math.ceil(points / batchSize);
  return workOf(model, points, steps) + workOfMeasuring(model, settings);
}
