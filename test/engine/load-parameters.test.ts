// Saved parameters for a model that is there: they fit, or it is said where they don't, and nothing is changed.
import { describe, expect, it } from 'vitest';
import {
  Layer,
  Linear,
  PancakeError,
  Residual,
  Sequential,
  createRng,
  toJSON,
  type Tensor,
} from '../../src/engine';
import { fromStructure, loadParameters, structureOf } from '../../src/engine/serialize';

const modelOf = (seed: number) => {
  const rng = createRng(seed);
  return new Sequential([new Linear(2, 3, { rng }), new Residual(new Linear(3, 3, { rng }))]);
};
interface Saved {
  type: string;
  layers: Saved[];
  parameters: Record<string, unknown>;
}
const numbersOf = (model: Layer) => model.parameters().map(({ value }) => value.toArray());

describe('parameters that were saved', () => {
  it('are those of the model then, also where layers are in layers', () => {
    const [model, saved] = [modelOf(1), modelOf(2)];
    expect(numbersOf(model)).not.toEqual(numbersOf(saved));
    loadParameters(model, toJSON(saved), 'createTrainer');
    expect(numbersOf(model)).toEqual(numbersOf(saved));
  });

  const cases: [string, (model: Saved) => unknown, string | RegExp][] = [
    [
      'no layer',
      ({ layers }) => (layers[0] = 7 as never),
      'model.layers[0] is 7; it must be a layer',
    ],
    [
      'another layer',
      ({ layers }) => (layers[0]!.type = 'Mul'),
      'model.layers[0] is saved as "Mul"; the model has Linear(2, 3) there',
    ],
    [
      'fewer layers',
      ({ layers }) => layers.pop(),
      /^load: model\.layers is .*; the model has 2 there$/,
    ],
    [
      'no list of layers',
      (model) => (model.layers = { length: 2 } as never),
      /^load: model\.layers is .*; the model has 2 there$/,
    ],
    [
      'a parameter less',
      ({ layers }) => delete layers[1]!.layers[0]!.parameters['bias'],
      'model.layers[1].layers[0].parameters.bias is missing',
    ],
    [
      'no parameters',
      ({ layers }) => (layers[0]!.parameters = null as never),
      'model.layers[0].parameters.weight is missing',
    ],
    [
      'another shape',
      ({ layers }) => (layers[0]!.parameters['bias'] = [1, 2]),
      'model.layers[0].parameters.bias has the shape [2]; Linear(2, 3) needs finite numbers of the shape [3]',
    ],
    [
      'a number that is not finite',
      ({ layers }) => (layers[0]!.parameters['bias'] = [NaN, 0, 0]),
      'model.layers[0].parameters.bias has the shape [3]; Linear(2, 3) needs finite numbers of the shape [3]',
    ],
  ];
  it.each(cases)('that are of %s change nothing, and say where', (_, spoil, message) => {
    const model = modelOf(1);
    const before = numbersOf(model);
    const json = structuredClone(toJSON(modelOf(2))) as unknown as { model: Saved };
    spoil(json.model);
    const load = () => loadParameters(model, json, 'load');
    expect(load).toThrow(PancakeError);
    expect(load).toThrow(
      typeof message === 'string' ? new PancakeError(`load: ${message}`) : message,
    );
    expect(numbersOf(model)).toEqual(before);
  });
});

describe('a structure', () => {
  it('has the layers and no parameters', () => {
    const json = structureOf(modelOf(1));
    expect(JSON.stringify(json)).not.toContain('weight');
    expect(fromStructure(json).describe()).toBe(modelOf(1).describe());
  });

  it('is refused of a layer of one’s own that has the name of one of ours, also inside', () => {
    class Own extends Layer {
      override get type() {
        return 'Tanh';
      }
      forward(x: Tensor) {
        return x;
      }
      backward(dOut: Tensor) {
        return dOut;
      }
    }
    const message = 'Tanh is a layer of your own; only those of this package can be held as data';
    for (const model of [new Sequential([new Own()]), new Sequential([new Residual(new Own())])])
      expect(() => structureOf(model)).toThrow(new PancakeError(message));
  });

  it('of anything but a Sequential is refused', () => {
    expect(() => fromStructure({ type: 'Tanh', options: {}, parameters: {} })).toThrow(
      new PancakeError('model is Tanh; it must be a Sequential'),
    );
  });
});
