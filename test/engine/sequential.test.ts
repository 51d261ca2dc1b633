// Sequential: composition, names, and whose fault it was.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  Layer,
  Linear,
  Mul,
  NonFiniteError,
  PancakeError,
  ReLU,
  Residual,
  SGD,
  Sequential,
  Sigmoid,
  Square,
  Tensor,
  createRng,
  type TensorLike,
} from '../../src/engine';

describe('Sequential', () => {
  it('applies its layers one after the other, and the chain rule in reverse', () => {
    const model = new Sequential([new Mul({ k: 0.5 }), new Square()]);
    expect(model.forward([[42]]).toArray()).toEqual([[441]]);
    expect(model.backward([[1]]).toArray()).toEqual([[21]]);
    expect(model.parameters()[0]!.grad.toArray()).toEqual([1764]);
  });

  it('nests, with the place of each layer in its parameters’ names', () => {
    const rng = createRng(1);
    const model = new Sequential([
      new Linear(2, 3, { rng }),
      new Sequential([new ReLU(), new Sequential([new Linear(3, 1, { rng })])]),
    ]);
    expect(model.parameters().map(({ name }) => name)).toEqual([
      '0.weight',
      '0.bias',
      '1.1.0.weight',
      '1.1.0.bias',
    ]);
    expect(model.describe()).toBe(
      'Sequential(Linear(2, 3), Sequential(ReLU, Sequential(Linear(3, 1))))',
    );
  });

  it('hands its parameters out by reference', () => {
    const linear = new Linear(2, 1);
    const model = new Sequential([linear]);
    const [weight] = model.parameters();
    expect(weight!.value).toBe(linear.weight);
    weight!.value.data.set([10, 100]);
    linear.bias.data[0] = 1;
    expect(model.forward([[1, 2]]).toArray()).toEqual([[211]]);
    model.backward([[1]]);
    expect(weight!.grad.toArray()).toEqual([[1, 2]]);
    model.zeroGrad();
    expect(weight!.grad.toArray()).toEqual([[0, 0]]);
    model.backward([[1]]);
    new SGD(model, { lr: 1 }).step();
    expect(linear.weight.toArray()).toEqual([[9, 98]]);
  });

  it('writes itself as a function of a function', () => {
    expect(new Sequential([new Square(), new ReLU(), new Square()]).formula).toBe(
      'y = f3(f2(f1(x)))',
    );
  });

  it('gives the output of every layer, as in use, and goes on as if it had not been asked', () => {
    const make = () =>
      new Sequential([
        new Linear(2, 3, { rng: createRng(1) }),
        new Dropout({ rng: createRng(2) }),
        new Sequential([new Square(), new ReLU()]),
      ]);
    const [asked, alone] = [make(), make()];
    for (const model of [asked, alone]) model.forward([[1, 2]]);
    const x = [
      [1, -1],
      [0.5, 3],
    ];
    const linear = asked.layers[0]!.predict(x).toArray() as number[][];
    const square = linear.map((row) => row.map((y) => y * y));
    for (let call = 0; call < 2; call++) {
      expect(asked.activations(x).map((output) => output.toArray())).toEqual([
        linear,
        linear,
        square,
      ]);
    }
    expect(asked.backward([[1, 2, 3]])).toEqual(alone.backward([[1, 2, 3]]));
  });

  it('is the identity when it is empty', () => {
    const model = new Sequential([]);
    expect(model.forward([[1, 2]]).toArray()).toEqual([[1, 2]]);
    expect(model.backward([[3, 4]]).toArray()).toEqual([[3, 4]]);
  });

  it('does not take notice of later changes of the array that it was made from', () => {
    const layers: Layer[] = [new Square()];
    const model = new Sequential(layers);
    layers.push(new Square());
    expect(model.forward([[3]]).toArray()).toEqual([[9]]);
  });
});

