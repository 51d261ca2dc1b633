// The lines of NumPy that are shown beside the engine's code, to the letter, with what each of them does.
import { expect, it } from 'vitest';
import { numpyLayer, numpyLoss, numpyOptimizer, numpyZeroGrad } from '../../src/engine';
import { compareTexts } from '../support/known-texts';

type Lines = readonly (readonly [text: string, ...roles: string[]])[];
const told = (lines: Lines) =>
  lines.map(([text, ...roles]) => (roles.length ? `${text}  # ${roles.join(', ')}` : text));

const layers = [
  ...['Linear', 'Mul', 'Square', 'ReLU', 'LeakyReLU', 'Tanh', 'Sigmoid', 'Softplus', 'ELU'],
  ...['SiLU', 'GELU', 'Sin', 'Softmax', 'Dropout', 'LayerNorm', 'Features', 'Residual'],
];
const losses = [
  ...['MeanSquaredError', 'Huber', 'BinaryCrossEntropy', 'BinaryCrossEntropyWithLogits'],
  'CrossEntropy',
];
const optimizers = {
  SGD: {},
  'SGD with momentum': { momentum: 0.9 },
  'SGD with Nesterov': { momentum: 0.9, nesterov: true },
  'SGD with decay': { weightDecay: 0.1 },
  'SGD with momentum and decay': { momentum: 0.9, weightDecay: 0.1 },
  Adam: {},
  'Adam with decay': { weightDecay: 0.1 },
  AdamW: {},
  'AdamW without decay': { weightDecay: 0 },
  RMSProp: {},
  'RMSProp with momentum': { momentum: 0.5 },
  AdaGrad: {},
};

function layerText(type: string, names?: string[]): string {
  const lines = numpyLayer({ type, names })!;
  const { argument = 'x', before = [], names: own = {}, forward, backward } = lines;
  return [
    `of ${argument}`,
    ...before,
    ...Object.entries(own).map(([name, of]) => `${name} is ${of}`),
    ...['forward:', ...told(forward), 'backward:', ...told(backward)],
  ].join('\n');
}

function lossText(type: string, reduction?: string): string {
  const { forward, backward } = numpyLoss({ type, reduction })!;
  return ['forward:', ...told(forward), 'backward:', ...told(backward)].join('\n');
}

function optimizerText(name: string, options: object): string {
  const { memory, step } = numpyOptimizer({ type: name.split(' ')[0]!, ...options })!;
  return [JSON.stringify(memory), ...told(step)].join('\n');
}

compareTexts(
  'numpy-lines.txt',
  Object.fromEntries<() => string>([
    ...layers.map((type): [string, () => string] => [type, () => layerText(type)]),
    ['Features of two', () => layerText('Features', ['xy', 'sinX'])],
    ...losses.flatMap((type): [string, () => string][] => [
      [type, () => lossText(type)],
      ...['mean', 'sum', 'none'].map((reduction): [string, () => string] => [
        `${type}, ${reduction}`,
        () => lossText(type, reduction),
      ]),
    ]),
    ...Object.entries(optimizers).map(([name, options]): [string, () => string] => [
      name,
      () => optimizerText(name, options),
    ]),
    ['zero_grad', () => told(numpyZeroGrad).join('\n')],
  ]),
);

it('there are none for what a reader wrote', () => {
  for (const type of ['Cube', 'constructor', 'toString']) {
    expect([numpyLayer({ type }), numpyLoss({ type }), numpyOptimizer({ type })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  }
});
