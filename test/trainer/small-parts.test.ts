// Small parts of a run, one by one: what takes the place of what, which frames are asked for, how much a link may
// ask for, and where a number stopped being one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Huber,
  PancakeError,
  Sequential,
  Tensor,
  createTrainer,
  decodeRun,
  encodeRun,
  fromPoints,
  toJSON,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { Surface, isToldByRun, surfaceNames, weightPathOf } from '../../src/trainer';
import { isLarge, resolveData } from '../../src/trainer/data';
import { faultOfRun } from '../../src/trainer/fault';
import { History } from '../../src/trainer/history';
import { Budget, mostWork } from '../../src/trainer/link/limits';
import { changeOfData, changedData } from '../../src/trainer/link/points';
import { predictedClass } from '../../src/trainer/measure';
import { layerOf } from '../../src/trainer/parameter-place';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const small = (options: TrainerOptions = {}) =>
  createTrainer({ points: 20, testRatio: 0, model: [2, 2, 1], ...options });

describe('a change at the same step', () => {
  const eventsOf = (...changes: ((trainer: Trainer) => void)[]) => {
    const trainer = small();
    trainer.step('epoch');
    changes.forEach((change) => change(trainer));
    return decodeRun(encodeRun(trainer).text).events.length;
  };
  const edit = (name: string, place: number, value: number) => (trainer: Trainer) =>
    trainer.setParameter(name, place, value);
  const set = (options: TrainerOptions) => (trainer: Trainer) => trainer.set(options);

  it.each<[string, number, ((trainer: Trainer) => void)[]]>([
    ['of the same number', 1, [edit('0.weight', 0, 1), edit('0.weight', 0, 2)]],
    ['of another place', 2, [edit('0.weight', 0, 1), edit('0.weight', 1, 1)]],
    ['of another parameter', 2, [edit('0.weight', 0, 1), edit('0.bias', 0, 1)]],
    ['of the same options', 1, [set({ learningRate: 0.2 }), set({ learningRate: 0.3 })]],
    ['of other options', 1, [set({ learningRate: 0.2 }), set({ batchSize: 3 })]],
    ['of the optimizer', 2, [set({ learningRate: 0.2 }), set({ optimizer: 'Adam' })]],
    [
      'of the optimizer’s options',
      2,
      [set({ learningRate: 0.2 }), set({ optimizerOptions: { momentum: 0.5 } })],
    ],
    ['of a number, then of options', 2, [edit('0.bias', 0, 1), set({ batchSize: 3 })]],
    ['of options, then of a number', 2, [set({ batchSize: 3 }), edit('0.bias', 0, 1)]],
  ])('%s makes %i to remember', (_, count, changes) => {
    expect(eventsOf(...changes)).toBe(count);
  });
});

describe('a record', () => {
  const recordOf = (trainer: Trainer) => decodeRun(encodeRun(trainer).text);

  it.each<[string, TrainerOptions, TrainerOptions, events: number]>([
    ['the same rate', { learningRate: 0.1 }, { learningRate: 0.1 }, 0],
    [
      'a schedule in the same words',
      { schedule: { name: 'cosine', epochs: 5 } },
      { schedule: { name: 'cosine', epochs: 5 } },
      0,
    ],
    ['another rate', { learningRate: 0.1 }, { learningRate: 0.2 }, 1],
    [
      'options in the same words, of an optimizer without memory',
      { optimizerOptions: { momentum: 0.5 } },
      { optimizerOptions: { momentum: 0.5 } },
      1,
    ],
    [
      'a loss of its own',
      { data: 'plane', loss: new Huber() },
      { loss: new Huber({ delta: 2 }) },
      1,
    ],
  ])(
    'of a change to %s has as many events as it makes a difference',
    (_, options, change, count) => {
      const trainer = small(options);
      trainer.step('epoch');
      trainer.set(change);
      expect(recordOf(trainer).events).toHaveLength(count);
    },
  );

  it('has what lies ahead within the epoch at hand', () => {
    const trainer = small();
    trainer.step('epoch', 2);
    trainer.step('batch');
    trainer.set({ learningRate: 0.3 });
    trainer.seek(2);
    const record = recordOf(trainer);
    expect(record).toMatchObject({ epoch: 2, lastEpoch: 2, events: [{ step: 5 }] });
    const opened = small();
    opened.open(record);
    for (const run of [trainer, opened]) run.step('epoch');
    expect(opened.history).toEqual(trainer.history);
    expect(opened.getSnapshot().learningRate).toBe(0.3);
  });

  it('takes the weights along where a function was part of the run, if only for a while', () => {
    const trainer = small();
    trainer.step('epoch');
    expect(recordOf(trainer)).toMatchObject({ state: null });
    trainer.set({ schedule: () => 0.5 });
    trainer.step('epoch');
    trainer.set({ schedule: undefined });
    trainer.step('epoch');
    const record = recordOf(trainer);
    expect(record).toMatchObject({ leftOut: [], fingerprint: null, state: { epoch: 3 } });
    const opened = small();
    opened.open(record);
    expect(opened.now).toEqual(trainer.now);
  });
});

