// What a reader does to HTML that nobody has taken over yet is done again when it is.
import { flushSync } from 'react-dom';
import { focusBeside } from '../../a11y';
import type { Take } from './far';

/**
 * Lets no press, no focus and no typed word be lost on a figure that a server sent.
 *
 * @param come has the figure come, now or later; it is put in place by what it is given
 * @returns `take`, which puts the figure in place, and `forget`, which ends it all
 */
export function pressAgain(
  sent: HTMLElement,
  come: (take: Take) => void,
): { take: Take; forget: () => void } {
  let pressed: Element | null = null;
  let isAsked = false;
  const take: Take = (goLive) => {
    const { parentElement } = sent;
    const focus = focusBeside(sent);
    const focused = focus && sent.contains(focus) ? focus : null;
    if (!parentElement || (!focused && !pressed)) return goLive();
    const place = [...parentElement.children].indexOf(sent);
    const ways = [focused, pressed].map((element) => element && wayTo(element, sent));
    flushSync(goLive);
    const root = parentElement.children[place];
    const [focusTwin, pressTwin] = ways.map((way) => (way ? follow(way, root) : null));
    if (isTwin(focusTwin, focused)) {
      writeAgain(focused, focusTwin);
      focusTwin.focus({ preventScroll: true });
    }
    if (isTwin(pressTwin, pressed)) pressTwin.click();
  };
  const hear = (event: Event) => {
    if (!sent.parentElement || !(event.target instanceof Element)) return;
    if (event.type === 'click') pressed = event.target;
    event.stopPropagation();
    if (isAsked) return;
    isAsked = true;
    come(take);
  };
  const types = ['click', 'focusin'];
  for (const type of types) sent.addEventListener(type, hear);
  const forget = () => {
    for (const type of types) sent.removeEventListener(type, hear);
  };
  return { take, forget };
}

function isTwin(twin: Element | null | undefined, of: Element | null): twin is HTMLElement {
  return twin instanceof HTMLElement && twin.tagName === of?.tagName;
}

// A field's value is React's: it hears of one that is set by the element's own setter.
function writeAgain(from: Element | null, to: HTMLElement): void {
  const isField = (one: unknown) =>
    one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement;
  if (!isField(from) || !isField(to) || from.value === from.defaultValue) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(to), 'value')!.set!.call(to, from.value);
  to.dispatchEvent(new Event('input', { bubbles: true }));
}

// Which child of which, from the root down.
function wayTo(element: Element, root: Element): number[] {
  const way: number[] = [];
  for (let at = element; at !== root && at.parentElement; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return way;
}

function follow(way: readonly number[], root: Element | undefined): Element | undefined {
  return way.reduce<Element | undefined>((at, child) => at?.children[child], root);
}
