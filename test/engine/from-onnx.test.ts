// fromONNX: what toONNX wrote comes back to the last bit; so do files of PyTorch's exporters; all else is
// refused in words.
import { describe, expect, it } from 'vitest';
import {
  type Dropout,
  type LayerNorm,
  Linear,
  PancakeError,
  Residual,
  Sequential,
  Sigmoid,
  Tensor,
  createRng,
  fromONNX,
  toJSON,
  toONNX,
  type Layer,
} from '../../src/engine-entry';
import reference from '../reference/onnx.json';
import {
  Float,
  featuresCases,
  file,
  layerCases,
  node,
  points,
  runONNX,
  tensor,
  value,
} from '../support/onnx';
import { gemm, otherFiles, scalar, weight } from '../support/onnx-files';

/** The layers in one row, as `fromONNX` gives them. */
function laidOut(layer: Layer): Layer[] {
  if (layer instanceof Sequential) return layer.layers.flatMap(laidOut);
  return [layer];
}

/** A model's layers, options and numbers; of stacks inside one another only what they compute. */
const contents = (layer: Layer): unknown =>
  laidOut(layer).map((one) => ({
    ...toJSON(one).model,
    layers: one instanceof Residual ? contents(one.inner) : undefined,
  }));

const expectBack = (model: Layer) => {
  const back = fromONNX(toONNX(model, { precision: 'float64' }));
  expect(contents(back)).toEqual(contents(model));
  return back;
};

describe('what toONNX wrote with float64 comes back to the last bit:', () => {
  it.each(Object.entries(layerCases))('%s', (_, make) => {
    const rng = createRng(1);
    for (let width = 1; width < 5; width++) expectBack(make(width, rng));
  });

  it.each(featuresCases.map((layer) => [layer.describe(), layer] as const))('%s', (_, layer) => {
    expectBack(layer);
  });

  it('stacks of layers in any order, and layers around layers', () => {
    const rng = createRng(2);
    const kinds = Object.values(layerCases);
    for (let i = 0; i < 60; i++) {
      const layers: Layer[] = [];
      let width = 2;
      for (let k = rng.int(6) + 1; k > 0; k--) {
        const layer = kinds[rng.int(kinds.length)]!(width, rng);
        const goesAround =
          rng.int(3) === 0 && !(layer instanceof Linear || layer instanceof Sequential);
        layers.push(goesAround ? new Residual(layer) : layer);
        width = new Sequential([layer]).predict(Tensor.zeros([1, width])).shape[1]!;
      }
      const model = new Sequential(layers);
      const back = expectBack(model);
      const x = points(7, 2, rng);
      expect([...back.predict(x).data]).toEqual([...model.predict(x).data]);
    }
  });

  it.each([
    ['nothing at all', new Sequential([])],
    ['Residual around nothing', new Residual(new Sequential([]))],
    ['a factor of one', layerCases['Mul']!(2, { normal: () => 1 } as never)],
  ])('%s', (_, model) => {
    expectBack(model);
  });

  it('many Residuals inside one another, but not too many', () => {
    const nested = (depth: number): Layer =>
      depth === 0 ? new Linear(2, 2) : new Residual(nested(depth - 1));
    expectBack(nested(100));
    expect(() => fromONNX(toONNX(nested(101)))).toThrow(
      /more than 100 Residuals inside one another/,
    );
  });
});

describe('what toONNX wrote with float32 comes back', () => {
  it('with weights rounded to it, and options as they were', () => {
    const rng = createRng(3);
    for (const [name, make] of Object.entries(layerCases)) {
      const model = new Sequential([make(3, rng)]);
      const back = fromONNX(toONNX(model));
      expect(
        laidOut(back).map((one) => one.options()),
        name,
      ).toEqual(laidOut(model).map((one) => one.options()));
      for (const [i, { value: found }] of new Sequential(laidOut(back)).parameters().entries()) {
        const wanted = new Sequential(laidOut(model)).parameters()[i]!;
        expect([...found.data]).toEqual([...Float32Array.from(wanted.value.data)]);
      }
    }
  });

  it('and is written as the same file again', () => {
    const model = new Sequential([new Linear(2, 3), new Residual(new Linear(3, 3)), new Sigmoid()]);
    const bytes = toONNX(model);
    expect(toONNX(fromONNX(bytes))).toEqual(bytes);
  });
});