describe('a run that has ended', () => {
  it('may go on once something is changed by hand, and one that rests goes on resting', () => {
    const trainer = small({ stopWhen: { epoch: 2 } });
    trainer.setParameter('0.bias', 0, 1);
    expect(trainer.now.status).toBe('idle');
    trainer.step('epoch', 5);
    expect(trainer.now).toMatchObject({ status: 'done', epoch: 2 });
    trainer.setParameter('0.bias', 0, 1);
    expect(trainer.now.status).toBe('paused');
    const diverged = small({ data: 'plane', learningRate: 1e300 });
    diverged.step('epoch', 5);
    expect(diverged.now.status).toBe('diverged');
    diverged.setParameter('0.bias', 0, 1);
    expect(diverged.getSnapshot()).toMatchObject({ status: 'paused', divergence: null });
  });
});

describe('frames', () => {
  it('are asked for while somebody draws, and no longer', () => {
    const trainer = small();
    const ends = [trainer.onFrame(() => {}), trainer.onFrame(() => {})];
    expect(frames.pending).toBe(1);
    ends[0]!();
    expect(frames.pending).toBe(1);
    ends[1]!();
    expect(frames.pending).toBe(0);
  });

  it('are none’s where the last figure of a path is gone', () => {
    const trainer = small();
    const path = weightPathOf(trainer);
    const ends = [path.follow(), path.follow()];
    frames.tick();
    const { length } = path;
    ends[0]!();
    trainer.step('epoch', 2);
    expect(path.length).toBeGreaterThan(length);
    ends[1]!();
    const after = path.length;
    trainer.step('epoch', 2);
    frames.tick();
    expect(path.length).toBe(after);
  });
});

