// The layers, as a notebook would write them in NumPy.
import type { NumPyLine, NumPySubject } from './numpy-lines';

/** The bodies of a layer's methods. */
export interface LayerLines {
  forward: readonly NumPyLine[];
  backward: readonly NumPyLine[];
  /** What its own names stand for. */
  names?: Readonly<Record<string, string>>;
  /** What must stand before the class. */
  before?: readonly string[];
  /** What the input is called. @default 'x' */
  argument?: string;
}

const keepInput: NumPyLine = ['self.input = x', 'remember'];
const returnOutput: NumPyLine = ['return self.output', 'compute'];

/** An activation whose derivative is written with its input. */
const ofInput = (value: string, slope: string): LayerLines => ({
  forward: [keepInput, [`return ${value}`, 'compute']],
  backward: [[`return ${slope} * d_out`, 'dIn']],
});

/** An activation whose derivative is written with its output. */
const ofOutput = (value: string, slope: string): LayerLines => ({
  forward: [[`self.output = ${value}`, 'remember', 'compute'], returnOutput],
  backward: [[`return ${slope} * d_out`, 'dIn']],
});

const layers: Readonly<Record<string, LayerLines>> = {
  Linear: {
    forward: [keepInput, ['return x @ self.w.T + self.b', 'compute']],
    backward: [
      ['self.grad_w += d_out.T @ self.input', 'accumulate'],
      ['self.grad_b += d_out.sum(axis=0)', 'accumulate'],
      ['return d_out @ self.w', 'dIn'],
    ],
    names: {
      'self.w': 'parameter.weight',
      'self.b': 'parameter.bias',
      'self.grad_w': 'gradient.weight',
      'self.grad_b': 'gradient.bias',
    },
  },
  Mul: {
    forward: [keepInput, ['return self.k * x', 'compute']],
    backward: [
      ['self.grad_k += (self.input * d_out).sum()', 'accumulate'],
      ['return self.k * d_out', 'dIn'],
    ],
    names: { 'self.k': 'parameter.k', 'self.grad_k': 'gradient.k' },
  },
  Square: ofInput('x**2', '2 * self.input'),
  ReLU: ofInput('np.where(x > 0, x, 0)', 'np.where(self.input > 0, 1, 0)'),
  LeakyReLU: ofInput(
    'np.where(x > 0, x, self.negative_slope * x)',
    'np.where(self.input > 0, 1, self.negative_slope)',
  ),
  ELU: ofInput(
    'np.where(x > 0, x, self.alpha * np.expm1(x))',
    'np.where(self.input > 0, 1, self.alpha * np.exp(self.input))',
  ),
  Tanh: ofOutput('np.tanh(x)', '(1 - self.output**2)'),
  Sigmoid: ofOutput('1 / (1 + np.exp(-x))', 'self.output * (1 - self.output)'),
  Softplus: ofInput('np.logaddexp(0, x)', '1 / (1 + np.exp(-self.input))'),
  Sin: ofInput('np.sin(x)', 'np.cos(self.input)'),
  SiLU: {
    forward: [keepInput, ['return x / (1 + np.exp(-x))', 'compute']],
    backward: [
      ['s = 1 / (1 + np.exp(-self.input))', 'dIn'],
      ['return s * (1 + self.input * (1 - s)) * d_out', 'dIn'],
    ],
  },
  GELU: {
    before: ['import math', '', 'erf = np.vectorize(math.erf)', ''],
    forward: [keepInput, ['return x * (1 + erf(x / np.sqrt(2))) / 2', 'compute']],
    backward: [
      ['below = (1 + erf(self.input / np.sqrt(2))) / 2', 'dIn'],
      ['density = np.exp(-self.input**2 / 2) / np.sqrt(2 * np.pi)', 'dIn'],
      ['return (below + self.input * density) * d_out', 'dIn'],
    ],
  },
  Softmax: {
    forward: [
      ['e = np.exp(x - x.max(axis=-1, keepdims=True))', 'compute'],
      ['self.output = e / e.sum(axis=-1, keepdims=True)', 'remember', 'compute'],
      returnOutput,
    ],
    backward: [
      ['shared = (d_out * self.output).sum(axis=-1, keepdims=True)', 'dIn'],
      ['return self.output * (d_out - shared)', 'dIn'],
    ],
  },
  Dropout: {
    forward: [
      ['self.mask = np.ones(x.shape)', 'remember'],
      // In a trace, as in use, nothing is dropped: these two do not run.
      ['if self.training:'],
      ['    self.mask = (np.random.rand(*x.shape) >= self.p) / (1 - self.p)'],
      ['return x * self.mask', 'compute'],
    ],
    backward: [['return self.mask * d_out', 'dIn']],
    names: { 'self.mask': 'memory.mask' },
  },
  LayerNorm: {
    forward: [
      ['mean = x.mean(axis=-1, keepdims=True)', 'remember'],
      ['variance = x.var(axis=-1, keepdims=True)', 'remember'],
      ['self.scale = 1 / np.sqrt(variance + self.eps)', 'remember'],
      ['self.normalized = (x - mean) * self.scale', 'remember'],
      ['return self.g * self.normalized + self.b', 'compute'],
    ],
    backward: [
      ['self.grad_g += (d_out * self.normalized).sum(axis=0)', 'accumulate'],
      ['self.grad_b += d_out.sum(axis=0)', 'accumulate'],
      ['d = d_out * self.g', 'dIn'],
      ['along = (d * self.normalized).mean(axis=-1, keepdims=True)', 'dIn'],
      ['centered = d - d.mean(axis=-1, keepdims=True)', 'dIn'],
      ['return (centered - self.normalized * along) * self.scale', 'dIn'],
    ],
    names: {
      'self.g': 'parameter.weight',
      'self.b': 'parameter.bias',
      'self.grad_g': 'gradient.weight',
      'self.grad_b': 'gradient.bias',
      'self.scale': 'memory.scale',
      'self.normalized': 'memory.normalized',
    },
  },
  Residual: {
    forward: [['return x + self.f.compute_forward(x)', 'compute']],
    backward: [['return d_out + self.f.compute_backward(d_out)', 'dIn', 'accumulate']],
  },
};

