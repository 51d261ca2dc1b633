// Faults: where errors go that React's error boundaries cannot catch, and which boundary an error is for.
import { createContext } from 'react';

/** Takes an error to the error boundary of the figure around; null outside of figures. */
export const FaultContext = createContext<((error: unknown) => void) | null>(null);

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
