// Which models have an architecture, and what it says of them; which failures a run can have at all; and what of a
// change by hand is marked.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  Features,
  Huber,
  LayerNorm,
  Linear,
  Mul,
  ReLU,
  SGD,
  Sequential,
  Sigmoid,
  Softmax,
  Square,
  Tanh,
  createTrainer,
  failureKinds,
  fromPoints,
  remedyFor,
  type FailureKind,
  type Layer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { architectureOf, canHappen } from '../../src/trainer';
import { finding } from '../../src/trainer/diagnose/finding';

const of = (...layers: Layer[]) => architectureOf(new Sequential(layers));
const features = ['x', 'xy'] as const;

describe('an architecture', () => {
  it('is told of features, hidden layers and an output', () => {
    expect(of(new Linear(2, 1))).toEqual({
      features: null,
      inputs: 2,
      hidden: [],
      outputs: 1,
      outputPlace: 0,
    });
    expect(
      of(
        new Features([...features]),
        new Linear(2, 5),
        new Tanh(),
        new Dropout({ p: 0.25 }),
        new Linear(5, 4),
        new Linear(4, 3),
        new ReLU(),
        new Linear(3, 2),
        new Sigmoid(),
      ),
    ).toEqual({
      features,
      inputs: 2,
      hidden: [
        { units: 5, activation: 'Tanh', dropout: 0.25, place: 1, activationPlace: 2 },
        { units: 4, activation: null, dropout: 0, place: 4, activationPlace: 4 },
        { units: 3, activation: 'ReLU', dropout: 0, place: 5, activationPlace: 6 },
      ],
      outputs: 2,
      outputPlace: 7,
    });
    expect(of(new Linear(2, 3), new Dropout({ p: 0.5 }), new Linear(3, 3), new Softmax())).toEqual({
      features: null,
      inputs: 2,
      hidden: [{ units: 3, activation: null, dropout: 0.5, place: 0, activationPlace: 0 }],
      outputs: 3,
      outputPlace: 2,
    });
  });

  it.each<[string, Layer[]]>([
    ['nothing', []],
    ['features alone', [new Features(['x'])]],
    ['an activation first', [new Tanh(), new Linear(2, 1)]],
    ['a layer of another kind', [new Linear(2, 2), new LayerNorm(2), new Linear(2, 1)]],
    ['two activations', [new Linear(2, 2), new Tanh(), new ReLU(), new Linear(2, 1)]],
    ['a softmax within', [new Linear(2, 2), new Softmax(), new Linear(2, 1)]],
    ['a factor at the end', [new Linear(2, 1), new Mul({ k: 2 })]],
    ['dropout at the end', [new Linear(2, 1), new Dropout({ p: 0.5 })]],
    ['a model inside', [new Sequential([new Linear(2, 2)]), new Linear(2, 1)]],
    ['features within', [new Linear(2, 2), new Features(['x', 'y']), new Linear(2, 1)]],
  ])('is not found in a model of %s', (_, layers) => {
    expect(of(...layers)).toBeNull();
  });
});

const made = (options: TrainerOptions) => createTrainer({ points: 20, ...options });
const byHand = (...layers: Layer[]) => made({ model: () => new Sequential(layers) });

describe('a run can have', () => {
  it.each<[string, ReturnType<typeof made>, FailureKind[]]>([
    ['ReLUs', made({}), ['exploding', 'deadReLU', 'saturated', 'symmetry', 'overfitting']],
    ['no test data', made({ testRatio: 0 }), ['exploding', 'deadReLU', 'saturated', 'symmetry']],
    ['tanhs', made({ activation: 'Tanh' }), ['exploding', 'saturated', 'symmetry', 'overfitting']],
    ['no sigmoid', made({ data: 'plane' }), ['exploding', 'deadReLU', 'symmetry', 'overfitting']],
    ['one neuron', made({ data: 'plane', model: [2, 1], testRatio: 0 }), ['exploding']],
    [
      'one hidden neuron',
      made({ data: 'plane', model: [2, 1, 1], activation: 'Sin', testRatio: 0 }),
      ['exploding'],
    ],
    [
      'a ReLU before a square at the end',
      made({
        data: 'plane',
        testRatio: 0,
        model: () => new Sequential([new Linear(2, 1), new ReLU(), new Square()]),
      }),
      ['exploding'],
    ],
    [
      'a ReLU at the end',
      made({
        data: 'plane',
        testRatio: 0,
        model: () => new Sequential([new Linear(2, 1), new ReLU()]),
      }),
      ['exploding'],
    ],
  ])('what fits to %s', (_, trainer, wanted) => {
    expect(failureKinds.filter((kind) => canHappen(kind, trainer))).toEqual(wanted);
  });
});

