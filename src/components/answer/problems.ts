// Problems: what can be wrong with what was typed, and where.

/** What is wrong with an expression. Places count characters, from 1. */
export type ExpressionProblem =
  | { kind: 'empty' }
  /** More characters than are read. */
  | { kind: 'tooLong'; limit: number }
  /** More brackets in one another, or signs in a row, than are read. */
  | { kind: 'tooDeep'; limit: number; place: number }
  /** Something else had to stand here; `after` is what stands before, or null at the beginning. */
  | {
      kind: 'expected';
      what: 'number' | 'operator' | 'opening' | 'closing' | 'exponent';
      after: string | null;
      place: number;
    }
  /** A bracket that was never opened. */
  | { kind: 'unopened'; place: number }
  /** A name that the page did not give. */
  | { kind: 'unknownName'; name: string; known: readonly string[]; place: number }
  | { kind: 'unknownSign'; sign: string; place: number }
  | { kind: 'divisionByZero'; place: number }
  /** The root, or a broken power, of a negative number. */
  | { kind: 'rootOfNegative'; place: number }
  /** The logarithm of 0 or of a negative number. */
  | { kind: 'logarithm'; place: number }
  /** A number beyond what a computer can hold. */
  | { kind: 'tooLarge'; place: number }
  /** A name stands for what is no number, in a run that diverged for instance. */
  | { kind: 'notFinite'; name: string; place: number };
