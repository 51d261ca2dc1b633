// Layers with numbers of their own, and what holds layers together.
import { Dropout } from '../layers/dropout';
import { Linear } from '../layers/linear';
import type { OnnxNode, OnnxTensor } from './proto';
import {
  activations,
  readChoice,
  readProduct,
  readQuotient,
  readSoftplus,
} from './read-activations';
import { columnReaders, productOf } from './read-columns';
import { normOf, normalOf, readLayerNorm } from './read-norm';
import { bothWays } from './steps';
import type { Known, Meaning, Reader, Step } from './steps';

const passOn: Reader = (_, { inputs }) => ({ from: inputs[0]!, make: null });

const readGemm: Reader = ({ view }, node) => {
  const [x = '', b, c] = node.inputs;
  const weight = view.constant(b);
  if (weight?.dims.length !== 2)
    return 'its weights are computed; here they are numbers in the file';
  if (view.number(node, 'transA', 0)) return 'it turns its input around';
  const isTurned = view.number(node, 'transB', 0) !== 0;
  const bias = c ? view.constant(c) : null;
  if (bias === undefined) return 'its bias is computed; here it is numbers in the file';
  const scales = [view.number(node, 'alpha', 1), view.number(node, 'beta', 1)] as const;
  return linearOf(x, weight, isTurned, bias, scales);
};

const readMatMul: Reader = ({ view }, { inputs }) => {
  const weight = view.constant(inputs[1]);
  return weight?.dims.length === 2
    ? linearOf(inputs[0]!, weight, false, null)
    : 'only a product with a matrix of numbers on its right is a layer here';
};

/** @param isTurned whether the weights lie as (O, I), as they do here, and not as (I, O) */
function linearOf(
  from: string,
  weight: OnnxTensor,
  isTurned: boolean,
  bias: OnnxTensor | null,
  [alpha, beta]: readonly [number, number] = [1, 1],
): Meaning {
  const [rows, columns] = weight.dims as [number, number];
  const [nOut, nIn] = isTurned ? [rows, columns] : [columns, rows];
  if (bias && bias.data.length !== nOut && bias.data.length !== 1) {
    return `its bias has ${bias.data.length} numbers, and it has ${nOut} outputs`;
  }
  const make = () => {
    const layer = new Linear(nIn, nOut);
    for (let o = 0; o < nOut; o++) {
      for (let i = 0; i < nIn; i++) {
        layer.weight.data[o * nIn + i] =
          alpha * weight.data[isTurned ? o * nIn + i : i * nOut + o]!;
      }
      layer.bias.data[o] = bias ? beta * bias.data[bias.data.length === 1 ? 0 : o]! : 0;
    }
    return layer;
  };
  return { from, make, parameters: nOut * (nIn + 1) };
}

const readSum: Reader = (known, node) => {
  const { view } = known;
  const softplus = readSoftplus(view, node);
  if (softplus) return softplus;
  for (const [x, other] of bothWays(node)) {
    const numbers = view.constant(other);
    if (!numbers) continue;
    const product = view.made(x, 'MatMul');
    const weight = view.constant(product?.inputs[1]);
    if (product && weight?.dims.length === 2) {
      return linearOf(product.inputs[0]!, weight, false, numbers);
    }
    const scaled = view.made(x, 'Mul');
    for (const [normal, scale] of scaled ? bothWays(scaled) : []) {
      const found = normalOf(view, normal);
      const weights = view.constant(scale);
      if (found && weights) return normOf(found.x, found.eps, weights, numbers);
    }
    return 'numbers are added that belong to no Linear or LayerNorm before it';
  }
  return residualOf(known, node);
};

// x + f(x): going back from one side leads to the other.
function residualOf(known: Known, node: OnnxNode): Meaning | undefined {
  for (const [start, end] of bothWays(node)) {
    const inner: Step[] = [];
    let at = end;
    while (at !== start && known.view.position(at) > known.view.position(start)) {
      const back = known.step(at);
      if (!back) break;
      inner.unshift(back);
      at = back.from;
    }
    if (at === start) return { from: start, make: null, inner };
  }
  return 'it adds two values, and neither comes from the other by layers; a Residual adds what it got to what it made of it';
}

const readMul: Reader = (known, node) => {
  const { view } = known;
  const [a, b] = node.inputs.map((name) => known.column(name));
  const feature = a && b && a.from === b.from && productOf(a.feature, b.feature);
  if (feature) return { column: { from: a.from, feature } };
  for (const [x, other] of bothWays(node)) {
    const normal = normalOf(view, x);
    const scale = view.constant(other);
    if (normal && scale && scale.data.length > 1) return normOf(normal.x, normal.eps, scale, null);
  }
  return readProduct(view, node) ?? 'it multiplies values in a way that no layer here does';
};

const readDiv: Reader = ({ view }, node) => {
  const normal = normalOf(view, node.outputs[0]!);
  if (normal) return normOf(normal.x, normal.eps, null, null);
  return readQuotient(view, node) ?? 'it divides values in a way that no layer here does';
};

// In use it hands on what it gets. Since opset 12 its probability is an input.
const readDropout: Reader = ({ view }, node) => {
  const p = view.scalar(node.inputs[1]) ?? view.number(node, 'ratio', 0.5);
  return { from: node.inputs[0]!, make: () => new Dropout({ p }) };
};

const readFlatten: Reader = ({ view }, node) =>
  view.number(node, 'axis', 1) === 1
    ? { from: node.inputs[0]!, make: null }
    : 'it flattens points together';

/** All operators that mean something here, the first word to each. */
export const readers: Readonly<Record<string, Reader | null>> = {
  ...activations,
  ...columnReaders,
  Gemm: readGemm,
  MatMul: readMatMul,
  Add: readSum,
  Mul: readMul,
  Div: readDiv,
  Where: readChoice,
  LayerNormalization: readLayerNorm,
  Dropout: readDropout,
  Identity: passOn,
  Cast: passOn,
  Flatten: readFlatten,
  // Parts of others, or numbers.
  ...Object.fromEntries(
    ['Sub', 'Neg', 'Abs', 'Exp', 'Log', 'Sqrt', 'Erf', 'ReduceMean', 'Greater'].map((op) => [
      op,
      null,
    ]),
  ),
  ...Object.fromEntries(['Constant', 'CastLike', 'Transpose'].map((op) => [op, null])),
};
