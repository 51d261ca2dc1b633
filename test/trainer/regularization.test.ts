// Options that change how a model learns: penalties, beginnings, features, schedules as data.
import { describe, expect, it } from 'vitest';
import {
  PancakeError,
  createRng,
  createTrainer,
  schedules,
  type SGD,
  type TrainerOptions,
} from '../../src/engine-entry';

const options: TrainerOptions = {
  data: 'moons',
  points: 40,
  testRatio: 0,
  model: [2, 3, 1],
  batchSize: 'full',
  learningRate: 0.5,
};
const values = (trainer: ReturnType<typeof createTrainer>) =>
  trainer.model.parameters().map(({ value }) => ({ shape: value.shape, data: [...value.data] }));

describe('a penalty', () => {
  it.each([
    ['L2', { l2: 0.1 }, (w: number) => 0.1 * w],
    ['L1', { l1: 0.02 }, (w: number) => 0.02 * Math.sign(w)],
  ] as const)('%s pulls weights, and not biases, towards zero', (_, penalty, slope) => {
    const plain = createTrainer(options);
    const pulled = createTrainer({ ...options, ...penalty });
    const before = values(plain);
    plain.step('epoch');
    pulled.step('epoch');
    values(pulled).forEach(({ data, shape }, p) => {
      data.forEach((value, i) => {
        const pull = shape.length === 2 ? 0.5 * slope(before[p]!.data[i]!) : 0;
        expect(value).toBeCloseTo(values(plain)[p]!.data[i]! - pull, 12);
      });
    });
  });

  it('is not part of the loss that is shown', () => {
    expect(createTrainer({ ...options, l2: 10 }).now.loss).toBe(createTrainer(options).now.loss);
  });

  it.each([{ l1: -1 }, { l2: NaN }])('complains about %j', (bad) => {
    expect(() => createTrainer({ ...options, ...bad })).toThrow(
      /it must be a finite rate of at least 0/,
    );
  });
});

describe('the beginning of the weights', () => {
  const spread = (data: number[]) =>
    Math.sqrt(data.reduce((sum, w) => sum + w * w, 0) / data.length);

  it('is as asked: all zero, or as wide as Xavier and He say', () => {
    const wide: TrainerOptions = { ...options, model: [2, 200, 50, 1] };
    const zeros = createTrainer({ ...wide, initialization: 'zeros' });
    expect(values(zeros).every(({ data }) => data.every((value) => value === 0))).toBe(true);
    const he = values(createTrainer({ ...wide, initialization: 'he' }));
    expect(spread(he[2]!.data)).toBeCloseTo(Math.sqrt(2 / 200), 2);
    expect(he[3]!.data.every((bias) => bias === 0)).toBe(true);
    const xavier = values(createTrainer({ ...wide, initialization: 'xavier' }));
    expect(spread(xavier[2]!.data)).toBeCloseTo(Math.sqrt(2 / 250), 2);
  });

  it('is new with another seed, and the same after a reset', () => {
    const trainer = createTrainer({ ...options, initialization: 'he' });
    const first = values(trainer);
    trainer.step('epoch');
    trainer.reset();
    expect(values(trainer)).toEqual(first);
    trainer.newWeights();
    expect(values(trainer)).not.toEqual(first);
  });

  it('complains about another name', () => {
    expect(() => createTrainer({ ...options, initialization: 'ones' as 'zeros' })).toThrow(
      `initialization is "ones"; it must be 'default', 'zeros', 'xavier' or 'he'`,
    );
  });
});

