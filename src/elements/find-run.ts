// Which run an element belongs to: the one that it names, the one around it, or its own.
import { SharedRun } from './shared-run';

const named = new WeakMap<Document, Map<string, SharedRun>>();

/**
 * The run of this name in a document.
 *
 * @param before the run that the element had, which it brings back if the name is free again
 */
export function namedRun(page: Document, name: string, before: SharedRun | null): SharedRun {
  const runs = named.get(page) ?? new Map<string, SharedRun>();
  named.set(page, runs);
  const known = runs.get(name);
  if (known) return known;
  const run = before?.name === name ? before : new SharedRun(name);
  runs.set(name, run);
  return run;
}

/** Forgets a run of which nothing is left in the document. */
export function forgetRun(page: Document, run: SharedRun): void {
  const runs = named.get(page);
  if (run.name !== null && run.isEmpty && runs?.get(run.name) === run) runs.delete(run.name);
}

/** The nearest element of this kind around a node, out of shadow trees as well. */
export function around<E extends Element>(
  element: Element,
  isWanted: (one: Element) => one is E,
): E | null {
  for (let node: Node | null = element.parentNode; node; node = parentOf(node)) {
    if (node instanceof Element && isWanted(node)) return node;
  }
  return null;
}

/** The parent of a node; of a shadow tree, its host. */
export function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
