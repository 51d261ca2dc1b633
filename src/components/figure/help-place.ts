// Where the help of a figure stands: within the figure's own box, at an edge of it, where it covers nothing that
// is read or pressed; with its keys alone where its words would lie on something.

/** How much of the help is seen: all, its buttons by their keys alone, or those without the sentence before them. */
const forms = ['whole', 'keys', 'least'] as const;

const controls =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';
// What is there for who listens, or not now.
const unseen = '.pancake-hidden, .pancake-help, .pancake-not-printed, dialog, select, textarea';

// How much is lost with each covered square pixel.
const lost = { focused: 100, control: 10, text: 3, picture: 0.02 };
// Of a picture to move in, a corner is not missed.
const planes = '[role="slider"], [role="application"], [role="listbox"], svg *';
const smallPlane = 2_500;
const largest = 20_000;
// Lines that a figure is about: each so many pixels, a square of them is kept free.
const curves = 'path[data-part="slope"], path[data-part="value"]';
const alongCurve = 8;
const focusRing = 4;
/** What is lost of a line of letters by their upper and lower ends is nothing. */
const ends = 2;

type Sides = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
interface Obstacle extends Sides {
  cost: number;
}

/**
 * Puts a figure's help where it covers least while this element has the focus.
 *
 * @param help the help, as it is seen
 * @param focused what has the focus, in the figure or the figure itself
 */
export function placeHelp(help: HTMLElement, focused: Element): void {
  const figure = help.parentElement!;
  if (help.contains(focused) || focused.closest('figure.pancake') !== figure) return;
  const outer = figure.getBoundingClientRect();
  // A page may draw a figure larger or smaller than it is.
  const scale = outer.width / figure.offsetWidth || 1;
  const left = outer.left + figure.clientLeft * scale;
  const top = outer.top + figure.clientTop * scale;
  const right = left + figure.clientWidth * scale;
  const bottom = top + figure.clientHeight * scale;
  const box = seenOf({ left, top, right, bottom }, focused === figure ? null : focused);
  const isRightToLeft = getComputedStyle(figure).direction === 'rtl';
  const obstacles = obstaclesIn(figure, focused);
  for (const form of forms) {
    help.dataset['form'] = form;
    const { width, height } = help.getBoundingClientRect();
    const { place, cost } = bestPlace(box, width, height, isRightToLeft, obstacles);
    if (cost > free && form !== 'least') continue;
    // From the edge where it is, so that it stays there when the figure grows.
    const fromLeft = place.left - left < right - place.right;
    const fromTop = place.top - top < bottom - place.bottom;
    const [x, y] = [
      (fromLeft ? place.left - left : right - place.right) / scale,
      (fromTop ? place.top - top : bottom - place.bottom) / scale,
    ];
    const inset = fromTop
      ? [`${y}px`, fromLeft ? 'auto' : `${x}px`, 'auto', fromLeft ? `${x}px` : 'auto']
      : ['auto', fromLeft ? 'auto' : `${x}px`, `${y}px`, fromLeft ? `${x}px` : 'auto'];
    help.style.setProperty('--pk-help-at', inset.join(' '));
    return;
  }
}

// What is not on the screen helps nobody, but the screen goes to where the focus is, with some room around.
const room = 60;
const least = 120;

/** The part of a figure's box that is seen, or will be once the browser has scrolled to what has the focus. */
function seenOf(box: Sides, focused: Element | null): Sides {
  const at = focused?.getBoundingClientRect();
  const top = Math.max(box.top, Math.min(0, (at?.top ?? 0) - room));
  const bottom = Math.min(box.bottom, Math.max(innerHeight, (at?.bottom ?? 0) + room));
  return bottom - top < least ? box : { ...box, top, bottom };
}

// Places are compared so far apart; and less than this is not worth another one.
const stride = 6;
const free = 120;

/** The first of the cheapest places: along the bottom, the top and both sides, from where reading ends. */
function bestPlace(
  box: Sides,
  width: number,
  height: number,
  isRightToLeft: boolean,
  obstacles: readonly Obstacle[],
): { place: Sides; cost: number } {
  const [start, end] = [box.left, Math.max(box.left, box.right - width)];
  const low = Math.max(box.top, box.bottom - height);
  const across = steps(end, start);
  if (isRightToLeft) across.reverse();
  const down = steps(low, box.top);
  const places = [low, box.top].flatMap((y) => across.map((x) => [x, y] as const));
  for (const x of [across[0]!, across.at(-1)!]) places.push(...down.map((y) => [x, y] as const));
  let best = { place: box, cost: Infinity };
  for (const [left, top] of places) {
    const place = { left, top, right: left + width, bottom: top + height };
    let cost = 0;
    for (const one of obstacles) cost += one.cost * covered(one, place);
    if (cost < best.cost - 1) best = { place, cost };
    if (best.cost < 1) break;
  }
  return best;
}

function steps(from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil(Math.abs(from - to) / stride));
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}

function covered(one: Sides, other: Sides): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

/** All that is to be seen, with what each of its square pixels is worth. */
function obstaclesIn(figure: HTMLElement, focused: Element): Obstacle[] {
  const found: Obstacle[] = [];
  const add = (rect: DOMRect, cost: number, wider = 0, higher = wider) => {
    if (!rect.width || !rect.height) return;
    const { left, top, right, bottom } = rect;
    found.push({
      ...{ left: left - wider, right: right + wider },
      ...{ top: top - higher, bottom: bottom + higher, cost },
    });
  };
  for (const one of figure.querySelectorAll(`${controls}, svg, canvas, progress`)) {
    if (one.closest('.pancake-help, dialog')) continue;
    const rect = one.getBoundingClientRect();
    const isSmall = rect.width * rect.height < (one.matches(planes) ? smallPlane : largest);
    if (!isSmall || !one.matches(controls)) add(rect, lost.picture);
    else if (one === focused) add(rect, lost.focused, focusRing);
    else add(rect, lost.control);
  }
  for (const curve of figure.querySelectorAll<SVGPathElement>(curves)) {
    const toScreen = curve.getScreenCTM()!;
    for (let at = curve.getTotalLength(); at > 0; at -= alongCurve) {
      const { x, y } = curve.getPointAtLength(at).matrixTransform(toScreen);
      add(new DOMRect(x, y, 1, 1), lost.text, alongCurve / 2);
    }
  }
  const range = document.createRange();
  const walker = document.createTreeWalker(
    figure,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(unseen)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || !node.data.trim()) continue;
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) add(line, lost.text, 2, -ends);
  }
  return found;
}
