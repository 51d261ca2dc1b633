// Code that is loaded when somebody first wants it, once for all who do.
import { useSyncExternalStore } from 'react';

/** What has come of it: the part, or why it did not come. */
export type LaterState<Part> = { part: Part | null; error: Error | null };

const nothing: LaterState<never> = { part: null, error: null };

/** A part that is loaded once for all figures of the page, when the first of them wants it. */
export class Later<Part> {
  private state: LaterState<Part> = nothing;
  private coming: Promise<Part> | null = null;
  private readonly listeners = new Set<() => void>();

  /** @param get loads it: `() => import('./part')` */
  constructor(private readonly get: () => Promise<Part>) {}

  readonly now = (): LaterState<Part> => this.state;
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

  private set(state: LaterState<Part>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/**
 * What has come of it so far; nothing for a part that there is none of. A server has no part, and a page
 * that takes over from a server begins as that did.
 */
export function useLaterState<Part>(later: Later<Part> | null): LaterState<Part> {
  return useSyncExternalStore(later?.subscribe ?? never, later?.now ?? none, none);
}

const never = () => () => {};
const none = () => nothing;
