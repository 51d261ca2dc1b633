// A figure as one SVG file that stands alone: what is drawn stays drawn, text stays text, canvases
// become pictures in it.
import { plainColor } from './colors';
import { copyOfSVG } from './copy-of-svg';
import { el, number } from './elements';
import { gradientRects } from './gradients';
import { textRuns } from './text-runs';

/** What is left out: the menu itself, and what is there for the ear only. */
const leftOut = '.pancake-share, .pancake-hidden, script, style, template';

/** The figure as it looks now. */
export function figureToSVG(figure: HTMLElement): string {
  const box = figure.getBoundingClientRect();
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
  const svg = el('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
  });
  svg.append(titled('title', nameOf(figure)));
  const description = figure.querySelector(':scope > p.pancake-hidden')?.textContent;
  if (description) svg.append(titled('desc', description));
  svg.append(el('rect', { width, height, fill: backgroundOf(figure) }));
  for (const attribute of ['data-pancake', 'data-epoch', 'data-loss', 'data-status']) {
    const value = figure.getAttribute(attribute);
    if (value !== null) svg.setAttribute(attribute, value);
  }
  new Walk(box).add(svg, figure);
  return new XMLSerializer().serializeToString(svg);
}

function titled(tag: 'title' | 'desc', text: string): SVGElement {
  const element = el(tag, {});
  element.textContent = text;
  return element;
}

function nameOf(figure: HTMLElement): string {
  const heading = figure.querySelector('.pancake-title')?.textContent;
  return (heading || figure.getAttribute('aria-label')) ?? figure.dataset['pancake'] ?? '';
}

// What lies behind the figure, on the page.
function backgroundOf(figure: Element): string {
  for (let element: Element | null = figure; element; element = element.parentElement) {
    const color = plainColor(getComputedStyle(element).backgroundColor);
    if (color && !color.startsWith('rgba')) return color;
  }
  const isDark = getComputedStyle(figure).colorScheme === 'dark';
  return isDark ? '#121212' : '#ffffff';
}

/** Goes through the figure from back to front. */
class Walk {
  private clips = 0;
  private fades = 0;

  constructor(private readonly origin: DOMRect) {}

