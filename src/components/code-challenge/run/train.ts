// From code that holds to a run in the page's figures.
import { Sequential, type Dataset, type Layer } from '../../../engine';
import type { Program } from '../../../sandbox';
import { createTrainer, type Trainer } from '../../../trainer';
import { FunctionTable } from './function-table';
import { ReaderLayer } from './reader-layer';
import type { ReaderRun } from './reader-run';
import { layersOf, record, valuesOf, type Ending, type Tape } from './tape';
import { TapeOptimizer } from './tape-optimizer';

/** A run of a reader's code, ready to be played. */
export interface TrainedRun {
  trainer: Trainer;
  /** Why it ends before its last epoch; null if it doesn't. */
  ending: Ending | null;
}

const seed = 3;

/**
 * Trains with the reader's code in the sandbox, and gives a run that shows what came out: every weight
 * of every epoch is the one that the reader's code made.
 *
 * @param now a clock, in milliseconds
 * @param onEpoch told how many epochs are done
 * @throws SandboxError if the code throws or does not end
 * @throws NoNumberError if a function gives no number somewhere
 */
export async function train(
  program: Program,
  run: ReaderRun,
  now: () => number,
  onEpoch: (epoch: number) => void,
): Promise<TrainedRun> {
  const { data } = createTrainer({ ...run.data, testRatio: 0, model: [2, 1] });
  // For the beginning alone: what stands in for the reader's layer is not called.
  const start = new Sequential(layersOf(run, seed, (type) => new Unknown(type)));
  const tape = await record(program, run, start, data, now, onEpoch);
  const own = run.layers.find(({ type, own: isOwn }) => isOwn && !known.includes(type));
  const table = own && (await FunctionTable.of(program, own.type, reachOf(start, tape, data)));
  const model = () => {
    const built = new Sequential(layersOf(run, seed, (type) => new ReaderLayer(type, table!)));
    put(built, tape.values[0]!);
    return built;
  };
  const trainer = createTrainer({
    ...run.data,
    testRatio: 0,
    model,
    loss: 'BinaryCrossEntropy',
    reduction: 'sum',
    batchSize: 'full',
    learningRate: run.learningRate,
    optimizer: (layer, options) => new TapeOptimizer(layer, options, tape),
    speed: Math.max(30, run.epochs / 8),
    stopWhen: { epoch: tape.values.length - 1 },
  });
  return { trainer, ending: tape.ending };
}

const known = ['Linear', 'Mul', 'Square', 'Sigmoid'];

/** Holds a place, without doing anything. */
class Unknown extends ReaderLayer {
  constructor(type: string) {
    super(type, null as never);
  }
}

// How far from zero the inputs of the layer after the first get, over the whole plane of the data: at
// its corners, since the layer before is linear.
function reachOf(model: Sequential, { values }: Tape, { domain }: Dataset): number {
  const corners = domain.x.flatMap((x) => domain.y.map((y) => [x, y]));
  const [first] = model.layers as [Layer];
  let reach = 1;
  for (const numbers of values) {
    put(model, numbers);
    for (const value of first.predict(corners).data) reach = Math.max(reach, Math.abs(value));
  }
  put(model, values[0]!);
  return reach * 1.01;
}

function put(model: Sequential, numbers: Float64Array): void {
  let at = 0;
  for (const { value } of model.parameters()) {
    value.data.set(numbers.subarray(at, at + value.size));
    at += value.size;
  }
  if (at !== valuesOf(model).length) throw new RangeError('a tape of another model');
}
