// The layers as PyTorch writes them, and modules for those that it lacks.
import type { Layer } from '../layer';
import { Features, type FeatureName } from '../layers/features';
import { number, snake } from './python-text';

/** Layers that PyTorch has under another name or with other options. */
const calls: Readonly<Record<string, (options: Record<string, number>) => string>> = {
  Linear: ({ nIn, nOut }) => `nn.Linear(${nIn}, ${nOut})`,
  Dropout: ({ p }) => `nn.Dropout(p=${number(p!)})`,
  Softmax: () => 'nn.Softmax(dim=-1)',
  LayerNorm: ({ features, eps }) => `nn.LayerNorm(${features}, eps=${number(eps!)})`,
  // PyTorch takes x for softplus(x) above 20, where they differ by 2e-9; above 40 nobody can tell.
  Softplus: () => 'nn.Softplus(threshold=40)',
};

/** Those that it lacks. */
const modules: Readonly<Record<string, readonly string[]>> = {
  Mul: [
    'class Mul(nn.Module):',
    '    """k x, with one trainable number k."""',
    '',
    '    def __init__(self):',
    '        super().__init__()',
    '        self.k = nn.Parameter(torch.tensor([0.5]))',
    '',
    '    def forward(self, x):',
    '        return self.k * x',
  ],
  Square: ['class Square(nn.Module):', '    def forward(self, x):', '        return x**2'],
  Sin: ['class Sin(nn.Module):', '    def forward(self, x):', '        return torch.sin(x)'],
  Residual: [
    'class Residual(nn.Module):',
    '    """x + f(x)."""',
    '',
    '    def __init__(self, inner):',
    '        super().__init__()',
    '        self.inner = inner',
    '',
    '    def forward(self, x):',
    '        return x + self.inner(x)',
  ],
};

const features: Readonly<Record<FeatureName, string>> = {
  x: 'x',
  y: 'y',
  x2: 'x**2',
  y2: 'y**2',
  xy: 'x * y',
  sinX: 'torch.sin(x)',
  sinY: 'torch.sin(y)',
};

const featuresModule = [
  'class Features(nn.Module):',
  '    """Features of a point (x, y), chosen by name."""',
  '',
  '    def __init__(self, *names):',
  '        super().__init__()',
  '        self.names = names',
  '',
  '    def forward(self, points):',
  '        x, y = points.unbind(dim=1)',
  '        known = {',
  ...Object.entries(features).map(([name, value]) => `            "${name}": ${value},`),
  '        }',
  '        return torch.stack([known[name] for name in self.names], dim=1)',
];

/** A layer as it is made in the program; layers made of others go over several lines. */
export function layerCall(layer: Layer, before = '', after = '', indent = ''): string {
  const children = layer.children();
  if (layer.type === 'Sequential') {
    if (!children.length) return `${indent}${before}nn.Sequential()${after}`;
    const inner = children.map((child) => layerCall(child, '', ',', `${indent}    `));
    return [`${indent}${before}nn.Sequential(`, ...inner, `${indent})${after}`].join('\n');
  }
  if (layer.type === 'Residual')
    return layerCall(children[0]!, `${before}Residual(`, `)${after}`, indent);
  if (layer instanceof Features) {
    const names = layer.names.map((name) => `"${name}"`).join(', ');
    return `${indent}${before}Features(${names})${after}`;
  }
  return `${indent}${before}${callOf(layer)}${after}`;
}

function callOf(layer: Layer): string {
  const { type } = layer;
  if (Object.hasOwn(calls, type)) return calls[type]!(layer.options() as Record<string, number>);
  if (Object.hasOwn(modules, type)) return `${type}()`;
  const options = Object.entries(layer.options()).map(
    ([name, value]) => `${snake(name)}=${number(value as number)}`,
  );
  return `nn.${type}(${options.join(', ')})`;
}

/** The modules that a model needs and PyTorch lacks, two empty lines before each. */
export function missingModules(model: Layer): string[] {
  const types = new Set<string>();
  const visit = (layer: Layer) => {
    types.add(layer.type);
    layer.children().forEach(visit);
  };
  visit(model);
  return [...types]
    .map((type) =>
      type === 'Features' ? featuresModule : Object.hasOwn(modules, type) && modules[type],
    )
    .filter((lines) => lines !== false && lines !== undefined)
    .flatMap((lines) => ['', '', ...lines]);
}
