// A model as an ONNX file: what other engines run.
import { PancakeError, ensure, show } from '../errors';
import { checkBuiltInLayers } from '../export/built-in';
import type { Describable } from '../export/run-description';
import { findNonFinite } from '../finite';
import { Layer } from '../layer';
import { Sequential } from '../sequential';
import { Tensor } from '../tensor';
import { encodeModel } from './encode';
import { GraphBuilder, type Flow, type Precision } from './graph-builder';
import { writeLayer } from './layer-nodes';
import { irVersion, opset } from './proto';
import { inputWidth } from './widths';

/** What `toONNX` may be asked for. */
export interface ToONNXOptions {
  /**
   * What the file's numbers are: `'float32'`, with which other engines compute, or `'float64'`, as here,
   * with every bit of the weights. @default 'float32'
   */
  precision?: Precision;
  /** The name of the input, of shape [N, features]. @default 'x' */
  input?: string;
  /** The name of the output, of shape [N, outputs]. @default 'y' */
  output?: string;
}

/** What `toONNX` may be asked for a run. */
export interface RunToONNXOptions extends ToONNXOptions {
  /** Whether the weights are those of this moment, or those that the run began with. @default true */
  currentWeights?: boolean;
}

/**
 * A model as the bytes of an ONNX file (opset 17): a graph from points `x` to predictions `y`, for any
 * number of points. With `float32` ONNX Runtime predicts what `model.predict` does to within float32's
 * rounding, with `float64` to within float64's. Dropout is there and drops nothing; what the loss would add,
 * such as a sigmoid over logits, is not part of the model.
 *
 * @param source a model, or a trainer, whose model is meant
 * @throws PancakeError if a layer is not one of this package's, a parameter is not finite, or beyond
 *   float32, or an option makes no sense
 */
export function toONNX(run: Describable, options?: RunToONNXOptions): Uint8Array<ArrayBuffer>;
export function toONNX(model: Layer, options?: ToONNXOptions): Uint8Array<ArrayBuffer>;
export function toONNX(
  source: Layer | Describable,
  options: RunToONNXOptions = {},
): Uint8Array<ArrayBuffer> {
  const { precision = 'float32', input = 'x', output = 'y' } = options;
  ensure(
    precision === 'float32' || precision === 'float64',
    () => `toONNX got precision = ${show(precision)}; it must be 'float32' or 'float64'`,
  );
  for (const [name, given] of Object.entries({ input, output })) {
    ensure(
      typeof given === 'string' && given.length > 0,
      () => `toONNX got ${name} = ${show(given)}; it must be a name`,
    );
  }
  ensure(
    input !== output,
    () => `toONNX got ${show(input)} for the input and for the output; they need two names`,
  );
  const { model, weights } = resolve(source, options);
  checkBuiltInLayers('toONNX', model);
  const named = new Map(model.parameters().map(({ name }, i) => [name, weights[i]!]));
  named.forEach((values, name) => checkNumbers(name, values, precision));

  const build = new GraphBuilder(precision, [input, output]);
  const x: Flow = { name: input, dims: ['N', inputWidth(model) ?? 'F'] };
  const y = writeLayer(build, x, '', model, (name) => named.get(name)!);
  return encodeModel({
    irVersion,
    producer: 'react-pancake',
    producerVersion: '',
    doc: model.describe(),
    opset,
    graph: build.finish('react-pancake', x, y, output),
  });
}

interface Weighted {
  model: Sequential;
  /** In the order of `model.parameters()`. */
  weights: readonly ArrayLike<number>[];
}

function resolve(source: unknown, { currentWeights = true }: RunToONNXOptions): Weighted {
  if (source instanceof Layer) {
    const model = source instanceof Sequential ? source : new Sequential([source]);
    return { model, weights: model.parameters().map(({ value }) => value.data) };
  }
  if (typeof source === 'object' && source !== null && 'describeRun' in source) {
    return (source as Describable).describeRun({ currentWeights, epochs: 1 });
  }
  throw new PancakeError(`toONNX got ${show(source)}; it takes a Sequential, or a trainer`);
}

function checkNumbers(name: string, values: ArrayLike<number>, precision: Precision): void {
  const data = Float64Array.from(values, precision === 'float32' ? Math.fround : Number);
  const at = findNonFinite(new Tensor(data, [data.length]));
  ensure(
    at < 0,
    () =>
      `toONNX: ${name} holds ${values[at]}; ` +
      (Number.isFinite(values[at])
        ? "float32 ends at 3.4e38, so this needs precision: 'float64'"
        : 'every number must be finite'),
  );
}
