// What a canvas is drawn on with, where a browser gives it.

/**
 * A canvas's context.
 *
 * @throws Error if the browser gives none, as when a page has more canvases than its memory holds
 */
export function drawingContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context) return context;
  throw new Error(
    'this browser gave no place to draw on: canvases are off, or the page has more of them than fit its memory',
  );
}
