// What can go wrong with a reader's code, and where.

/**
 * `syntax`: it cannot be read. `runtime`: it threw. `endless`: it did not end in time, and was stopped.
 * `gone`: it took its own surroundings down, as code that asks for too much memory does. `blocked`: the
 * page's policy does not let the sandbox start.
 */
export type SandboxFailure = 'syntax' | 'runtime' | 'endless' | 'gone' | 'blocked';

/** Something that happened to a reader's code. The page is not harmed by any of it. */
export class SandboxError extends Error {
  override name = 'SandboxError';

  /**
   * @param line of the reader's code, from 1; null where it is not known
   * @param column from 1
   */
  constructor(
    readonly kind: SandboxFailure,
    message: string,
    readonly line: number | null = null,
    readonly column: number | null = null,
  ) {
    super(message);
  }
}
