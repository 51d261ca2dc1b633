// toONNX: ONNX Runtime reads what it writes and predicts what the model does; the file, field by field.
import { describe, expect, it } from 'vitest';
import {
  GELU,
  Linear,
  PancakeError,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Softmax,
  Square,
  Tensor,
  createRng,
  createTrainer,
  fromONNX,
  toONNX,
  type Layer,
} from '../../src/engine-entry';
import {
  featuresCases,
  layerCases,
  points,
  readWire,
  runONNX,
  type WireField,
} from '../support/onnx';

const precisions = ['float32', 'float64'] as const;
const stack = (layer: Layer) => (layer instanceof Sequential ? layer : new Sequential([layer]));

/**
 * Whether predictions are the engine's to 1e-6. With 32 bits a number has seven digits, so a prediction
 * above 1 is compared in millionths of itself; the points are numbers that 32 bits hold.
 */
async function expectSame(layer: Layer, x: Tensor, precision: (typeof precisions)[number]) {
  const model = stack(layer);
  const wanted = model.predict(x);
  const found = await runONNX(toONNX(model, { precision }), x);
  expect(found.shape).toEqual(wanted.shape);
  for (const [i, value] of wanted.data.entries()) {
    const size = precision === 'float32' ? Math.max(1, Math.abs(value)) : 1;
    const far = Math.abs(found.data[i]! - value) / size;
    expect(far, `${model.describe()}: ${found.data[i]} for ${value}`).toBeLessThanOrEqual(1e-6);
  }
}

describe.each(precisions)('with %s, ONNX Runtime predicts what the model does:', (precision) => {
  it.each(Object.entries(layerCases))('%s', async (_, make) => {
    const rng = createRng(1);
    for (const rows of [1, 7]) {
      const width = rng.int(5) + 1;
      await expectSame(make(width, rng), points(rows, width, rng), precision);
    }
  });

  it.each(featuresCases.map((layer) => [layer.describe(), layer] as const))(
    '%s',
    async (_, layer) => {
      for (const rows of [1, 7]) await expectSame(layer, points(rows, 2, createRng(2)), precision);
    },
  );

  it('stacks of layers in any order', async () => {
    const rng = createRng(3);
    const kinds = Object.values(layerCases);
    for (let i = 0; i < 40; i++) {
      const layers: Layer[] = [];
      let width = 2;
      if (i % 4 === 0) {
        layers.push(featuresCases[i % featuresCases.length]!);
        width = stack(layers[0]!).predict([[0, 0]]).shape[1]!;
      }
      for (let k = rng.int(5) + 2; k > 0; k--) {
        const layer = kinds[rng.int(kinds.length)]!(width, rng);
        layers.push(layer);
        width = stack(layer).predict(Tensor.zeros([1, width])).shape[1]!;
      }
      const model = new Sequential([...layers, new Linear(width, 1, { rng }), new Sigmoid()]);
      for (const rows of [1, 7]) await expectSame(model, points(rows, 2, rng), precision);
    }
  });

  it('a model that was trained', async () => {
    const trainer = createTrainer({ data: 'spirals', model: [2, 12, 8, 3], activation: 'SiLU' });
    trainer.step('epoch', 20);
    await expectSame(trainer.model, points(7, 2, createRng(4)), precision);
  });

  it('no points at all', async () => {
    const model = new Sequential([new Linear(2, 3), new ReLU()]);
    const found = await runONNX(toONNX(model, { precision }), Tensor.zeros([0, 2]));
    expect(found.shape).toEqual([0, 3]);
  });
});

it('far from zero, where powers overflow, predictions stay the same', async () => {
  for (const [name, make] of Object.entries(layerCases)) {
    if (['Square', 'Linear', 'Residual', 'Sequential', 'Sin'].includes(name)) continue;
    const x = Tensor.from([
      [-800, -90, 90],
      [-17, 0, 17],
    ]);
    for (const precision of precisions) await expectSame(make(3, createRng(5)), x, precision);
  }
});

