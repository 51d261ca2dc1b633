// Models as JSON: exact on the way there and back, and checked in every part.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  ELU,
  Layer,
  LayerNorm,
  LeakyReLU,
  Linear,
  Mul,
  PancakeError,
  Residual,
  Sequential,
  Sigmoid,
  Tensor,
  createRng,
  fromJSON,
  toJSON,
  type TensorLike,
} from '../../src/engine';
import { hashOfParameters } from './helpers';

const model = () => {
  const rng = createRng(8);
  return new Sequential([
    new Linear(2, 3, { rng }),
    new LeakyReLU({ negativeSlope: 0.2 }),
    new Residual(new Sequential([new LayerNorm(3, { eps: 1e-3 }), new ELU({ alpha: 2 })])),
    new Dropout({ p: 0.3 }),
    new Mul({ rng }),
    new Linear(3, 1, { rng }),
    new Sigmoid(),
  ]);
};

describe('a saved model', () => {
  it('comes back with the same layers, options and bits, from an object or from text', () => {
    const saved = model();
    for (const json of [toJSON(saved), JSON.stringify(toJSON(saved))]) {
      const back = fromJSON(json);
      expect(back.describe()).toBe(saved.describe());
      expect(hashOfParameters(back.parameters())).toBe(hashOfParameters(saved.parameters()));
      expect(back.predict([[0.3, -2]]).toArray()).toEqual(saved.predict([[0.3, -2]]).toArray());
      expect(toJSON(back)).toEqual(toJSON(saved));
    }
  });

  it('is a copy: training on does not change it', () => {
    const saved = model();
    const json = JSON.stringify(toJSON(saved));
    saved.parameters()[0]!.value.fill(9);
    expect(hashOfParameters(fromJSON(json).parameters())).toBe(
      hashOfParameters(model().parameters()),
    );
  });

  it('may have a reader’s own layers', () => {
    class Shift extends Layer {
      constructor(readonly by: number) {
        super();
      }
      override get type(): string {
        return 'Shift';
      }
      override options() {
        return { by: this.by };
      }
      forward(x: TensorLike): Tensor {
        const { data, shape } = Tensor.from(x);
        return new Tensor(
          data.map((v) => v + this.by),
          shape,
        );
      }
      backward(dOut: TensorLike): Tensor {
        return Tensor.from(dOut);
      }
    }
    const json = toJSON(new Sequential([new Shift(2.5)]));
    expect(() => fromJSON(json)).toThrow('model.layers[0].type is "Shift"; it must be one of');
    const back = fromJSON(json, {
      layers: { Shift: ({ by }: { by: number }) => new Shift(by) },
    });
    expect(back.forward([[1]]).toArray()).toEqual([[3.5]]);
  });
});

describe('layers inside one another', () => {
  const nested = (depth: number): Sequential =>
    new Sequential(depth > 0 ? [nested(depth - 1)] : []);

  it('come back, a hundred of them', () => {
    expect(fromJSON(toJSON(nested(100))).describe()).toBe(nested(100).describe());
    expect(() => fromJSON(toJSON(nested(101)))).toThrow(
      new PancakeError('fromJSON: there are more than 100 layers inside one another'),
    );
  });
});

describe('a model that went out of bounds', () => {
  it('is not saved, because JSON has no infinite numbers', () => {
    const broken = model();
    broken.parameters()[1]!.value.data[0] = -Infinity;
    expect(() => toJSON(broken)).toThrow(
      new PancakeError('toJSON: 0.bias holds -Infinity; every number must be finite'),
    );
  });
});

describe('damaged JSON', () => {
  interface Saved {
    model: {
      layers: {
        type: string;
        options: Record<string, unknown>;
        parameters: Record<string, unknown>;
      }[];
    };
  }
  const damage = (change: (json: Saved) => void): unknown => {
    const json = JSON.parse(JSON.stringify(toJSON(model()))) as Saved;
    change(json);
    return json;
  };

  it.each([
    ['text that is no JSON', '{', 'fromJSON got text that is not JSON'],
    ['something else', { hello: 1 }, 'it must be what toJSON gave'],
    ['null', null, 'fromJSON got null; it must be what toJSON gave'],
    [
      'a later version',
      { format: 'react-pancake', version: 2 },
      'fromJSON got version 2; this package reads version 1',
    ],
    [
      'no version',
      { format: 'react-pancake' },
      'fromJSON got version undefined; this package reads version 1',
    ],
    ['a list', [1], 'fromJSON got [1]; it must be what toJSON gave'],
    [
      'a layer that is none',
      damage((json) => (json.model.layers[1] = null as never)),
      'model.layers[1] is null; it must be a layer',
    ],
    [
      'options that are none',
      damage((json) => (json.model.layers[1]!.options = [1] as never)),
      'model.layers[1].options is [1]; it must be an object',
    ],
    [
      'parameters that are none',
      damage((json) => (json.model.layers[1]!.parameters = 'many' as never)),
      'model.layers[1].parameters is "many"; it must be an object',
    ],
    [
      'a layer of an unknown type',
      damage((json) => (json.model.layers[0]!.type = 'Linar')),
      'model.layers[0].type is "Linar"; it must be one of Linear',
    ],
    [
      'a parameter missing',
      damage((json) => delete json.model.layers[0]!.parameters['bias']),
      'model.layers[0].parameters.bias is missing',
    ],
    [
      'a parameter of another shape',
      damage((json) => (json.model.layers[5]!.parameters['weight'] = [[1, 2]])),
      'model.layers[5].parameters.weight has the shape [1, 2]; Linear(3, 1) needs [1, 3]',
    ],
    [
      'a parameter that is no number',
      damage((json) => (json.model.layers[4]!.parameters['k'] = [null])),
      'model.layers[4].parameters.k: Tensor.from got null at entry 0; every entry must be a number',
    ],
    [
      'a parameter too large to be a number',
      JSON.stringify(toJSON(new Sequential([new Mul({ k: 0.125 })]))).replace('0.125', '1e999'),
      'model.layers[0].parameters.k holds a number that is not finite',
    ],
    [
      'a layer inside one that has none',
      damage((json) => Object.assign(json.model.layers[1]!, { layers: [json.model.layers[4]] })),
      'model.layers[1].layers holds 1; LeakyReLU has 0 inside',
    ],
    [
      'a residual block without its inside',
      damage((json) => Object.assign(json.model.layers[2]!, { layers: [] })),
      'model.layers[2]: Residual got undefined; it takes the layer that it goes around',
    ],
    [
      'layers inside layers without end',
      Array.from({ length: 200 }).reduce<{ model: unknown }>(
        ({ model: inner }) => ({
          format: 'react-pancake',
          version: 1,
          model: { type: 'Sequential', options: {}, parameters: {}, layers: [inner] },
        }),
        toJSON(new Sequential([])),
      ),
      'fromJSON: there are more than 100 layers inside one another',
    ],
    [
      'options out of range',
      damage((json) => (json.model.layers[3]!.options['p'] = 7)),
      'Dropout got p = 7',
    ],
    [
      'layers that are no list',
      damage((json) => Object.assign(json.model, { layers: { length: 3 } })),
      'model.layers is',
    ],
  ])('is refused, and the place named: %s', (_, json, message) => {
    expect(() => fromJSON(json)).toThrow(PancakeError);
    expect(() => fromJSON(json)).toThrow(message);
  });
});