describe('files that PyTorch wrote', () => {
  it.each(Object.entries(reference.files))(
    '%s: its predictions are PyTorch’s',
    async (name, one) => {
      const bytes = Uint8Array.from(Buffer.from(one.onnx, 'base64'));
      const model = fromONNX(bytes);
      const predictions = model.predict(one.x);
      const exactly = name.endsWith('float64') ? 1e-12 : 1e-6;
      expect(predictions.shape).toEqual([7, one.y[0]!.length]);
      one.y.flat().forEach((wanted, i) => {
        expect(Math.abs(predictions.data[i]! - wanted), `${model.describe()} ${i}`).toBeLessThan(
          exactly,
        );
      });
    },
  );

  it('become the layers that they are', () => {
    const modelOf = (name: string) => {
      const [, one] = Object.entries(reference.files).find(([key]) => key.startsWith(name))!;
      return fromONNX(Buffer.from(one.onnx, 'base64')).describe();
    };
    expect(modelOf('a classifier')).toBe(
      'Sequential(Linear(2, 6), ReLU, Linear(6, 4), Tanh, Linear(4, 1), Sigmoid)',
    );
    expect(modelOf('every activation')).toBe(
      'Sequential(Linear(2, 5), LeakyReLU, ELU, Softplus, Linear(5, 5), SiLU, GELU, Linear(5, 3), Softmax)',
    );
    expect(modelOf('no bias')).toBe('Sequential(Linear(2, 4), LayerNorm(4), ReLU, Linear(4, 2))');
    expect(modelOf('the modules of toPyTorch')).toBe(
      'Sequential(Features(x, xy, y², sin x, y), Linear(5, 3), Mul, Sin, ' +
        'Residual(Sequential(Linear(3, 3), Tanh, Residual(Linear(3, 3)))), Square, Linear(3, 1))',
    );
  });
});

describe('files as other programs make them', () => {
  it.each(Object.entries(otherFiles))('%s', async (name, [bytes, layers]) => {
    const model = fromONNX(bytes);
    expect(model.describe()).toBe(`Sequential(${layers})`);
    // ONNX Runtime has no Dropout of so old a kind, and does not know what makes no sense.
    if (name.includes('nothing needs')) return;
    const x = points(7, 2, createRng(4));
    const wanted = await runONNX(bytes, x);
    model.predict(x).data.forEach((found, i) => {
      expect(Math.abs(found - wanted.data[i]!)).toBeLessThan(2e-6 * Math.max(1, Math.abs(found)));
    });
  });

  it('settings of 32 bits are the decimals that were meant', () => {
    const model = fromONNX(
      otherFiles['Dropout with a setting, as before opset 12, and others that do nothing']![0],
    );
    expect((model.layers[0] as Dropout).p).toBe(0.25);
    const norm = fromONNX(otherFiles['LayerNorm as one operator, without biases']![0])
      .layers[0] as LayerNorm;
    expect(norm.eps).toBe(1e-5);
  });

  it('one output of several can be named', () => {
    const bytes = file({
      nodes: [node('Relu', ['x'], ['r']), node('Tanh', ['r'], ['t'])],
      outputs: [value('r', 2), value('t', 2)],
    });
    expect(fromONNX(bytes, { output: 'r' }).describe()).toBe('Sequential(ReLU)');
    expect(fromONNX(bytes, { output: 't' }).describe()).toBe('Sequential(ReLU, Tanh)');
    expect(() => fromONNX(bytes)).toThrow(
      /has 2 outputs \("r", "t"\); say which one with the option output/,
    );
    expect(() => fromONNX(bytes, { output: 'q' })).toThrow(/output = "q"; the graph has 2 outputs/);
  });

  it('an ArrayBuffer is as good as a Uint8Array, and a part of a larger one', () => {
    const bytes = toONNX(new Sigmoid());
    const padded = new Uint8Array(bytes.length + 7);
    padded.set(bytes, 3);
    expect(fromONNX(bytes.buffer).describe()).toBe('Sequential(Sigmoid)');
    expect(fromONNX(padded.subarray(3, 3 + bytes.length)).describe()).toBe('Sequential(Sigmoid)');
  });
});

const relu = (from: string, to: string) => node('Relu', [from], [to]);

