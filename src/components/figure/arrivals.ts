// The order in which figures come to the page: one after another, each in a task of its own, so that the page can
// be used in between.
import { startTransition } from 'react';
import { longestWait } from './near';

/** A figure that is to come. */
interface Arrival {
  place: Element;
  /** Whether nothing is to be seen in its place yet. */
  isEmpty: boolean;
  goLive: () => void;
  /** How far it was to the screen, in the view of this number. */
  way: number;
  view: number;
  late?: ReturnType<typeof setTimeout>;
}

const waiting = new Set<Arrival>();
let coming: Arrival | null = null;

// Counts how often a reader scrolled or the window changed while figures were waiting.
let view = 0;

/**
 * Has a figure come when it is its turn, after `goOn`: when it is the nearest to the screen.
 *
 * @param goLive puts it there
 * @returns to be called when the place is gone: the figure is there, or is not wanted any more
 */
export function arrive({ place, isEmpty, goLive }: Omit<Arrival, 'way' | 'view'>): () => void {
  const arrival: Arrival = { place, isEmpty, goLive, way: wayTo(place), view };
  waiting.add(arrival);
  watchView();
  return () => {
    waiting.delete(arrival);
    clearTimeout(arrival.late);
    if (coming === arrival) {
      coming = null;
      // Not urgent: what a reader does meanwhile comes first.
      startTransition(goOn);
    }
    watchView();
  };
}

/** Has the next figure come, if none is on its way: to be called once all that are near have said so. */
export function goOn(): void {
  if (coming) return;
  let next: Arrival | null = null;
  for (const arrival of waiting) {
    // A figure that came moves all below it alike: their order is known. Measuring again would have the page laid
    // out within the task in which it came.
    if (arrival.view !== view) Object.assign(arrival, { way: wayTo(arrival.place), view });
    if (!next || arrival.way < next.way) next = arrival;
  }
  if (!next) return;
  coming = next;
  waiting.delete(next);
  // eslint-disable-next-line no-restricted-syntax -- caught by its figure
  next.late = setTimeout(next.goLive, longestWait);
  // The first empty place on the screen is to be filled before anything else.
  const isUrgent = next.isEmpty && next.way <= 0;
  if (isUrgent) next.goLive();
  else startTransition(next.goLive);
}

// How far it is to the screen, in pixels; what is on it lies between -1 and 0, from its top to its end.
function wayTo(place: Element): number {
  const { top, bottom } = place.getBoundingClientRect();
  if (bottom < 0) return -bottom;
  if (top > innerHeight) return top - innerHeight;
  return Math.max(0, top) / innerHeight - 1;
}

const countView = () => void view++;

function watchView(): void {
  const change = waiting.size > 0 ? addEventListener : removeEventListener;
  // Of any box that scrolls.
  change('scroll', countView, true);
  change('resize', countView);
}