describe('data', () => {
  const rows = (n: number, shift = 0) =>
    Array.from({ length: n }, (_, i) => ({ x: i + shift, y: -i, label: i % 2 }));
  const domain = { x: [-9, 9], y: [-9, 9] } as const;
  const of = (points: ReturnType<typeof rows>) => fromPoints(points, { domain });
  const whole = of(rows(6));

  const many = { ...whole, x: Tensor.zeros([20_001, 2]) };

  it('is large from 20,001 points or weights on', () => {
    const cases: [TrainerOptions, boolean][] = [
      [{}, false],
      [{ points: 20_000 }, false],
      [{ points: 20_001 }, true],
      [{ points: 20_001, data: whole }, false],
      [{ data: many }, true],
      [{ data: { train: many } }, true],
      [{ data: { train: whole } }, false],
      [{ data: null as never }, false],
      [{ data: {} as never }, false],
      [{ data: { x: 1 } as never }, false],
      [{ model: [2, 100, 196, 1] }, false],
      [{ model: [2, 100, 197, 1] }, true],
      [{ model: new Sequential([]) }, false],
    ];
    for (const [options, large] of cases) expect(isLarge(options)).toBe(large);
  });

  it('is split in five to four unless it is the four points, or all is asked for', () => {
    const sizes = (options: TrainerOptions) => {
      const { train, test } = resolveData(options);
      return [train.y.size, test?.y.size ?? 0];
    };
    expect(sizes({ points: 10 })).toEqual([8, 2]);
    expect(sizes({ points: 4 })).toEqual([4, 0]);
    expect(sizes({ points: 10, testRatio: 0 })).toEqual([10, 0]);
    expect(sizes({ data: whole, testRatio: 0.5 })).toEqual([6, 0]);
    expect(sizes({ data: { train: whole, test: of(rows(2)) } })).toEqual([6, 2]);
  });

  it.each<[string, ReturnType<typeof rows>, object | null]>([
    ['nothing', rows(6), null],
    [
      'one in the middle',
      rows(6).with(2, { x: 7, y: 7, label: 1 }),
      { before: 2, after: 3, y: [1] },
    ],
    ['one less', rows(6).toSpliced(3, 1), { before: 3, after: 2, y: [] }],
    ['one more at the end', rows(7), { before: 6, after: 0, y: [0] }],
    ['a label alone', rows(6).with(5, { x: 5, y: -5, label: 0 }), { before: 5, after: 0, y: [0] }],
    ['an x alone', rows(6).with(0, { x: 1, y: 0, label: 0 }), { before: 0, after: 5, y: [0] }],
    ['a y alone', rows(6).with(0, { x: 0, y: 1, label: 0 }), { before: 0, after: 5, y: [0] }],
    ['all of them', rows(6, 1), { before: 0, after: 0, y: [0, 1, 0, 1, 0, 1] }],
  ])('that differs in %s is told by that', (_, points, wanted) => {
    const after = of(points);
    const { train, test } = changeOfData(
      { train: whole, test: null },
      { train: after, test: null },
    );
    expect(test).toBeNull();
    if (!wanted) return expect(train).toBeNull();
    expect({ ...train, y: [...(train as { y: Float64Array }).y] }).toMatchObject(wanted);
    const back = changedData({ train: whole, test: null }, { train, test });
    expect(back.train).toEqual(after);
  });

  it('is told whole where its kind or its plane is another', () => {
    const others = [
      fromPoints(rows(6), { domain: { x: [-9, 9], y: [-9, 8] } }),
      fromPoints(rows(6), { domain, task: 'regression' }),
      fromPoints(rows(6), { domain, task: 'multiclass' }),
      { ...whole, classes: 3 },
    ];
    for (const other of others) {
      const change = changeOfData({ train: whole, test: whole }, { train: other, test: null });
      expect(change).toMatchObject({ test: 'none', train: { points: { task: other.task } } });
      expect(changeOfData(null, { train: whole, test: other })).toMatchObject({
        train: { points: { classes: 2 } },
        test: { points: { classes: other.classes } },
      });
    }
    expect(changeOfData({ train: whole, test: whole }, { train: whole, test: whole })).toEqual({
      train: null,
      test: null,
    });
  });
});

describe('the work that a link asks for', () => {
  it('may be all that there is, and no more', () => {
    const budget = new Budget();
    budget.spend(mostWork - 1);
    budget.spend(1);
    expect(() => budget.spend(1)).toThrow(
      new PancakeError(
        'the link asks for more training than a page can do at once; a link of a long run must hold its weights',
      ),
    );
  });
});

describe('a number that is none any more', () => {
  it('is told with its parameter, the gradient before the value', () => {
    const endOf = (options: TrainerOptions) => {
      const trainer = small({ data: 'plane', ...options });
      trainer.setParameter('2.weight', 0, 2);
      trainer.step('epoch', 3);
      return trainer.getSnapshot().divergence;
    };
    expect(endOf({ learningRate: 1.7e308 })).toEqual({
      layer: '0',
      message: '0.weight became Infinity',
    });
    expect(endOf({ l2: 1.7e308, learningRate: 0.1 })).toEqual({
      layer: '2',
      message: 'the gradient of 2.weight became Infinity',
    });
  });
});