  add(parent: SVGElement, element: Element): void {
    if (element.matches(leftOut)) return;
    const style = getComputedStyle(element);
    if (style.display === 'none' || Number(style.opacity) === 0) return;
    const box = element.getBoundingClientRect();
    const isShown = style.visibility === 'visible';
    const target = this.groupFor(parent, style, box);
    if (element instanceof SVGSVGElement) {
      if (isShown) target.append(copyOfSVG(element, this.place(box)));
      return;
    }
    if (isShown && style.display !== 'contents') {
      this.addBox(target, style, box);
      this.addPseudo(target, element, style, box);
    }
    if (element instanceof HTMLCanvasElement) {
      if (isShown) this.addCanvas(target, element, style, box);
      return;
    }
    if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
      if (isShown) this.addField(target, element, style, box);
      return;
    }
    for (const child of element.childNodes) {
      if (child instanceof Element) this.add(target, child);
      else if (child instanceof Text && isShown) this.addText(target, child, style);
    }
  }

  private place(box: DOMRect) {
    return {
      x: number(box.left - this.origin.left),
      y: number(box.top - this.origin.top),
      width: number(box.width),
      height: number(box.height),
    };
  }

  // Opacity and clipping hold for all that is inside.
  private groupFor(parent: SVGElement, style: CSSStyleDeclaration, box: DOMRect): SVGElement {
    const clips = /hidden|auto|scroll|clip/.test(`${style.overflowX} ${style.overflowY}`);
    const isFaint = Number(style.opacity) < 1;
    if (!clips && !isFaint) return parent;
    const group = el('g', isFaint ? { opacity: style.opacity } : {});
    if (clips) {
      const id = `clip-${++this.clips}`;
      const path = el('clipPath', { id });
      path.append(el('rect', this.place(box)));
      group.append(path);
      group.setAttribute('clip-path', `url(#${id})`);
    }
    parent.append(group);
    return group;
  }

  // What a style sheet puts into an element, where it has a place of its own.
  private addPseudo(
    parent: SVGElement,
    element: Element,
    { position, borderLeftWidth, borderTopWidth }: CSSStyleDeclaration,
    box: DOMRect,
  ): void {
    if (position === 'static') return;
    for (const which of ['::before', '::after']) {
      const style = getComputedStyle(element, which);
      if (style.content === 'none' || style.position !== 'absolute') continue;
      const [left, top] = [parseFloat(style.left), parseFloat(style.top)];
      const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
      if (![left, top, width, height].every(Number.isFinite)) continue;
      const x = box.left + parseFloat(borderLeftWidth) + left;
      const y = box.top + parseFloat(borderTopWidth) + top;
      this.addBox(parent, style, new DOMRect(x, y, width, height));
    }
  }

  private addBox(parent: SVGElement, style: CSSStyleDeclaration, box: DOMRect): void {
    if (box.width === 0 || box.height === 0) return;
    const fill = plainColor(style.backgroundColor);
    const line = parseFloat(style.borderTopWidth);
    const isFramed = line > 0 && style.borderTopStyle !== 'none';
    const isAround = isFramed && parseFloat(style.borderLeftWidth) > 0;
    const stroke = isAround ? plainColor(style.borderTopColor) : null;
    if (fill || stroke) {
      const { x, y, width, height } = this.place(box);
      const inset = stroke ? line / 2 : 0;
      const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
      parent.append(
        el('rect', {
          x: x + inset,
          y: y + inset,
          width: Math.max(0, width - 2 * inset),
          height: Math.max(0, height - 2 * inset),
          ...(radius ? { rx: number(radius) } : {}),
          fill: fill ?? 'none',
          ...(stroke ? { stroke, 'stroke-width': line } : {}),
        }),
      );
    }
    parent.append(...gradientRects(style, this.place(box), () => `fade-${++this.fades}`));
    if (!isAround) this.addEdges(parent, style, box);
  }

  // Rules above and below, as of tables.
  private addEdges(parent: SVGElement, style: CSSStyleDeclaration, box: DOMRect): void {
    const { x, y, width, height } = this.place(box);
    for (const edge of ['Top', 'Bottom', 'Left', 'Right'] as const) {
      const line = parseFloat(style[`border${edge}Width`]);
      const color = plainColor(style[`border${edge}Color`]);
      if (!(line > 0) || !color || style[`border${edge}Style`] === 'none') continue;
      const isFlat = edge === 'Top' || edge === 'Bottom';
      parent.append(
        el('rect', {
          x: edge === 'Right' ? number(x + width - line) : x,
          y: edge === 'Bottom' ? number(y + height - line) : y,
          width: isFlat ? width : line,
          height: isFlat ? line : height,
          fill: color,
        }),
      );
    }
  }

  private addCanvas(
    parent: SVGElement,
    canvas: HTMLCanvasElement,
    style: CSSStyleDeclaration,
    box: DOMRect,
  ): void {
    if (!canvas.width || !canvas.height || !box.width || !box.height) return;
    const pixelated = style.imageRendering === 'pixelated';
    parent.append(
      el('image', {
        ...this.place(box),
        preserveAspectRatio: 'none',
        href: canvas.toDataURL('image/png'),
        ...(pixelated ? { style: 'image-rendering: pixelated' } : {}),
      }),
    );
  }

  private addField(
    parent: SVGElement,
    field: HTMLInputElement | HTMLSelectElement,
    style: CSSStyleDeclaration,
    box: DOMRect,
  ): void {
    const { x, y, width, height } = this.place(box);
    const ink = plainColor(style.color) ?? '#000000';
    if (field instanceof HTMLInputElement && field.type === 'range') {
      const share =
        (field.valueAsNumber - Number(field.min)) / (Number(field.max) - Number(field.min));
      const middle = y + height / 2;
      const at = x + 8 + (width - 16) * (Number.isFinite(share) ? share : 0);
      parent.append(
        el('rect', { x, y: middle - 1, width, height: 2, fill: ink, opacity: 0.3 }),
        el('circle', { cx: number(at), cy: middle, r: 6, fill: ink }),
      );
      return;
    }
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
      const shape = { fill: 'none', stroke: ink };
      parent.append(el('rect', { x, y, width, height, rx: 2, ...shape }));
      if (field.checked) {
        const path = `M${x + width * 0.2} ${y + height * 0.5}l${width * 0.25} ${height * 0.25} ${width * 0.4} ${-height * 0.5}`;
        parent.append(el('path', { d: path, ...shape }));
      }
      return;
    }
    const text =
      field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.text ?? '') : field.value;
    const left = parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
    parent.append(
      textAt(text, x + left, y + height / 2 + parseFloat(style.fontSize) * 0.35, style),
    );
  }

  private addText(parent: SVGElement, text: Text, style: CSSStyleDeclaration): void {
    for (const { words, left, baseline, width } of textRuns(text, style)) {
      const element = textAt(
        words,
        number(left - this.origin.left),
        number(baseline - this.origin.top),
        style,
      );
      // Another font must not move what follows.
      element.setAttribute('textLength', String(number(width)));
      parent.append(element);
    }
  }
}

function textAt(words: string, x: number, y: number, style: CSSStyleDeclaration): SVGElement {
  const text = el('text', {
    x: number(x),
    y: number(y),
    fill: plainColor(style.color) ?? '#000000',
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    ...(style.fontStyle === 'normal' ? {} : { 'font-style': style.fontStyle }),
    'xml:space': 'preserve',
  });
  text.textContent = words;
  return text;
}
