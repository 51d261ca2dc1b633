// What a reader can press, and how large it is: the measure of WCAG 2.5.8, and of fingers.

const controls =
  'button, select, textarea, summary, a[href], input:not([type="hidden"]), [tabindex="0"][role], [role="slider"], [role="button"], [role="option"]';

/** Something to press: what it is, and the box in which pressing it counts. */
export interface Target {
  element: Element;
  /** How a failure names it. */
  what: string;
  box: DOMRect;
}

/** All that can be pressed inside, as far as it can be seen. */
export function targetsIn(root: Element): Target[] {
  return [...root.querySelectorAll(controls)].flatMap((element) => {
    if (!element.checkVisibility({ checkVisibilityCSS: true })) return [];
    if (isPassedThrough(element)) return [];
    // Seen, and there to be pressed, while the keyboard is in the figure.
    if (isClipped(element.closest('.pancake-help'))) return [];
    const label = (element as HTMLInputElement).labels?.[0];
    const own = element.getBoundingClientRect();
    const isToggled = element.matches('[type="checkbox"], [type="radio"]');
    const box = isToggled && label ? around(own, label.getBoundingClientRect()) : own;
    if (box.width === 0 || box.height === 0) return [];
    return [{ element, what: nameOf(element), box }];
  });
}

/** For the keyboard and for who listens only: a pointer goes through to what is below. */
const isPassedThrough = (element: Element) => getComputedStyle(element).pointerEvents === 'none';

/** Controls that a pointer goes through, and what it meets in their place. */
export function passedThrough(
  root: Element,
): { element: Element; what: string; below: Element | null }[] {
  return [...root.querySelectorAll(controls)]
    .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }))
    .filter((element) => isPassedThrough(element))
    .map((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return {
        element,
        what: nameOf(element),
        below: document.elementFromPoint(left + width / 2, top + height / 2),
      };
    });
}

const isClipped = (element: Element | null) =>
  element !== null && getComputedStyle(element).clipPath !== 'none';

function around(one: DOMRect, other: DOMRect): DOMRect {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return new DOMRect(
    left,
    top,
    Math.max(one.right, other.right) - left,
    Math.max(one.bottom, other.bottom) - top,
  );
}

function nameOf(element: Element): string {
  const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
  return `${element.localName}.${element.getAttribute('class') ?? ''} "${name}"`;
}

/**
 * The targets less than `size` pixels wide or high, except those with room around: a circle as wide as
 * `size` in the middle of such a box meets no other target, nor such a circle of another one.
 */
export function tooSmall(targets: readonly Target[], size: number): string[] {
  const isSmall = ({ box }: Target) => box.width < size - 0.01 || box.height < size - 0.01;
  return targets
    .filter((target) => isSmall(target))
    .filter((target) =>
      targets.some((other) => {
        if (other === target) return false;
        if (other.element.contains(target.element) || target.element.contains(other.element)) {
          return false;
        }
        const [x, y] = middle(target.box);
        if (isSmall(other)) {
          const [a, b] = middle(other.box);
          return Math.hypot(x - a, y - b) < size - 0.01;
        }
        const { left, right, top, bottom } = other.box;
        const across = Math.max(left - x, 0, x - right);
        const down = Math.max(top - y, 0, y - bottom);
        return Math.hypot(across, down) < size / 2 - 0.01;
      }),
    )
    .map(({ what, box }) => `${what}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
}

const middle = ({ left, top, width, height }: DOMRect) =>
  [left + width / 2, top + height / 2] as const;
