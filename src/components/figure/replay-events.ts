// A press on HTML that nobody has taken over yet: it is taken over at once, and pressed again.
import { flushSync } from 'react-dom';

/**
 * Lets no click and no focus on a figure that a server sent be lost.
 *
 * @param takeOver puts the live figure in its place
 * @returns a function that ends it
 */
export function replayEvents(sent: HTMLElement, takeOver: () => void): () => void {
  const replay = (event: Event) => {
    const { parentElement } = sent;
    if (!parentElement || !(event.target instanceof Element)) return;
    const way = wayTo(event.target, sent);
    const place = [...parentElement.children].indexOf(sent);
    event.stopPropagation();
    flushSync(takeOver);
    const twin = follow(way, parentElement.children[place]);
    if (twin?.tagName !== event.target.tagName || !(twin instanceof HTMLElement)) return;
    if (event.type === 'click') twin.click();
    else twin.focus({ preventScroll: true });
  };
  const types = ['click', 'focusin'];
  for (const type of types) sent.addEventListener(type, replay, { once: true });
  return () => {
    for (const type of types) sent.removeEventListener(type, replay);
  };
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
