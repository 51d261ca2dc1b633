// Diagnosis: each failure is found where it is, by the engine's own numbers, and nothing else is.
import { describe, expect, it } from 'vitest';
import {
  LayerNorm,
  Linear,
  ReLU,
  Sequential,
  Sigmoid,
  Square,
  Tanh,
  Tensor,
  createTrainer,
  diagnose,
  failureKinds,
  failures,
  fromPoints,
  remedyFor,
  applyRemedy,
  type ActivationName,
  type FailureKind,
  type Finding,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { mostPoints } from '../../src/trainer/diagnose';
import { nearlyDeadShare } from '../../src/trainer/diagnose/dead-relu';

const ofKind = (trainer: Trainer, kind: FailureKind): Finding[] =>
  diagnose(trainer).filter((finding) => finding.kind === kind);

/** For how many of the training points each neuron of a layer gives more than this. */
function countAbove(trainer: Trainer, layer: number, least = 0): number[] {
  const { data, shape } = trainer.model.activations(trainer.data.x)[layer]!;
  const counts = new Array<number>(shape[1]!).fill(0);
  data.forEach((value, i) => {
    if (value > least) counts[i % shape[1]!]!++;
  });
  return counts;
}

const unitsWhere = (counts: readonly number[], fits: (count: number) => boolean) =>
  counts.flatMap((count, unit) => (fits(count) ? [unit] : []));

// A model with these weights, row by row, and biases; the last row is the output's.
function withWeights(
  activation: () => ReLU | Tanh | Sigmoid,
  hidden: readonly (readonly number[])[],
  output: readonly number[],
): Sequential {
  const first = new Linear(2, hidden.length);
  const last = new Linear(hidden.length, 1);
  hidden.forEach(([a, b, bias], unit) => {
    first.weight.data.set([a!, b!], 2 * unit);
    first.bias.data[unit] = bias!;
  });
  last.weight.data.set(output);
  last.bias.data[0] = 0;
  return new Sequential([first, activation(), last, new Sigmoid()]);
}

describe('a healthy run', () => {
  const names = ['moons', 'circles', 'xor', 'spiral'] as const;
  it.each(names)('on %s raises no alarm in 300 epochs, from four seeds', (data) => {
    for (const seed of [0, 1, 2, 3]) {
      const trainer = createTrainer({ data, seed, dataSeed: seed });
      for (let epoch = 0; epoch <= 300; epoch += 5) {
        for (const finding of diagnose(trainer)) {
          // A few dead ReLUs are ordinary, and true.
          expect(finding, `${data}, seed ${seed}, epoch ${epoch}`).toMatchObject({
            kind: 'deadReLU',
            severity: 'watch',
          });
          const counts = countAbove(trainer, finding.layer!);
          const points = trainer.data.x.shape[0]!;
          for (const unit of finding.units) {
            expect(counts[unit]! / points).toBeLessThan(nearlyDeadShare);
          }
        }
        if (epoch < 300) trainer.step('epoch', 5);
      }
    }
  });

  const others: TrainerOptions[] = [
    { data: 'moons', activation: 'Tanh' },
    { data: 'circles', activation: 'Tanh' },
    { data: 'circles', activation: 'Sigmoid' },
    { data: 'blobs' },
    { data: 'plane' },
    { data: 'bumps', activation: 'Tanh' },
    { data: 'moons', optimizer: 'Adam' },
    { data: 'xor', features: ['x', 'y', 'xy'], model: [3, 4, 1], activation: 'Tanh' },
    { data: 'moons', dropout: 0.1, activation: 'LeakyReLU' },
  ];
  it.each(others)('with %o is found to have no problem', (options) => {
    const trainer = createTrainer(options);
    for (let epoch = 0; epoch < 150; epoch += 5) {
      expect(diagnose(trainer).filter(({ severity }) => severity === 'problem')).toEqual([]);
      trainer.step('epoch', 5);
    }
  });
});

describe('each failure that can be caused', () => {
  it.each(failureKinds)('%s shows by the epoch stated, and its remedy cures it', (kind) => {
    const { options, epochs, remedy } = failures[kind];
    const trainer = createTrainer(options);
    if (epochs) trainer.step('epoch', epochs);
    const [found] = ofKind(trainer, kind);
    expect(found).toMatchObject({ kind, severity: 'problem' });
    expect(remedyFor(found!, trainer)).toEqual(remedy);

    const sick = createTrainer(options);
    sick.step('epoch', 100);
    applyRemedy(trainer, remedy);
    for (let epoch = 0; epoch < 100; epoch += 5) {
      expect(diagnose(trainer).map((one) => one.sign)).toEqual([]);
      trainer.step('epoch', 5);
    }
    const judged = kind === 'overfitting' ? 'testLoss' : 'loss';
    const { now } = sick;
    expect(trainer.now[judged]!).toBeLessThan(
      now.status === 'diverged' ? 0.1 : 0.75 * now[judged]!,
    );
  });
});

describe('exploding steps', () => {
  const exploding = () => createTrainer(failures.exploding.options);

  it('are found before the run diverges, with the loss in multiples of that of guessing', () => {
    const trainer = exploding();
    trainer.step('epoch', 3);
    expect(trainer.now.status).not.toBe('diverged');
    const [found] = ofKind(trainer, 'exploding');
    const { y } = trainer.data;
    const mean = y.data.reduce((sum, value) => sum + value, 0) / y.size;
    const guessing = trainer.loss.evaluate(Tensor.full(y.shape, mean), y);
    const reference = Math.max(guessing, trainer.history[0]!.loss);
    expect(found).toMatchObject({ severity: 'problem', sign: 'lossRose', since: 0 });
    expect(found!.measure).toBeCloseTo(trainer.now.loss / reference);
  });

  it('point at a layer, and at the neuron with the largest weight in it', () => {
    const trainer = exploding();
    trainer.step('epoch', 3);
    const [{ layer, units, of }] = ofKind(trainer, 'exploding') as [Finding];
    const { weight, nIn, nOut } = trainer.model.layers[layer!] as Linear;
    const sizes = weight.data.map(Math.abs);
    expect(of).toBe(nOut);
    expect(units).toEqual([Math.floor(sizes.indexOf(Math.max(...sizes)) / nIn)]);
  });

  it.each([
    ['the layer where the run diverged', 0.5, '2', 2],
    ['the largest layer, if that was in the loss', 0.4, 'loss', 2],
  ] as const)('are found at %s', (_, learningRate, named, layer) => {
    const trainer = createTrainer({ ...failures.exploding.options, learningRate });
    trainer.step('epoch', 50);
    const { status, divergence } = trainer.getSnapshot();
    expect([status, divergence!.layer]).toEqual(['diverged', named]);
    expect(ofKind(trainer, 'exploding')).toMatchObject([
      { severity: 'problem', sign: 'diverged', layer },
    ]);
  });

  it('are judged from where the data changed, not by what was before', () => {
    const trainer = createTrainer({ data: 'plane', learningRate: 0.05 });
    trainer.step('epoch', 30);
    const { x, y } = trainer.data;
    const far = new Tensor(
      y.data.map((value) => 50 * value),
      y.shape,
    );
    trainer.set({ data: { ...trainer.data, x, y: far }, learningRate: 1e-5 });
    expect(ofKind(trainer, 'exploding')).toEqual([]);
    trainer.step('epoch', 5);
    expect(ofKind(trainer, 'exploding')).toEqual([]);
  });

  it('are to be watched where the loss climbs by large factors, however low it is', () => {
    const trainer = createTrainer({
      ...{ data: 'plane', noise: 0, testRatio: 0, model: [2, 1], batchSize: 'full' },
      learningRate: 0.1,
    });
    trainer.step('epoch', 60);
    trainer.set({ learningRate: 0.35 });
    trainer.step('epoch', 11);
    expect(ofKind(trainer, 'exploding')).toEqual([]);
    trainer.step('epoch');
    const losses = trainer.history.slice(-4).map(({ loss }) => loss);
    for (let i = 1; i < 4; i++) expect(losses[i]!).toBeGreaterThan(1.5 * losses[i - 1]!);
    expect(ofKind(trainer, 'exploding')).toMatchObject([
      { severity: 'watch', sign: 'lossClimbs', since: 69, layer: 0, units: [0], of: 1 },
    ]);
  });

  it('have their lowest loss since the data are what they are', () => {
    const trainer = createTrainer({ data: 'plane', learningRate: 0.05 });
    trainer.step('epoch', 30);
    const y = new Tensor(
      trainer.data.y.data.map((value) => 50 * value),
      trainer.data.y.shape,
    );
    trainer.set({ data: { ...trainer.data, y }, learningRate: 0.5 });
    for (let i = 0; i < 20 && !ofKind(trainer, 'exploding').length; i++) trainer.step('epoch');
    const [found] = ofKind(trainer, 'exploding');
    expect(found!.since).toBeGreaterThanOrEqual(30);
  });

  it('are measured from the beginning where another learning rate came in between', () => {
    const trainer = exploding();
    trainer.step('epoch', 2);
    trainer.set({ learningRate: 0.2 });
    trainer.step('epoch');
    expect(trainer.now.loss).toBeGreaterThan(1.5 * trainer.history[0]!.loss);
    expect(ofKind(trainer, 'exploding')).toMatchObject([{ since: 0 }]);
  });

  it('are the same again where the run goes back to before other data came', () => {
    const trainer = exploding();
    trainer.step('epoch', 3);
    const [found] = ofKind(trainer, 'exploding');
    trainer.step('epoch');
    trainer.set({ noise: 0.3 });
    expect(ofKind(trainer, 'exploding')[0]?.since).not.toBe(0);
    trainer.seek(3);
    expect(ofKind(trainer, 'exploding')).toEqual([found]);
  });

  it('are gone when the run goes back to before them', () => {
    const trainer = exploding();
    trainer.step('epoch', 4);
    trainer.seek(0);
    expect(ofKind(trainer, 'exploding')).toEqual([]);
  });
});

describe('dead ReLUs', () => {
  it('are the neurons that give 0 for every point', () => {
    const trainer = createTrainer(failures.deadReLU.options);
    trainer.step('epoch', 30);
    const found = ofKind(trainer, 'deadReLU');
    expect(found.length).toBeGreaterThan(1);
    for (const { layer, units, sign, measure, of } of found) {
      const counts = countAbove(trainer, layer!);
      expect(sign).toBe('dead');
      expect(units).toEqual(unitsWhere(counts, (count) => count === 0));
      expect(of).toBe(counts.length);
      expect(measure).toBe(0);
    }
    const gradient = trainer.gradients();
    const names = trainer.model.parameters().map(({ name }) => name);
    const worst = found[0]!;
    const bias = gradient[names.indexOf(`${worst.layer! - 1}.bias`)]!;
    for (const unit of worst.units) expect(bias[unit]).toBe(0);
  });

  it('are a problem from half of a layer on, and to be watched before', () => {
    const alive = [1, 0, 9] as const;
    const dead = [0, 0, -1] as const;
    const severity = (...hidden: (readonly number[])[]) => {
      const model = withWeights(() => new ReLU(), hidden, [1, 2, 3, 4]);
      return ofKind(createTrainer({ model }), 'deadReLU').map((one) => one.severity);
    };
    expect(severity(alive, alive, alive, alive)).toEqual([]);
    expect(severity(alive, alive, alive, dead)).toEqual(['watch']);
    expect(severity(alive, dead, alive, dead)).toEqual(['problem']);
  });

  it('are told anew as soon as others are, and as the same while they are', () => {
    const alive = [1, 0, 9] as const;
    const model = withWeights(() => new ReLU(), [[0, 0, -1], alive, alive, alive], [1, 2, 3, 4]);
    const trainer = createTrainer({ model: () => model });
    const find = () => ofKind(trainer, 'deadReLU')[0]!;
    const first = find();
    expect(first).toMatchObject({ units: [0], severity: 'watch' });
    trainer.setParameter('0.bias', 3, 9.5);
    expect(find()).toBe(first);
    trainer.setParameter('0.bias', 1, -99);
    expect(find()).toMatchObject({ units: [0, 1], severity: 'problem' });
    trainer.setParameter('0.bias', 0, 1);
    expect(find()).toMatchObject({ units: [1], severity: 'watch' });
  });

  it('are nearly dead where few points are left', () => {
    const points = Array.from({ length: 100 }, (_, i) => [i, i === 99 ? 1 : -1, i % 2] as const);
    const data = fromPoints(points.map(([x, y, label]) => ({ x, y, label })));
    const model = withWeights(
      () => new ReLU(),
      [[0, 1, 0], ...Array<number[]>(3).fill([1, 0, 1])],
      [1, 2, 3, 4],
    );
    const trainer = createTrainer({ data, model });
    expect(ofKind(trainer, 'deadReLU')).toMatchObject([
      { sign: 'nearlyDead', severity: 'watch', layer: 1, units: [0], measure: 0.01 },
    ]);
  });

  it.each<ActivationName>(['LeakyReLU', 'ELU', 'SiLU', 'GELU', 'Softplus', 'Tanh'])(
    '%s is never one of them',
    (activation) => {
      const { options } = failures.deadReLU;
      const trainer = createTrainer({ ...options, activation });
      trainer.step('epoch', 30);
      expect(ofKind(trainer, 'deadReLU')).toEqual([]);
    },
  );

  it('are not looked for at the output', () => {
    const model = new Sequential([new Linear(2, 1), new ReLU()]);
    (model.layers[0] as Linear).bias.fill(-100);
    const trainer = createTrainer({ data: 'plane', model });
    expect(ofKind(trainer, 'deadReLU')).toEqual([]);
  });

  it('are found in a model of any layers', () => {
    const linear = new Linear(2, 3);
    linear.weight.fill(0);
    linear.bias.data.set([-1, 1, 2]);
    const model = new Sequential([
      new LayerNorm(2),
      linear,
      new ReLU(),
      new Linear(3, 1),
      new Sigmoid(),
    ]);
    const trainer = createTrainer({ model });
    expect(trainer.architecture).toBeNull();
    const [found] = ofKind(trainer, 'deadReLU');
    expect(found).toMatchObject({ layer: 2, units: [0] });
    expect(remedyFor(found!, trainer)).toBeNull();
  });
});

describe('saturated neurons', () => {
  it.each([
    ['Tanh', () => new Tanh(), -0.98, 0.98],
    ['Sigmoid', () => new Sigmoid(), 0.01, 0.99],
  ] as const)('of %s are those at the ends for nearly all points', (_, activation, low, high) => {
    const hidden = [
      [500, 0, 0],
      [0.2, 0.1, 0],
      [0, 300, 100],
    ];
    const trainer = createTrainer({ model: withWeights(activation, hidden, [0.1, 0.1, 0.1]) });
    const { data } = trainer.model.activations(trainer.data.x)[1]!;
    const points = trainer.data.x.shape[0]!;
    const flat = [0, 0, 0];
    data.forEach((value, i) => {
      if (value < low || value > high) flat[i % 3]!++;
    });
    const [found] = ofKind(trainer, 'saturated');
    const units = unitsWhere(flat, (count) => count >= 0.95 * points);
    expect(units).toEqual([0, 2]);
    expect(found).toMatchObject({ sign: 'flat', severity: 'problem', layer: 1, units, of: 3 });
    expect(found!.measure).toBe(Math.min(flat[0]!, flat[2]!) / points);
  });

  it('do not include the output of a model that is sure and right', () => {
    const trainer = createTrainer({ data: 'simple', model: [2, 8, 1], activation: 'Tanh' });
    trainer.step('epoch', 2000);
    const { data } = trainer.predict(trainer.data.x);
    expect(data.every((p) => p < 0.01 || p > 0.99)).toBe(true);
    expect(trainer.now.accuracy).toBe(1);
    const signs = ofKind(trainer, 'saturated').map(({ sign }) => sign);
    expect(signs).not.toContain('sureAndWrong');
  });

  it('do not include what is neither hidden nor the output', () => {
    const first = new Linear(2, 1);
    first.bias.fill(50);
    const model = new Sequential([first, new Sigmoid(), new Square()]);
    expect(ofKind(createTrainer({ data: 'plane', model }), 'saturated')).toEqual([]);
  });

  it('include an output that is sure and wrong', () => {
    const trainer = createTrainer({ model: withWeights(() => new ReLU(), [[0, 0, 50]], [1]) });
    const wrong = trainer.data.y.data.filter((label) => label === 0).length;
    expect(ofKind(trainer, 'saturated')).toMatchObject([
      { sign: 'sureAndWrong', severity: 'problem', layer: 3, measure: wrong / trainer.data.y.size },
    ]);
  });
});

describe('symmetry', () => {
  it('is found in groups of neurons that have the same weights in and out', () => {
    const a = [1, 2, 3];
    const b = [3, 2, 1];
    const model = withWeights(() => new Tanh(), [a, b, a, [0, 1, 0], b], [1, 2, 1, 3, 2]);
    const trainer = createTrainer({ model });
    expect(ofKind(trainer, 'symmetry')).toMatchObject([
      {
        sign: 'twins',
        severity: 'problem',
        layer: 0,
        units: [0, 1, 2, 4],
        groups: [
          [0, 2],
          [1, 4],
        ],
        measure: 2 / 5,
      },
    ]);
    trainer.step('epoch', 10);
    const { weight } = trainer.model.layers[0] as Linear;
    expect(weight.data.slice(0, 2)).toEqual(weight.data.slice(4, 6));
    expect(ofKind(trainer, 'symmetry')[0]).toMatchObject({ sign: 'twins', units: [0, 1, 2, 4] });
  });

  it('is only to be watched where other weights out will part them', () => {
    const a = [0.1, 0.2, 0.3];
    const trainer = createTrainer({ model: withWeights(() => new Tanh(), [a, a], [0.1, 0.5]) });
    expect(ofKind(trainer, 'symmetry')).toMatchObject([
      { sign: 'sameForNow', severity: 'watch', units: [0, 1] },
    ]);
    trainer.step('epoch', 1);
    expect(ofKind(trainer, 'symmetry')).toEqual([]);
  });

  it('allows for rounding, and for no more', () => {
    const near = (share: number) => {
      const hidden = [
        [1, 2, 3],
        [1 * (1 + share), 2, 3],
      ];
      return ofKind(
        createTrainer({ model: withWeights(() => new Tanh(), hidden, [1, 1]) }),
        'symmetry',
      ).length;
    };
    expect([near(1e-13), near(1e-10)]).toEqual([1, 0]);
  });
});

describe('overfitting', () => {
  it('tells the epoch of the best test loss', () => {
    const trainer = createTrainer(failures.overfitting.options);
    trainer.step('epoch', 80);
    const [found] = ofKind(trainer, 'overfitting');
    const { since, layer, units } = found!;
    const losses = trainer.history.map(({ testLoss }) => testLoss!);
    // The best epoch of a smoothed curve: close to the lowest of all.
    expect(losses[since!]!).toBeLessThan(1.1 * Math.min(...losses));
    expect(losses.at(-1)!).toBeGreaterThan(1.4 * losses[since!]!);
    expect([layer, units]).toEqual([null, []]);
    trainer.seek(since!);
    expect(ofKind(trainer, 'overfitting')).toEqual([]);
  });

  it('is never found without test data', () => {
    const trainer = createTrainer({ ...failures.overfitting.options, testRatio: 0 });
    trainer.step('epoch', 80);
    expect(ofKind(trainer, 'overfitting')).toEqual([]);
  });
});

describe('the diagnosis', () => {
  it('gives the same list, of the same findings, while they say the same', () => {
    const trainer = createTrainer(failures.symmetry.options);
    const before = diagnose(trainer);
    expect(diagnose(trainer)).toBe(before);
    trainer.step('epoch', 3);
    expect(before).toHaveLength(1);
    expect(diagnose(trainer)).toBe(before);
  });

  /** A run in which two findings differ in one thing alone, before a change and after it. */
  interface Told {
    options: TrainerOptions;
    change: (trainer: Trainer) => void;
    kind: FailureKind;
    before: Partial<Finding>;
    after: Partial<Finding>;
  }
  const told: Record<string, Told> = {
    'its sign: the run has diverged at the epoch at which its loss was too high': {
      options: { ...failures.exploding.options, learningRate: 0.5 },
      change: (trainer) => trainer.step('epoch'),
      kind: 'exploding',
      before: { sign: 'lossRose' },
      after: { sign: 'diverged' },
    },
    'its layer: the first neuron is dead in another one': {
      options: {
        model: () => {
          const layers = [new Linear(2, 2), new ReLU(), new Linear(2, 2), new ReLU()];
          const model = new Sequential([...layers, new Linear(2, 1), new Sigmoid()]);
          for (const { value } of model.parameters()) value.fill(1);
          const { weight, bias } = layers[0] as Linear;
          weight.data.set([0, 0, 0, 1]);
          bias.data.set([-1, 9]);
          return model;
        },
      },
      change: (trainer) => {
        trainer.setParameter('0.bias', 0, 1);
        trainer.setParameter('2.bias', 0, -99);
      },
      kind: 'deadReLU',
      before: { layer: 1 },
      after: { layer: 3 },
    },
    'the size of its layer: one of more neurons is dead': {
      options: {
        model: () => {
          const alive = [1, 0, 9];
          return withWeights(() => new ReLU(), [[0, 0, -1], alive, alive, alive], [1, 2, 3, 4]);
        },
      },
      change: (trainer) => trainer.reshape({ kind: 'addNeuron', layer: 0 }),
      kind: 'deadReLU',
      before: { of: 4 },
      after: { of: 5 },
    },
    'its measure: a neuron is awake for more of the points': {
      options: {
        data: fromPoints(
          Array.from({ length: 1000 }, (_, i) => ({
            ...{ x: i, label: i % 2 },
            y: i < 5 ? 1 : i < 10 ? 0.5 : -1,
          })),
        ),
        model: () =>
          withWeights(
            () => new ReLU(),
            [
              [0, 1, -0.7],
              [1, 0, 1],
              [1, 0, 1],
            ],
            [1, 2, 3],
          ),
      },
      change: (trainer) => trainer.setParameter('0.bias', 0, 0),
      kind: 'deadReLU',
      before: { measure: 0.005 },
      after: { measure: 0.01 },
    },
    'its groups: a neuron is now like others': {
      options: {
        model: () => {
          const [a, b] = [
            [1, 2, 3],
            [1, 2, -3],
          ];
          return withWeights(() => new Tanh(), [a, a, b, b, b], [1, 1, 1, 1, 1]);
        },
      },
      change: (trainer) => trainer.setParameter('0.bias', 2, 3),
      kind: 'symmetry',
      before: {
        groups: [
          [0, 1],
          [2, 3, 4],
        ],
      },
      after: {
        groups: [
          [0, 1, 2],
          [3, 4],
        ],
      },
    },
  };
  it.each(Object.keys(told))('tells anew what differs only in %s', (name) => {
    const { options, change, kind, before, after } = told[name]!;
    const trainer = createTrainer(options);
    // The last epoch before an explosion ends the run.
    while (kind === 'exploding' && !diverges(trainer)) trainer.step('epoch');
    const [first] = ofKind(trainer, kind);
    change(trainer);
    const [next] = ofKind(trainer, kind);
    expect([first, next]).toMatchObject([before, after]);
    expect(next).toEqual({ ...first, ...after });
  });
  function diverges(trainer: Trainer): boolean {
    const copy = createTrainer(trainer.options);
    copy.step('epoch', trainer.now.epoch + 1);
    return copy.now.status === 'diverged';
  }

  it('disturbs nothing', () => {
    const options: TrainerOptions = { data: 'circles', activation: 'ReLU', dropout: 0.2 };
    const [watched, alone] = [createTrainer(options), createTrainer(options)];
    for (let i = 0; i < 40; i++) {
      watched.step('layer', 3);
      alone.step('layer', 3);
      diagnose(watched);
    }
    const bits = (trainer: Trainer) =>
      trainer.model.parameters().map(({ value, grad }) => [value.toArray(), grad.toArray()]);
    expect(bits(watched)).toEqual(bits(alone));
    expect(watched.now).toEqual(alone.now);
  });

  it('looks at a sample of many points, always the same one, with both classes in it', () => {
    const sizes: number[] = [];
    class Counting extends ReLU {
      override forward(x: Tensor): Tensor {
        sizes.push(x.shape[0]!);
        return super.forward(x);
      }
    }
    const model = () =>
      new Sequential([new Linear(2, 4), new Counting(), new Linear(4, 1), new Sigmoid()]);
    const make = () => createTrainer({ data: 'moons', points: 9000, testRatio: 0, model });
    const trainer = make();
    sizes.length = 0;
    const found = diagnose(trainer);
    expect(sizes).toContain(mostPoints);
    expect(diagnose(make())).toEqual(found);

    const sure = withWeights(() => new ReLU(), [[0, 0, 50]], [1]);
    const many = createTrainer({ data: 'moons', points: 9000, testRatio: 0, model: sure });
    expect(ofKind(many, 'saturated')[0]!.measure).toBeCloseTo(0.5, 1);
  });

  it('says of many points what it would say of all of them', () => {
    // The model is sure which of two lines a point is on. Three labels of ten say the other one.
    const points = Array.from({ length: 9000 }, (_, i) => {
      const side = i < 3000 ? 1 : -1;
      return { x: i + side, y: i, label: Number(side > 0 !== i % 10 < 3) };
    });
    const model = withWeights(() => new Tanh(), [[1, -1, 0]], [20]);
    const found = ofKind(createTrainer({ data: fromPoints(points), model }), 'saturated');
    const { measure } = found.find(({ sign }) => sign === 'sureAndWrong')!;
    expect(measure).toBeCloseTo(0.3, 1);
  });

  it('looks once at what several figures ask for', () => {
    let looks = 0;
    class Counting extends ReLU {
      override forward(x: Tensor): Tensor {
        looks++;
        return super.forward(x);
      }
    }
    const model = () =>
      new Sequential([new Linear(2, 4), new Counting(), new Linear(4, 1), new Sigmoid()]);
    const trainer = createTrainer({ model });
    diagnose(trainer);
    looks = 0;
    diagnose(trainer);
    expect(looks).toBe(0);
  });

  it('puts problems before what is only to be watched', () => {
    const trainer = createTrainer(failures.deadReLU.options);
    trainer.step('epoch', 12);
    const severities = diagnose(trainer).map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    expect(new Set(severities)).toEqual(new Set(['problem', 'watch']));
  });
});

describe('remedies', () => {
  it('keep the rest of a model that was built by hand', () => {
    const trainer = createTrainer({
      model: withWeights(
        () => new Tanh(),
        [
          [1, 1, 1],
          [1, 1, 1],
        ],
        [1, 1],
      ),
      learningRate: 0.05,
    });
    const [found] = ofKind(trainer, 'symmetry');
    expect(remedyFor(found!, trainer)).toEqual({
      model: [2, 2, 1],
      activation: 'Tanh',
      initialization: 'xavier',
    });
  });

  it('change the activation of dead layers only', () => {
    const trainer = createTrainer({
      ...failures.deadReLU.options,
      activation: ['Tanh', 'ReLU'],
      initialization: 'zeros',
    });
    const [found] = ofKind(trainer, 'deadReLU');
    expect(remedyFor(found!, trainer)).toEqual({ activation: ['Tanh', 'LeakyReLU'] });
  });

  it('go further where a penalty is in force, and end', () => {
    const next = (l2: number) => {
      const trainer = createTrainer({ ...failures.overfitting.options, l2 });
      return remedyFor({ kind: 'overfitting' } as Finding, trainer);
    };
    expect([next(0), next(0.01), next(0.03), next(0.1)]).toEqual([
      { l2: 0.01 },
      { l2: 0.03 },
      { l2: 0.09 },
      null,
    ]);
  });
});