describe('the remedy', () => {
  const cure = (kind: FailureKind, trainer: ReturnType<typeof made>) =>
    remedyFor(finding({ kind, severity: 'problem', sign: 'dead', measure: 1 }), trainer);

  it('of steps too large is a tenth of the learning rate, in one digit', () => {
    expect(cure('exploding', made({ learningRate: 0.5 }))).toEqual({ learningRate: 0.05 });
    expect(cure('exploding', made({ learningRate: 0.37 }))).toEqual({ learningRate: 0.04 });
  });

  it('of dead ReLUs is a slope below zero', () => {
    expect(cure('deadReLU', made({}))).toEqual({ activation: 'LeakyReLU' });
    expect(cure('deadReLU', made({ model: [2, 3, 3, 1], activation: ['Tanh', 'ReLU'] }))).toEqual({
      activation: ['Tanh', 'LeakyReLU'],
    });
    expect(
      cure(
        'deadReLU',
        byHand(
          new Features(['x', 'y']),
          new Linear(2, 3),
          new ReLU(),
          new Linear(3, 1),
          new Sigmoid(),
        ),
      ),
    ).toEqual({ model: [2, 3, 1], features: ['x', 'y'], activation: 'LeakyReLU' });
    expect(cure('deadReLU', byHand(new ReLU(), new Linear(2, 1), new Sigmoid()))).toBeNull();
    expect(cure('deadReLU', byHand(new Linear(2, 2), new Linear(2, 1), new Sigmoid()))).toBeNull();
  });

  it('of saturation and of symmetry is another beginning', () => {
    const initialization = 'xavier';
    expect(cure('symmetry', made({}))).toEqual({ initialization });
    expect(cure('saturated', made({}))).toEqual({ initialization });
    expect(cure('saturated', made({ learningRate: 0.2 }))).toEqual({
      initialization,
      learningRate: 0.1,
    });
    expect(cure('saturated', made({ optimizer: 'Adam', learningRate: 0.02 }))).toEqual({
      initialization,
      learningRate: 0.01,
    });
    expect(
      cure('symmetry', byHand(new Linear(2, 3), new Tanh(), new Linear(3, 1), new Sigmoid())),
    ).toEqual({ model: [2, 3, 1], activation: 'Tanh', initialization });
  });

  it('of overfitting is a penalty, and a larger one, up to where nothing would be learnt', () => {
    const penalties = [undefined, 0, 0.01, 0.02, 0.04, 0.09].map((l2) =>
      cure('overfitting', made({ l2 })),
    );
    expect(penalties).toEqual([0.01, 0.01, 0.03, 0.06, 0.1, 0.1].map((l2) => ({ l2 })));
    expect(cure('overfitting', made({ l2: 0.1 }))).toBeNull();
  });
});

describe('a change by hand is marked', () => {
  const own = fromPoints([
    { x: 1, y: 2, label: 1 },
    { x: 2, y: 2, label: 0 },
  ]);

  it.each<[change: TrainerOptions, marks: string[]]>([
    [{ learningRate: 0.25 }, ['learningRate 0.25']],
    [{ schedule: { name: 'step', stepSize: 2 } }, ['schedule ']],
    [{ batchSize: 'full' }, ['batchSize full']],
    [{ loss: 'MeanSquaredError' }, ['loss MeanSquaredError']],
    [{ loss: new Huber({ delta: 0.5 }) }, [`loss ${new Huber({ delta: 0.5 }).describe()}`]],
    [{ optimizer: 'adam', learningRate: 0.1 }, ['optimizer adam']],
    [{ optimizer: (model, { lr }) => new SGD(model, { lr, momentum: 0.5 }) }, ['optimizer ']],
    [{ optimizerOptions: { momentum: 0.5 } }, ['optimizer SGD']],
    [{ zeroGrad: false }, ['zeroGrad off']],
    [{ l1: 0.01 }, ['regularization L1 0.01']],
    [{ l2: 0.02 }, ['regularization L2 0.02']],
    [{ l1: 0.01, l2: 0.02 }, ['regularization L1 0.01']],
    [{ data: own }, ['data ']],
    [{ data: { train: own, test: own } }, ['data ']],
    [{ shuffle: false }, []],
    [{ speed: 9, stopWhen: { epoch: 9 } }, []],
    [{ learningRate: 0.1, batchSize: 10, l1: 0, zeroGrad: true }, []],
  ])('%j', (change, marks) => {
    const trainer = made({ testRatio: 0, model: [2, 2, 1] });
    trainer.step('epoch');
    trainer.set(change);
    expect(trainer.marks.map(({ epoch, kind, value }) => `${epoch} ${kind} ${value}`)).toEqual(
      marks.map((mark) => `1 ${mark}`),
    );
  });

  it('as zeroGrad on, and as no penalty, where it was another', () => {
    const trainer = made({ zeroGrad: false, l1: 0.1 });
    trainer.step('epoch');
    trainer.set({ zeroGrad: true, l1: undefined });
    expect(trainer.marks.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'zeroGrad on',
      'regularization L2 0',
    ]);
  });
});