describe('other small parts', () => {
  it('a run with saved weights has made the steps up to its epoch', () => {
    const weights = toJSON(small().model);
    const stepOf = (batchSize: TrainerOptions['batchSize']) =>
      decodeRun(encodeRun(small({ weights, posterEpoch: 5, batchSize })).text).step;
    expect(['full', 7, 10, 20, 30].map((size) => stepOf(size as 'full'))).toEqual([
      5, 15, 10, 5, 5,
    ]);
  });

  it('a loss by name is reduced as asked', () => {
    expect(small().loss.reduction).toBe('mean');
    expect(small({ reduction: 'sum' }).loss.reduction).toBe('sum');
    expect(small({ reduction: 'sum', loss: 'MeanSquaredError' }).loss.describe()).toContain('sum');
  });

  it('other data are those of the next data seed, or of the one given', () => {
    const trainer = small();
    const seeds = [() => trainer.newData(), () => trainer.newData(), () => trainer.newData(7)];
    const found = seeds.map((change) => {
      change();
      expect(trainer.data).toEqual(small({ dataSeed: trainer.options.dataSeed }).data);
      return trainer.options.dataSeed;
    });
    expect(found).toEqual([1, 2, 7]);
  });

  it('a first hidden layer has four ReLUs', () => {
    const trainer = small({ model: [2, 1] });
    trainer.reshape({ kind: 'addLayer', at: 0 });
    expect(trainer.model.describe()).toBe('Sequential(Linear(2, 4), ReLU, Linear(4, 1), Sigmoid)');
  });

  it('an output that reads another layer has other weights, and its bias', () => {
    const trainer = small({ model: [2, 3, 3, 1] });
    const of = (name: string) => [
      ...trainer.model.parameters().find((one) => one.name === name)!.value.data,
    ];
    const [weight, bias] = [of('4.weight'), of('4.bias')];
    trainer.reshape({ kind: 'removeLayer', at: 1 });
    expect(of('2.bias')).toEqual(bias);
    for (const [i, value] of of('2.weight').entries()) expect(value).not.toBe(weight[i]);
  });

  it('a number belongs to the layer that its name begins with', () => {
    const names = ['0.weight', '2.0.weight', '12.inner.3.bias'];
    expect(names.map((name) => layerOf({ name, place: 0 }))).toEqual([0, 2, 12]);
  });

  it('a fault is told once it has been a run’s', () => {
    const error = new Error('mine');
    expect([isToldByRun(error), isToldByRun('mine'), isToldByRun(undefined)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(faultOfRun(error)).toBe(error);
    expect(isToldByRun(error)).toBe(true);
    expect(faultOfRun('text')).toEqual(new Error('text'));
  });

  it('a surface says which one it is', () => {
    for (const name of surfaceNames) {
      const surface = new Surface(name);
      expect(surface.describe()).toBe(`Surface(${name})`);
      expect(surface.options()).toEqual({ surface: name });
      expect([surface.type, surface.parameters().map((one) => one.name)]).toEqual([
        'Surface',
        ['point'],
      ]);
    }
    const far = new Surface('rosenbrock');
    far.point.data.set([1e200, 0]);
    expect(() => far.forward([[0, 0]])).toThrow(
      'Surface(rosenbrock) is Infinity at 1e+200, 0; it must be finite',
    );
  });

  it('a class is the likeliest, the first of those that are as likely, or above one half', () => {
    const of = (...row: number[]) => predictedClass(Float64Array.from([9, ...row]), 1, row.length);
    expect([of(0.5), of(0.51), of(0.49)]).toEqual([0, 1, 0]);
    expect([of(0.2, 0.5, 0.3), of(0.4, 0.4, 0.2), of(0.1, 0.2, 0.7)]).toEqual([1, 0, 2]);
  });

  it('a history makes room for as many rows as it may have', () => {
    const reserved = (length: number) => {
      const history = new History(8);
      history.reserve(length);
      return history.every;
    };
    expect([1, 8, 9, 15, 16, 29, 30].map(reserved)).toEqual([1, 1, 2, 2, 4, 4, 8]);
  });

  it('a model whose hidden layers are all gone is one of two sizes', () => {
    const trainer = small({ dropout: 0.2 });
    trainer.reshape({ kind: 'removeLayer', at: 0 });
    expect(trainer.options.model).toEqual([2, 1]);
    const by = small();
    by.reshape({ kind: 'addLayer', at: 1, units: 3, activation: null });
    expect(by.options.model).toBe(by.model);
    by.reshape({ kind: 'setActivation', layer: 1, activation: 'Tanh' });
    expect(by.options.model).toBe(by.model);
  });
});
