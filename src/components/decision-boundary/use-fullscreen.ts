// A figure that fills the screen: by the browser's own means, or else by filling the page.
import { useEffect, useState, type RefObject } from 'react';
import { focusBeside } from '../../a11y';

/** How a figure fills the screen: the browser's whole screen, the page, or not. */
export type Fullness = 'screen' | 'page' | null;

const focusable = 'a[href], button:not(:disabled), input, select, [tabindex="0"]';

/** Whether the figure fills the screen, and what makes it do so or stop. */
export function useFullscreen(
  root: RefObject<HTMLElement | null>,
): [fullness: Fullness, toggle: () => void] {
  const [fullness, setFullness] = useState<Fullness>(null);

  useEffect(() => {
    const follow = () =>
      setFullness((now) => {
        if (isFullscreen(root.current)) return 'screen';
        return now === 'page' ? now : null;
      });
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [root]);

  const isPage = fullness === 'page';
  useEffect(() => {
    const figure = root.current;
    if (!isPage || !figure) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setFullness(null);
      else if (event.key === 'Tab') keepFocus(event, figure);
    };
    const { overflow } = document.documentElement.style;
    document.documentElement.style.overflow = 'hidden';
    document.addEventListener('keydown', leave);
    return () => {
      document.documentElement.style.overflow = overflow;
      document.removeEventListener('keydown', leave);
    };
  }, [isPage, root]);

  const toggle = () => {
    const figure = root.current;
    if (!figure) return;
    if (isFullscreen(figure)) void document.exitFullscreen();
    else if (isPage) setFullness(null);
    else if (typeof figure.requestFullscreen === 'function') {
      // Refused, for example in a frame that may not: the page will do.
      figure.requestFullscreen().catch(() => setFullness('page'));
    } else setFullness('page');
  };

  return [fullness, toggle];
}

// In a shadow tree the document knows only the tree's host.
function isFullscreen(figure: HTMLElement | null): boolean {
  const root = figure?.getRootNode();
  const isTree = root instanceof Document || root instanceof ShadowRoot;
  return isTree && root.fullscreenElement !== null && root.fullscreenElement === figure;
}

// The page behind cannot be seen: the tab key goes round within the figure.
function keepFocus(event: KeyboardEvent, figure: HTMLElement): void {
  const stops = [...figure.querySelectorAll<HTMLElement>(focusable)];
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return;
  const at = focusBeside(figure);
  const leaves = event.shiftKey ? at === first : at === last;
  if (!leaves && figure.contains(at)) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
