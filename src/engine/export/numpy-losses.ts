// The losses, as a notebook would write them in NumPy.
import type { NumPyLine, NumPySubject } from './numpy-lines';

interface LossLines {
  /** The losses of a batch, unreduced: the last line is `losses = …`. */
  losses: readonly string[];
  /** Their derivatives by the prediction: the last line is `d_in = …`. */
  slopes: readonly string[];
}

const losses: Readonly<Record<string, LossLines>> = {
  MeanSquaredError: {
    losses: ['losses = (pred - target)**2'],
    slopes: ['d_in = 2 * (self.input - self.target)'],
  },
  Huber: {
    losses: [
      'error = np.abs(pred - target)',
      'line = self.delta * (error - self.delta / 2)',
      'losses = np.where(error <= self.delta, error**2 / 2, line)',
    ],
    slopes: ['d_in = np.clip(self.input - self.target, -self.delta, self.delta)'],
  },
  BinaryCrossEntropy: {
    losses: ['losses = np.minimum(100, -np.log(np.where(target == 1, pred, 1 - pred)))'],
    slopes: [
      'spread = np.maximum(1e-12, self.input * (1 - self.input))',
      'd_in = (self.input - self.target) / spread',
    ],
  },
  BinaryCrossEntropyWithLogits: {
    losses: ['losses = np.maximum(pred, 0) - pred * target + np.log1p(np.exp(-np.abs(pred)))'],
    slopes: ['d_in = 1 / (1 + np.exp(-self.input)) - self.target'],
  },
  CrossEntropy: {
    losses: [
      'shifted = pred - pred.max(axis=1, keepdims=True)',
      'true = shifted[np.arange(len(target)), target]',
      'losses = np.log(np.exp(shifted).sum(axis=1)) - true',
    ],
    slopes: [
      'e = np.exp(self.input - self.input.max(axis=1, keepdims=True))',
      'd_in = e / e.sum(axis=1, keepdims=True)',
      'd_in[np.arange(len(self.target)), self.target] -= 1',
    ],
  },
};

const reduced: Readonly<Record<string, string>> = {
  mean: 'losses.mean()',
  sum: 'losses.sum()',
  none: 'losses',
};

/** The bodies of a loss's methods, with the reduction of the one given. */
export function numpyLoss(
  loss: NumPySubject & { reduction?: string },
): { forward: readonly NumPyLine[]; backward: readonly NumPyLine[] } | undefined {
  const { type, reduction = 'mean' } = loss;
  const lines = Object.hasOwn(losses, type) && losses[type];
  if (!lines) return undefined;
  return {
    forward: [
      ['self.input = pred', 'remember'],
      ['self.target = target', 'remember'],
      ...lines.losses.map((text): NumPyLine => [text, 'compute']),
      [`return ${reduced[reduction]!}`, 'compute'],
    ],
    backward: [
      ...lines.slopes.map((text): NumPyLine => [text, 'dIn']),
      [`return ${reduction === 'mean' ? 'd_in / self.target.size' : 'd_in'}`, 'dIn'],
    ],
  };
}
