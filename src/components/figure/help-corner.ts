// Where the help of a figure stands: in the corner of the figure's own box where it covers least, so that it
// never lies on what comes after the figure, nor on the control that has the focus.

type Corner = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';

// What would be missed, and how much: a control more than a sentence, and that more than a number at an axis.
const missed: readonly (readonly [selector: string, weight: number])[] = [
  ['a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]', 10],
  ['.pancake-title, .pancake-note', 10],
  ['figcaption, p, label, legend, dt, dd, th, td, li, .pancake-message', 3],
  ['svg text', 0.5],
];
const worthOfFocus = 100;

/**
 * Puts a figure's help into the corner that is best while this element has the focus.
 *
 * @param help the help, as large as it is seen
 * @param focused what has the focus, in the figure or the figure itself
 */
export function placeHelp(help: HTMLElement, focused: Element): void {
  if (help.contains(focused)) return;
  const figure = help.parentElement!;
  const { width, height } = help.getBoundingClientRect();
  const box = figure.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(figure).direction === 'rtl';
  const [end, start] = isRightToLeft ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const corners: Corner[] = [`bottom-${end}`, `bottom-${start}`, `top-${end}`, `top-${start}`];
  const places = corners.map((corner) => {
    const left = corner.endsWith('left') ? box.left : box.right - width;
    const top = corner.startsWith('top') ? box.top : box.bottom - height;
    return { corner, left, top, right: left + width, bottom: top + height };
  });
  const costs = places.map(() => 0);
  for (const [selector, worth] of missed) {
    for (const one of figure.querySelectorAll(selector)) {
      if (help.contains(one)) continue;
      const rect = one.getBoundingClientRect();
      const weight = one === focused ? worthOfFocus : worth;
      places.forEach((place, i) => (costs[i]! += weight * coveredShare(rect, place)));
    }
  }
  const best = costs.indexOf(Math.min(...costs));
  help.dataset['corner'] = places[best]!.corner;
}

type Sides = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Which share of a rectangle another one covers. */
function coveredShare(rect: DOMRect, over: Sides): number {
  const area = rect.width * rect.height;
  if (!area) return 0;
  const across = Math.min(rect.right, over.right) - Math.max(rect.left, over.left);
  const down = Math.min(rect.bottom, over.bottom) - Math.max(rect.top, over.top);
  return across > 0 && down > 0 ? (across * down) / area : 0;
}
