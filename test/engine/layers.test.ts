// Every layer, through the conformance helper.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  ELU,
  GELU,
  LayerNorm,
  LeakyReLU,
  Linear,
  Mul,
  ReLU,
  Residual,
  Sequential,
  SiLU,
  Sigmoid,
  Sin,
  Softmax,
  Softplus,
  Square,
  Tanh,
  createRng,
} from '../../src/engine';
import { describeLayer, fill } from './conformance';
import { expectCloseData } from './helpers';

const rng = () => createRng(3);

describeLayer({
  type: 'Linear',
  description: 'Linear(3, 5)',
  make: (features) => new Linear(features, 5, { rng: rng() }),
  outputs: () => 5,
});
describeLayer({ type: 'Mul', description: 'Mul', make: () => new Mul({ k: -1.5 }) });
describeLayer({ type: 'Square', description: 'Square', make: () => new Square() });
describeLayer({ type: 'ReLU', description: 'ReLU', make: () => new ReLU() });
describeLayer({
  type: 'LeakyReLU',
  description: 'LeakyReLU',
  make: () => new LeakyReLU({ negativeSlope: 0.01 }),
});
describeLayer({ type: 'Tanh', description: 'Tanh', make: () => new Tanh() });
describeLayer({ type: 'Sigmoid', description: 'Sigmoid', make: () => new Sigmoid() });
describeLayer({ type: 'Softplus', description: 'Softplus', make: () => new Softplus() });
describeLayer({ type: 'ELU', description: 'ELU', make: () => new ELU() });
describeLayer({ type: 'SiLU', description: 'SiLU', make: () => new SiLU() });
describeLayer({ type: 'GELU', description: 'GELU', make: () => new GELU() });
describeLayer({ type: 'Sin', description: 'Sin', make: () => new Sin() });
describeLayer({ type: 'Softmax', description: 'Softmax', make: () => new Softmax() });
describeLayer({
  type: 'Dropout',
  description: 'Dropout(0.5)',
  make: () => new Dropout({ rng: rng() }),
});
describeLayer({
  type: 'LayerNorm',
  description: 'LayerNorm(3)',
  // One feature alone has no spread: its derivative is zero but for rounding.
  make: (features) => new LayerNorm(features, { eps: 0.1 }),
});
describeLayer({
  type: 'Residual',
  description: 'Residual(Linear(3, 3))',
  make: (features) => new Residual(new Linear(features, features, { rng: rng() })),
});
describeLayer({
  type: 'Sequential',
  description: 'Sequential(Linear(3, 4), Tanh, Sequential(Linear(4, 2), Sigmoid))',
  make: (features) => {
    const draw = rng();
    return new Sequential([
      new Linear(features, 4, { rng: draw }),
      new Tanh(),
      new Sequential([new Linear(4, 2, { rng: draw }), new Sigmoid()]),
    ]);
  },
  outputs: () => 2,
  complains: 'Sigmoid',
});

describe('memory', () => {
  it('lists what forward left for backward, and no parameters', () => {
    const layer = new Linear(2, 1);
    expect(layer.memory()).toEqual([]);
    const x = fill([3, 2], 1);
    layer.forward(x);
    expect(layer.memory()).toEqual([{ name: 'input', value: x }]);
  });
});

describe('layers on tensors of other ranks', () => {
  it.each([new Square(), new Mul({ k: 2 }), new Residual(new Square())])(
    'work on a single number, as in the notebook',
    (layer) => {
      const output = layer.forward(42);
      expect(output.shape).toEqual([]);
      expectCloseData(output.data, [{ Square: 1764, Mul: 84, Residual: 1806 }[layer.type]!]);
      expect(layer.backward(1).shape).toEqual([]);
    },
  );
});
