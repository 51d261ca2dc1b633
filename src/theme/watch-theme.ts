// Canvases cannot follow CSS by themselves: these read colours from it and tell when it changes.
import type { RGB } from './diverging';

/**
 * The red, green and blue of a CSS variable at an element, as the browser resolves it there.
 *
 * @param element an element that shows no text; its colour is borrowed for a moment
 */
export function readColor(element: HTMLElement, variable: string): RGB {
  const before = element.style.color;
  element.style.color = `var(${variable})`;
  const color = getComputedStyle(element).color;
  element.style.color = before;
  return resolveColor(color);
}

/** The red, green and blue of a CSS colour. */
export function resolveColor(color: string): RGB {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
  return [r!, g!, b!];
}

/**
 * Calls back when the page may have changed between light and dark: by the system's setting, or by
 * an attribute on the page's root or body. Returns a function that ends it.
 */
export function watchTheme(callback: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', callback);
  const observer = new MutationObserver(callback);
  const options = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] };
  observer.observe(document.documentElement, options);
  observer.observe(document.body, options);
  return () => {
    query.removeEventListener('change', callback);
    observer.disconnect();
  };
}
