// What each activation is known for: its far ends, its kinks, its options, its name.
import { describe, expect, it } from 'vitest';
import {
  ELU,
  GELU,
  LeakyReLU,
  PancakeError,
  ReLU,
  SiLU,
  Sigmoid,
  Softmax,
  Softplus,
  Tanh,
  createActivation,
  type ActivationName,
  type Layer,
} from '../../src/engine';
import { fill } from './conformance';
import { expectClose } from './helpers';

describe('activations far from zero', () => {
  const x = [[-1000, -40, 40, 1000]];

  it.each<[string, Layer, number[]]>([
    ['Sigmoid', new Sigmoid(), [0, 4.248354255291589e-18, 1, 1]],
    ['Tanh', new Tanh(), [-1, -1, 1, 1]],
    ['Softplus', new Softplus(), [0, 4.248354255291589e-18, 40, 1000]],
    ['ELU', new ELU({ alpha: 2 }), [-2, -2, 40, 1000]],
    ['SiLU', new SiLU(), [0, -40 * 4.248354255291589e-18, 40, 1000]],
    ['GELU', new GELU(), [0, 0, 40, 1000]],
    ['LeakyReLU', new LeakyReLU({ negativeSlope: 0.2 }), [-200, -8, 40, 1000]],
  ])('%s stays finite and exact', (_name, layer, expected) => {
    expectClose(layer.forward(x), [expected]);
    expect(layer.backward([[1, 1, 1, 1]]).data.every(Number.isFinite)).toBe(true);
  });

  it('Softmax takes logits of any size', () => {
    const layer = new Softmax();
    expect(layer.forward([[1e308, 1e308, -1e308]]).toArray()).toEqual([[0.5, 0.5, 0]]);
    expect(layer.forward([[-1e308, -1e308]]).toArray()).toEqual([[0.5, 0.5]]);
  });
});

describe('ReLU', () => {
  it('has the slope 0 at 0', () => {
    const layer = new ReLU();
    expect(layer.forward([[0, -0, 1]]).toArray()).toEqual([[0, 0, 1]]);
    expect(layer.backward([[5, 5, 5]]).toArray()).toEqual([[0, 0, 5]]);
  });
});

describe('activations with options', () => {
  it('multiply the negative side by their option', () => {
    expect(new LeakyReLU({ negativeSlope: 0.25 }).forward([[-4, 4]]).toArray()).toEqual([[-1, 4]]);
    expectClose(new ELU({ alpha: 3 }).forward([[-1, 4]]), [[3 * Math.expm1(-1), 4]]);
  });

  it('and the slope there too', () => {
    const [leaky, elu] = [new LeakyReLU({ negativeSlope: 0.25 }), new ELU({ alpha: 3 })];
    for (const layer of [leaky, elu]) layer.forward([[-1, 4]]);
    expectClose(leaky.backward([[1, 1]]), [[0.25, 1]]);
    expectClose(elu.backward([[1, 1]]), [[3 * Math.exp(-1), 1]]);
  });

  it('write it into their formula', () => {
    expect(new ELU().formula).toBe('y = x if x > 0, else (eˣ − 1)');
    expect(new ELU({ alpha: 3 }).formula).toBe('y = x if x > 0, else 3 · (eˣ − 1)');
    expect(new LeakyReLU({ negativeSlope: 0.25 }).formula).toContain('0.25 · x');
  });

  it.each([NaN, Infinity, '1' as never])('refuse %s', (bad) => {
    expect(() => new LeakyReLU({ negativeSlope: bad })).toThrow(/^LeakyReLU got negativeSlope = /);
    expect(() => new ELU({ alpha: bad })).toThrow(/^ELU got alpha = /);
  });
});

describe('Softmax', () => {
  it('gives rows that add up to 1, along the last dimension of any shape', () => {
    const output = new Softmax().forward(fill([2, 3, 4], 1));
    for (let row = 0; row < 6; row++) {
      const sum = output.data.slice(4 * row, 4 * row + 4).reduce((a, b) => a + b);
      expect(sum).toBeCloseTo(1, 14);
    }
  });
});

describe('createActivation', () => {
  it.each([
    'ReLU',
    'LeakyReLU',
    'Tanh',
    'Sigmoid',
    'Softplus',
    'ELU',
    'SiLU',
    'GELU',
    'Sin',
    'Square',
  ] as const)('makes %s, in any mixture of cases', (name) => {
    expect(createActivation(name).type).toBe(name);
    expect(createActivation(name.toLowerCase() as ActivationName).type).toBe(name);
    expect(createActivation(name.toUpperCase() as ActivationName).type).toBe(name);
  });

  it('lists the names it knows, with the nearest, for one that it does not', () => {
    expect(() => createActivation('rellu' as never)).toThrow(PancakeError);
    expect(() => createActivation('rellu' as never)).toThrow(
      'activation is "rellu"; it must be one of ReLU, LeakyReLU, Tanh, Sigmoid, Softplus, ELU, SiLU, GELU, Sin, Square. Did you mean "ReLU"?',
    );
    expect(() => createActivation('somethingelse' as never)).toThrow(/, Square\.$/);
    expect(() => createActivation(7 as never)).toThrow('activation is 7');
    expect(() => createActivation('constructor' as never)).toThrow(PancakeError);
  });
});
