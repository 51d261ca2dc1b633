// The layers as nodes of a graph. With 32 bits each is written in the fewest nodes. With 64 bits, what
// ONNX Runtime computes in 32 bits only, or takes a setting of 32 bits for, is written out instead.
import type { Layer } from '../layer';
import type { Dropout } from '../layers/dropout';
import type { ELU } from '../layers/elu';
import type { FeatureName, Features } from '../layers/features';
import type { LayerNorm } from '../layers/layer-norm';
import type { LeakyReLU } from '../layers/leaky-relu';
import type { Linear } from '../layers/linear';
import type { Flow, GraphBuilder, Precision } from './graph-builder';
import { dataTypes, type OnnxAttribute } from './proto';

/** A parameter's numbers, by the name that it has in the model. */
export type Weights = (name: string) => ArrayLike<number>;

type Writer<L extends Layer = Layer> = (
  build: GraphBuilder,
  x: Flow,
  place: string,
  layer: L,
  weights: Weights,
) => Flow;

const float = (name: string, value: number): OnnxAttribute => ({ name, kind: 'float', value });
const int = (name: string, value: number): OnnxAttribute => ({ name, kind: 'int', value });
const ints = (name: string, value: number[]): OnnxAttribute => ({ name, kind: 'ints', value });

/** A layer that is one operator without settings. */
const plain =
  (op: string): Writer =>
  (build, x, place) =>
    build.node(place, op, [x]);

const linear: Writer<Linear> = (build, x, place, { nIn, nOut }, weights) => {
  const weight = build.numbers(`${place}.weight`, [nOut, nIn], weights(`${place}.weight`));
  const bias = build.numbers(`${place}.bias`, [nOut], weights(`${place}.bias`));
  return build.node(place, 'Gemm', [x, weight, bias], {
    attributes: [int('transB', 1)],
    dims: [x.dims[0]!, nOut],
  });
};

const mul: Writer = (build, x, place, _, weights) =>
  build.node(place, 'Mul', [x, build.numbers(`${place}.k`, [1], weights(`${place}.k`))]);

const square: Writer = (build, x, place) => build.node(place, 'Mul', [x, x]);

// x · σ(x), or x / (1 + e⁻ˣ): ONNX Runtime puts one operator in the place of the product, for which it
// has nothing that computes with 64 bits.
const silu: Writer = (build, x, place) => {
  if (build.precision === 'float32') {
    return build.node(place, 'Mul', [x, build.node(place, 'Sigmoid', [x])]);
  }
  const power = build.node(place, 'Exp', [build.node(place, 'Neg', [x])]);
  const sum = build.node(place, 'Add', [power, build.constant(place, 'one', 1)]);
  return build.node(place, 'Div', [x, sum]);
};

/** x where x > 0, and elsewhere something else. */
const split = (build: GraphBuilder, place: string, x: Flow, below: Flow): Flow => {
  const isAbove = build.node(place, 'Greater', [x, build.constant(place, 'zero', 0)], {
    type: 'bool',
  });
  return build.node(place, 'Where', [isAbove, x, below], { dims: x.dims });
};

const leakyReLU: Writer<LeakyReLU> = (build, x, place, { negativeSlope }) => {
  if (build.precision === 'float32') {
    return build.node(place, 'LeakyRelu', [x], { attributes: [float('alpha', negativeSlope)] });
  }
  const slope = build.constant(place, 'negative_slope', negativeSlope);
  return split(build, place, x, build.node(place, 'Mul', [x, slope]));
};

const elu: Writer<ELU> = (build, x, place, { alpha }) => {
  if (build.precision === 'float32') {
    return build.node(place, 'Elu', [x], { attributes: [float('alpha', alpha)] });
  }
  const power = build.node(place, 'Exp', [x]);
  const less = build.node(place, 'Sub', [power, build.constant(place, 'one', 1)]);
  const below = build.node(place, 'Mul', [less, build.constant(place, 'alpha', alpha)]);
  return split(build, place, x, below);
};

// max(x, 0) + log(1 + e^−|x|), whose power cannot overflow.
const softplus: Writer = (build, x, place) => {
  if (build.precision === 'float32') return build.node(place, 'Softplus', [x]);
  const size = build.node(place, 'Abs', [x]);
  const power = build.node(place, 'Exp', [build.node(place, 'Neg', [size])]);
  const sum = build.node(place, 'Add', [power, build.constant(place, 'one', 1)]);
  const corner = build.node(place, 'Log', [sum]);
  return build.node(place, 'Add', [build.node(place, 'Relu', [x]), corner]);
};

