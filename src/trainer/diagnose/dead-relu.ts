// Dead ReLUs: neurons that give 0 for every training point, and so get no gradient to come back by.
import { ReLU } from '../../engine';
import { finding, isHidden, severityOf, type Evidence, type Finding } from './finding';

/**
 * A neuron that is above 0 for less than this share of the points is nearly dead: a step or two
 * can carry it away from all of them. A corner of the data that matters holds more.
 */
export const nearlyDeadShare = 0.02;

/** The dead and the nearly dead ReLUs, layer by layer. */
export function findDeadReLUs(evidence: Evidence): Finding[] {
  const { trainer, outputs } = evidence;
  return trainer.model.layers.flatMap((layer, place) => {
    if (!(layer instanceof ReLU) || !isHidden(evidence, place)) return [];
    const { data, shape } = outputs[place]!;
    const of = shape.at(-1)!;
    const points = data.length / of;
    const active = new Uint32Array(of);
    for (let i = 0; i < data.length; i++) if (data[i]! > 0) active[i % of]!++;

    const dead: number[] = [];
    const nearly: number[] = [];
    active.forEach((count, unit) => {
      if (count === 0) dead.push(unit);
      else if (count < nearlyDeadShare * points) nearly.push(unit);
    });
    const found: Finding[] = [];
    if (dead.length) {
      const severity = severityOf(dead.length, of);
      const about = { layer: place, units: dead, of, severity, measure: 0 };
      found.push(finding({ kind: 'deadReLU', sign: 'dead', ...about }));
    }
    if (nearly.length) {
      const measure = Math.max(...nearly.map((unit) => active[unit]!)) / points;
      const about = { layer: place, units: nearly, of, measure };
      found.push(finding({ kind: 'deadReLU', sign: 'nearlyDead', severity: 'watch', ...about }));
    }
    return found;
  });
}
