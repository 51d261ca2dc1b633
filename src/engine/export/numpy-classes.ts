// The classes of a NumPy program: the lines of each layer, loss and optimizer, with a constructor.
import type { Layer } from '../layer';
import type { Loss } from '../losses/loss';
import type { Optimizer } from '../optimizers/optimizer';
import { numpyLayer } from './numpy-layers';
import { numpyLoss } from './numpy-losses';
import { numpyOptimizer, numpyZeroGrad } from './numpy-optimizers';
import type { NumPyLine } from './numpy-lines';
import { call, indented, number, snake } from './python-text';

/** Classes, and how the model is made of them. */
export interface NumPyModel {
  /** What must stand before the classes: imports and functions. */
  before: string[];
  /** Two empty lines before each. */
  classes: string[];
  /** A layer as it is made. */
  make: (layer: Layer, before?: string, after?: string, indent?: string) => string;
}

/** The base of all layers, as in the notebook. */
export const baseClass = [
  'class Function:',
  '    """What every layer does: forward, and backward by the chain rule."""',
  '',
  '    def get_params_and_grads(self):',
  '        return [], []',
];

const sequentialClass = [
  'class Sequential(Function):',
  '    def __init__(self, functions):',
  '        self.functions = functions',
  '',
  '    def get_params_and_grads(self):',
  '        pairs = [f.get_params_and_grads() for f in self.functions]',
  '        return sum((p for p, _ in pairs), []), sum((g for _, g in pairs), [])',
  '',
  '    def compute_forward(self, x):',
  '        for f in self.functions:',
  '            x = f.compute_forward(x)',
  '        return x',
  '',
  '    def compute_backward(self, d_out):',
  '        for f in reversed(self.functions):',
  '            d_out = f.compute_backward(d_out)',
  '        return d_out',
];

interface Constructor {
  arguments: string[];
  body: string[];
}

/** How the parameters come to be, as the layers of this package draw them. */
const constructors: Readonly<Record<string, Constructor>> = {
  Linear: {
    arguments: ['n_in', 'n_out'],
    body: [
      'self.w = np.random.normal(0, 1 / n_in, (n_out, n_in))',
      'self.b = np.random.normal(0, 0.1, n_out)',
    ],
  },
  Mul: { arguments: [], body: ['self.k = np.random.uniform(0.499, 0.501, 1)'] },
  LayerNorm: {
    arguments: ['features', 'eps'],
    body: ['self.eps = eps', 'self.g = np.ones(features)', 'self.b = np.zeros(features)'],
  },
  Residual: { arguments: ['f'], body: ['self.f = f'] },
};

/** The classes of all layers of a model, each one once, and the way to make it of them. */
export function numpyModel(model: Layer): NumPyModel {
  const before = new Set<string>();
  const classes: string[] = [];
  const names = new Map<string, string>();
  const nameOf = (layer: Layer): string => {
    // Two layers may be of one class and still have other lines: features that are chosen by name.
    const key = layer.type === 'Features' ? layer.describe() : layer.type;
    const known = names.get(key);
    if (known) return known;
    const others = [...names.keys()].filter((other) => other.split('(')[0] === layer.type).length;
    const name = others ? `${layer.type}${others + 1}` : layer.type;
    names.set(key, name);
    const lines = layer.type === 'Sequential' ? sequentialClass : layerClass(name, layer);
    numpyLayer(layer)?.before?.forEach((line) => before.add(line));
    classes.push('', '', ...lines);
    return name;
  };
  const visit = (layer: Layer) => {
    layer.children().forEach(visit);
    nameOf(layer);
  };
  visit(model);

  const make: NumPyModel['make'] = (layer, opening = '', closing = '', indent = '') => {
    const children = layer.children();
    if (layer.type === 'Residual')
      return make(children[0]!, `${opening}Residual(`, `)${closing}`, indent);
    if (layer.type !== 'Sequential') {
      return `${indent}${opening}${nameOf(layer)}(${argumentsOf(layer).join(', ')})${closing}`;
    }
    if (!children.length) return `${indent}${opening}Sequential([])${closing}`;
    const inner = children.map((child) => make(child, '', ',', `${indent}        `));
    return [
      `${indent}${opening}Sequential(`,
      `${indent}    [`,
      ...inner,
      `${indent}    ]`,
      `${indent})${closing}`,
    ].join('\n');
  };
  return { before: [...before].filter(Boolean), classes, make };
}

