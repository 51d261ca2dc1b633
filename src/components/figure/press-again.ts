// What a reader does to HTML that nobody has taken over yet is done again when it is.
import { flushSync } from 'react-dom';
import { focusBeside } from '../../a11y';
import type { Caught } from '../../hooks';
import type { Take } from './far';

/**
 * Lets no press, no focus and no typed word be lost on a figure that a server sent.
 *
 * @param come has the figure come, now or later; it is put in place by what it is given
 * @param caught takes what is thrown later to the figure around
 * @returns `takeInTurn`, which puts the figure in place while React is at work, and `forget`, which ends it all
 */
export function pressAgain(
  sent: HTMLElement,
  come: (take: Take) => void,
  caught: Caught,
): { takeInTurn: Take; forget: () => void } {
  let pressed: Element | null = null;
  let isAsked = false;
  // Between the two ends of a press: with the element that was pressed, the press would be lost.
  let isHeld = false;
  let held: (() => void) | null = null;
  const focusInside = () => {
    const focus = focusBeside(sent);
    return focus && sent.contains(focus) ? focus : null;
  };
  const take: Take = (goLive) => {
    if (isHeld) return void (held = goLive);
    const { parentElement } = sent;
    const focused = focusInside();
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
  const takeInTurn: Take = (goLive) => {
    if (isHeld || (!pressed && !focusInside())) take(goLive);
    else queueMicrotask(caught(() => take(goLive)));
  };
  const release = () => {
    letGo();
    if (held) take(held);
    held = null;
  };
  // The click follows, if there is one.
  const up = () => setTimeout(caught(release));
  const hold = ({ button }: MouseEvent) => {
    if (button !== 0) return;
    isHeld = true;
    for (const type of ends) addEventListener(type, up);
  };
  const letGo = () => {
    isHeld = false;
    for (const type of ends) removeEventListener(type, up);
  };
  const hear = (event: Event) => {
    if (!sent.parentElement || !(event.target instanceof Element)) return;
    event.stopPropagation();
    if (event.type !== 'focusin') {
      if (event.type === 'click') pressed = event.target;
      isAsked ||= held !== null;
      release();
    }
    if (isAsked) return;
    isAsked = true;
    come(take);
  };
  // A list that was opened may say nothing more of the mouse than what was chosen.
  const types = ['click', 'change', 'focusin'];
  for (const type of types) sent.addEventListener(type, hear);
  sent.addEventListener('mousedown', hold);
  const forget = () => {
    held = null;
    letGo();
    for (const type of types) sent.removeEventListener(type, hear);
    sent.removeEventListener('mousedown', hold);
  };
  return { takeInTurn, forget };
}

// How a press ends, also one that became a drag of what is selected.
const ends = ['mouseup', 'dragend'];

function isTwin(twin: Element | null | undefined, of: Element | null): twin is HTMLElement {
  return twin instanceof HTMLElement && twin.tagName === of?.tagName;
}

// A field's value is React's: it hears of one that is set by the element's own setter.
function writeAgain(from: Element | null, to: HTMLElement): void {
  if (!isField(from) || !isField(to) || from.value === to.value) return;
  const isWritten = from instanceof HTMLSelectElement || from.value !== from.defaultValue;
  if (!isWritten) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(to), 'value')!.set!.call(to, from.value);
  to.dispatchEvent(
    new Event(to instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
}

const isField = (one: unknown) =>
  one instanceof HTMLInputElement ||
  one instanceof HTMLTextAreaElement ||
  one instanceof HTMLSelectElement;

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
