// Diagnosis: what goes wrong in a run, if anything. It looks only, and only at what everybody can see.
import { Tensor, createRng, type Dataset } from '../engine';
import { findDeadReLUs } from './diagnose/dead-relu';
import { findExploding } from './diagnose/exploding';
import type { Evidence, Finding } from './diagnose/finding';
import { findOverfitting } from './diagnose/overfitting';
import { findSaturated } from './diagnose/saturated';
import { findSymmetry } from './diagnose/symmetry';
import type { Trainer } from './trainer';

/** The most points that are looked at; of more, this many are drawn, always the same ones. */
export const mostPoints = 2000;

const detectors = [findExploding, findDeadReLUs, findSaturated, findSymmetry, findOverfitting];

interface Known {
  version: number;
  findings: readonly Finding[];
}

const known = new WeakMap<Trainer, Known>();

/**
 * What goes wrong in a run at this moment: steps that explode, dead ReLUs, saturated neurons, neurons
 * that are all the same, overfitting. Problems come before what is only to be watched. Nothing of the
 * run is disturbed. A finding is the same object for as long as it says the same, and so is the list.
 */
export function diagnose(trainer: Trainer): readonly Finding[] {
  const before = known.get(trainer);
  const { version } = trainer;
  if (before?.version === version) return before.findings;
  const evidence = gather(trainer);
  const found = detectors
    .flatMap((detect) => detect(evidence))
    .map((fresh) => before?.findings.find((old) => saysTheSame(old, fresh)) ?? fresh);
  const sorted = [
    ...found.filter(({ severity }) => severity === 'problem'),
    ...found.filter(({ severity }) => severity === 'watch'),
  ];
  const isSame =
    sorted.length === before?.findings.length &&
    sorted.every((one, i) => one === before.findings[i]);
  const findings = isSame ? before.findings : Object.freeze(sorted);
  known.set(trainer, { version, findings });
  return findings;
}

// All of a finding is plain data.
function saysTheSame(a: Finding, b: Finding): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function gather(trainer: Trainer): Evidence {
  const { epoch } = trainer.now;
  const { x, y } = sampleOf(trainer.data);
  return {
    trainer,
    epoch,
    from: comparableFrom(trainer, epoch),
    targets: y,
    outputs: trainer.model.activations(x),
  };
}

// Another question, another measure or another model: losses before and after do not compare.
const breaks = ['data', 'loss', 'model', 'weights'];

function comparableFrom({ marks }: Trainer, epoch: number): number {
  return marks.findLast((mark) => breaks.includes(mark.kind) && mark.epoch <= epoch)?.epoch ?? 0;
}

type Points = Pick<Dataset, 'x' | 'y'>;

const samples = new WeakMap<Dataset, Points>();

function sampleOf(data: Dataset): Points {
  const count = data.x.shape[0]!;
  if (count <= mostPoints) return data;
  let sample = samples.get(data);
  if (!sample) {
    const rows = createRng(0)
      .shuffle(Array.from({ length: count }, (_, i) => i))
      .slice(0, mostPoints);
    samples.set(data, (sample = { x: take(data.x, rows), y: take(data.y, rows) }));
  }
  return sample;
}

function take(tensor: Tensor, rows: readonly number[]): Tensor {
  const columns = tensor.size / tensor.shape[0]!;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, i) =>
    data.set(tensor.data.subarray(row * columns, (row + 1) * columns), i * columns),
  );
  return new Tensor(data, [rows.length, ...tensor.shape.slice(1)]);
}
