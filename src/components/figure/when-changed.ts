// Tells when a figure has become another: when it has grown, says something else, or another part of it is seen.
import type { Caught } from '../../hooks';

// A run that plays changes its numbers in every frame: so many frames are one change.
const pause = 6;

/**
 * Calls back when a figure or the window has another size, and some frames after its text has changed.
 *
 * @param caught wraps what is called back, as of `useCaught`
 * @returns a function that ends it
 */
export function whenChanged(figure: Element, caught: Caught, tell: () => void): () => void {
  const resized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(caught(tell));
  resized?.observe(figure);
  // A figure keeps its size when a phone with a high figure is turned, or its keyboard opens.
  const turned = caught(tell);
  addEventListener('resize', turned);

  let frame: number | null = null;
  const wait = (left: number) => {
    frame = requestAnimationFrame(
      caught(() => {
        if (left > 1) return wait(left - 1);
        frame = null;
        tell();
      }),
    );
  };
  const written = new MutationObserver(
    caught(() => {
      if (frame === null) wait(pause);
    }),
  );
  written.observe(figure, { characterData: true, childList: true, subtree: true });
  return () => {
    resized?.disconnect();
    removeEventListener('resize', turned);
    written.disconnect();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}
