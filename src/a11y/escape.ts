// Escape, for what a pointer shows by resting on something: there the keyboard's focus may be anywhere.
import { useEffect, useRef } from 'react';

/** While something is shown, Escape hides it without a move of the pointer or of the focus (WCAG 1.4.13). */
export function useEscape(isShown: boolean, hide: () => void): void {
  const latest = useRef(hide);
  useEffect(() => {
    latest.current = hide;
  });
  useEffect(() => {
    if (!isShown) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isShown]);
}
