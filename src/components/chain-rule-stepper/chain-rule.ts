// E = (k v)² with all its derivatives, as the engine computes them, and the order to tell them in.
import { Mul, NonFiniteError, Sequential, Square, trace } from '../../engine';

/** Everything that the chain rule says of E = (k v)² at one point. */
export interface ChainRule {
  M: number;
  E: number;
  dE_dM: number;
  dM_dv: number;
  dE_dv: number;
  dM_dk: number;
  dE_dk: number;
  /** (E(v + ε) − E(v)) / ε. */
  slope: number;
}

/** A part of the chain rule that has a symbol and a number. */
export type Factor = keyof ChainRule;

/** The numbers at k and v, or null if they grow too large to be told. */
export function chainRule(k: number, v: number, epsilon: number): ChainRule | null {
  const mul = new Mul({ k });
  const model = new Sequential([mul, new Square()]);
  try {
    const [first, second] = trace(model, [[v]]);
    const ofK = trace(mul, [[v]], [[1]])[0]!;
    const E = second!.output.data[0]!;
    const numbers: ChainRule = {
      M: first!.output.data[0]!,
      E,
      dE_dM: second!.local.value.data[0]!,
      dM_dv: first!.local.value.data[0]!,
      dE_dv: first!.gradIn.data[0]!,
      dM_dk: ofK.parameters[0]!.added.data[0]!,
      dE_dk: first!.parameters[0]!.added.data[0]!,
      slope: (model.predict([[v + epsilon]]).data[0]! - E) / epsilon,
    };
    return Object.values(numbers).every(Number.isFinite) ? numbers : null;
  } catch (error) {
    if (error instanceof NonFiniteError) return null;
    throw error;
  }
}

/** The steps, in order, with what each of them works out. */
export const steps = [
  { name: 'start', finds: [] },
  { name: 'multiply', finds: ['M'] },
  { name: 'square', finds: ['E'] },
  { name: 'backSquare', finds: ['dE_dM'] },
  { name: 'backMultiply', finds: ['dM_dv', 'dE_dv'] },
  { name: 'parameter', finds: ['dM_dk', 'dE_dk'] },
  { name: 'check', finds: ['slope'] },
] as const satisfies readonly { name: string; finds: readonly Factor[] }[];

/** The name of a step. */
export type StepName = (typeof steps)[number]['name'];

/** The step that works a factor out. */
export function foundAt(factor: Factor): number {
  return steps.findIndex(({ finds }) => (finds as readonly Factor[]).includes(factor));
}

/** The factors that a step puts to work: what it finds, and what it finds it from. */
export const atWork: Record<StepName, readonly (Factor | 'k' | 'v')[]> = {
  start: ['k', 'v'],
  multiply: ['k', 'v', 'M'],
  square: ['M', 'E'],
  backSquare: ['dE_dM'],
  backMultiply: ['dM_dv', 'dE_dv'],
  parameter: ['dM_dk', 'dE_dk'],
  check: ['slope', 'dE_dv'],
};
