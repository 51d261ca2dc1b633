// Rules: what each kind of layer computes, and its slope, as formulas.
import { featureFormula, type Features, type Layer } from '../../engine';
import type { Algebra } from './algebra';
import {
  beside,
  call,
  constant,
  exp,
  fraction,
  letter,
  minus,
  number,
  square,
  sum,
  transposed,
  type Formula,
} from './formula';

/** What a layer of one kind computes from x. */
export interface LayerRule {
  /** The output. */
  value: (algebra: Algebra) => Formula;
  /** Its slope by the input. What has none is told by its numbers alone. */
  slope?: (algebra: Algebra) => Formula;
}

const one = constant(1);
const two = constant(2);
const zero = constant(0);
const oneMinus = (what: Formula) => sum(one, minus(what));
const sigmoid = (x: Formula) => call('σ', x);
const option = (layer: Layer, name: string) => number(layer.options()[name] as number, 7);

const rules: Readonly<Record<string, LayerRule>> = {
  Mul: {
    value: ({ x, parameter, multiply }) => multiply(parameter('k'), x),
    slope: ({ parameter }) => parameter('k'),
  },
  Square: {
    value: ({ x }) => square(x),
    slope: ({ x, multiply }) => multiply(two, x),
  },
  ReLU: {
    value: ({ x }) => call('max', zero, x),
    slope: ({ aboveZero }) => aboveZero(one, zero),
  },
  LeakyReLU: {
    value: ({ x, layer, multiply, aboveZero }) =>
      aboveZero(x, multiply(option(layer, 'negativeSlope'), x)),
    slope: ({ layer, aboveZero }) => aboveZero(one, option(layer, 'negativeSlope')),
  },
  ELU: {
    value: ({ x, layer, multiply, aboveZero }) =>
      aboveZero(x, multiply(option(layer, 'alpha'), sum(exp(x), minus(one)))),
    slope: ({ x, layer, multiply, aboveZero }) =>
      aboveZero(one, multiply(option(layer, 'alpha'), exp(x))),
  },
  Sigmoid: {
    value: ({ x }) => fraction(one, sum(one, exp(minus(x)))),
    slope: ({ y, multiply }) => multiply(y, oneMinus(y)),
  },
  Tanh: {
    value: ({ x }) => call('tanh', x),
    slope: ({ y }) => oneMinus(square(y)),
  },
  Softplus: {
    value: ({ x }) => call('log', sum(one, exp(x))),
    slope: ({ x }) => sigmoid(x),
  },
  SiLU: {
    value: ({ x, multiply }) => multiply(x, sigmoid(x)),
    slope: ({ x, multiply }) => multiply(sigmoid(x), sum(one, multiply(x, oneMinus(sigmoid(x))))),
  },
  GELU: {
    value: ({ x, multiply }) => multiply(x, call('Φ', x)),
    slope: ({ x, multiply }) => sum(call('Φ', x), multiply(x, call('φ', x))),
  },
  Sin: {
    value: ({ x }) => call('sin', x),
    slope: ({ x }) => call('cos', x),
  },
  // As in use; in training it drops.
  Dropout: {
    value: ({ x }) => x,
    slope: () => one,
  },
  Linear: {
    value: ({ x, parameter }) => sum(beside(x, transposed(parameter('weight'))), parameter('bias')),
    slope: ({ parameter }) => parameter('weight'),
  },
  LayerNorm: {
    value: ({ x, parameter, multiply }) =>
      sum(multiply(parameter('weight'), normalized(x)), parameter('bias')),
  },
  Softmax: {
    value: ({ x }) => fraction(exp(x), { kind: 'total', over: 'j', of: exp(indexed(x, 'j')) }),
  },
  Residual: {
    value: ({ x }) => sum(x, call('f', x)),
    slope: ({ x }) => sum(one, { kind: 'slopeOf', of: call('f', x) }),
  },
  Features: {
    value: ({ layer }) => ({
      kind: 'list',
      items: (layer as Features).names.map((name) => letter(featureFormula(name))),
      isTuple: true,
    }),
  },
};

/** The rule of a layer; of a kind that is not known, its name stands for what it computes. */
export function ruleOf(layer: Layer): LayerRule {
  const known = Object.hasOwn(rules, layer.type) ? rules[layer.type] : undefined;
  return known ?? { value: ({ x }) => call(layer.type, x) };
}

function normalized(x: Formula): Formula {
  const variance = sum(call('var', x), letter('ε'));
  return fraction(sum(x, minus(call('mean', x))), { kind: 'root', of: variance });
}

function indexed(x: Formula, index: string): Formula {
  return x.kind === 'symbol' ? { ...x, place: `[${index}]` } : x;
}
