// Faults of a run: errors that are no matter of numbers, from code of the page's own.

/** Why a run stopped: what a layer, a loss, an optimizer or a stop rule of the page's own threw. */
export interface Fault {
  /** What the run was doing: training on, or going to where it had been before. */
  during: 'training' | 'travel';
  /** What was thrown, in words. */
  message: string;
}

const told = new WeakSet<Error>();

/** What was thrown as an error, noted as told by the run that met it. */
export function faultOfRun(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  told.add(error);
  return error;
}

/** Whether the run that met this error says it already, in its snapshot. */
export function isToldByRun(error: unknown): boolean {
  return error instanceof Error && told.has(error);
}

/** Does something that must not stop what comes after it: what it throws is reported to the page. */
export function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/**
 * Has each of several runs do something, also where one of them throws: the others do not stay behind.
 *
 * @throws what the first of them threw, once all are through
 */
export function forAll<T>(runs: readonly T[], act: (run: T) => void): void {
  const thrown: unknown[] = [];
  for (const run of runs) {
    try {
      act(run);
    } catch (error) {
      thrown.push(error);
    }
  }
  if (thrown.length) throw thrown[0];
}
