// Every optimizer, step by step beside PyTorch's; and what all of them have in common.
import { describe, expect, it } from 'vitest';
import {
  AdaGrad,
  Adam,
  AdamW,
  Linear,
  PancakeError,
  RMSProp,
  SGD,
  Tensor,
  createOptimizer,
  schedules,
  type Optimizer,
  type OptimizerOptions,
  type Parameter,
} from '../../src/engine';
import { expectCloseData, reference } from './helpers';

const classes = { SGD, Adam, AdamW, RMSProp, AdaGrad } as const;
type Made = new (model: readonly Parameter[], options: OptimizerOptions) => Optimizer;

const { start, grads, runs } = reference.optimizers;
const parameter = (): Parameter => ({
  name: 'w',
  value: Tensor.from(start).clone(),
  grad: Tensor.zeros([3]),
});

/** Takes the reference gradients from one step to another. */
function follow(optimizer: Optimizer, from = 0, to = grads.length): void {
  for (const gradient of grads.slice(from, to)) {
    optimizer.zeroGrad();
    optimizer.parameters[0]!.grad.data.set(gradient);
    optimizer.step();
  }
}

describe.each(runs)('$optimizer with $options', ({ optimizer: name, options, path }) => {
  const make = (w: Parameter) => {
    const Class = classes[name as keyof typeof classes] as Made;
    return new Class([w], options as unknown as OptimizerOptions);
  };

  it('takes the reference path', () => {
    const w = parameter();
    const optimizer = make(w);
    path.forEach((expected, i) => {
      follow(optimizer, i, i + 1);
      expectCloseData(w.value.data, expected);
    });
    expect(optimizer.steps).toBe(25);
  });

  it('goes on from a saved state with the same bits', () => {
    const [whole, first, second] = [parameter(), parameter(), parameter()];
    follow(make(whole));
    const one = make(first);
    follow(one, 0, 10);
    const two = make(second);
    second.value.data.set(first.value.data);
    two.loadState(one.saveState());
    follow(two, 10);
    expect(second.value.toArray()).toEqual(whole.value.toArray());
  });
});

describe('every optimizer', () => {
  it.each(Object.entries(classes))('%s trains a model’s parameters by reference', (name, Class) => {
    const model = new Linear(2, 1);
    const optimizer = new Class(model, { lr: 0.1 });
    const before = model.weight.toArray();
    model.forward([[1, 2]]);
    model.backward([[1]]);
    optimizer.step();
    expect(optimizer.type).toBe(name);
    expect(model.weight.toArray()).not.toEqual(before);
    optimizer.zeroGrad();
    expect(model.parameters().map(({ grad }) => grad.toArray())).toEqual([[[0, 0]], [0]]);
  });

  it.each(Object.entries(classes))(
    '%s refuses learning rates that make no sense',
    (name, Class) => {
      for (const lr of [-1, NaN, Infinity, '0.1' as unknown as number]) {
        expect(() => new Class([], { lr })).toThrow(PancakeError);
      }
      expect(() => new Class([], { lr: -1 })).toThrow(
        `${name} got the learning rate -1; it must be a finite number of at least 0`,
      );
      const optimizer = new Class([], { lr: 0.1 });
      expect(() => (optimizer.lr = -2)).toThrow(`${name} got the learning rate -2`);
      expect(optimizer.lr).toBe(0.1);
    },
  );

  it('shows what it remembers of a parameter', () => {
    const w = parameter();
    const adam = new Adam([w], { lr: 0.1, betas: [0.5, 0.75] });
    follow(adam, 0, 1);
    const { m, v } = adam.memoryOf(0);
    expectCloseData(
      m!.data,
      grads[0]!.map((g) => 0.5 * g),
    );
    expectCloseData(
      v!.data,
      grads[0]!.map((g) => 0.25 * g * g),
    );
    expect(new SGD([w], { lr: 1 }).memoryOf(0)).toEqual({});
  });

  it.each([
    ['SGD', { momentum: -0.1 }, 'SGD got momentum = -0.1; it must be a number of at least 0'],
    [
      'Adam',
      { betas: [1, 0.9] },
      'Adam got betas[0] = 1; it must be a number of at least 0 and below 1',
    ],
    ['AdamW', { weightDecay: NaN }, 'AdamW got weightDecay = NaN'],
    ['RMSProp', { alpha: 2 }, 'RMSProp got alpha = 2'],
    ['AdaGrad', { eps: -1 }, 'AdaGrad got eps = -1'],
  ] as const)('%s refuses options out of range', (name, options, message) => {
    const Class = classes[name] as Made;
    expect(() => new Class([], { lr: 0.1, ...options })).toThrow(message);
  });

  it('can be made by name, whatever its case; a wrong name gets a suggestion', () => {
    expect(createOptimizer('rmsprop', [], { lr: 0.1 })).toBeInstanceOf(RMSProp);
    expect(() => createOptimizer('Adma' as 'Adam', [], { lr: 0.1 })).toThrow(
      'Did you mean "Adam"?',
    );
  });
});

describe('the schedules', () => {
  const factors = (schedule: (epoch: number) => number, epochs: number[]) => epochs.map(schedule);

  it('step multiplies every so many epochs', () => {
    const step = schedules.step({ stepSize: 10, gamma: 0.5 });
    expect(factors(step, [0, 9, 10, 19, 20, 35])).toEqual([1, 1, 0.5, 0.5, 0.25, 0.125]);
  });

  it('cosine falls along half a wave, and stays at its end', () => {
    const cosine = schedules.cosine({ epochs: 100, end: 0.2 });
    expect(cosine(0)).toBe(1);
    expect(cosine(50)).toBeCloseTo(0.6, 12);
    expect(cosine(25)).toBeCloseTo(0.2 + 0.4 * (1 + Math.SQRT1_2), 12);
    expect(cosine(100)).toBeCloseTo(0.2, 12);
    expect(cosine(500)).toBe(cosine(100));
  });

  it('warmup rises evenly, then follows another schedule from its beginning', () => {
    const warm = schedules.warmup({ epochs: 4, then: schedules.step({ stepSize: 2, gamma: 0.1 }) });
    expect(factors(warm, [0, 1, 2, 3, 4, 5, 6])).toEqual([0.25, 0.5, 0.75, 1, 1, 1, 0.1]);
    expect(schedules.warmup({ epochs: 2 })(99)).toBe(1);
  });

  it('refuse options that make no sense', () => {
    expect(() => schedules.step({ stepSize: 0 })).toThrow(
      'schedules.step got stepSize = 0; it must be a whole number of epochs, at least 1',
    );
    expect(() => schedules.step({ stepSize: 1, gamma: -1 })).toThrow('gamma = -1');
    expect(() => schedules.cosine({ epochs: 10, end: 2 })).toThrow('end = 2');
    expect(() => schedules.warmup({ epochs: 1.5 })).toThrow('epochs = 1.5');
  });
});
