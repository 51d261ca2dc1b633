// What a server sent, while React takes the page over: which figures it takes over with the page.
import { focusBeside } from '../../a11y';
import { canTellNearness, isNear } from './near';

let sent: Map<string | null, Element> | null = null;

/**
 * Whether a figure is `live` with the page, or stays as it was `sent` until it is its turn: all of them
 * together would hold the page up. With the page come the one that has the focus and what holds others that
 * are near.
 */
export function stateInPage(id: string): 'live' | 'sent' {
  // On a server every figure is live: its HTML is what is shown in the browser until it comes.
  if (!canTellNearness()) return 'live';
  if (!sent?.has(id)) sent = findSent();
  const figure = sent.get(id);
  if (!figure) return 'live';
  const isWanted = figure.querySelector('[data-island]')
    ? isNear(figure)
    : figure.contains(focusBeside(figure));
  return isWanted ? 'live' : 'sent';
}

/** The page, or this part of it, is taken over. */
export function forgetSent(): void {
  sent = null;
}

function findSent(): Map<string | null, Element> {
  const figures = [...document.querySelectorAll('[data-island]')];
  return new Map(figures.map((figure) => [figure.getAttribute('data-island'), figure]));
}
