// The optimizers' steps, as a notebook would write them in NumPy.
import type { NumPyLine, NumPySubject } from './numpy-lines';

/** What changes an optimizer's lines. */
interface OptimizerOptions {
  momentum?: number;
  nesterov?: boolean;
  weightDecay?: number;
}

interface OptimizerLines {
  /** What it remembers of each parameter, by the engine's name for it. */
  memory: Readonly<Record<string, string>>;
  /** Before the loop over the parameters. */
  before?: readonly NumPyLine[];
  /** For the parameter `w` with the gradient `g`. */
  each: readonly NumPyLine[];
}

// In place, since `w`, `v` and the like are references to what the model and the optimizer hold.
const optimizers: Readonly<
  Record<string, (options: Required<OptimizerOptions>) => OptimizerLines>
> = {
  SGD: ({ momentum, nesterov }): OptimizerLines =>
    momentum === 0
      ? { memory: {}, each: [['w -= self.lr * g', 'update']] }
      : {
          memory: { momentum: 'v' },
          each: [
            ['v[:] = self.momentum * v + g', 'remember'],
            [`w -= self.lr * ${nesterov ? '(g + self.momentum * v)' : 'v'}`, 'update'],
          ],
        },
  Adam: () => adam,
  AdamW: () => adam,
  RMSProp: ({ momentum }): OptimizerLines => {
    const mean: NumPyLine = ['v[:] = self.alpha * v + (1 - self.alpha) * g**2', 'remember'];
    const step = 'g / (np.sqrt(v) + self.eps)';
    if (momentum === 0)
      return { memory: { v: 'v' }, each: [mean, [`w -= self.lr * ${step}`, 'update']] };
    return {
      memory: { v: 'v', momentum: 'b' },
      each: [
        mean,
        [`b[:] = self.momentum * b + ${step}`, 'remember'],
        ['w -= self.lr * b', 'update'],
      ],
    };
  },
  AdaGrad: () => ({
    memory: { sum: 's' },
    each: [
      ['s += g**2', 'remember'],
      ['w -= self.lr * g / (np.sqrt(s) + self.eps)', 'update'],
    ],
  }),
};

const adam: OptimizerLines = {
  memory: { m: 'm', v: 'v' },
  before: [['self.steps += 1', 'update']],
  each: [
    ['m[:] = self.beta1 * m + (1 - self.beta1) * g', 'remember'],
    ['v[:] = self.beta2 * v + (1 - self.beta2) * g**2', 'remember'],
    ['m_hat = m / (1 - self.beta1**self.steps)', 'update'],
    ['v_hat = v / (1 - self.beta2**self.steps)', 'update'],
    ['w -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)', 'update'],
  ],
};

/** The body of an optimizer's step, with the options of the one given. */
export function numpyOptimizer(
  optimizer: NumPySubject & OptimizerOptions,
): { memory: OptimizerLines['memory']; step: readonly NumPyLine[] } | undefined {
  const { type, momentum = 0, nesterov = false } = optimizer;
  if (!Object.hasOwn(optimizers, type)) return undefined;
  const { weightDecay = type === 'AdamW' ? 0.01 : 0 } = optimizer;
  const { memory, before = [], each } = optimizers[type]!({ momentum, nesterov, weightDecay });
  // AdamW keeps the pull towards zero apart from the gradient.
  const pull: NumPyLine =
    type === 'AdamW'
      ? ['w *= 1 - self.lr * self.weight_decay', 'update']
      : ['g = g + self.weight_decay * w', ...rolesOfGradient(memory)];
  const own = Object.values(memory);
  const lists = ['params', 'grads', ...own.map((name) => `${name}_of_each`)];
  const step: NumPyLine[] = [
    ...before,
    [
      `for ${['w', 'g', ...own].join(', ')} in zip(${lists.map((name) => `self.${name}`).join(', ')}):`,
    ],
    ...(weightDecay === 0 ? [] : [pull]).map(indented),
    ...each.map(indented),
  ];
  return { memory, step };
}

/** The body of the clearing of the gradients. */
export const numpyZeroGrad: readonly NumPyLine[] = [
  ['for g in self.grads:'],
  ['    g.fill(0)', 'clear'],
];

const indented = ([text, ...roles]: NumPyLine): NumPyLine => [`    ${text}`, ...roles];

// Where there is a memory, the gradient goes there.
const rolesOfGradient = (memory: object) =>
  Object.keys(memory).length ? (['remember', 'update'] as const) : (['update'] as const);