const featureColumns: Readonly<Record<string, readonly [value: string, byX: string, byY: string]>> =
  {
    x: ['x', 'one', 'zero'],
    y: ['y', 'zero', 'one'],
    x2: ['x**2', '2 * x', 'zero'],
    y2: ['y**2', 'zero', '2 * y'],
    xy: ['x * y', 'y', 'x'],
    sinX: ['np.sin(x)', 'np.cos(x)', 'zero'],
    sinY: ['np.sin(y)', 'zero', 'np.cos(y)'],
  };

function featuresInNumPy(names = Object.keys(featureColumns)): LayerLines {
  const stacked = (of: 0 | 1 | 2) =>
    `np.stack([${names.map((name) => featureColumns[name]![of]).join(', ')}], axis=1)`;
  return {
    argument: 'points',
    forward: [
      ['self.input = points', 'remember'],
      ['x, y = points.T', 'compute'],
      [`return ${stacked(0)}`, 'compute'],
    ],
    backward: [
      ['x, y = self.input.T', 'dIn'],
      ['zero, one = np.zeros(len(x)), np.ones(len(x))', 'dIn'],
      [`by_x = ${stacked(1)}`, 'dIn'],
      [`by_y = ${stacked(2)}`, 'dIn'],
      ['dx, dy = (d_out * by_x).sum(axis=1), (d_out * by_y).sum(axis=1)', 'dIn'],
      ['return np.stack([dx, dy], axis=1)', 'dIn'],
    ],
  };
}

/** The lines of a layer; undefined if there is none of that type. */
export function numpyLayer(layer: NumPySubject & { names?: string[] }): LayerLines | undefined {
  const { type, names } = layer;
  if (type === 'Features') return featuresInNumPy(names);
  return Object.hasOwn(layers, type) ? layers[type] : undefined;
}
