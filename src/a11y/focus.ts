// The keyboard's focus, also where figures stand in a shadow tree.

/** What has the focus among an element's own kind: in its document, or in its shadow tree. */
export function focusBeside(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

/** Whether a button was pressed by a key, and not by a pointer. */
export const isByKey = ({ detail }: { detail: number }): boolean => detail === 0;
