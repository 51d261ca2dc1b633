// Near the viewport: what is on the screen, or at most one screen's height away from it.
import { flushSync } from 'react-dom';

/**
 * How long a figure waits at most for its turn, and its drawing for its own, in milliseconds: a page whose own
 * transition goes on for long holds up all others.
 */
export const longestWait = 1000;

interface Watched {
  observer: IntersectionObserver;
  callbacks: Map<Element, () => void>;
}

let watched: Watched | null = null;

let isAtOnce = false;

/** Whether what is made now is printed or gets the focus at once, and cannot wait for a frame. */
export function comesAtOnce(): boolean {
  return isAtOnce;
}

/** Has figures come that are whole when this returns. */
export function makeAtOnce(come: () => void): void {
  const before = isAtOnce;
  isAtOnce = true;
  try {
    flushSync(come);
  } finally {
    isAtOnce = before;
  }
}

/**
 * Makes something when the page is printed, before the printer sees it.
 *
 * @returns a function that ends it
 */
export function beforePrint(make: () => void): () => void {
  const own = () => make();
  if (!makers.size) addEventListener('beforeprint', print);
  makers.add(own);
  return () => {
    makers.delete(own);
    if (!makers.size) removeEventListener('beforeprint', print);
  };
}

const makers = new Set<() => void>();

// What is made may hold what is to be made in turn, as a playground does its figures: down to so many levels.
const levels = 5;

// One listener for all: an event does not call those that are added while it is told.
function print(): void {
  const made = new Set<() => void>();
  for (let level = 0; level < levels; level++) {
    for (const make of [...makers]) {
      if (made.has(make) || !makers.has(make)) continue;
      made.add(make);
      makeAtOnce(make);
    }
  }
}

/** Whether nearness can be told at all. */
export function canTellNearness(): boolean {
  return typeof IntersectionObserver === 'function' && typeof document === 'object';
}

/** Whether an element is near now. What has no box cannot be far. */
export function isNear(element: Element): boolean {
  if (!canTellNearness()) return true;
  const { top, bottom, width, height } = element.getBoundingClientRect();
  if (!width && !height) return true;
  return bottom >= -innerHeight && top <= 2 * innerHeight;
}

/**
 * Calls back once, when the element comes near; at once where that cannot be told. One observer serves all
 * of the page.
 *
 * @param options.onPaper whether to call back when the page is printed, too, for as long as it is not ended
 * @returns a function that ends it
 */
export function whenNear(
  element: Element,
  callback: (isForPaper: boolean) => void,
  { onPaper }: { onPaper: boolean },
): () => void {
  if (!canTellNearness()) {
    callback(false);
    return () => {};
  }
  watched ??= watch();
  const { observer, callbacks } = watched;
  const unwatch = () => {
    observer.unobserve(element);
    callbacks.delete(element);
  };
  callbacks.set(element, () => {
    unwatch();
    callback(false);
  });
  // Also what is near already, and whose turn has not come.
  const forget = onPaper ? beforePrint(() => callback(true)) : () => {};
  observer.observe(element);
  return () => {
    unwatch();
    forget();
  };
}

function watch(): Watched {
  const callbacks = new Map<Element, () => void>();
  // eslint-disable-next-line no-restricted-syntax -- of the whole page; what it calls is caught, each by its figure
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) callbacks.get(target)?.();
      }
    },
    { rootMargin: '100%' },
  );
  return { observer, callbacks };
}
