// Saturation: sigmoids and tanhs so far out on their curves that the slope, and so the gradient, is tiny.
import { Sigmoid, Tanh, type Layer } from '../../engine';
import { finding, isHidden, severityOf, type Evidence, type Finding } from './finding';

/**
 * An output within this share of its range from one of its ends counts as saturated. There the slope
 * is at most 4 % of what it is in the middle.
 */
export const endShare = 0.01;

/** A neuron is saturated if it is so for at least this share of the points. */
export const saturatedShare = 0.95;

/**
 * From this share of points on at which the output is sure and wrong, the loss is stuck: a few wrong
 * labels make a good model look like that too, a fifth of the points do not.
 */
export const wrongShare = 0.2;

/** Saturated hidden neurons layer by layer, and an output that is sure of what is wrong. */
export function findSaturated(evidence: Evidence): Finding[] {
  const { layers } = evidence.trainer.model;
  return layers.flatMap((layer, place) => {
    const range = rangeOf(layer);
    if (!range) return [];
    if (isHidden(evidence, place)) return hidden(evidence, place, range);
    return place === layers.length - 1 ? output(evidence, place, range) : [];
  });
}

type Range = readonly [low: number, high: number];

function rangeOf(layer: Layer): Range | null {
  return layer instanceof Sigmoid ? [0, 1] : layer instanceof Tanh ? [-1, 1] : null;
}

function hidden({ outputs }: Evidence, place: number, [low, high]: Range): Finding[] {
  const { data, shape } = outputs[place]!;
  const of = shape.at(-1)!;
  const points = data.length / of;
  const end = endShare * (high - low);
  const flat = new Uint32Array(of);
  for (let i = 0; i < data.length; i++) {
    if (data[i]! < low + end || data[i]! > high - end) flat[i % of]!++;
  }
  const units: number[] = [];
  let least = 1;
  flat.forEach((count, unit) => {
    if (count < saturatedShare * points) return;
    units.push(unit);
    least = Math.min(least, count / points);
  });
  if (!units.length) return [];
  const severity = severityOf(units.length, of);
  const about = { layer: place, units, of, severity, measure: least };
  return [finding({ kind: 'saturated', sign: 'flat', ...about })];
}

// A model that is sure and right has done its work.
function output(evidence: Evidence, place: number, [low, high]: Range): Finding[] {
  const { trainer, targets, outputs } = evidence;
  const { data } = outputs[place]!;
  if (trainer.data.task !== 'binary' || low !== 0 || data.length !== targets.size) return [];
  let wrong = 0;
  for (let i = 0; i < data.length; i++) {
    if (targets.data[i] === 1 ? data[i]! < endShare : data[i]! > high - endShare) wrong++;
  }
  const measure = wrong / data.length;
  if (measure < wrongShare) return [];
  const about = { layer: place, units: [0], of: 1, measure };
  return [finding({ kind: 'saturated', sign: 'sureAndWrong', severity: 'problem', ...about })];
}
