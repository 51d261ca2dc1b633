// Time travel: whatever a reader does to a run, going back and on again gives the same bits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  Linear,
  PancakeError,
  SGD,
  Sequential,
  Sigmoid,
  Tanh,
  createTrainer,
  type Reshape,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { fuzz } from '../support/fuzz';

const momentum: TrainerOptions['optimizer'] = (model, { lr }) =>
  new SGD(model, { lr, momentum: 0.9 });

// Small enough for thousands of epochs; the batches do not divide the data.
const runs: Record<string, TrainerOptions> = {
  classification: { data: 'moons', points: 14, model: [2, 3, 1], activation: 'Tanh', batchSize: 4 },
  regression: { data: 'plane', points: 11, model: [2, 2, 1], batchSize: 5, optimizer: 'Adam' },
  dropout: {
    data: 'moons',
    points: 14,
    batchSize: 4,
    optimizer: momentum,
    model: (rng) =>
      new Sequential([
        new Linear(2, 4, { rng }),
        new Tanh(),
        new Dropout({ p: 0.5 }),
        new Linear(4, 1, { rng }),
        new Sigmoid(),
      ]),
  },
};

type Unit = 'layer' | 'batch' | 'epoch';
type Action =
  | { do: 'step'; unit: Unit; n: number }
  | { do: 'seek'; share: number }
  | { do: 'set'; options: TrainerOptions }
  | { do: 'edit'; place: number; value: number }
  | { do: 'reshape'; change: Reshape }
  | { do: 'reset' }
  | { do: 'newWeights'; seed: number };

const finiteRates = [0, 0.003, 0.1, 0.5];
const actions = (rates: number[]) =>
  fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('step' as const),
          unit: fc.constantFrom<Unit>('layer', 'batch', 'epoch'),
          n: fc.integer({ min: 1, max: 6 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant('seek' as const), share: fc.nat(1000) }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('set' as const),
          options: fc.oneof(
            fc.record({ learningRate: fc.constantFrom(...rates) }),
            fc.record({ batchSize: fc.constantFrom(1, 3, 7, 'full' as const) }),
            fc.record({ optimizer: fc.constantFrom('SGD', 'Adam', 'RMSProp', momentum) }),
            fc.record({ optimizerOptions: fc.constantFrom({ weightDecay: 0.1 }, {}) }),
            fc.record({ l1: fc.constantFrom(0, 0.01), l2: fc.constantFrom(0, 0.1) }),
            fc.record({
              schedule: fc.constantFrom<TrainerOptions['schedule']>(
                undefined,
                { name: 'step', stepSize: 2 },
                { name: 'cosine', epochs: 5, end: 0.1 },
              ),
            }),
          ),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('edit' as const),
          place: fc.nat(1000),
          value: fc.double({ min: -2, max: 2, noNaN: true }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('reshape' as const),
          change: fc.oneof(
            fc.record({ kind: fc.constant('addLayer' as const), at: fc.nat(2) }),
            fc.record({ kind: fc.constant('removeLayer' as const), at: fc.nat(2) }),
            fc.record({ kind: fc.constant('addNeuron' as const), layer: fc.nat(2) }),
            fc.record({
              kind: fc.constant('removeNeuron' as const),
              layer: fc.nat(2),
              unit: fc.nat(4),
            }),
            fc.record({
              kind: fc.constant('setActivation' as const),
              layer: fc.nat(2),
              activation: fc.constantFrom('ReLU' as const, 'Sin' as const, null),
            }),
            fc.record({
              kind: fc.constant('setFeatures' as const),
              features: fc.subarray(['x', 'x2', 'sinY'] as const, { minLength: 1 }),
            }),
            fc.record({
              kind: fc.constant('setDropout' as const),
              p: fc.constantFrom(0, 0.3),
            }),
          ),
        }),
      },
      fc.record({ do: fc.constant('reset' as const) }),
      fc.record({ do: fc.constant('newWeights' as const), seed: fc.nat(3) }),
    ),
    { maxLength: 30 },
  ) as fc.Arbitrary<Action[]>;

const bits = (trainer: Trainer) =>
  trainer.model
    .parameters()
    .map(({ value }) => [...new BigUint64Array(value.data.slice().buffer)].join())
    .join(' ');

/** A run with a diary: the bits at the end of each epoch that the run has been through. */
class Diary {
  readonly trainer: Trainer;
  private seen = new Map<number, string>();
  private readonly starts = new Map<string, string>();
  private drawn = true;

