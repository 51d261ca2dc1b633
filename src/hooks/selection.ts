// What the reader looks at: a neuron, a point. Shared by all figures of one run, wherever they stand.
import { useSyncExternalStore } from 'react';
import type { Trainer } from '../trainer';

/** A neuron of the model. */
export interface NeuronPlace {
  /** The place of its layer in the model, from 0. */
  layer: number;
  /** Its place in the layer, from 0. */
  unit: number;
}

/** What the reader looks at. Never changed, only replaced. */
export interface Selection {
  readonly neuron: NeuronPlace | null;
  /** A training point, by its place in the data. */
  readonly point: number | null;
}

const nothing: Selection = Object.freeze({ neuron: null, point: null });

/** The selection of one run as a store. */
export class SelectionStore {
  private selection = nothing;
  private readonly listeners = new Set<() => void>();

  readonly get = (): Selection => this.selection;

  /** Changes part of the selection; tells the figures if it is another one. */
  readonly set = (change: Partial<Selection>): void => {
    const next = { ...this.selection, ...change };
    const { neuron, point } = this.selection;
    const isSame =
      next.point === point &&
      next.neuron?.layer === neuron?.layer &&
      next.neuron?.unit === neuron?.unit;
    if (isSame) return;
    this.selection = Object.freeze(next);
    for (const listener of [...this.listeners]) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

const stores = new WeakMap<Trainer, SelectionStore>();

/** The selection store of a run; there is one for each. */
export function selectionOf(trainer: Trainer): SelectionStore {
  let store = stores.get(trainer);
  if (!store) stores.set(trainer, (store = new SelectionStore()));
  return store;
}

/** What the reader looks at in this run, and how to change it. */
export function useSelection(
  trainer: Trainer,
): [selection: Selection, select: (change: Partial<Selection>) => void] {
  const { subscribe, get, set } = selectionOf(trainer);
  return [useSyncExternalStore(subscribe, get, get), set];
}
