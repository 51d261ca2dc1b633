// What a run, a race, a group and a slice of the loss say of each mistake, to the letter; and what lies just within.
import { describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  Linear,
  PancakeError,
  Sequential,
  Sigmoid,
  createGroup,
  createTrainer,
  fromPoints,
  toJSON,
  type Reshape,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { LossSlice, createRace, type LossSliceOptions, type RaceOptions } from '../../src/trainer';

const make = (options: unknown) => createTrainer(options as TrainerOptions);
/** A table with the message first, for the names of its tests. */
const told = <T>(rows: readonly (readonly [given: T, message: string])[]) =>
  rows.map(([given, message]): [string, T] => [message, given]);
const expectRefusal = (mistake: () => unknown, message: string) =>
  expect(mistake).toThrow(new PancakeError(message));

const sizes =
  'it must be layer sizes such as [2, 10, 10, 1], a Sequential, or a function that returns one';
const batch = "it must be a whole number of at least 1, or 'full'";
const rate = 'it must be a finite number of at least 0';
const penalty = 'it must be a finite rate of at least 0';
const pace = 'it must be a number of epochs a second above 0';
const rule = 'it must be such as { epoch: 100 } or { loss: 0.01 }, or a function';
const dataset = "it must be a data set's name, or a Dataset with at least one point";
const known = 'it may have momentum, nesterov, weightDecay, betas, alpha, eps';
const own = fromPoints([{ x: 1, y: 2, label: 1 }]);
const many = Array<number>(101).fill(2);

describe('an option that makes no sense', () => {
  it.each(
    told<unknown>([
      [{ batchSize: 0 }, `batchSize is 0; ${batch}`],
      [{ batchSize: 1.5 }, `batchSize is 1.5; ${batch}`],
      [{ batchSize: 'all' }, `batchSize is "all"; ${batch}`],
      [{ learningRate: -1 }, `learningRate is -1; ${rate}`],
      [{ learningRate: Infinity }, `learningRate is Infinity; ${rate}`],
      [{ learningRate: '1' }, `learningRate is "1"; ${rate}`],
      [{ l1: -0.1 }, `l1 is -0.1; ${penalty}`],
      [{ l2: Infinity }, `l2 is Infinity; ${penalty}`],
      [{ l2: '1' }, `l2 is "1"; ${penalty}`],
      [{ zeroGrad: 1 }, 'zeroGrad is 1; it must be true or false'],
      [{ speed: 0 }, `speed is 0; ${pace}`],
      [{ speed: '9' }, `speed is "9"; ${pace}`],
      [{ stopWhen: 3 }, `stopWhen is 3; ${rule}`],
      [{ stopWhen: null }, `stopWhen is null; ${rule}`],
      [{ stopWhen: { epoch: '3' } }, 'stopWhen.epoch is "3"; it must be a number'],
      [{ stopWhen: { loss: NaN } }, 'stopWhen.loss is NaN; it must be a number'],
      [{ stopWhen: { accuracy: null } }, 'stopWhen.accuracy is null; it must be a number'],
      [{ optimizerOptions: { lr: 1 } }, `optimizerOptions has "lr"; ${known}`],
      [{ optimizerOptions: { eps: 1, beta: 1 } }, `optimizerOptions has "beta"; ${known}`],
      [{ optimizer: () => 'Adam' }, 'optimizer returned "Adam"; it must return an Optimizer'],
      [
        { schedule: 'cosine' },
        'schedule is "cosine"; it must be such as { name: \'cosine\' }, or a function',
      ],
      [
        { schedule: null },
        "schedule is null; it must be such as { name: 'cosine' }, or a function",
      ],
      [{ data: 7 }, `data is 7; ${dataset}`],
      [{ data: null }, `data is null; ${dataset}`],
      [{ data: { x: own.x } }, `data is an object of type Object; ${dataset}`],
      [{ data: { y: own.y } }, `data is an object of type Object; ${dataset}`],
      [{ data: { train: own, test: {} } }, `data is an object of type Object; ${dataset}`],
      [{ data: { train: null } }, `data is an object of type Object; ${dataset}`],
      [
        { testRatio: 1 },
        'split got the ratio 1; it must be a share for testing, above 0 and below 1',
      ],
      [
        { loss: new BinaryCrossEntropy({ reduction: 'none' }) },
        "loss is BinaryCrossEntropy with the reduction 'none'; training needs one number, so use 'mean' or 'sum'",
      ],
      [{ loss: 'CrossEntropy' }, 'loss is CrossEntropy, for multiclass data; this data is binary'],
      [
        { loss: 'MeanSquaredError', data: 'blobs' },
        'loss is MeanSquaredError, for regression or binary data; this data is multiclass',
      ],
      [{ model: [2] }, `model is [2]; ${sizes}`],
      [{ model: 'deep' }, `model is "deep"; ${sizes}`],
      [{ model: () => [2, 1] }, `model is a function; ${sizes}`],
      [{ model: many }, 'model lists 101 sizes; a page has room for 100'],
      [
        { model: [2, 2000, 2000, 1] },
        'model is [2,2000,2000,1], with 4006000 weights; a page has room for 4000000',
      ],
      [
        { model: [2, 4, 4, 1], activation: ['ReLU'] },
        'activation lists 1 names; the model [2,4,4,1] has 2 hidden layers and needs one for each',
      ],
      [
        { model: [2, 1], features: ['x', 'y', 'xy'] },
        'model is [2,1]; with 3 features its first size must be 3',
      ],
      [
        { model: [2, 3] },
        'model gives 3 outputs a point; the data needs one, so the last size must be 1',
      ],
      [
        { data: 'blobs', model: [2, 1] },
        'model gives 1 outputs a point; the data has 3 classes, so the last size must be 3',
      ],
      [
        { initialization: 'ones' },
        `initialization is "ones"; it must be 'default', 'zeros', 'xavier' or 'he'`,
      ],
      [{ posterEpoch: -1 }, 'posterEpoch is -1; it must be a whole number of epochs, 0 or more'],
      [{ posterEpoch: 0.5 }, 'posterEpoch is 0.5; it must be a whole number of epochs, 0 or more'],
      [
        { posterEpoch: 1, model: new Sequential([new Linear(2, 1), new Sigmoid()]) },
        'model is a Sequential, which is trained in place; with posterEpoch it must be layer sizes, or a function that builds it',
      ],
      [
        {
          weights: toJSON(new Sequential([])),
          model: new Sequential([new Linear(2, 1), new Sigmoid()]),
        },
        'model is a Sequential, which is trained in place; with weights it must be layer sizes, or a function that builds it',
      ],
    ]),
  )('%s', (message, options) => expectRefusal(() => make(options), message));

  it('is one only where it makes none', () => {
    const fine: unknown[] = [
      ...[{ batchSize: 1 }, { batchSize: 'full' }, { learningRate: 0 }, { l1: 0, l2: 0 }],
      ...[{ speed: Infinity }, { speed: 1e-9 }, { stopWhen: {} }, { stopWhen: () => false }],
      ...[{ stopWhen: { loss: -Infinity } }, { optimizerOptions: {} }, { testRatio: 0 }],
      ...[{ data: { train: own } }, { data: { train: own, test: own } }, { data: own }],
      ...[{ model: many.slice(1).with(99, 1) }, { zeroGrad: false }, { posterEpoch: 0 }],
      { model: new Sequential([new Linear(2, 1), new Sigmoid()]), posterEpoch: 0 },
    ];
    for (const options of fine)
      expect(() => make({ points: 10, ...(options as object) })).not.toThrow();
  });

  it('is otherwise what it is by default', () => {
    const of = (optimizer: TrainerOptions['optimizer']) => make({ optimizer }).optimizer.lr;
    expect(
      (['SGD', 'Adam', 'AdamW', 'rmsprop', 'AdaGrad'] as const).map((name) => of(name)),
    ).toEqual([0.1, 0.01, 0.01, 0.01, 0.01]);
    const sizeOf = ({ data, testData }: Trainer) => [data.y.size, testData?.y.size ?? 0];
    expect(sizeOf(make({}))).toEqual([160, 40]);
    expect(sizeOf(make({ points: 4 }))).toEqual([4, 0]);
    expect(sizeOf(make({ points: 5 }))).toEqual([4, 1]);
    expect(sizeOf(make({ data: 'simple' }))).toEqual([4, 0]);
    expect(sizeOf(make({ testRatio: 0.5, points: 10 }))).toEqual([5, 5]);
    const described = (options: unknown) => make(options).model.describe();
    const hidden = 'Linear(10, 10), ReLU, ';
    expect(described({})).toBe(`Sequential(Linear(2, 10), ReLU, ${hidden}Linear(10, 1), Sigmoid)`);
    expect(described({ data: 'blobs' })).toBe(
      `Sequential(Linear(2, 10), ReLU, ${hidden}Linear(10, 3))`,
    );
    expect(described({ data: 'plane', features: ['x', 'y', 'xy'] })).toBe(
      `Sequential(Features(x, y, xy), Linear(3, 10), ReLU, ${hidden}Linear(10, 1))`,
    );
    expect(described({ loss: 'BinaryCrossEntropyWithLogits', model: [2, 1] })).toBe(
      'Sequential(Linear(2, 1))',
    );
    expect(
      described({
        loss: 'MeanSquaredError',
        model: [2, 3, 3, 1],
        activation: ['Tanh', 'ELU'],
        dropout: 0.2,
      }),
    ).toBe(
      'Sequential(Linear(2, 3), Tanh, Dropout(0.2), Linear(3, 3), ELU, Dropout(0.2), Linear(3, 1), Sigmoid)',
    );
  });
});

describe('a call that makes no sense', () => {
  const trainer = make({ points: 10, testRatio: 0, model: [2, 3, 1] });
  trainer.step('epoch', 2);
  const reshape = (change: unknown) => () => trainer.reshape(change as Reshape);
  const layers = 'the model has 1 hidden layers, counted from 0';
  const names = '0.weight, 0.bias, 2.weight, 2.bias';

  it.each(
    told<() => unknown>([
      [
        () => trainer.step('epochs' as never),
        "step got the unit \"epochs\"; it must be 'layer', 'batch' or 'epoch'",
      ],
      [() => trainer.step('epoch', 0), 'step got n = 0; it must be a whole number of at least 1'],
      [
        () => trainer.step('batch', 1.5),
        'step got n = 1.5; it must be a whole number of at least 1',
      ],
      [
        () => trainer.seek(3),
        'seek got 3; it must be a whole number from 0 to 2, the epochs so far',
      ],
      [
        () => trainer.seek(-1),
        'seek got -1; it must be a whole number from 0 to 2, the epochs so far',
      ],
      [
        () => trainer.seek(0.5),
        'seek got 0.5; it must be a whole number from 0 to 2, the epochs so far',
      ],
      [() => trainer.trace([]), 'trace got an empty list of points; it needs at least one'],
      [() => trainer.trace(10), 'trace got the point 10; it must be a whole number from 0 to 9'],
      [
        () => trainer.trace([1, -1]),
        'trace got the point -1; it must be a whole number from 0 to 9',
      ],
      [() => trainer.trace(0.5), 'trace got the point 0.5; it must be a whole number from 0 to 9'],
      [
        () => trainer.setParameter('1.weight', 0, 1),
        `setParameter got the name "1.weight"; the model has ${names}`,
      ],
      [
        () => trainer.setParameter('0.weight', 6, 1),
        'setParameter got the place 6; 0.weight has places from 0 to 5',
      ],
      [
        () => trainer.setParameter('0.weight', -1, 1),
        'setParameter got the place -1; 0.weight has places from 0 to 5',
      ],
      [
        () => trainer.setParameter('0.bias', 0.5, 1),
        'setParameter got the place 0.5; 0.bias has places from 0 to 2',
      ],
      [
        () => trainer.setParameter('0.weight', 0, '1' as never),
        'setParameter got the value "1"; it must be a finite number',
      ],
      [
        () => trainer.setParameter('0.weight', 0, Infinity),
        'setParameter got the value Infinity; it must be a finite number',
      ],
      [reshape({ kind: 'addLayer', at: 2 }), 'reshape got at = 2; it must be a place from 0 to 1'],
      [
        reshape({ kind: 'addLayer', at: -1 }),
        'reshape got at = -1; it must be a place from 0 to 1',
      ],
      [
        reshape({ kind: 'addLayer', at: 0.5 }),
        'reshape got at = 0.5; it must be a place from 0 to 1',
      ],
      [
        reshape({ kind: 'addLayer', at: 0, units: 0 }),
        'reshape got units = 0; a layer needs at least one neuron',
      ],
      [
        reshape({ kind: 'addLayer', at: 0, units: 1.5 }),
        'reshape got units = 1.5; a layer needs at least one neuron',
      ],
      [reshape({ kind: 'removeLayer', at: 1 }), `reshape got layer 1; ${layers}`],
      [reshape({ kind: 'addNeuron', layer: 1 }), `reshape got layer 1; ${layers}`],
      [reshape({ kind: 'removeNeuron', layer: -1, unit: 0 }), `reshape got layer -1; ${layers}`],
      [
        reshape({ kind: 'setActivation', layer: 1, activation: null }),
        `reshape got layer 1; ${layers}`,
      ],
      ...[3, -1, 0.5].map((unit): [() => unknown, string] => [
        reshape({ kind: 'removeNeuron', layer: 0, unit }),
        `reshape got unit ${unit}; layer 0 has 3 neurons`,
      ]),
      [
        () => make({ model: [2, 1, 1] }).reshape({ kind: 'removeNeuron', layer: 0, unit: 0 }),
        'layer 0 has one neuron left; remove the layer itself instead',
      ],
      [
        () => make({ model: [2, 1] }).reshape({ kind: 'addNeuron', layer: 0 }),
        'reshape got layer 0; the model has no hidden layer',
      ],
      [
        () =>
          make({
            model: () => new Sequential([new Sigmoid(), new Linear(2, 1), new Sigmoid()]),
          }).reshape({
            kind: 'addLayer',
            at: 0,
          }),
        'reshape works on features, then linear layers with activations; this model is Sequential(Sigmoid, Linear(2, 1), Sigmoid)',
      ],
      [() => createGroup([]), 'createGroup got no runs; it needs at least one'],
      [
        () => createGroup([trainer, trainer]),
        'createGroup got the same run twice; each stands in it once',
      ],
    ]),
  )('%s', (message, call) => {
    const before = trainer.getSnapshot();
    expectRefusal(call, message);
    expect(trainer.getSnapshot()).toBe(before);
  });

  it('is one of a run that began with saved weights', () => {
    const { model } = trainer;
    const saved = make({
      points: 10,
      testRatio: 0,
      model: [2, 3, 1],
      weights: toJSON(model),
      posterEpoch: 5,
    });
    expectRefusal(() => saved.seek(4), 'seek got 4; the run began with saved weights, at epoch 5');
  });
});

describe('a race', () => {
  const race = (options: unknown) => createRace(options as RaceOptions);
  const names = 'SGD, Momentum, Nesterov, RMSProp, AdaGrad, Adam, AdamW';

  it.each(
    told<unknown>([
      [{ steps: 0 }, 'steps is 0; it must be a whole number from 1 to 5000'],
      [{ steps: 5001 }, 'steps is 5001; it must be a whole number from 1 to 5000'],
      [{ steps: 1.5 }, 'steps is 1.5; it must be a whole number from 1 to 5000'],
      [
        { posterStep: 201 },
        'posterStep is 201; it must be a whole number from 0 to 200, the steps',
      ],
      [{ posterStep: -1 }, 'posterStep is -1; it must be a whole number from 0 to 200, the steps'],
      [
        { posterStep: 0.5 },
        'posterStep is 0.5; it must be a whole number from 0 to 200, the steps',
      ],
      [{ optimizers: [] }, 'optimizers is empty; a race needs one at least'],
      [
        { optimizers: ['SGD', 'Adam', 'SGD'] },
        'optimizers has a name twice, in SGD, Adam, SGD; each needs a name of its own',
      ],
      [{ optimizers: ['sgd'] }, `optimizers has "sgd"; a name must be one of ${names}`],
      [{ start: [1] }, 'start is [1]; it must be two finite numbers, [x, y]'],
      [{ start: [1, NaN] }, 'start is [1,null]; it must be two finite numbers, [x, y]'],
      [{ learningRates: { Adam: -1 } }, `Adam got the learning rate -1; ${rate}`],
      [{ learningRates: { SGD: Infinity } }, `SGD got the learning rate Infinity; ${rate}`],
      [
        { surface: 'hill' },
        'surface is "hill"; it must be one of bowl, ravine, saddle, rosenbrock, twoValleys',
      ],
    ]),
  )('%s', (message, options) => expectRefusal(() => race(options), message));

  it('is asked for other learning rates later on', () => {
    for (const [given, shown] of [
      [-1, '-1'],
      [Infinity, 'Infinity'],
      ['1', '"1"'],
    ] as const) {
      expectRefusal(
        () => race({}).set({ learningRates: { Adam: given as number } }),
        `the learning rate of Adam is ${shown}; ${rate}`,
      );
    }
  });

  it('goes as far as its steps', () => {
    expect(race({ steps: 5000, posterStep: 5000 }).getSnapshot().step).toBe(5000);
    expect(race({ steps: 1 }).getSnapshot()).toMatchObject({ step: 0, steps: 1 });
    for (const step of [-1, 1.5, 201])
      expectRefusal(
        () => race({}).seek(step),
        `seek got ${step}; it must be a whole number from 0 to 200`,
      );
  });
});

describe('a slice of the loss', () => {
  const trainer = make({ points: 10, model: [2, 1] });
  const options: LossSliceOptions = {
    a: { name: '0.weight', place: 0 },
    b: { name: '0.weight', place: 1 },
    ranges: { a: [-1, 1], b: [-1, 1] },
  };
  const range = (name: string, of: string) =>
    `LossSlice got ${of} as the range of ${name}; it must be two finite numbers, the lower one first`;

  it.each(
    told<object>([
      [{ n: 1 }, 'LossSlice got n = 1; it must be a whole number of at least 2'],
      [{ n: 2.5 }, 'LossSlice got n = 2.5; it must be a whole number of at least 2'],
      [{ ranges: { a: [1, 1], b: [-1, 1] } }, range('a', '[1,1]')],
      [{ ranges: { a: [-1, 1], b: [1, -1] } }, range('b', '[1,-1]')],
      [{ ranges: { a: [-Infinity, 1], b: [-1, 1] } }, range('a', '[null,1]')],
      [{ ranges: { a: [-1, Infinity], b: [-1, 1] } }, range('a', '[-1,null]')],
      [
        { a: { name: '1.weight', place: 0 } },
        'LossSlice got a = "1.weight"; the model has 0.weight, 0.bias',
      ],
      ...[2, -1, 0.5].map((place): [object, string] => [
        { b: { name: '0.weight', place } },
        `LossSlice got the place ${place} for b; 0.weight has places from 0 to 1`,
      ]),
      [
        { b: { name: '0.weight', place: 0 } },
        'LossSlice got 0.weight at place 0 twice; it needs two different numbers',
      ],
    ]),
  )('%s', (message, wrong) =>
    expectRefusal(() => new LossSlice(trainer, { ...options, ...wrong }), message),
  );

  it('may be of two numbers of one place, or of one name', () => {
    const b = { name: '0.bias', place: 0 };
    expect(() => new LossSlice(trainer, { ...options, b, n: 2 })).not.toThrow();
  });
});
