// The code of a layer that a reader wrote: what the browser runs, since no file is known.
import {
  Dropout,
  ELU,
  Features,
  GELU,
  LayerNorm,
  LeakyReLU,
  Linear,
  Mul,
  ReLU,
  Residual,
  SiLU,
  Sigmoid,
  Sin,
  Softmax,
  Softplus,
  Square,
  Tanh,
  type Layer,
} from '../../engine';
import type { CodeExcerpt } from './excerpt';

const layers: readonly unknown[] = [
  ...[Linear, Mul, Residual, LayerNorm, Dropout, Features, Softmax],
  ...[ReLU, LeakyReLU, Tanh, Sigmoid, Softplus, ELU, SiLU, GELU, Sin, Square],
];

/** Whether a layer is of one of this package's classes, and not of a reader's own. */
export function isOfEngine(layer: Layer): boolean {
  return layers.includes(layer.constructor);
}

/** A layer's own `forward` or `backward`, as the browser has it. */
export function ownCodeOf(layer: Layer, pass: 'forward' | 'backward'): CodeExcerpt {
  const lines = String(Reflect.get(layer, pass)).split('\n');
  // The first line begins at the name, the others where they stand in the file.
  const indents = lines.slice(1).flatMap((line) => (line.trim() ? [line.search(/\S/)] : []));
  const indent = indents.length ? Math.min(...indents) : 0;
  return {
    name: `${layer.type}.${pass}`,
    language: 'typescript',
    lines: lines.map((line, i) => ({ text: i === 0 ? line : line.slice(indent), roles: [] })),
    names: {},
  };
}
