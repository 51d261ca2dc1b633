// Canvases cannot follow CSS by themselves: these read colours from it and tell when it changes.
import type { RGB } from './diverging';

/**
 * The red, green and blue of CSS variables at an element, as the browser resolves them there: all in one
 * look at its style, since each look may cost the browser all that was changed on the page before.
 *
 * @param element an element that has no shadow; it is borrowed for a moment
 */
export function readColors(element: HTMLElement, variables: readonly string[]): RGB[] {
  const { boxShadow: before, forcedColorAdjust } = element.style;
  // Otherwise every colour would read as the forced one of text.
  element.style.forcedColorAdjust = 'none';
  element.style.boxShadow = variables.map((variable) => `0 0 var(${variable})`).join();
  const { boxShadow } = getComputedStyle(element);
  element.style.boxShadow = before;
  element.style.forcedColorAdjust = forcedColorAdjust;
  // As browsers write it: `rgb(1, 2, 3) 0px 0px 0px 0px, color(srgb 0 0 1) 0px 0px 0px 0px`.
  const colors = boxShadow.match(/[\w-]+\((?:[^()]|\([^()]*\))*\)|#[\da-f]+/gi) ?? [];
  return variables.map((_, i) => resolveColor(colors[i] ?? ''));
}

/** The pixels of a length in a CSS variable at an element, as the browser resolves it there. */
export function readLength(element: HTMLElement, variable: string): number {
  const before = element.style.outlineOffset;
  element.style.outlineOffset = `var(${variable})`;
  const length = parseFloat(getComputedStyle(element).outlineOffset);
  element.style.outlineOffset = before;
  return length;
}

// What the browser made of a colour stays so; themes have some dozens of them.
const resolved = new Map<string, RGB>();
const mostResolved = 1000;

/** The red, green and blue of a CSS colour without variables; grey where it cannot be told. */
export function resolveColor(color: string): RGB {
  const known = resolved.get(color);
  if (known) return known;
  const plain = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  if (plain) return [Number(plain[1]), Number(plain[2]), Number(plain[3])];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
  const rgb: RGB = [r!, g!, b!];
  if (resolved.size >= mostResolved) resolved.clear();
  resolved.set(color, rgb);
  return rgb;
}

const settings = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
  'print',
];

/**
 * Calls back when an element must be painted again: when its colours may have changed, by a setting of
 * the system, for the printer, or by an attribute of something around it, and when a canvas lost its
 * picture. Returns a function that ends it.
 */
export function watchTheme(element: Element, callback: () => void): () => void {
  const queries =
    typeof matchMedia === 'function' ? settings.map((query) => matchMedia(query)) : [];
  // A canvas that comes back after the graphics card was lost is empty, whatever was painted on it.
  element.addEventListener('contextrestored', callback);
  for (const query of queries) query.addEventListener('change', callback);
  const observer = new MutationObserver(callback);
  const attributeFilter = ['class', 'style', 'data-theme', 'data-palette'];
  // Not the element itself, whose own style changes as it is painted.
  for (let around = element.parentElement; around; around = around.parentElement) {
    observer.observe(around, { attributes: true, attributeFilter });
  }
  return () => {
    for (const query of queries) query.removeEventListener('change', callback);
    element.removeEventListener('contextrestored', callback);
    observer.disconnect();
  };
}
