// The way of a run's weights: where all of them were, epoch by epoch, as far as somebody looked.
import type { Parameter, Sequential } from '../engine';
import { copyOut, sizeOfAll, type ParameterPlace } from './parameter-place';
import type { Trainer } from './trainer';

// The most numbers and samples that are kept.
const mostNumbers = 500_000;
const mostSamples = 512;

/**
 * Samples of all parameters of a run. Looks in each frame and after each action while it is
 * followed, and keeps one sample an epoch; when there are too many, every second one is dropped and
 * the distance doubles.
 */
export class WeightPath {
  /** How many samples there are. */
  length = 0;
  /** Counts the changes. */
  version = 0;

  private of: Sequential | null = null;
  private parameters: readonly Parameter[] = [];
  private size = 0;
  private most = 0;
  private distance = 1;
  private table = new Float64Array(0);
  private epochs: number[] = [];
  private steps: number[] = [];
  private begins: boolean[] = [];

  // What was seen at the last look.
  private here = new Float64Array(0);
  private step = -1;
  private weightsVersion = -1;
  private history: unknown;
  private revision = -1;

  private followers = 0;
  private stop: (() => void)[] = [];

  constructor(private readonly trainer: Trainer) {}

  /** The model whose weights they are; null before the first look. */
  get model(): Sequential | null {
    return this.of;
  }

  /** Keeps the path up to date until the function that it returns is called. */
  follow(): () => void {
    if (this.followers++ === 0) {
      const look = () => this.look();
      this.stop = [this.trainer.subscribe(look), this.trainer.onFrame(look)];
    }
    this.look();
    return () => {
      if (--this.followers === 0) this.stop.forEach((stop) => stop());
    };
  }

  /** The finished epochs at a sample. */
  epochAt(sample: number): number {
    return this.epochs[sample]!;
  }
  /** The finished training steps at a sample. */
  stepAt(sample: number): number {
    return this.steps[sample]!;
  }
  /** Whether a sample was not reached from the one before by training: it was set by hand. */
  beginsAt(sample: number): boolean {
    return this.begins[sample]!;
  }
  /** A number at a sample, by what `offsetOf` says. */
  valueAt(sample: number, offset: number): number {
    return this.table[sample * this.size + offset]!;
  }
  /** Where a number stands among all of the model; -1 if there is none. */
  offsetOf({ name, place }: ParameterPlace): number {
    let at = 0;
    for (const parameter of this.parameters) {
      if (parameter.name === name) return place < parameter.value.size ? at + place : -1;
      at += parameter.value.size;
    }
    return -1;
  }

  /** Takes note of where the run is now. */
  look(): void {
    const { trainer } = this;
    const { curves } = trainer;
    if (trainer.model !== this.of) this.startOver();
    const isRewritten = curves !== this.history || curves.revision !== this.revision;
    if (trainer.weightsVersion === this.weightsVersion && !isRewritten) return;
    const { epoch, step } = trainer.now;
    if (isRewritten) this.cut(step);
    this.note(epoch, step);
    copyOut(this.parameters, this.here);
    this.step = step;
    this.weightsVersion = trainer.weightsVersion;
    this.history = curves;
    this.revision = curves.revision;
  }

  private note(epoch: number, step: number): void {
    const last = this.length - 1;
    if (last < 0) {
      this.keep(epoch, step, true);
    } else if (step === this.steps[last]) {
      if (!this.differs(this.table, last * this.size)) return;
      // From a place that was set by hand and not left, nothing was walked.
      if (this.begins[last]) this.write(last);
      else this.keep(epoch, step, true);
    } else if (step === this.step && this.differs(this.here, 0)) {
      // Set by hand on the way: the line ends where it was before, and begins anew.
      this.keep(epoch, step, false, this.here);
      this.keep(epoch, step, true);
    } else if (epoch >= this.epochs[last]! + this.distance) {
      this.keep(epoch, step, false);
    }
  }

  private startOver(): void {
    this.of = this.trainer.model;
    this.parameters = this.of.parameters();
    this.size = sizeOfAll(this.parameters);
    this.most = Math.min(mostSamples, Math.max(32, Math.floor(mostNumbers / (this.size || 1))));
    this.table = new Float64Array(32 * this.size);
    this.here = new Float64Array(this.size);
    this.cut(-1);
    this.weightsVersion = this.step = -1;
  }

  // Forgets what came after a step.
  private cut(step: number): void {
    while (this.length && this.steps[this.length - 1]! > step) this.length--;
    this.epochs.length = this.steps.length = this.begins.length = this.length;
    if (this.length <= 1) this.distance = 1;
    this.version++;
  }

  private keep(epoch: number, step: number, begins: boolean, values?: Float64Array): void {
    if (this.length === this.most) this.thin();
    const end = (this.length + 1) * this.size;
    if (end > this.table.length) {
      const table = new Float64Array(Math.max(end, 2 * this.table.length));
      table.set(this.table);
      this.table = table;
    }
    this.epochs.push(epoch);
    this.steps.push(step);
    this.begins.push(begins);
    this.length++;
    this.write(this.length - 1, values);
  }

  private write(sample: number, values?: Float64Array): void {
    if (values) this.table.set(values, sample * this.size);
    else copyOut(this.parameters, this.table, sample * this.size);
    this.version++;
  }

  private thin(): void {
    const { size } = this;
    let kept = 0;
    for (let i = 0; i < this.length; i += 2) {
      this.table.copyWithin(kept * size, i * size, (i + 1) * size);
      this.epochs[kept] = this.epochs[i]!;
      this.steps[kept] = this.steps[i]!;
      this.begins[kept] = this.begins[i]! || (i > 0 && this.begins[i - 1]!);
      kept++;
    }
    this.length = this.epochs.length = this.steps.length = this.begins.length = kept;
    this.distance *= 2;
  }

  private differs(from: Float64Array, at: number): boolean {
    for (let p = 0; p < this.parameters.length; p++) {
      const { data } = this.parameters[p]!.value;
      for (let i = 0; i < data.length; i++) if (data[i] !== from[at++]) return true;
    }
    return false;
  }
}

const paths = new WeakMap<Trainer, WeightPath>();

/** The path of a run; there is one for each, shared by all figures. */
export function weightPathOf(trainer: Trainer): WeightPath {
  let path = paths.get(trainer);
  if (!path) paths.set(trainer, (path = new WeightPath(trainer)));
  return path;
}
