// A drawing of the page with its looks written into it, as its style sheet stays behind.
import { plainColor } from './colors';

const paints = ['fill', 'stroke', 'stop-color'] as const;
// Each with the value that need not be written.
const properties: Readonly<Record<string, string>> = {
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'fill-rule': 'nonzero',
  'paint-order': 'normal',
  'vector-effect': 'none',
  'clip-path': 'none',
  mask: 'none',
};
const ofText = [
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
];
const containers =
  /^(svg|g|defs|clipPath|mask|linearGradient|radialGradient|pattern|marker|symbol|use)$/;

/** A copy of a drawing, to be put in another at this place. */
export function copyOfSVG(
  svg: SVGSVGElement,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): SVGElement {
  const copy = copyOf(svg)!;
  copy.setAttribute('x', String(x));
  copy.setAttribute('y', String(y));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const isOpen = getComputedStyle(svg).overflow === 'visible';
  copy.setAttribute('overflow', isOpen ? 'visible' : 'hidden');
  return copy;
}

function copyOf(element: SVGElement): SVGElement | null {
  const style = getComputedStyle(element);
  if (style.display === 'none' && !containers.test(element.tagName)) return null;
  if (style.display === 'none' && element.tagName === 'g') return null;
  const copy = element.cloneNode(false) as SVGElement;
  for (const name of ['class', 'style', 'tabindex', 'aria-hidden', 'role'])
    copy.removeAttribute(name);
  write(element, copy, style);
  for (const child of element.childNodes) {
    if (child instanceof SVGElement) {
      const inside = copyOf(child);
      if (inside) copy.append(inside);
    } else if (child instanceof Text) copy.append(child.data);
  }
  return copy;
}

function plain(paint: string): string {
  return plainColor(paint)?.replace(/^url\(".*#(.*)"\)/, 'url(#$1)') ?? 'none';
}

function write(element: SVGElement, copy: SVGElement, style: CSSStyleDeclaration): void {
  const isContainer = containers.test(element.tagName);
  if (!isContainer || element.tagName === 'use') {
    for (const name of paints) {
      if (name === 'stop-color' && element.tagName !== 'stop') continue;
      copy.setAttribute(name, plain(style.getPropertyValue(name)));
    }
  } else for (const name of paints) copy.removeAttribute(name);
  for (const [name, usual] of Object.entries(properties)) {
    const value = style.getPropertyValue(name);
    const isOfShape = !['opacity', 'clip-path', 'mask'].includes(name);
    if (value === usual || value === '' || (isContainer && isOfShape)) copy.removeAttribute(name);
    else copy.setAttribute(name, value.replace(/url\(".*#(.*)"\)/, 'url(#$1)'));
  }
  if (style.visibility === 'hidden') copy.setAttribute('visibility', 'hidden');
  // A transform that a style sheet or a frame's style gave; an attribute stays as it is.
  if (
    !element.hasAttribute('transform') &&
    style.transform !== 'none' &&
    element.tagName !== 'svg'
  ) {
    copy.setAttribute('transform', style.transform);
  }
  if (element.tagName === 'text' || element.tagName === 'tspan') {
    for (const name of ofText) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'auto') copy.setAttribute(name, value);
    }
  }
}
