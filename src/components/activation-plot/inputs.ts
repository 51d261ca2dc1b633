// What comes into a layer of a run just now, sorted into bins and by whether its slope is nearly 0.
import { Tensor, type Layer } from '../../engine';
import type { Trainer } from '../../trainer';
import { nearlyFlat, type InputSpread } from './labels';

/** How many bars the strip has. */
export const binCount = 50;

/** Whose inputs, on which function, over which domain. */
export interface InputQuestion {
  trainer: Trainer;
  /** The layer's place in the model. */
  place: number;
  /** One unit, or null for all. */
  unit: number | null;
  layer: Layer;
  from: number;
  to: number;
}

/** Counts the inputs of a layer; counts again only when the run's weights or data changed. */
export class InputCounter {
  /** Inputs in each bin whose slope lets a gradient through, and those where it is nearly flat. */
  readonly passing = new Uint32Array(binCount);
  readonly flat = new Uint32Array(binCount);
  spread: InputSpread = { inputs: 0, flat: 0, outside: 0, dead: 0, units: 0 };

  /** How often it has counted: while it is the same, so is the strip. */
  version = 0;

  private readonly view: Layer;
  private ones = Tensor.zeros([0]);
  private counted: unknown[] = [];

  constructor(private readonly question: InputQuestion) {
    this.view = question.layer.view();
  }

  /** Counts, if there is anything new. */
  update(): void {
    const { trainer, place } = this.question;
    const { data, model, weightsVersion } = trainer;
    const [x, before, version] = this.counted;
    if (x === data.x && before === model && version === weightsVersion) return;
    this.counted = [data.x, model, weightsVersion];
    this.count(place === 0 ? data.x : model.activations(data.x)[place - 1]!);
    this.version++;
  }

  private count(inputs: Tensor): void {
    const { unit, from, to } = this.question;
    const units = inputs.shape[1] ?? 1;
    if (this.ones.size !== inputs.size) this.ones = Tensor.full(inputs.shape, 1);
    this.view.forward(inputs);
    const { data: slopes } = this.view.backward(this.ones);
    this.passing.fill(0);
    this.flat.fill(0);
    const spread = { inputs: 0, flat: 0, outside: 0, dead: 0, units: 0 };
    for (let u = unit ?? 0; u < (unit === null ? units : Math.min(units, unit + 1)); u++) {
      let alive = false;
      for (let i = u; i < inputs.size; i += units) {
        const isFlat = Math.abs(slopes[i]!) < nearlyFlat;
        const value = inputs.data[i]!;
        spread.inputs++;
        if (isFlat) spread.flat++;
        if (slopes[i] !== 0) alive = true;
        if (value < from || value > to) spread.outside++;
        else {
          const bin = Math.min(binCount - 1, Math.floor(((value - from) / (to - from)) * binCount));
          (isFlat ? this.flat : this.passing)[bin]!++;
        }
      }
      spread.units++;
      if (!alive) spread.dead++;
    }
    this.spread = spread;
  }
}

/** The bars as two paths in a box: those that let a gradient through, and the flat ones on them. */
export function barPaths({ passing, flat }: InputCounter, width: number, height: number) {
  let most = 1;
  for (let bin = 0; bin < binCount; bin++) most = Math.max(most, passing[bin]! + flat[bin]!);
  const paths = { passing: '', flat: '' };
  const step = width / binCount;
  for (let bin = 0; bin < binCount; bin++) {
    const left = hundredth(bin * step + 0.5);
    const wide = hundredth(step - 1);
    const up = hundredth((passing[bin]! / most) * height);
    const more = hundredth((flat[bin]! / most) * height);
    if (up) paths.passing += `M${left} ${height}v${-up}h${wide}v${up}z`;
    if (more) paths.flat += `M${left} ${hundredth(height - up)}v${-more}h${wide}v${more}z`;
  }
  return paths;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
