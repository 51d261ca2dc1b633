// Parts of a figure that are loaded when a reader first wants them. Where that fails, the figure says
// so in their place, with a button to try again.
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useLabels } from '../../a11y';
import { ErrorMessage } from './error-boundary';
import { errorLabels } from './labels';

type State<Part> = { part: Part | null; error: Error | null };

const nothing: State<never> = { part: null, error: null };

/** A part that is loaded once for all figures of the page, when the first of them wants it. */
export class Later<Part> {
  private state: State<Part> = nothing;
  private coming: Promise<Part> | null = null;
  private readonly listeners = new Set<() => void>();

  /** @param get loads it: `() => import('./part')` */
  constructor(private readonly get: () => Promise<Part>) {}

  readonly now = (): State<Part> => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The part; loads it unless it is there or on its way. Rejects if it cannot be loaded this time. */
  load(): Promise<Part> {
    if (this.coming) return this.coming;
    if (this.state.error) this.set(nothing);
    this.coming = this.get();
    this.coming.then(
      (part) => this.set({ part, error: null }),
      (error: unknown) => {
        this.coming = null;
        this.set({ part: null, error: error as Error });
      },
    );
    return this.coming;
  }

  private set(state: State<Part>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** The part, once it is there, and what to show in its place if it could not be loaded. */
export function useLater<Part>(
  later: Later<Part>,
): { part: Part; failure: null } | { part: null; failure: ReactNode } {
  const words = useLabels('FigureError', errorLabels, undefined);
  // A server has none of it, and a page that takes over from a server begins as that did.
  const { part, error } = useSyncExternalStore(later.subscribe, later.now, none);
  const load = () => void later.load().catch(ignored);
  useEffect(() => void later.load().catch(ignored), [later]);
  if (part !== null) return { part, failure: null };
  const failure = error && (
    <ErrorMessage what={words.notLoaded} error={error} retry={words.retry} onRetry={load} />
  );
  return { part: null, failure };
}

const none = () => nothing;
// It is in the state, for whoever looks.
const ignored = () => {};
