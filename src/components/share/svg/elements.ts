// Elements of an SVG file in the making.

/** A new element with these attributes. */
export function el(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  return element;
}

/** A coordinate with as many digits as can be seen. */
export function number(value: number): number {
  return Math.round(value * 100) / 100;
}
