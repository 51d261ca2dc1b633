// The data of a run: made from its options, at once or in parts.
import {
  Tensor,
  createDatasetInParts,
  datasets,
  ensure,
  show,
  split,
  type Dataset,
} from '../engine';
import type { TrainerOptions } from './options';

/** What a run trains on, and what it is tested on. */
export interface RunData {
  train: Dataset;
  test: Dataset | null;
}

// More points than these, or weights, take a good part of the time that a page may be held up.
const mostAtOnce = 20_000;

// What was made in parts, until the run is made.
const prepared = new WeakMap<TrainerOptions, RunData>();

/**
 * The data that the options ask for.
 *
 * @throws PancakeError if there is none of that name, or it makes no sense
 */
export function resolveData(options: TrainerOptions): RunData {
  const parts = dataInParts(options);
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** Whether making a run with these options takes so long that the page had better go on in between. */
export function isLarge({ data = 'moons', points = 0, model }: TrainerOptions): boolean {
  const rows = typeof data === 'string' ? points : rowsOf(data);
  const weights = Array.isArray(model)
    ? (model as readonly number[]).reduce(
        (sum, size, i, sizes) => sum + size * (sizes[i - 1] ?? 0),
        0,
      )
    : 0;
  return rows > mostAtOnce || weights > mostAtOnce;
}

/**
 * Makes the data for a run with these options, each part when it is asked for the next. The run is then made
 * with this very object, to the same bits as without.
 *
 * @throws PancakeError as {@link resolveData}
 */
export function* prepareData(options: TrainerOptions): Generator<void, void> {
  prepared.set(options, yield* dataInParts(options));
}

/** What was prepared for these options, once. */
export function takePrepared(options: TrainerOptions): RunData | undefined {
  const data = prepared.get(options);
  prepared.delete(options);
  return data;
}

// Nobody has looked yet whether it makes sense.
function rowsOf(data: NonNullable<Exclude<TrainerOptions['data'], string>>): number {
  const train = (data as Partial<RunData> | null)?.train ?? (data as Partial<Dataset> | null);
  return train?.x?.shape?.[0] ?? 0;
}

function* dataInParts(options: TrainerOptions): Generator<void, RunData> {
  const { data = 'moons', points: n, noise, dataSeed: seed = 0 } = options;
  if (typeof data === 'string') {
    const whole = yield* createDatasetInParts(data, { n, noise, seed }, mostAtOnce);
    const ratio =
      options.testRatio ?? (whole.x.shape[0]! <= datasets.simple().x.shape[0]! ? 0 : 0.2);
    if (ratio === 0) return { train: whole, test: null };
    yield;
    return split(whole, ratio, seed);
  }
  const isObject = typeof data === 'object' && data !== null;
  const { train, test = null } = isObject && 'train' in data ? data : { train: data };
  for (const part of test ? [train, test] : [train]) {
    ensure(
      part?.x instanceof Tensor && part.y instanceof Tensor && part.x.shape[0]! > 0,
      () =>
        `data is ${show(data)}; it must be a data set's name, or a Dataset with at least one point`,
    );
  }
  return { train, test };
}