describe('features', () => {
  it('stand before the model', () => {
    const trainer = createTrainer({ ...options, features: ['x', 'y', 'xy'], model: [3, 1] });
    const [w, b] = values(trainer).map(({ data }) => data);
    const [x, y] = [1.5, -2];
    const logit = w![0]! * x + w![1]! * y + w![2]! * x * y + b![0]!;
    expect(trainer.predict([[x, y]]).data[0]).toBeCloseTo(1 / (1 + Math.exp(-logit)), 12);
  });

  it('give the default model its inputs, and learn xor without a hidden layer', () => {
    expect(createTrainer({ features: ['x', 'x2', 'y'] }).architecture!.inputs).toBe(3);
    const trainer = createTrainer({
      data: 'xor',
      features: ['xy'],
      model: [1, 1],
      learningRate: 1,
    });
    trainer.step('epoch', 60);
    expect(trainer.now.accuracy).toBeGreaterThan(0.95);
  });

  it('must be as many as the model takes', () => {
    expect(() => createTrainer({ features: ['x', 'y', 'xy'], model: [2, 1] })).toThrow(
      'model is [2,1]; with 3 features its first size must be 3',
    );
  });
});

describe('the optimizer’s options', () => {
  it('reach an optimizer given by name, and a change makes a new one', () => {
    const trainer = createTrainer({
      ...options,
      optimizerOptions: { momentum: 0.9, nesterov: true },
    });
    expect(trainer.optimizer).toMatchObject({ type: 'SGD', momentum: 0.9, nesterov: true });
    trainer.step('epoch', 2);
    trainer.set({ optimizerOptions: { momentum: 0.5 } });
    expect((trainer.optimizer as SGD).momentum).toBe(0.5);
    expect(trainer.now.epoch).toBe(2);
  });

  it('that make no sense change nothing', () => {
    const trainer = createTrainer(options);
    trainer.step('epoch', 2);
    const { history } = trainer;
    expect(() => trainer.set({ optimizerOptions: { momentum: -1 } })).toThrow(/momentum = -1/);
    expect(trainer.marks).toEqual([]);
    expect(trainer.options.optimizerOptions).toBeUndefined();
    trainer.seek(1);
    trainer.step('epoch');
    expect(trainer.history).toEqual(history);
  });

  it('complain about a name that no optimizer knows', () => {
    expect(() => createTrainer({ optimizerOptions: { moment: 1 } as never })).toThrow(PancakeError);
    expect(() => createTrainer({ optimizerOptions: { moment: 1 } as never })).toThrow(
      /optimizerOptions has "moment"; it may have momentum/,
    );
  });
});

describe('a schedule as plain data', () => {
  it('gives the run that the function gives, and the snapshot tells the rate', () => {
    const byName = createTrainer({
      ...options,
      schedule: { name: 'step', stepSize: 2, gamma: 0.5 },
    });
    const byFunction = createTrainer({
      ...options,
      schedule: schedules.step({ stepSize: 2, gamma: 0.5 }),
    });
    byName.step('epoch', 5);
    byFunction.step('epoch', 5);
    expect(byName.now.loss).toBe(byFunction.now.loss);
    expect(byName.getSnapshot()).toMatchObject({ learningRate: 0.5, scheduledRate: 0.125 });
  });

  it('is no change while it stays', () => {
    const trainer = createTrainer({ ...options, schedule: { name: 'cosine', epochs: 5 } });
    trainer.set({ l2: 0.1 });
    expect(trainer.marks.map(({ kind }) => kind)).toEqual(['regularization']);
  });

  it('complains about one that does not exist', () => {
    expect(() => createTrainer({ schedule: { name: 'linear' } as never })).toThrow(
      /schedule is "linear"; it must be one of step, cosine, warmup/,
    );
  });
});

describe('dropout', () => {
  it('silences hidden neurons while training, and none when the model is used', () => {
    const trainer = createTrainer({ ...options, dropout: 0.5 });
    expect(trainer.model.describe()).toContain('ReLU, Dropout(0.5)');
    const one = trainer.predict([[1, 1]]).data[0];
    expect(trainer.predict([[1, 1]]).data[0]).toBe(one);
    expect(createRng(0).next()).toBeLessThan(1);
  });
});
