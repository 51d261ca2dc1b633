// The order in which figures come to the page: one after another, so that the page can be used in between.
import { startTransition } from 'react';

/** A figure that is to come. */
interface Arrival {
  place: Element;
  goLive: () => void;
}

const waiting = new Set<Arrival>();
let coming: Arrival | null = null;

/**
 * Has a figure come when it is its turn: at once if no other is on its way and its place is on the
 * screen, so that no empty place is shown there; else after `goOn`, when it is the nearest to the screen.
 *
 * @param place where it will stand
 * @param goLive puts it there
 * @returns to be called when the place is gone: the figure is there, or is not wanted any more
 */
export function arrive(place: Element, goLive: () => void): () => void {
  const arrival = { place, goLive };
  if (!coming && wayTo(place) <= 0) {
    coming = arrival;
    goLive();
  } else waiting.add(arrival);
  return () => {
    waiting.delete(arrival);
    if (coming !== arrival) return;
    coming = null;
    goOn();
  };
}

/** Has the next figure come, if none is on its way: to be called once all that are near have said so. */
export function goOn(): void {
  if (coming) return;
  let least = Infinity;
  for (const arrival of waiting) {
    const way = wayTo(arrival.place);
    if (coming && way >= least) continue;
    coming = arrival;
    least = way;
  }
  if (!coming) return;
  waiting.delete(coming);
  // Not urgent: what a reader does meanwhile comes first.
  startTransition(coming.goLive);
}

// How far it is to the screen, in pixels; what is on it lies between -1 and 0, from its top to its end.
function wayTo(place: Element): number {
  const { top, bottom } = place.getBoundingClientRect();
  if (bottom < 0) return -bottom;
  if (top > innerHeight) return top - innerHeight;
  return Math.max(0, top) / innerHeight - 1;
}