  constructor(options: TrainerOptions) {
    this.trainer = createTrainer(options);
    this.startOver();
  }

  perform(action: Action): void {
    const { trainer } = this;
    if (action.do === 'step') {
      // One at a time, so that no epoch's end goes by unseen.
      for (let i = 0; i < action.n; i++) this.step(action.unit);
    } else if (action.do === 'seek') {
      const epoch = action.share % trainer.history.length;
      trainer.seek(epoch);
      expect(trainer.getSnapshot()).toMatchObject({
        epoch,
        status: epoch === 0 ? 'idle' : 'paused',
        phase: { kind: 'between' },
      });
      this.compare();
    } else if (action.do === 'set') {
      this.set(action.options);
    } else if (action.do === 'reset') {
      trainer.reset();
      this.startOver();
    } else if (action.do === 'edit') {
      this.edit(action);
    } else if (action.do === 'reshape') {
      this.reshape(action.change);
    } else {
      trainer.newWeights(action.seed);
      if (!this.drawn) this.starts.clear();
      this.drawn = true;
      this.startOver();
    }
    expect(trainer.getSnapshot().lastEpoch).toBe(this.seen.size - 1);
    expect(trainer.history).toHaveLength(this.seen.size);
  }

  /** Goes to every epoch that the run has been through, there and back. */
  visitAll(): void {
    const epochs = [...this.seen.keys()];
    for (const epoch of [...epochs.reverse(), ...epochs.reverse()]) {
      this.trainer.seek(epoch);
      this.compare();
    }
    // And the whole way on foot.
    this.trainer.seek(0);
    for (let i = 1; i < epochs.length; i++) this.step('epoch');
  }

  private step(unit: Unit): void {
    const { trainer } = this;
    const { epoch } = trainer.getSnapshot();
    const before = trainer.getSnapshot().status;
    trainer.step(unit);
    const { status, epoch: now } = trainer.getSnapshot();
    if (before === 'diverged' || status === 'diverged') {
      expect(trainer.getSnapshot().divergence).not.toBeNull();
      this.compare();
    } else if (now > epoch) {
      expect(now).toBe(epoch + 1);
      if (!this.seen.has(now)) this.seen.set(now, bits(trainer));
      this.compare();
    } else expect(unit).not.toBe('epoch');
  }

  private set(options: TrainerOptions): void {
    const { trainer } = this;
    const { epoch, step, learningRate, batchSize, lastEpoch } = trainer.getSnapshot();
    const before = bits(trainer);
    trainer.set(options);
    expect(bits(trainer)).toBe(before);
    // Nothing but what was asked for.
    const now = trainer.getSnapshot();
    expect(now).toMatchObject({ epoch, step, batchSize: options.batchSize ?? batchSize });
    // A learning rate that nobody chose is the optimizer's default.
    if (!options.optimizer) expect(now.learningRate).toBe(options.learningRate ?? learningRate);
    this.forgetAfter(epoch, lastEpoch);
  }

  private edit({ place, value }: { place: number; value: number }): void {
    const { trainer } = this;
    const parameters = trainer.model.parameters();
    const { name, value: tensor } = parameters[place % parameters.length]!;
    const { epoch, step, lastEpoch } = trainer.getSnapshot();
    const isStart = trainer.progress === epoch;
    trainer.setParameter(name, place % tensor.size, value);
    expect(tensor.data[place % tensor.size]).toBe(value);
    expect(trainer.getSnapshot()).toMatchObject({ epoch, step, divergence: null });
    this.forgetAfter(epoch, lastEpoch);
    if (trainer.progress === 0) this.forgetStarts();
    if (isStart) this.seen.set(epoch, bits(trainer));
    if (isStart) this.compare();
  }

  private reshape(change: Reshape): void {
    const { trainer } = this;
    const { epoch, step, lastEpoch } = trainer.getSnapshot();
    const before = bits(trainer);
    try {
      trainer.reshape(change);
    } catch (error) {
      expect(error).toBeInstanceOf(PancakeError);
      expect(bits(trainer)).toBe(before);
      expect(trainer.getSnapshot()).toMatchObject({ epoch, step, lastEpoch });
      return;
    }
    expect(trainer.getSnapshot()).toMatchObject({ epoch, step, divergence: null });
    this.forgetAfter(epoch, lastEpoch);
    this.forgetStarts();
    this.seen.set(epoch, bits(trainer));
    this.compare();
  }