const argumentsOf = (layer: Layer) =>
  layer.type === 'Features'
    ? []
    : Object.values(layer.options()).map((value) => number(value as number));

function layerClass(name: string, layer: Layer): string[] {
  const { forward, backward, argument = 'x', names = {} } = numpyLayer(layer)!;
  const own = Object.keys(names).filter((of) => names[of]!.startsWith('parameter.'));
  const options = layer.type === 'Features' ? [] : Object.keys(layer.options()).map(snake);
  const { arguments: given, body } = constructors[layer.type] ?? {
    arguments: options,
    body: options.map((option) => `self.${option} = ${option}`),
  };
  const gradients = own.map((of) => of.replace('self.', 'self.grad_'));
  const parameters = [
    'def get_params_and_grads(self):',
    `    return [${own.join(', ')}], [${gradients.join(', ')}]`,
  ];
  return [
    `class ${name}(Function):`,
    ...(layer.type === 'Dropout' ? ['    training = False', ''] : []),
    ...methods([
      given.length + body.length > 0 && [
        `def __init__(${['self', ...given].join(', ')}):`,
        ...indented([...body, ...own.map((of, i) => `${gradients[i]!} = np.zeros(${of}.shape)`)]),
      ],
      own.length > 0 && parameters,
      layer.type === 'Residual' && [
        'def get_params_and_grads(self):',
        '    return self.f.get_params_and_grads()',
      ],
      method(`compute_forward(self, ${argument})`, forward),
      method('compute_backward(self, d_out)', backward),
    ]),
  ];
}

/** The class of a loss. */
export function lossClass(loss: Loss & { delta?: number }): string[] {
  const { forward, backward } = numpyLoss(loss)!;
  return [
    `class ${loss.type}:`,
    ...methods([
      loss.delta !== undefined && ['def __init__(self, delta):', '    self.delta = delta'],
      method('compute_forward(self, pred, target)', forward),
      method('compute_backward(self)', backward),
    ]),
  ];
}

/** How a loss is made. */
export const lossCall = (loss: Loss & { delta?: number }) =>
  `${loss.type}(${loss.delta === undefined ? '' : number(loss.delta)})`;

const optimizerOptions = ['momentum', 'weightDecay', 'beta1', 'beta2', 'alpha', 'eps'];

/** The class of an optimizer, with what this one needs. */
export function optimizerClass(optimizer: Optimizer, zeroGrad: boolean): string[] {
  const { memory, step } = numpyOptimizer(optimizer)!;
  const options = usedOptions(optimizer).map(([name]) => snake(name));
  const counts = step.some(([text]) => text.includes('self.steps'));
  return [
    `class ${optimizer.type}:`,
    ...methods([
      [
        `def __init__(${['self', 'model', 'lr', ...options].join(', ')}):`,
        ...indented([
          'self.params, self.grads = model.get_params_and_grads()',
          'self.lr = lr',
          ...options.map((option) => `self.${option} = ${option}`),
          ...(counts ? ['self.steps = 0'] : []),
          ...Object.values(memory).map(
            (name) => `self.${name}_of_each = [np.zeros(w.shape) for w in self.params]`,
          ),
        ]),
      ],
      zeroGrad && method('zero_grad(self)', numpyZeroGrad),
      method('step(self)', step),
    ]),
  ];
}

/** The line that makes an optimizer. */
export function optimizerCall(optimizer: Optimizer, lr: number): string {
  const options = usedOptions(optimizer).map(([name, value]) => `${snake(name)}=${number(value)}`);
  return call(`optimizer = ${optimizer.type}(`, ['model', `lr=${number(lr)}`, ...options]);
}

// The options that the lines of this optimizer mention.
function usedOptions(optimizer: Optimizer): [name: string, value: number][] {
  const text = numpyOptimizer(optimizer)!
    .step.map(([line]) => line)
    .join('\n');
  return optimizerOptions
    .filter((name) => new RegExp(String.raw`self\.${snake(name)}\b`).test(text))
    .map((name) => [name, optimizer[name as never] as number]);
}

function method(head: string, body: readonly NumPyLine[]): string[] {
  return [`def ${head}:`, ...indented(body.map(([text]) => text))];
}

// The methods of a class, an empty line between them.
function methods(all: readonly (readonly string[] | false)[]): string[] {
  return all
    .filter((one) => one !== false)
    .flatMap((one, i) => [...(i ? [''] : []), ...indented(one)]);
}
