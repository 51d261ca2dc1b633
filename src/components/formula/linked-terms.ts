// Terms that stand in several places of a figure are lit together.
import type { RefObject } from 'react';
import { useBeforePaint } from '../../hooks';

/**
 * Lights all elements of the same term, those with the same `data-term`, while the pointer or the
 * focus is on one of them. They carry `data-linked` then; React does not render.
 *
 * @param root the figure; what stands in it needs no listener of its own
 */
export function useLinkedTerms(root: RefObject<HTMLElement | null>): void {
  useBeforePaint(() => {
    const figure = root.current;
    if (!figure) return;
    const show = (event: Event) => {
      const under = (event.target as Element).closest('[data-term]');
      const id = under?.getAttribute('data-term');
      for (const one of figure.querySelectorAll('[data-term]')) {
        one.toggleAttribute('data-linked', one.getAttribute('data-term') === id);
      }
    };
    const hide = () => {
      figure.querySelectorAll('[data-linked]').forEach((one) => one.removeAttribute('data-linked'));
    };
    const listeners = [
      ['pointerover', show],
      ['focusin', show],
      ['pointerleave', hide],
      ['focusout', hide],
    ] as const;
    for (const [type, listener] of listeners) figure.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) figure.removeEventListener(type, listener);
    };
  }, [root]);
}