  private forgetAfter(epoch: number, lastEpoch: number): void {
    for (let gone = epoch + 1; gone <= lastEpoch; gone++) this.seen.delete(gone);
  }

  // What to start over from is another thing now.
  private forgetStarts(): void {
    this.starts.clear();
    this.drawn = false;
  }

  private startOver(): void {
    const { trainer } = this;
    const { seed = 0 } = trainer.options;
    const start = bits(trainer);
    const key = `${seed} ${trainer.model.describe()}`;
    expect(start).toBe(this.starts.get(key) ?? start);
    this.starts.set(key, start);
    this.seen = new Map([[0, start]]);
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 0, step: 0, status: 'idle' });
    this.compare();
  }

  // At the end of an epoch: the bits are those of the first time, and the history says what the
  // engine measures.
  private compare(): void {
    const { trainer } = this;
    const { epoch, loss } = trainer.getSnapshot();
    expect(bits(trainer)).toBe(this.seen.get(epoch));
    const measured = trainer.loss.evaluate(trainer.model.predict(trainer.data.x), trainer.data.y);
    expect(loss).toBe(measured);
    expect(trainer.history[epoch]).toMatchObject({ epoch, loss: measured });
    expect(Number.isFinite(loss)).toBe(true);
  }
}

describe.each(Object.entries(runs))('%s', (_, options) => {
  fuzz(
    'gives the same bits each time that it comes by',
    actions(finiteRates),
    (list) => {
      const diary = new Diary(options);
      for (const action of list) diary.perform(action);
      diary.visitAll();
    },
    { all: 3500, share: 120 },
  );
});

describe('found on the way', () => {
  const trained = (options: TrainerOptions, ...actions: Action[]) => {
    const diary = new Diary(options);
    for (const action of actions) diary.perform(action);
    diary.visitAll();
    return diary.trainer;
  };

  it('the options go back in time with the run', () => {
    const { classification } = runs;
    const trainer = trained(
      classification!,
      { do: 'step', unit: 'epoch', n: 1 },
      { do: 'set', options: { batchSize: 1 } },
      { do: 'step', unit: 'epoch', n: 1 },
    );
    trainer.seek(0);
    expect(trainer.options.batchSize).toBe(4);
    trainer.set({ learningRate: 0.3, speed: 5 });
    trainer.seek(0);
    expect(trainer.getSnapshot()).toMatchObject({ batchSize: 4, learningRate: 0.3, speed: 5 });
  });

  it('an optimizer taken back at once has forgotten, each time', () => {
    trained(
      { ...runs['classification'], optimizer: 'Adam' },
      { do: 'step', unit: 'batch', n: 2 },
      { do: 'set', options: { optimizer: 'SGD' } },
      { do: 'set', options: { learningRate: 0.2 } },
      { do: 'set', options: { optimizer: 'Adam' } },
      { do: 'step', unit: 'epoch', n: 1 },
    );
  });

  it('a step that was begun and dropped leaves no trace in dropout', () => {
    trained(
      runs['dropout']!,
      { do: 'step', unit: 'layer', n: 4 },
      { do: 'set', options: { batchSize: 3 } },
      { do: 'step', unit: 'epoch', n: 1 },
    );
  });

  it.each(['layer', 'batch', 'epoch'] as const)(
    'a loss beyond all bounds in the middle of an epoch is divergence, by %s',
    (unit) => {
      const options: TrainerOptions = { data: 'plane', points: 20, model: [2, 1], batchSize: 3 };
      for (const learningRate of [1e60, 1e100, 1e154, 1e300]) {
        const trainer = createTrainer({ ...options, learningRate });
        for (let i = 0; i < 20; i++) {
          trainer.step(unit);
          expect(Number.isFinite(trainer.getSnapshot().loss)).toBe(true);
        }
        expect(trainer.getSnapshot()).toMatchObject({ status: 'diverged', epoch: 0 });
      }
    },
  );
});

describe('a run that may diverge', () => {
  fuzz(
    'never throws, and comes back to an epoch that it has been through',
    actions([0.1, 1e3, 1e60, 1e150]),
    (list) => {
      const diary = new Diary({ ...runs['regression'], optimizer: 'SGD' });
      for (const action of list) diary.perform(action);
      diary.visitAll();
    },
    { all: 3000, share: 120 },
  );
});