// x · (1 + erf(x / √2)) · ½; ONNX has it as one operator only since opset 20. ONNX Runtime has erf for
// 32 bits only, so that even with 64 bits it is within 1e-7 and no closer.
const gelu: Writer = (build, x, place) => {
  const root = build.constant(place, 'root_2', 1.4142135623730951);
  const erf = erfOf(build, build.node(place, 'Div', [x, root]), place);
  const sum = build.node(place, 'Add', [erf, build.constant(place, 'one', 1)]);
  const twice = build.node(place, 'Mul', [x, sum]);
  return build.node(place, 'Mul', [twice, build.constant(place, 'half', 0.5)]);
};

const erfOf = (build: GraphBuilder, x: Flow, place: string): Flow => {
  const cast = (from: Flow, type: Precision) =>
    build.node(place, 'Cast', [from], { attributes: [int('to', dataTypes[type])], type });
  if (build.precision === 'float32') return build.node(place, 'Erf', [x]);
  const erf = build.node(place, 'Erf', [cast(x, 'float32')], { type: 'float32' });
  return cast(erf, 'float64');
};

const softmax: Writer = (build, x, place) =>
  build.node(place, 'Softmax', [x], { attributes: [int('axis', -1)] });

// In use it hands on what it gets; its probability goes along for those who train further.
const dropout: Writer<Dropout> = (build, x, place, { p }) =>
  build.node(place, 'Dropout', [x, build.constant(place, 'p', p)]);

const layerNorm: Writer<LayerNorm> = (build, x, place, { features, eps }, weights) => {
  const weight = build.numbers(`${place}.weight`, [features], weights(`${place}.weight`));
  const bias = build.numbers(`${place}.bias`, [features], weights(`${place}.bias`));
  if (build.precision === 'float32') {
    return build.node(place, 'LayerNormalization', [x, weight, bias], {
      attributes: [int('axis', -1), float('epsilon', eps)],
    });
  }
  const mean = (of: Flow) =>
    build.node(place, 'ReduceMean', [of], {
      attributes: [ints('axes', [-1]), int('keepdims', 1)],
      dims: [of.dims[0]!, 1],
    });
  const apart = build.node(place, 'Sub', [x, mean(x)]);
  const variance = mean(build.node(place, 'Mul', [apart, apart]));
  const sum = build.node(place, 'Add', [variance, build.constant(place, 'eps', eps)]);
  const normal = build.node(place, 'Div', [apart, build.node(place, 'Sqrt', [sum])]);
  const scaled = build.node(place, 'Mul', [normal, weight]);
  return build.node(place, 'Add', [scaled, bias]);
};

const features: Writer<Features> = (build, x, place, { names }) => {
  const column: Flow['dims'] = [x.dims[0]!, 1];
  const coordinate = (name: string, index: number) =>
    build.node(place, 'Gather', [x, build.numbers(`${place}.${name}`, [1], [index], 'int64')], {
      attributes: [int('axis', 1)],
      dims: column,
    });
  const needs = (among: FeatureName[]) => names.some((name) => among.includes(name));
  const px = needs(['x', 'x2', 'xy', 'sinX']) ? coordinate('x', 0) : x;
  const py = needs(['y', 'y2', 'xy', 'sinY']) ? coordinate('y', 1) : x;
  const values: Record<FeatureName, () => Flow> = {
    x: () => px,
    y: () => py,
    x2: () => build.node(place, 'Mul', [px, px]),
    y2: () => build.node(place, 'Mul', [py, py]),
    xy: () => build.node(place, 'Mul', [px, py]),
    sinX: () => build.node(place, 'Sin', [px]),
    sinY: () => build.node(place, 'Sin', [py]),
  };
  return build.node(
    place,
    'Concat',
    names.map((name) => values[name]()),
    { attributes: [int('axis', 1)], dims: [x.dims[0]!, names.length] },
  );
};

const residual: Writer = (build, x, place, layer, weights) => {
  const inner = writeLayer(build, x, `${place}.inner`, layer.children()[0]!, weights);
  return build.node(place, 'Add', [x, inner]);
};

const sequential: Writer = (build, x, place, layer, weights) =>
  layer
    .children()
    .reduce(
      (value, child, i) =>
        writeLayer(build, value, place ? `${place}.${i}` : `${i}`, child, weights),
      x,
    );

const writers: Readonly<Record<string, Writer<never>>> = {
  Linear: linear,
  Mul: mul,
  Square: square,
  ReLU: plain('Relu'),
  LeakyReLU: leakyReLU,
  Tanh: plain('Tanh'),
  Sigmoid: plain('Sigmoid'),
  Softplus: softplus,
  ELU: elu,
  SiLU: silu,
  GELU: gelu,
  Sin: plain('Sin'),
  Softmax: softmax,
  Dropout: dropout,
  LayerNorm: layerNorm,
  Features: features,
  Residual: residual,
  Sequential: sequential,
};

/** Adds the nodes of a layer, and of those inside it, behind a value. */
export function writeLayer(
  build: GraphBuilder,
  x: Flow,
  place: string,
  layer: Layer,
  weights: Weights,
): Flow {
  return writers[layer.type]!(build, x, place, layer as never, weights);
}
