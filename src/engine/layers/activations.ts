// The activations by name, as an author writes them.
import type { Layer } from '../layer';
import { lookUp } from '../names';
import { ELU } from './elu';
import { GELU } from './gelu';
import { LeakyReLU } from './leaky-relu';
import { ReLU } from './relu';
import { Sigmoid } from './sigmoid';
import { SiLU } from './silu';
import { Sin } from './sin';
import { Softplus } from './softplus';
import { Square } from './square';
import { Tanh } from './tanh';

const activations = {
  ReLU,
  LeakyReLU,
  Tanh,
  Sigmoid,
  Softplus,
  ELU,
  SiLU,
  GELU,
  Sin,
  Square,
} as const satisfies Record<string, new () => Layer>;

/** The name of an activation. Case does not matter: `'relu'` is `'ReLU'`. */
export type ActivationName = keyof typeof activations | Lowercase<keyof typeof activations>;

/** All activations by name. */
export const activationNames = Object.keys(activations) as readonly (keyof typeof activations)[];

/** @throws PancakeError if there is no activation of that name */
export function createActivation(name: ActivationName): Layer {
  const Activation: new () => Layer = lookUp<new () => Layer>('activation', activations, name);
  return new Activation();
}
