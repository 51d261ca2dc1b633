// Random runs for property tests: whatever a reader may do to one, on small data.
import fc from 'fast-check';
import {
  PancakeError,
  fromPoints,
  type Dataset,
  type StepUnit,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';

interface Action {
  name: string;
  it: unknown;
  perform: (trainer: Trainer) => void;
}

/** Options of small runs; the batches do not divide the data. */
export const smallRuns: Record<string, TrainerOptions> = {
  classification: { data: 'moons', points: 14, model: [2, 3, 1], activation: 'Tanh', batchSize: 4 },
  regression: { data: 'plane', points: 11, model: [2, 2, 1], batchSize: 5, optimizer: 'Adam' },
  dropout: {
    data: 'circles',
    points: 14,
    batchSize: 4,
    model: [2, 4, 3, 1],
    dropout: 0.4,
    optimizerOptions: { momentum: 0.9 },
    schedule: { name: 'cosine', epochs: 9, end: 0.1 },
  },
  classes: { data: 'blobs', points: 15, model: [2, 4, 3], zeroGrad: false, learningRate: 0.01 },
};

const coordinate = fc.double({ min: -5, max: 5, noNaN: true });

const options = fc.oneof(
  fc.record({ learningRate: fc.constantFrom(0, 0.003, 0.1, 0.5) }),
  fc.record({ batchSize: fc.constantFrom<TrainerOptions['batchSize']>(1, 3, 7, 'full') }),
  fc.record({ optimizer: fc.constantFrom<TrainerOptions['optimizer']>('SGD', 'Adam', 'adagrad') }),
  fc.record({ optimizerOptions: fc.constantFrom({ weightDecay: 0.1 }, {}, undefined) }),
  fc.record({ l1: fc.constantFrom(0, 0.01), l2: fc.constantFrom(0, 0.1) }),
  fc.record({ zeroGrad: fc.boolean(), shuffle: fc.boolean() }),
  fc.record({ points: fc.integer({ min: 8, max: 20 }), noise: fc.constantFrom(0, 0.1, 0.3) }),
  fc.record({ dataSeed: fc.nat(5), speed: fc.constantFrom(5, 30, Infinity) }),
  fc.record({ dropout: fc.constantFrom(0, 0.3) }),
  fc.record({
    schedule: fc.constantFrom<TrainerOptions['schedule']>(
      undefined,
      { name: 'step', stepSize: 2 },
      { name: 'cosine', epochs: 5, end: 0.1 },
    ),
  }),
);

const reshapes = fc.oneof(
  fc.record({ kind: fc.constant('addLayer' as const), at: fc.nat(2) }),
  fc.record({ kind: fc.constant('removeLayer' as const), at: fc.nat(2) }),
  fc.record({ kind: fc.constant('addNeuron' as const), layer: fc.nat(2) }),
  fc.record({ kind: fc.constant('removeNeuron' as const), layer: fc.nat(2), unit: fc.nat(4) }),
  fc.record({
    kind: fc.constant('setActivation' as const),
    layer: fc.nat(2),
    activation: fc.constantFrom('ReLU' as const, 'Sin' as const, null),
  }),
  fc.record({
    kind: fc.constant('setFeatures' as const),
    features: fc.subarray(['x', 'x2', 'sinY'] as const, { minLength: 1 }),
  }),
);

/** What a hand does to the points. */
const hands = fc.oneof(
  fc.record({ at: fc.nat(100), x: coordinate, y: coordinate }),
  fc.record({ at: fc.nat(100), remove: fc.constant(true) }),
  fc.record({ add: fc.constant(true), x: coordinate, y: coordinate }),
);

function rowsOf({ x, y }: Dataset) {
  return Array.from(y.data, (label, i) => ({ x: x.data[2 * i]!, y: x.data[2 * i + 1]!, label }));
}

function editPoints(trainer: Trainer, hand: { at?: number; x?: number; y?: number }): void {
  const { data, testData } = trainer;
  const rows = rowsOf(data);
  const at = (hand.at ?? 0) % rows.length;
  const { x = 0, y = 0 } = hand;
  if ('remove' in hand) rows.splice(at, rows.length > 4 ? 1 : 0);
  else if ('add' in hand) rows.push({ x, y, label: rows[0]!.label });
  else rows[at] = { ...rows[at]!, x, y };
  const train = { ...fromPoints(rows, data), classes: data.classes };
  trainer.set({ data: testData ? { train, test: testData } : train }, { quietly: true });
}

const action = <T>(
  name: string,
  what: fc.Arbitrary<T>,
  perform: (trainer: Trainer, it: T) => void,
) => what.map((it): Action => ({ name, it, perform: (trainer) => perform(trainer, it) }));

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 5,
    arbitrary: action(
      'step',
      fc.tuple(
        fc.constantFrom<StepUnit>('layer', 'batch', 'epoch'),
        fc.integer({ min: 1, max: 6 }),
      ),
      (trainer, [unit, n]) => trainer.step(unit, n),
    ),
  },
  {
    weight: 3,
    arbitrary: action('seek', fc.nat(1000), (trainer, share) =>
      trainer.seek(share % trainer.history.length),
    ),
  },
  {
    weight: 3,
    arbitrary: action('set', options, (trainer, change) => trainer.set(change as TrainerOptions)),
  },
  {
    weight: 2,
    arbitrary: action(
      'edit',
      fc.tuple(fc.nat(1000), fc.double({ min: -2, max: 2, noNaN: true })),
      (trainer, [place, value]) => {
        const parameters = trainer.model.parameters();
        const { name, value: tensor } = parameters[place % parameters.length]!;
        trainer.setParameter(name, place % tensor.size, value);
      },
    ),
  },
  { weight: 2, arbitrary: action('points', hands, editPoints) },
  {
    weight: 2,
    arbitrary: action('reshape', reshapes, (trainer, change) => trainer.reshape(change)),
  },
  action('undo', fc.constant(null), (trainer) => trainer.undoReshape()),
  action('reset', fc.constant(null), (trainer) => trainer.reset()),
  action('newWeights', fc.nat(3), (trainer, seed) => trainer.newWeights(seed)),
);

/** What a reader does to a run. */
export const handlings = fc.array(actions, { maxLength: 25 });

/** Does it; what makes no sense for the run is left undone. */
export function handle(trainer: Trainer, list: readonly Action[]): void {
  for (const { perform } of list) {
    try {
      perform(trainer);
    } catch (error) {
      if (!(error instanceof PancakeError)) throw error;
    }
  }
}

/** The bits of all parameters. */
export const bitsOf = (trainer: Trainer): string =>
  trainer.model
    .parameters()
    .map(({ value }) => [...new BigUint64Array(value.data.slice().buffer)].join())
    .join(' ');