describe('a number that is not finite', () => {
  const failing = (run: () => unknown): NonFiniteError => {
    try {
      run();
    } catch (error) {
      if (error instanceof NonFiniteError) return error;
    }
    throw new Error('nothing was thrown');
  };

  it('is blamed on the layer that made it, on the way forward', () => {
    const model = new Sequential([new Sigmoid(), new Mul({ k: 1e200 }), new Square(), new ReLU()]);
    const error = failing(() => model.forward([[1]]));
    expect(error.layer).toBe('2');
    expect(error.message).toBe('Square at place 2 gave Infinity as its output at [0, 0]');
  });

  it('and on the way back', () => {
    const model = new Sequential([new Sigmoid(), new Mul({ k: 1e200 }), new ReLU()]);
    model.forward([[1]]);
    const error = failing(() => model.backward([[1e200]]));
    expect(error.layer).toBe('1');
    expect(error.message).toBe('Mul at place 1 gave Infinity as its gradient at [0, 0]');
  });

  it('is found in layers inside layers', () => {
    const inner = new Sequential([new Mul({ k: 1e200 }), new Square()]);
    const model = new Sequential([new ReLU(), new Sequential([inner])]);
    const error = failing(() => model.forward([[1]]));
    expect(error.layer).toBe('1.0.1');
    expect(error.message).toBe(
      'Square at place 1 gave Infinity as its output at [0, 0], inside place 0, inside place 1',
    );
  });

  it('is told from other mistakes in layers inside layers', () => {
    const model = new Sequential([new Sequential([new Linear(2, 1)])]);
    const mistake = () => model.forward([[1]]);
    expect(mistake).toThrow(
      new PancakeError('Linear(2, 1) got an input of shape [1, 1]; its last dimension must be 2'),
    );
    expect(mistake).not.toThrow(NonFiniteError);
  });

  it('is refused as an input', () => {
    const model = new Sequential([new ReLU()]);
    expect(() => model.forward([[1, NaN]])).toThrow(
      'got NaN in its input at [0, 1]; every number must be finite',
    );
    const bad = Tensor.from([[1, NaN]]);
    expect(() => model.runLayer(0, bad, 'forward')).toThrow('ReLU got NaN in its input at [0, 1]');
    model.forward([[1, 1]]);
    expect(() => model.backward(bad)).toThrow('Sequential(ReLU) got NaN in its gradient at [0, 1]');
  });
});

describe('a layer in two places', () => {
  it.each<[string, (same: Layer) => Layer[]]>([
    ['side by side', (same) => [same, same]],
    ['at different depths', (same) => [same, new Sequential([new Residual(same)])]],
  ])('is refused, because it could remember one input only: %s', (_, place) => {
    expect(() => new Sequential(place(new Square()))).toThrow(
      'Sequential got the same Square in two places; make one for each place',
    );
  });
});

describe('a layer of one’s own', () => {
  class Doubling extends Layer {
    forward(x: TensorLike): Tensor {
      return Tensor.from(x);
    }
    backward(dOut: TensorLike): Tensor {
      return Tensor.from(dOut);
    }
  }

  it('has a formula, no options and no claim to work number by number, unless it says so', () => {
    const layer = new Doubling();
    expect(layer.formula).toBe('y = Doubling(x)');
    expect(layer.options()).toEqual({});
    expect(layer.elementwise).toBe(false);
  });
});

describe('what is no layer', () => {
  it('is refused with its place', () => {
    expect(() => new Sequential([new ReLU(), 'Sigmoid' as unknown as Layer])).toThrow(
      'Sequential got "Sigmoid" at place 1; every entry must be a Layer',
    );
    expect(() => new Sequential(new ReLU() as unknown as Layer[])).toThrow(
      'Sequential got an object of type ReLU; it takes an array of layers',
    );
  });

  it('nor returns a tensor is named', () => {
    class Odd extends Layer {
      forward(_: TensorLike): Tensor {
        return [1] as unknown as Tensor;
      }
      backward(): Tensor {
        return 'none' as unknown as Tensor;
      }
    }
    const model = new Sequential([new Odd()]);
    expect(() => model.forward([[1]])).toThrow(
      'Odd at place 0: forward returned [1]; it must return a Tensor',
    );
    expect(() => model.backward([[1]])).toThrow(
      'Odd at place 0: backward returned "none"; it must return a Tensor',
    );
  });
});