/** The fields of a message by number; texts, numbers and messages are read by those who ask. */
const open = (bytes: Uint8Array) => {
  const all = readWire(bytes);
  const every = (field: number) => all.filter(([number]) => number === field).map(([, of]) => of);
  return {
    all,
    every,
    number: (field: number) => Number(every(field)[0]),
    text: (field: number) => new TextDecoder().decode(every(field)[0] as Uint8Array),
    texts: (field: number) =>
      every(field).map((one) => new TextDecoder().decode(one as Uint8Array)),
    inside: (field: number) => open(every(field)[0] as Uint8Array),
    each: (field: number) => every(field).map((one) => open(one as Uint8Array)),
  };
};
const doubles = (bytes: Uint8Array) => [...new Float64Array(bytes.slice().buffer)];
const floats = (bytes: Uint8Array) => [...new Float32Array(bytes.slice().buffer)];
const fieldNumbers = (all: WireField[]) => [...new Set(all.map(([number]) => number))];

describe('the file, field by field', () => {
  const rng = createRng(6);
  const model = new Sequential([
    new Linear(2, 3, { rng }),
    new Residual(new Sequential([new Linear(3, 3, { rng }), new Softmax()])),
  ]);
  const [first, second] = [
    model.layers[0] as Linear,
    (model.layers[1]!.children()[0] as Sequential).layers[0] as Linear,
  ];

  it('says what it is', () => {
    const file = open(toONNX(model));
    expect(fieldNumbers(file.all)).toEqual([1, 2, 6, 7, 8]);
    expect(file.number(1)).toBe(8);
    expect(file.text(2)).toBe('react-pancake');
    expect(file.text(6)).toBe(model.describe());
    expect(file.inside(8).all).toEqual([[2, 17n]]);
  });

  it('has the nodes in the order of computing, named by their places', () => {
    const graph = open(toONNX(model)).inside(7);
    expect(graph.text(2)).toBe('react-pancake');
    const nodes = graph.each(1).map((node) => ({
      op: node.text(4),
      name: node.text(3),
      from: node.texts(1),
      to: node.texts(2),
    }));
    expect(nodes).toEqual([
      { op: 'Gemm', name: '/0/Gemm', from: ['x', '0.weight', '0.bias'], to: ['/0/Gemm_output_0'] },
      {
        op: 'Gemm',
        name: '/1/inner/0/Gemm',
        from: ['/0/Gemm_output_0', '1.inner.0.weight', '1.inner.0.bias'],
        to: ['/1/inner/0/Gemm_output_0'],
      },
      {
        op: 'Softmax',
        name: '/1/inner/1/Softmax',
        from: ['/1/inner/0/Gemm_output_0'],
        to: ['/1/inner/1/Softmax_output_0'],
      },
      {
        op: 'Add',
        name: '/1/Add',
        from: ['/0/Gemm_output_0', '/1/inner/1/Softmax_output_0'],
        to: ['y'],
      },
    ]);
    const [gemm, , softmax] = graph.each(1);
    expect(gemm!.inside(5).all.map(([field, of]) => [field, typeof of])).toEqual([
      [1, 'object'],
      [3, 'bigint'],
      [20, 'bigint'],
    ]);
    expect([
      gemm!.inside(5).text(1),
      gemm!.inside(5).number(3),
      gemm!.inside(5).number(20),
    ]).toEqual(['transB', 1, 2]);
    expect([softmax!.inside(5).text(1), softmax!.inside(5).number(3)]).toEqual(['axis', -1]);
  });

  it.each([
    ['float32', 1, floats],
    ['float64', 11, doubles],
  ] as const)('has the parameters in %s, by their names', (precision, type, read) => {
    const numbers = open(toONNX(model, { precision })).inside(7).each(5);
    const expected = {
      '0.weight': first.weight,
      '0.bias': first.bias,
      '1.inner.0.weight': second.weight,
      '1.inner.0.bias': second.bias,
    };
    expect(numbers.map((one) => one.text(8))).toEqual(Object.keys(expected));
    numbers.forEach((one, i) => {
      const { shape, data } = Object.values(expected)[i]!;
      expect(one.number(2)).toBe(type);
      expect([...(one.every(1)[0] as Uint8Array)]).toEqual(shape);
      const exact = precision === 'float32' ? [...Float32Array.from(data)] : [...data];
      expect(read(one.every(9)[0] as Uint8Array)).toEqual(exact);
    });
  });

  it('gives shapes to all values, with N for the points', () => {
    const graph = open(
      toONNX(model, { precision: 'float64', input: 'points', output: 'chances' }),
    ).inside(7);
    const shapeOf = (of: ReturnType<typeof open>) => {
      const tensor = of.inside(2).inside(1);
      const dims = tensor.inside(2).each(1);
      return [of.text(1), tensor.number(1), dims[0]!.text(2), dims[1]!.number(1)];
    };
    expect(graph.each(11).map(shapeOf)).toEqual([['points', 11, 'N', 2]]);
    expect(graph.each(12).map(shapeOf)).toEqual([['chances', 11, 'N', 3]]);
    expect(graph.each(13).map(shapeOf)).toEqual([
      ['/0/Gemm_output_0', 11, 'N', 3],
      ['/1/inner/0/Gemm_output_0', 11, 'N', 3],
      ['/1/inner/1/Softmax_output_0', 11, 'N', 3],
    ]);
  });
});