describe('complains about', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'what are no bytes',
      () => fromONNX('model.onnx' as never),
      /^fromONNX got "model\.onnx"; it takes the bytes of a file/,
    ],
    ['an empty file', () => fromONNX(new Uint8Array()), /^fromONNX got an empty file/],
    [
      'a picture',
      () => fromONNX(Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)),
      /^fromONNX: this is not a whole ONNX file; in the file, /,
    ],
    [
      'text',
      () => fromONNX(new TextEncoder().encode('{"format":"react-pancake"}')),
      /^fromONNX: this is not a whole ONNX file/,
    ],
    [
      'a file that is cut off',
      () => fromONNX(toONNX(new Linear(2, 2)).subarray(0, -9)),
      /needs \d+ bytes more than there are\. It may be cut off/,
    ],
    [
      'a file that is too large',
      () => fromONNX(new Uint8Array(17 * 2 ** 20)),
      /17825792 bytes; it reads files of up to 16777216/,
    ],
    [
      'a node that is not known, and where it is',
      () =>
        fromONNX(
          file({
            nodes: [relu('x', 'r'), node('Conv', ['r', 'w'], ['y'], {}, '/1/Conv')],
            numbers: [weight()],
          }),
        ),
      /^fromONNX cannot read the node "\/1\/Conv" \(Conv, number 2 of 2\): there is no layer for it here\. A model is made of Linear/,
    ],
    [
      'a node of another domain',
      () => fromONNX(file({ nodes: [node('Relu', ['x'], ['y'], {}, '', 'com.example')] })),
      /the node number 1 of 1 \(Relu\) of "com\.example": there is no layer for it here/,
    ],
    [
      'parts of a layer without the rest',
      () => fromONNX(file({ nodes: [node('Erf', ['x'], ['e'], {}, 'erf'), relu('e', 'y')] })),
      /cannot read the node "erf" \(Erf, number 1 of 2\): alone, this is no layer here/,
    ],
    [
      'a sum of two branches',
      () =>
        fromONNX(
          file({
            nodes: [relu('x', 'a'), node('Tanh', ['x'], ['b']), node('Add', ['a', 'b'], ['y'])],
          }),
        ),
      /\(Add\): it adds two values, and neither comes from the other by layers; a Residual adds/,
    ],
    [
      'numbers that are added out of place',
      () =>
        fromONNX(
          file({ nodes: [node('Add', ['x', 'c'], ['y'])], numbers: [tensor('c', [2], [1, 2])] }),
        ),
      /numbers are added that belong to no Linear or LayerNorm before it/,
    ],
    [
      'a product of two branches',
      () => fromONNX(file({ nodes: [relu('x', 'a'), node('Mul', ['a', 'x'], ['y'])] })),
      /it multiplies values in a way that no layer here does/,
    ],
    [
      'another power',
      () => fromONNX(file({ nodes: [node('Pow', ['x', 'p'], ['y'])], numbers: [scalar('p', 3)] })),
      /the only power that is a layer here is the square/,
    ],
    [
      'GELU by a tanh',
      () =>
        fromONNX(file({ nodes: [node('Gelu', ['x'], ['y'], { approximate: 'tanh' })], opset: 20 })),
      /the approximation of GELU by a tanh; here there is the exact one/,
    ],
    [
      'a softmax over points',
      () => fromONNX(file({ nodes: [node('Softmax', ['x'], ['y'], { axis: 0 })] })),
      /along the features here, which is the axis -1/,
    ],
    [
      'numbers in another file',
      () => {
        const outside = Uint8Array.from([...tensor('w', [2], []), 14 * 8, 1]);
        return fromONNX(file({ nodes: [relu('x', 'y')], numbers: [outside] }));
      },
      /the numbers "w" lie in another file; save the model in one, in PyTorch with torch\.onnx\.export\(\.\.\., external_data=False\)/,
    ],
    [
      'numbers of another type',
      () => {
        const half = tensor('w', [2], [1, 2], 'float raw', 10);
        return fromONNX(file({ nodes: [relu('x', 'y')], numbers: [half] }));
      },
      /the numbers "w" are of the type float16; it reads float32 and float64/,
    ],
    [
      'too few numbers',
      () => fromONNX(file({ nodes: [relu('x', 'y')], numbers: [tensor('w', [2, 3], [1])] })),
      /"w", of shape \[2, 3\], should be 6; there are 1/,
    ],
    [
      'a number that is none',
      () =>
        fromONNX(
          file({
            nodes: [node('Gemm', ['x', 'w', 'b'], ['y'], gemm)],
            numbers: [weight(), tensor('b', [3], [1, NaN, 1])],
          }),
        ),
      /the numbers "b" hold NaN; every number must be finite/,
    ],
    [
      'layers that do not fit together',
      () =>
        fromONNX(
          file({
            nodes: [node('Gemm', ['x', 'w'], ['a'], gemm), node('Gemm', ['a', 'w'], ['y'], gemm)],
            numbers: [weight()],
          }),
        ),
      /^fromONNX: Linear\(2, 3\) takes 2 features and is given 3/,
    ],
    [
      'a bias that does not fit',
      () =>
        fromONNX(
          file({
            nodes: [node('Gemm', ['x', 'w', 'c'], ['y'], gemm)],
            numbers: [weight(), tensor('c', [2], [1, 2])],
          }),
        ),
      /its bias has 2 numbers, and it has 3 outputs/,
    ],
    [
      'weights that are computed',
      () => fromONNX(file({ nodes: [node('MatMul', ['x', 'x'], ['y'])] })),
      /only a product with a matrix of numbers on its right/,
    ],
    [
      'a node without all that it needs',
      () => fromONNX(file({ nodes: [node('Add', ['x', ''], ['y'], {}, 'sum')] })),
      /the node "sum" \(Add, number 1 of 1\) has 1 inputs; it needs 2/,
    ],
    [
      'a factor beyond what a number can be',
      () =>
        fromONNX(
          file({
            nodes: [node('Gemm', ['x', 'w'], ['y'], { ...gemm, alpha: new Float(Infinity) })],
            numbers: [weight()],
          }),
        ),
      /the weight of Linear\(2, 3\) would not be finite/,
    ],
    [
      'what nothing gives',
      () => fromONNX(file({ nodes: [relu('z', 'y')] })),
      /\(Relu\) reads "z", which nothing before it gives/,
    ],
    [
      'what is given twice',
      () => fromONNX(file({ nodes: [relu('x', 'y'), relu('x', 'y')] })),
      /gives "y", which is there already/,
    ],
    [
      'an output that nothing gives',
      () => fromONNX(file({ nodes: [relu('x', 'z')] })),
      /nothing gives the output "y"/,
    ],
    [
      'two inputs',
      () => fromONNX(file({ nodes: [relu('x', 'y')], inputs: [value('x', 2), value('h', 2)] })),
      /has 2 inputs \("x", "h"\); a model here takes one/,
    ],
    [
      'points of another shape',
      () => fromONNX(file({ nodes: [relu('x', 'y')], inputs: [value('x', [1, 3, 8, 8])] })),
      /the input "x" has the shape \[1, 3, 8, 8\]; a model here takes \[N, features\]/,
    ],
    [
      'points that are whole numbers',
      () => fromONNX(file({ nodes: [relu('x', 'y')], inputs: [value('x', 2, 7)] })),
      /the input "x" is of the type int64/,
    ],
    [
      'a probability that is none',
      () =>
        fromONNX(
          file({ nodes: [node('Dropout', ['x'], ['y'], { ratio: new Float(2) })], opset: 11 }),
        ),
      /^fromONNX: Dropout got p = 2; it must be a probability/,
    ],
    [
      'more than a page can train',
      () => {
        const wide = Array.from({ length: 40 }, (_, i) =>
          node('Gemm', [i ? `v${i}` : 'x', 'w'], [i === 39 ? 'y' : `v${i + 1}`], gemm),
        );
        const square = tensor('w', [200, 200], Array<number>(40_000).fill(0.1));
        return fromONNX(file({ nodes: wide, numbers: [square], inputs: [value('x', 200)] }));
      },
      /more than 1000000 numbers, more than a page can train/,
    ],
    [
      'too many nodes',
      () =>
        fromONNX(
          file({
            nodes: Array.from({ length: 2001 }, (_, i) => relu(i ? `v${i}` : 'x', `v${i + 1}`)),
          }),
        ),
      /the graph has more than 2000 nodes/,
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(PancakeError);
    expect(call).toThrow(message);
  });
});
