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

/**
 * The numbers at k and v. What grows beyond the computer's numbers is not finite; null if there is
 * nothing to compute with.
 */
export function chainRule(k: number, v: number, epsilon: number): ChainRule | null {
  if (![k, v, epsilon].every(Number.isFinite) || epsilon === 0) return null;
  const mul = new Mul({ k });
  const alone = trace(mul, [[v]], [[1]])[0]!;
  const numbers: ChainRule = {
    M: alone.output.data[0]!,
    E: NaN,
    dE_dM: NaN,
    dM_dv: alone.local.value.data[0]!,
    dE_dv: NaN,
    dM_dk: alone.parameters[0]!.added.data[0]!,
    dE_dk: NaN,
    slope: NaN,
  };
  const model = new Sequential([mul, new Square()]);
  try {
    const [first, second] = trace(model, [[v]], [[1]]);
    numbers.E = second!.output.data[0]!;
    numbers.dE_dM = second!.local.value.data[0]!;
    numbers.dE_dv = first!.gradIn.data[0]!;
    numbers.dE_dk = first!.parameters[0]!.added.data[0]!;
    const at = (x: number) => model.predict([[x]]).data[0]!;
    numbers.slope = (at(v + epsilon) - at(v)) / epsilon;
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
  }
  return numbers;
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
