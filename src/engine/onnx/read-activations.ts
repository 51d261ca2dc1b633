// Activations, as one operator and as exporters write them out.
import { ELU } from '../layers/elu';
import { GELU } from '../layers/gelu';
import { LeakyReLU } from '../layers/leaky-relu';
import { Mul } from '../layers/mul';
import { ReLU } from '../layers/relu';
import { Sigmoid } from '../layers/sigmoid';
import { SiLU } from '../layers/silu';
import { Sin } from '../layers/sin';
import { Softmax } from '../layers/softmax';
import { Softplus } from '../layers/softplus';
import { Square } from '../layers/square';
import { Tanh } from '../layers/tanh';
import type { Layer } from '../layer';
import type { GraphView } from './graph-view';
import type { OnnxNode } from './proto';
import { besides, bothWays, is, isNear, timesOne, withoutCasts, withoutOnes } from './steps';
import type { Reader, Step } from './steps';

const one =
  (make: () => Layer): Reader =>
  (_, { inputs }) => ({ from: inputs[0]!, make });

/** Operators that are an activation by themselves. */
export const activations: Readonly<Record<string, Reader>> = {
  Relu: one(() => new ReLU()),
  Tanh: one(() => new Tanh()),
  Sigmoid: one(() => new Sigmoid()),
  Softplus: one(() => new Softplus()),
  Sin: one(() => new Sin()),
  LeakyRelu: ({ view }, node) => ({
    from: node.inputs[0]!,
    make: () => new LeakyReLU({ negativeSlope: view.number(node, 'alpha', 0.01) }),
  }),
  Elu: ({ view }, node) => ({
    from: node.inputs[0]!,
    make: () => new ELU({ alpha: view.number(node, 'alpha', 1) }),
  }),
  Gelu: ({ view }, node) =>
    view.word(node, 'approximate') === 'tanh'
      ? 'it is the approximation of GELU by a tanh; here there is the exact one'
      : { from: node.inputs[0]!, make: () => new GELU() },
  Swish: ({ view }, node) =>
    view.number(node, 'alpha', 1) === 1
      ? { from: node.inputs[0]!, make: () => new SiLU() }
      : 'SiLU has an alpha of 1 here',
  Softmax: ({ view }, node) =>
    [-1, 1].includes(view.number(node, 'axis', view.opset < 13 ? 1 : -1))
      ? { from: node.inputs[0]!, make: () => new Softmax() }
      : 'Softmax is taken along the features here, which is the axis -1',
  Pow: ({ view }, { inputs }) =>
    view.scalar(inputs[1]) === 2
      ? { from: inputs[0]!, make: () => new Square() }
      : 'the only power that is a layer here is the square',
};

/** A product: a square, a factor, SiLU, or the last step of GELU. */
export function readProduct(view: GraphView, node: OnnxNode): Step | undefined {
  const [a = '', b = ''] = node.inputs;
  const gelu = geluOf(view, node);
  if (gelu !== undefined) return { from: gelu, make: () => new GELU() };
  const same = timesOne(view, node);
  if (same !== undefined) return { from: same, make: null };
  if (a === b) return { from: a, make: () => new Square() };
  for (const [x, other] of bothWays(node)) {
    if (view.made(other, 'Sigmoid')?.inputs[0] === x) return { from: x, make: () => new SiLU() };
    const factor = view.constant(other);
    if (factor?.data.length === 1) return { from: x, make: () => new Mul({ k: factor.data[0]! }) };
  }
  return undefined;
}

/** x / (1 + e⁻ˣ). */
export function readQuotient(view: GraphView, { inputs }: OnnxNode): Step | undefined {
  const power = view.made(besides(view, view.made(inputs[1], 'Add'), is(1)), 'Exp');
  const x = view.made(power?.inputs[0], 'Neg')?.inputs[0];
  return x !== undefined && x === inputs[0] ? { from: x, make: () => new SiLU() } : undefined;
}

/** max(x, 0) + log(1 + e^−|x|). */
export function readSoftplus(view: GraphView, node: OnnxNode): Step | undefined {
  for (const [first, second] of bothWays(node)) {
    const x = view.made(first, 'Relu')?.inputs[0];
    const sum = view.made(view.made(second, 'Log')?.inputs[0], 'Add');
    const power = view.made(besides(view, sum, is(1)), 'Exp');
    const size = view.made(view.made(power?.inputs[0], 'Neg')?.inputs[0], 'Abs');
    if (x !== undefined && size?.inputs[0] === x) return { from: x, make: () => new Softplus() };
  }
  return undefined;
}

/** One thing above a limit, another below: LeakyReLU, ELU, or Softplus made safe for large numbers. */
export const readChoice: Reader = ({ view }, { inputs }) => {
  const [condition, above = '', below = ''] = inputs;
  const question = view.made(condition, 'Greater');
  const limit = view.scalar(question?.inputs[1]);
  const asked = question?.inputs[0];
  if (asked === undefined || limit === undefined) return undefined;
  const x = withoutOnes(view, above);
  if (withoutOnes(view, asked) !== x) return undefined;

  if (limit === 0) {
    const scaled = view.made(below, 'Mul');
    for (const [part, factor] of scaled ? bothWays(scaled) : []) {
      const constant = view.scalar(factor);
      if (constant === undefined) continue;
      if (part === x) return { from: x, make: () => new LeakyReLU({ negativeSlope: constant }) };
      const less = view.made(part, 'Sub');
      const isElu =
        view.made(less?.inputs[0], 'Exp')?.inputs[0] === x && view.scalar(less?.inputs[1]) === 1;
      if (isElu) return { from: x, make: () => new ELU({ alpha: constant }) };
    }
  }
  const softplus = view.made(withoutOnes(view, below), 'Softplus')?.inputs[0];
  // Above 15 the two agree to 3e-7.
  if (softplus !== undefined && withoutOnes(view, softplus) === x && limit >= 15) {
    return { from: x, make: () => new Softplus() };
  }
  return undefined;
};

// x · (1 + erf(x / √2)) · ½, the three factors in any order.
function geluOf(view: GraphView, node: OnnxNode): string | undefined {
  for (const [first, second] of bothWays(node)) {
    const inner = view.made(first, 'Mul');
    if (!inner) continue;
    const factors = [...inner.inputs, second];
    const half = factors.findIndex((name) => view.scalar(name) === 0.5);
    if (half < 0) continue;
    const [a = '', b = ''] = factors.filter((_, i) => i !== half);
    if (erfPlusOne(view, a) === b) return b;
    if (erfPlusOne(view, b) === a) return a;
  }
  return undefined;
}

// The x of 1 + erf(x / √2).
function erfPlusOne(view: GraphView, name: string): string | undefined {
  const sum = besides(view, view.made(name, 'Add'), is(1));
  if (sum === undefined) return undefined;
  const erf = view.made(withoutCasts(view, sum), 'Erf');
  if (!erf) return undefined;
  const scaled = withoutCasts(view, erf.inputs[0]!);
  const quotient = view.made(scaled, 'Div');
  const divisor = view.scalar(quotient?.inputs[1]);
  if (quotient && divisor !== undefined && isNear(1.4142135623730951)(divisor)) {
    return quotient.inputs[0];
  }
  return besides(view, view.made(scaled, 'Mul'), isNear(0.7071067811865476));
}
