// The tape: all numbers of a model after each epoch, as the reader's code in the sandbox left them.
import {
  Linear,
  Mul,
  Sigmoid,
  Square,
  createRng,
  type Dataset,
  type Layer,
  type Sequential,
} from '../../../engine';
import type { LayerToTrain, Numbers, Program } from '../../../sandbox';
import type { ReaderRun, RunLayer } from './reader-run';

/** Why a training ended early: other parameters than before, or a number that is not finite. */
export interface Ending {
  kind: 'otherParameters' | 'notFinite';
  epoch: number;
}

/** What the reader's code made of the model's numbers. */
export interface Tape {
  /** All parameters in one list, before the first epoch and after each. */
  values: readonly Float64Array[];
  /** Why there are no more epochs than these; null if all went well. */
  ending: Ending | null;
}

// So long a piece of training that it stays well under the time limit, on slow machines too.
const pieceMilliseconds = 120;

/**
 * Trains with the reader's code in the sandbox.
 *
 * @param model with the values to begin with
 * @param onEpoch told how many epochs are done
 * @throws SandboxError if the code throws or does not end
 */
export async function record(
  program: Program,
  run: ReaderRun,
  model: Sequential,
  data: Dataset,
  now: () => number,
  onEpoch: (epoch: number) => void,
): Promise<Tape> {
  const values = [valuesOf(model)];
  const { learningRate: lr, epochs, optimizer, loop } = run;
  await program.ask({
    kind: 'begin',
    layers: run.layers.map((layer, i) => toTrain(layer, model.layers[i]!)),
    x: data.x.toArray(),
    y: data.y.toArray(),
    lr,
    ...(optimizer ? { optimizer } : {}),
    ...(loop ? { loop } : {}),
  });
  for (let count = 1; values.length <= epochs;) {
    const before = now();
    const after = await program.ask({
      kind: 'epochs',
      count: Math.min(count, epochs + 1 - values.length),
    });
    for (const numbers of Array.isArray(after) ? after : [after]) {
      const ending = problemOf(numbers, values[0]!.length, values.length);
      if (ending) return { values, ending };
      values.push(Float64Array.from(numbers as number[]));
    }
    onEpoch(values.length - 1);
    const took = Math.max(1, now() - before);
    count = Math.max(1, Math.min(4 * count, Math.floor((count * pieceMilliseconds) / took)));
  }
  return { values, ending: null };
}

/** The model of a run, drawn from a seed; `own` builds what stands for the reader's layer. */
export function layersOf(
  { layers }: ReaderRun,
  seed: number,
  own: (type: string) => Layer | null,
): Layer[] {
  const rng = createRng(seed);
  return layers.map(({ type, sizes }) => {
    if (type === 'Linear') return new Linear(sizes![0], sizes![1], { rng });
    if (type === 'Mul') return new Mul({ rng });
    if (type === 'Square') return new Square();
    if (type === 'Sigmoid') return new Sigmoid();
    return own(type)!;
  });
}

/** All parameters of a model in one list. */
export function valuesOf(model: Sequential): Float64Array {
  return Float64Array.from(model.parameters().flatMap(({ value }) => [...value.data]));
}

// The reader's own names for what the engine calls weight and bias.
const readersNames: Readonly<Record<string, string>> = { weight: 'w', bias: 'b', k: 'k' };

function toTrain({ type, sizes = [] as never }: RunLayer, layer: Layer): LayerToTrain {
  const values: Record<string, Numbers> = {};
  for (const { name, value } of layer.parameters()) {
    values[readersNames[name]!] = value.toArray();
  }
  return { type, args: [...sizes], values: values };
}

function problemOf(numbers: unknown, size: number, epoch: number): Ending | null {
  if (!Array.isArray(numbers) || numbers.length !== size) {
    return { kind: 'otherParameters', epoch };
  }
  return numbers.every((value) => Number.isFinite(value)) ? null : { kind: 'notFinite', epoch };
}
