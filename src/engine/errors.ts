// The errors of the engine: what was given, what was expected, and where.

/**
 * Thrown for every mistake that a caller can mend: a wrong shape, a bad option, a call out of
 * order. Its message names the place, what was given, and what was expected.
 */
export class PancakeError extends Error {
  override name = 'PancakeError';
}

/**
 * Thrown when a number that is not finite turns up in a computation.
 */
export class NonFiniteError extends PancakeError {
  override name = 'NonFiniteError';

  /**
   * @param message what happened
   * @param layer the layer where the number first appeared, as in a parameter's prefix (`'2'`), or `'loss'`
   */
  constructor(
    message: string,
    readonly layer: string,
  ) {
    super(message);
  }
}

/** Throws a {@link PancakeError} with this message unless the condition holds. */
export function ensure(condition: unknown, message: () => string): asserts condition {
  if (!condition) throw new PancakeError(message());
}

/** How a value is named in an error: `"abc"`, `-1`, `an array`, `undefined`. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length <= 60 ? value : `${value.slice(0, 57)}...`);
  }
  if (Array.isArray(value)) {
    const text = JSON.stringify(value);
    return text.length <= 40 ? text : `an array of ${value.length}`;
  }
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) {
    return `an object of type ${value.constructor?.name ?? 'Object'}`;
  }
  return String(value);
}
