// Which failures a run can have at all: without ReLUs none can be dead.
import { Linear, ReLU, Sigmoid, Tanh, type Layer } from '../../engine';
import type { Trainer } from '../trainer';
import type { FailureKind } from './finding';

/** Whether there is anything in this run that could go wrong in this way. */
export function canHappen(kind: FailureKind, { model, testData }: Trainer): boolean {
  const { layers } = model;
  const isHidden = (place: number) =>
    layers.slice(place + 1).some((later) => later.parameters().length > 0);
  const hasHidden = (fits: (layer: Layer) => boolean) =>
    layers.some((layer, place) => fits(layer) && isHidden(place));
  switch (kind) {
    case 'exploding':
      return true;
    case 'deadReLU':
      return hasHidden((layer) => layer instanceof ReLU);
    case 'saturated':
      return layers.some((layer) => layer instanceof Sigmoid || layer instanceof Tanh);
    case 'symmetry':
      return hasHidden((layer) => layer instanceof Linear && layer.nOut > 1);
    case 'overfitting':
      return testData !== null;
  }
}
