// Faults: where errors go that React's error boundaries cannot catch, and which boundary an error is for.
import { createContext, useCallback, useContext } from 'react';
import { isToldByRun } from '../trainer';

/** Takes an error to the error boundary of the figure around; null outside of figures. */
export const FaultContext = createContext<((error: unknown) => void) | null>(null);

/** A callback of which nothing is thrown. */
export type Caught = <Args extends unknown[]>(
  callback: (...args: Args) => unknown,
) => (...args: Args) => void;

/**
 * Makes callbacks for observers, timers and promises, of whose errors React hears nothing: what one of them
 * throws, or the promise that it returns rejects with, is shown by the figure around, as an error in
 * rendering would be. Outside of figures, and where a run tells it, it is the page's.
 */
export function useCaught(): Caught {
  const report = useContext(FaultContext);
  return useCallback<Caught>(
    (callback) => {
      const tell = (error: unknown) => {
        if (!report || isToldByRun(error)) throw error;
        report(error);
      };
      return (...args) => {
        try {
          const result = callback(...args);
          if (result instanceof Promise) void result.catch(tell);
        } catch (error) {
          tell(error);
        }
      };
    },
    [report],
  );
}

/** Errors of a run that many figures share: one box for all of them says it. */
const shared = new WeakSet<Error>();

/** Marks what was thrown while a shared run was made. */
export function sharedFault(thrown: unknown): Error {
  const error = asError(thrown);
  shared.add(error);
  return error;
}

/** Whether an error is told by whoever owns the run, not by the figure that met it. */
export function isSharedFault(error: Error): boolean {
  return shared.has(error);
}

/** What was thrown as an error; anything can be thrown. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
