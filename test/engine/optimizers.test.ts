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
  Sequential,
  Tensor,
  createOptimizer,
  createRng,
  type Optimizer,
  type OptimizerOptions,
  type Parameter,
} from '../../src/engine';
import { fill } from './conformance';
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

describe('without options', () => {
  it.each<[string, Made, OptimizerOptions & Record<string, unknown>]>([
    ['Adam', Adam, { lr: 0.001, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0 }],
    ['AdamW', AdamW, { lr: 0.001, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0.01 }],
    ['RMSProp', RMSProp, { lr: 0.01, alpha: 0.99, eps: 1e-8, momentum: 0, weightDecay: 0 }],
    ['AdaGrad', AdaGrad, { lr: 0.01, eps: 1e-10, weightDecay: 0 }],
  ])('%s takes the values that PyTorch takes', (_, Class, options) => {
    const [own, spelled] = [parameter(), parameter()];
    follow(new Class([own], {} as OptimizerOptions));
    follow(new Class([spelled], options));
    expect(own.value).toEqual(spelled.value);
  });
});

describe('every optimizer', () => {
  it('refuses a state that it did not save', () => {
    const adam = new Adam([parameter()], { lr: 0.1 });
    const message = 'Adam got the state of another optimizer; it takes what its saveState gave';
    for (const other of [
      new SGD([parameter()], { lr: 0.1, momentum: 0.9 }),
      new Adam(new Linear(1, 1), { lr: 0.1 }),
      new Adam([parameter(), parameter()], { lr: 0.1 }),
      new Adam([], { lr: 0.1 }),
    ]) {
      expect(() => adam.loadState(other.saveState())).toThrow(new PancakeError(message));
    }
    expect(adam.steps).toBe(0);
    // One parameter of two that fits is not enough, nor is the right count of numbers in all.
    const two = new Adam(new Linear(2, 1), { lr: 0.1 });
    for (const model of [new Linear(2, 2), new Linear(1, 1), new Linear(1, 2)]) {
      const state = new Adam(model, { lr: 0.1 }).saveState();
      expect(() => two.loadState(state)).toThrow(new PancakeError(message));
    }
  });

  it('saves a copy, that later steps do not change', () => {
    const adam = new Adam([parameter()], { lr: 0.1 });
    follow(adam, 0, 3);
    const state = adam.saveState();
    const before = JSON.stringify(state);
    follow(adam, 3, 6);
    expect(JSON.stringify(state)).toBe(before);
    adam.loadState(state);
    expect(JSON.stringify(adam.saveState())).toBe(before);
  });

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
    '%s trains the parameters that it is given, in any order, and no others',
    (_, Class) => {
      const choices: ((all: readonly Parameter[]) => readonly Parameter[])[] = [
        (all) => all,
        (all) => [...all].reverse(),
        (all) => all.filter(({ name }) => !name.startsWith('1.')),
        (all) => all.filter(({ name }) => name.endsWith('weight')),
        (all) => all.slice(1, 2),
      ];
      const make = (): readonly Parameter[] => {
        const rng = createRng(1);
        const model = new Sequential([3, 3, 1].map((width) => new Linear(3, width, { rng })));
        model.parameters().forEach(({ grad }, i) => grad.data.set(fill(grad.shape, i).data));
        return model.parameters();
      };
      for (const choose of choices) {
        const [together, oneByOne] = [make(), make()];
        const one = new Class(choose(together), { lr: 0.1 });
        const several = choose(oneByOne).map((own) => new Class([own], { lr: 0.1 }));
        for (let step = 0; step < 3; step++) {
          one.step();
          several.forEach((optimizer) => optimizer.step());
        }
        const numbers = (all: readonly Parameter[]) => all.map(({ value }) => value.toArray());
        expect(numbers(together)).toEqual(numbers(oneByOne));
      }
    },
  );

  it('may be a reader’s own, made from one of these', () => {
    class Own extends SGD {}
    const [own, usual] = [parameter(), parameter()];
    follow(new Own([own], { lr: 0.1, momentum: 0.9 }));
    follow(new SGD([usual], { lr: 0.1, momentum: 0.9 }));
    expect(own.value).toEqual(usual.value);
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
    [
      'Adam',
      { betas: [0.9, 1] },
      'Adam got betas[1] = 1; it must be a number of at least 0 and below 1',
    ],
    ['Adam', { eps: '1' }, 'Adam got eps = "1"; it must be a number of at least 0'],
    [
      'AdamW',
      { weightDecay: NaN },
      'AdamW got weightDecay = NaN; it must be a number of at least 0',
    ],
    [
      'RMSProp',
      { alpha: 2 },
      'RMSProp got alpha = 2; it must be a number of at least 0 and below 1',
    ],
    ['RMSProp', { eps: -1 }, 'RMSProp got eps = -1; it must be a number of at least 0'],
    ['RMSProp', { momentum: -1 }, 'RMSProp got momentum = -1; it must be a number of at least 0'],
    [
      'RMSProp',
      { weightDecay: -1 },
      'RMSProp got weightDecay = -1; it must be a number of at least 0',
    ],
    ['AdaGrad', { eps: -1 }, 'AdaGrad got eps = -1; it must be a number of at least 0'],
    [
      'AdaGrad',
      { weightDecay: -1 },
      'AdaGrad got weightDecay = -1; it must be a number of at least 0',
    ],
    ['SGD', { weightDecay: -1 }, 'SGD got weightDecay = -1; it must be a number of at least 0'],
  ] as const)('%s refuses options out of range: %j', (name, options, message) => {
    const Class = classes[name] as Made;
    expect(() => new Class([], { lr: 0.1, ...options })).toThrow(new PancakeError(message));
  });

  it.each([
    ['SGD', {}, []],
    ['SGD', { momentum: 0.9 }, ['momentum']],
    ['RMSProp', {}, ['v']],
    ['RMSProp', { momentum: 0.9 }, ['v', 'momentum']],
    ['AdaGrad', {}, ['sum']],
    ['Adam', {}, ['m', 'v']],
    ['AdamW', {}, ['m', 'v']],
  ] as const)('%s names what it remembers, with %j', (name, options, names) => {
    const Class = classes[name] as Made;
    const optimizer = new Class([parameter()], { lr: 0.1, ...options });
    expect(Object.keys(optimizer.memoryOf(0))).toEqual(names);
    expect(optimizer.memoryOf(1)).toEqual({});
  });

  it('may stand still, with a learning rate of 0', () => {
    const w = parameter();
    const before = w.value.toArray();
    follow(new SGD([w], { lr: 0 }));
    expect(w.value.toArray()).toEqual(before);
  });

  it('tells whether its parameters are finite', () => {
    const w = parameter();
    const optimizer = new SGD([w], { lr: 1 });
    expect(optimizer.isFinite).toBe(true);
    w.value.data[1] = NaN;
    expect(optimizer.isFinite).toBe(false);
  });

  it('can be made by name, whatever its case; a wrong name gets a suggestion', () => {
    expect(createOptimizer('rmsprop', [], { lr: 0.1 })).toBeInstanceOf(RMSProp);
    expect(() => createOptimizer('Adma' as 'Adam', [], { lr: 0.1 })).toThrow(
      /^optimizer is "Adma"; it must be one of .* Did you mean "Adam"\?$/,
    );
  });
});
