// The error for what a reader typed and nobody can read.
import { PancakeError } from '../../engine';
import { defaultLabels } from './labels';
import type { ExpressionProblem } from './problems';

/** Thrown for what cannot be read or computed; its message says what, and where. */
export class ExpressionError extends PancakeError {
  override name = 'ExpressionError';
  constructor(readonly problem: ExpressionProblem) {
    super(defaultLabels.problem(problem));
  }
}

/** Throws an {@link ExpressionError}. */
export function fail(problem: ExpressionProblem): never {
  throw new ExpressionError(problem);
}
