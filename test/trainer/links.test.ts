// Links: a run as text, and back, to the bit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Huber,
  Layer,
  Linear,
  Loss,
  PancakeError,
  ReLU,
  Residual,
  SGD,
  Sequential,
  Sigmoid,
  Tanh,
  createTrainer,
  decodeRun,
  encodeRun,
  fromPoints,
  toJSON,
  type Tensor,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { bitsOf, handle, handlings, smallRuns } from '../support/random-runs';

const open = (text: string, options: TrainerOptions = {}) => {
  const trainer = createTrainer(options);
  trainer.open(decodeRun(text));
  return trainer;
};

const stateOf = (trainer: Trainer) => ({
  progress: trainer.progress,
  now: { ...trainer.now, status: '' },
  snapshot: { ...trainer.getSnapshot(), status: '', divergence: null, phase: null },
  bits: bitsOf(trainer),
  data: [trainer.data, trainer.testData],
});

/** The options, with models and losses as one would write them. */
const optionsOf = ({ options }: Trainer) =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]: [string, unknown]) => [
        name,
        value instanceof Layer || value instanceof Loss ? value.describe() : value,
      ]),
  );

/** What comes of a run from here: some epochs more, and starting over. */
const futureOf = (trainer: Trainer) => {
  const seen: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    trainer.step('batch', 2);
    seen.push(bitsOf(trainer), trainer.now.loss);
  }
  trainer.step('epoch', 3);
  seen.push(bitsOf(trainer));
  trainer.reset();
  trainer.step('epoch', 1);
  seen.push(bitsOf(trainer));
  return seen;
};

