// Algebra: the same rule written with symbols, or with the numbers of one entry in their place.
import type { Layer } from '../../engine';
import { beside, dot, term, times, whereAboveZero, type Formula } from './formula';
import type { StepNames } from './names';

/** What a layer's rule is written with. */
export interface Algebra {
  /** What goes in. */
  x: Formula;
  /** What comes out. */
  y: Formula;
  /** A parameter of the layer, by its name there. */
  parameter: (name: string) => Formula;
  multiply: (...factors: Formula[]) => Formula;
  /** `value` where x is above 0, else `otherwise`: both of them, or the one that holds and why. */
  aboveZero: (value: Formula, otherwise: Formula) => Formula;
  layer: Layer;
}

/** With the names of a figure. */
export function symbols(layer: Layer, names: StepNames): Algebra {
  const x = term(names.input);
  return {
    x,
    y: term(names.output),
    parameter: (name) => term(names.parameters[name] ?? name),
    multiply: (...factors) => (factors[0]!.kind === 'number' ? beside : dot)(...factors),
    aboveZero: (value, otherwise) => whereAboveZero(x, value, otherwise),
    layer,
  };
}

/** With the numbers of one entry. */
export function numbers(
  layer: Layer,
  { x, isAboveZero, ...rest }: Pick<Algebra, 'x' | 'y' | 'parameter'> & { isAboveZero: boolean },
): Algebra {
  const zero: Formula = { kind: 'number', text: '0', isNegative: false };
  const reason: Formula = { kind: 'compare', left: x, sign: isAboveZero ? '>' : '≤', right: zero };
  return {
    ...rest,
    x,
    multiply: times,
    aboveZero: (value, otherwise) => ({
      kind: 'because',
      what: isAboveZero ? value : otherwise,
      reason,
    }),
    layer,
  };
}
