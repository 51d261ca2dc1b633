// LayerNorm, as one operator and as exporters write it out.
import { PancakeError } from '../errors';
import { LayerNorm } from '../layers/layer-norm';
import type { GraphView } from './graph-view';
import type { OnnxTensor } from './proto';
import { besides } from './steps';
import type { Meaning, Reader } from './steps';

/** What of (x − mean) / √(variance + ε), as exporters wrote it before there was an operator for it. */
export function normalOf(view: GraphView, name: string): { x: string; eps: number } | undefined {
  const [apart, root] = view.made(name, 'Div')?.inputs ?? [];
  const difference = view.made(apart, 'Sub');
  const x = difference?.inputs[0];
  const sum = view.made(view.made(root, 'Sqrt')?.inputs[0], 'Add');
  const variance = besides(view, sum, (value) => value > 0);
  const eps = sum?.inputs.map((name) => view.scalar(name)).find((value) => value !== undefined);
  const squared = meanOf(view, variance);
  const square = view.made(squared, 'Mul') ?? view.made(squared, 'Pow');
  if (x === undefined || eps === undefined || !square) return undefined;
  if (meanOf(view, difference?.inputs[1]) !== x) return undefined;
  const isSquare =
    square.op === 'Mul' ? square.inputs[1] === apart : view.scalar(square.inputs[1]) === 2;
  return square.inputs[0] === apart && isSquare ? { x, eps } : undefined;
}

function meanOf(view: GraphView, name: string | undefined): string | undefined {
  const node = view.made(name, 'ReduceMean');
  // Means that do not stand beside their points would be taken from other points.
  if (!node || view.number(node, 'keepdims', 1) === 0) return undefined;
  const axes = view.list(node, 'axes', 1);
  return axes?.length === 1 && [-1, 1].includes(axes[0]!) ? node.inputs[0] : undefined;
}

export const readLayerNorm: Reader = ({ view }, node) => {
  const [x = '', scale, shift] = node.inputs;
  const weight = view.constant(scale);
  const bias = shift ? view.constant(shift) : null;
  if (!weight || bias === undefined)
    return 'its weights are computed; here they are numbers in the file';
  if (![-1, 1].includes(view.number(node, 'axis', -1))) {
    return 'LayerNorm is taken along the features here, which is the axis -1';
  }
  return normOf(x, view.number(node, 'epsilon', 1e-5), weight, bias);
};

/** A LayerNorm, whose numbers may be left out. */
export function normOf(
  from: string,
  eps: number,
  weight: OnnxTensor | null,
  bias: OnnxTensor | null,
): Meaning {
  const features = weight?.data.length ?? bias?.data.length;
  if (weight && bias && bias.data.length !== weight.data.length) {
    return `it has ${weight.data.length} weights and ${bias.data.length} biases`;
  }
  const make = (width: number | undefined) => {
    const size = features ?? width;
    if (size === undefined) {
      throw new PancakeError('a LayerNorm without weights needs an input of known width');
    }
    const layer = new LayerNorm(size, { eps });
    if (weight) layer.weight.data.set(weight.data);
    if (bias) layer.bias.data.set(bias.data);
    return layer;
  };
  return { from, make, parameters: 2 * (features ?? 0) };
}