describe.each(Object.entries(smallRuns))('a run of %s, whatever was done to it', (_, options) => {
  it('is the same run in another page, and goes on the same', () => {
    fc.assert(
      fc.property(handlings, (list) => {
        const trainer = createTrainer(options);
        handle(trainer, list);
        const before = stateOf(trainer);
        const { text, leftOut } = encodeRun(trainer);
        expect(leftOut).toEqual([]);
        expect(stateOf(trainer)).toEqual(before);
        const opened = open(text);
        expect(stateOf(opened)).toEqual(before);
        expect(opened.history).toEqual(trainer.history);
        expect(optionsOf(opened)).toEqual(optionsOf(trainer));
        // A link of the run that came out of a link is the same link.
        expect(encodeRun(opened).text).toBe(text);
        expect(futureOf(opened)).toEqual(futureOf(trainer));
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  it('is the same with its weights', () => {
    fc.assert(
      fc.property(handlings, (list) => {
        const trainer = createTrainer(options);
        handle(trainer, list);
        const opened = open(encodeRun(trainer, { weights: true }).text);
        const { snapshot, ...rest } = stateOf(trainer);
        const { snapshot: now, ...same } = stateOf(opened);
        expect(same).toEqual(rest);
        expect({ ...now, firstEpoch: 0 }).toEqual({ ...snapshot, firstEpoch: 0 });
        expect(opened.history).toEqual(trainer.history);
        expect(futureOf(opened)).toEqual(futureOf(trainer));
      }),
      { numRuns: 50, seed: 8 },
    );
  });
});

describe('what a link holds', () => {
  const cases: [string, TrainerOptions][] = [
    ['the defaults', {}],
    ['other data', { data: 'spiral', points: 80, noise: 0.3, dataSeed: 9, testRatio: 0.5 }],
    ['features', { model: [4, 5, 1], features: ['x', 'y', 'xy', 'sinX'], activation: 'GELU' }],
    ['an activation for each layer', { model: [2, 4, 4, 1], activation: ['Tanh', 'ELU'] }],
    ['how the weights begin', { initialization: 'xavier', seed: -3.5 }],
    ['a loss with options', { data: 'sine', loss: new Huber({ delta: 0.5, reduction: 'sum' }) }],
    ['two losses', { loss: 'BinaryCrossEntropyWithLogits', reduction: 'sum', learningRate: 0.001 }],
    ['pace', { speed: Infinity, stopWhen: { epoch: 40, loss: 0.001 }, autoplay: true }],
    ['adaptive steps', { optimizer: 'AdamW', optimizerOptions: { betas: [0.8, 0.9], eps: 1e-7 } }],
    ['steps', { schedule: { name: 'warmup', epochs: 3 }, batchSize: 'full', l2: 0.01 }],
  ];
  it.each(cases)('%s', (_, options) => {
    const trainer = createTrainer(options);
    trainer.step('epoch', 5);
    const opened = open(encodeRun(trainer).text, { seed: 99, data: 'xor', optimizer: 'Adam' });
    expect(optionsOf(opened)).toEqual(optionsOf(trainer));
    expect(stateOf(opened)).toEqual(stateOf(trainer));
  });

  it('a model of layers, with the weights that the author gave it', () => {
    const model = new Sequential([
      new Linear(2, 6),
      new Tanh(),
      new Residual(new Sequential([new Linear(6, 6), new ReLU()])),
      new Linear(6, 1),
      new Sigmoid(),
    ]);
    model.parameters()[0]!.value.data.fill(0.125);
    const trainer = createTrainer({ model, data: 'rings' });
    trainer.step('epoch', 4);
    const opened = open(encodeRun(trainer).text);
    expect(opened.model.describe()).toBe(model.describe());
    expect(futureOf(opened)).toEqual(futureOf(trainer));
  });

  it('a run that is first shown at a later epoch, trained up to it or with saved weights', () => {
    const shown = createTrainer({ posterEpoch: 20, points: 40 });
    expect(stateOf(open(encodeRun(shown).text))).toEqual(stateOf(shown));
    const trainer = createTrainer({ posterEpoch: 20, weights: toJSON(shown.model), points: 40 });
    trainer.step('epoch', 2);
    const opened = open(encodeRun(trainer).text);
    expect(bitsOf(opened)).toBe(bitsOf(trainer));
    expect(opened.history).toEqual(trainer.history);
    expect(opened.getSnapshot()).toMatchObject({ epoch: 22, firstEpoch: 20 });
    expect(futureOf(opened)).toEqual(futureOf(trainer));
  });

  it('points of the author’s own, and their range', () => {
    const rows = [
      { x: 0.1, y: -3, label: 0 },
      { x: 1 / 3, y: 2, label: 2 },
      { x: -0, y: 1e-9, label: 1 },
      { x: 4, y: 4, label: 2 },
    ];
    const domain = { x: [-6, 6], y: [-8, 8] } as const;
    const trainer = createTrainer({ data: fromPoints(rows, { domain }) });
    trainer.step('epoch', 2);
    const opened = open(encodeRun(trainer).text);
    expect(opened.data).toEqual(trainer.data);
    expect(bitsOf(opened)).toBe(bitsOf(trainer));
  });

  it('the marks of what was changed, and the future of a run that went back', () => {
    const trainer = createTrainer({ points: 40 });
    trainer.step('epoch', 5);
    trainer.set({ learningRate: 0.02 });
    trainer.step('epoch', 5);
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    trainer.step('epoch', 5);
    trainer.seek(3);
    const opened = open(encodeRun(trainer).text);
    expect(opened.getSnapshot()).toMatchObject({ epoch: 3, lastEpoch: 15, status: 'paused' });
    expect(opened.marks).toEqual(trainer.marks);
    opened.seek(15);
    trainer.seek(15);
    expect(stateOf(opened)).toEqual(stateOf(trainer));
    opened.undoReshape();
    expect(opened.now.epoch).toBe(10);
  });

  it('is short: a run with a few changes in fewer characters than an address may have', () => {
    const trainer = createTrainer({ data: 'circles', model: [2, 8, 1], seed: 4 });
    trainer.step('epoch', 100);
    trainer.set({ learningRate: 0.03 });
    trainer.step('epoch', 100);
    const { text } = encodeRun(trainer);
    expect(text).toMatch(/^[\w-]+$/);
    expect(text.length).toBeLessThan(200);
  });
});

describe('what a link cannot hold', () => {
  const momentum: TrainerOptions['optimizer'] = (model, { lr }) =>
    new SGD(model, { lr, momentum: 0.9 });

  it('names functions, takes the weights along, and leaves the page its own', () => {
    const options: TrainerOptions = {
      optimizer: momentum,
      schedule: (epoch) => 1 / (1 + epoch),
      stopWhen: ({ loss }) => loss < 0.01,
      points: 30,
    };
    const trainer = createTrainer(options);
    trainer.step('epoch', 6);
    const { text, leftOut } = encodeRun(trainer);
    expect(leftOut).toEqual(['optimizer', 'schedule', 'stopWhen']);
    // Without the functions: the weights and the past of the run, and another future.
    const elsewhere = open(text);
    expect(bitsOf(elsewhere)).toBe(bitsOf(trainer));
    expect(elsewhere.history).toEqual(trainer.history);
    expect(elsewhere.optimizer.type).toBe('SGD');
    const opened = open(text, options);
    expect(opened.options.optimizer).toBe(momentum);
    expect(bitsOf(opened)).toBe(bitsOf(trainer));
    opened.step('epoch');
    expect(opened.now.epoch).toBe(7);
  });

  it('holds what a function built, though not the function', () => {
    const trainer = createTrainer({
      model: (rng) =>
        new Sequential([
          new Linear(2, 3, { rng }),
          new Tanh(),
          new Linear(3, 1, { rng }),
          new Sigmoid(),
        ]),
    });
    trainer.step('epoch', 3);
    const { text, leftOut } = encodeRun(trainer);
    expect(leftOut).toEqual([]);
    expect(futureOf(open(text))).toEqual(futureOf(trainer));
  });

  it('says so of layers of one’s own, and of models that are too large', () => {
    class Cube extends Layer {
      forward(x: Tensor) {
        return x;
      }
      backward(dOut: Tensor) {
        return dOut;
      }
    }
    const own = createTrainer({
      model: new Sequential([new Linear(2, 1), new Cube(), new Sigmoid()]),
    });
    expect(() => encodeRun(own)).toThrow(/Cube/);
    const large = createTrainer({ model: [2, 200, 200, 1], points: 8 });
    expect(() => encodeRun(large)).toThrow(
      'the model has 41001 parameters; a link holds at most 20000',
    );
  });

  it('a long run takes its weights along and need not be trained again', () => {
    const trainer = createTrainer({ points: 80, model: [2, 8, 1], batchSize: 'full' });
    trainer.step('epoch', 30_000);
    const { text } = encodeRun(trainer);
    const opened = open(text);
    expect(opened.getSnapshot()).toMatchObject({ epoch: 30_000, lastEpoch: 30_000 });
    expect(bitsOf(opened)).toBe(bitsOf(trainer));
    // The history has every second epoch, and the link every 38th of these.
    for (const epoch of [0, 76, 15_200, 30_000]) {
      expect(opened.curves.at(epoch)).toEqual(trainer.curves.at(epoch));
      expect(opened.curves.at(epoch).epoch).toBe(epoch);
    }
    const told = new Map(trainer.history.map(({ epoch, loss }) => [epoch, loss]));
    for (const { epoch, loss } of opened.history) {
      // What a link does not hold has the loss of the last epoch before it that it holds.
      expect(loss).toBe(told.get(epoch === 30_000 ? epoch : epoch - (epoch % 76)));
    }
    expect(opened.getSnapshot().firstEpoch).toBe(30_000);
    opened.step('epoch', 2);
    trainer.step('epoch', 2);
    expect(bitsOf(opened)).toBe(bitsOf(trainer));
  });
});

describe('opening', () => {
  it('changes nothing where the record makes no sense', () => {
    const trainer = createTrainer();
    trainer.step('epoch', 3);
    const record = decodeRun(encodeRun(trainer).text);
    const before = stateOf(trainer);
    const { options } = trainer;
    expect(() => trainer.open({ ...record, options: { model: [3, 1] } })).toThrow(PancakeError);
    expect(() => trainer.open({ ...record, fingerprint: 1 })).toThrow(/does not come out/);
    expect(() => trainer.open({ ...record, epoch: 2 })).toThrow('epoch 2');
    expect(stateOf(trainer)).toEqual(before);
    expect(trainer.options).toEqual(options);
  });

  it('tells readers, and ends what was playing', () => {
    const trainer = createTrainer();
    const text = encodeRun(createTrainer({ data: 'xor' })).text;
    let told = 0;
    trainer.subscribe(() => told++);
    trainer.play();
    trainer.open(decodeRun(text));
    expect(trainer.getSnapshot().status).toBe('idle');
    expect(told).toBeGreaterThan(1);
    expect(trainer.options.data).toBe('xor');
  });

  it('knows that a run was done', () => {
    const trainer = createTrainer({ stopWhen: { epoch: 3 } });
    trainer.step('epoch', 5);
    expect(open(encodeRun(trainer).text).getSnapshot()).toMatchObject({ status: 'done', epoch: 3 });
  });
});