describe('the options', () => {
  const trainer = () => {
    const run = createTrainer({ data: 'moons', model: [2, 4, 1] });
    run.step('epoch', 3);
    return run;
  };

  it('the weights of a run are those of this moment, or those of its beginning', () => {
    const run = trainer();
    const now = toONNX(run);
    expect(now).toEqual(toONNX(run.model));
    const initial = toONNX(run, { currentWeights: false });
    expect(initial).not.toEqual(now);
    run.reset();
    expect(initial).toEqual(toONNX(run.model));
  });

  it('does not disturb the run', () => {
    const [run, other] = [trainer(), trainer()];
    toONNX(run);
    toONNX(run, { currentWeights: false });
    for (const one of [run, other]) one.step('epoch', 2);
    expect(run.history).toEqual(other.history);
  });

  it('names can be those of a model’s own values', async () => {
    const model = new Sequential([new Linear(2, 2), new GELU(), new Square()]);
    const names = ['0.weight', '/1/Erf_output_0'] as const;
    const bytes = toONNX(model, { input: names[0], output: names[1] });
    const x = points(7, 2, createRng(8));
    const found = await runONNX(bytes, x, names);
    model.predict(x).data.forEach((value, i) => expect(found.data[i]).toBeCloseTo(value, 5));
  });

  it('a layer alone is a model of one', () => {
    const layer = new Linear(2, 1);
    expect(toONNX(layer)).toEqual(toONNX(new Sequential([layer])));
  });

  it('a model that takes any number of features says so', () => {
    const [x] = open(toONNX(new Square())).inside(7).each(11);
    expect(
      x!
        .inside(2)
        .inside(1)
        .inside(2)
        .each(1)
        .map((dim) => dim.text(2)),
    ).toEqual(['N', 'F']);
    expect(fromONNX(toONNX(new Square())).describe()).toBe('Sequential(Square)');
  });
});

class Cube extends ReLU {
  override get type() {
    return 'Cube';
  }
}

describe('complains about', () => {
  const broken = (k: number) => {
    const model = new Sequential([new Linear(1, 1)]);
    (model.layers[0] as Linear).bias.data[0] = k;
    return model;
  };
  it.each<[string, () => unknown, RegExp]>([
    [
      'a layer of one’s own',
      () => toONNX(new Sequential([new Residual(new Cube())])),
      /^toONNX cannot write Cube at place 0\.0, which is not one of this package's/,
    ],
    [
      'nothing',
      () => toONNX(undefined as never),
      /^toONNX got undefined; it takes a Sequential, or a trainer/,
    ],
    [
      'a precision',
      () => toONNX(new ReLU(), { precision: 'float16' as never }),
      /"float16"; it must be 'float32' or 'float64'/,
    ],
    ['a name', () => toONNX(new ReLU(), { output: '' }), /output = ""; it must be a name/],
    [
      'one name for two',
      () => toONNX(new ReLU(), { input: 'y' }),
      /"y" for the input and for the output/,
    ],
    [
      'a number that is none',
      () => toONNX(broken(NaN)),
      /0\.bias holds NaN; every number must be finite/,
    ],
    [
      'a number beyond 32 bits',
      () => toONNX(broken(1e39)),
      /0\.bias holds 1e\+39; float32 ends at 3\.4e38/,
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(PancakeError);
    expect(call).toThrow(message);
  });

  it('a number beyond 32 bits only where it has to', () => {
    expect(() => toONNX(broken(1e39), { precision: 'float64' })).not.toThrow();
  });
});
