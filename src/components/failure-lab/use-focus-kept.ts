// A button that did its work may be gone: then the focus goes on to the next one in its row.
import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import { focusBeside } from '../../a11y';

// In this order: what takes the work back stands nearest to what did it.
const actions = ['put-back', 'try', 'cause'];

/**
 * Keeps the keyboard's focus in a failure lab when the button that has it is taken away by its own
 * press. Gives what the lab does when it is clicked, before its buttons do theirs.
 */
export function useFocusKept(root: RefObject<HTMLElement | null>): (event: MouseEvent) => void {
  const pressedIn = useRef<string | null>(null);
  useEffect(() => {
    const lab = root.current;
    const kind = pressedIn.current;
    pressedIn.current = null;
    if (kind === null || !lab || document.activeElement !== document.body) return;
    const wanted = actions.map((name) => `[data-check="${kind}"] [data-action="${name}"]`);
    for (const selector of [...wanted, 'button']) {
      const button = lab.querySelector<HTMLElement>(selector);
      if (button) return button.focus();
    }
  });
  return (event) => {
    const button = (event.target as Element).closest('button');
    if (!button || button !== focusBeside(button)) return;
    const check = button.closest<HTMLElement>('[data-check]')?.dataset['check'];
    pressedIn.current = check ?? root.current?.dataset['shown'] ?? '';
  };
}
