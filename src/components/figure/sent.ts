// What a server sent, while React takes the page over: which figures it takes over at once.
import { focusBeside } from '../../a11y';
import { canTellNearness, isNear, isOnScreen } from './near';

interface Sent {
  figures: Map<string | null, Element>;
  /** The first on the screen; what holds other figures does not count. */
  first: Element | undefined;
}

let sent: Sent | null = null;

/**
 * Whether a figure is `live` at once, or stays as it was `sent` until it is its turn: all of them together
 * would hold the page up. At once come the first on the screen, the one that has the focus, and what holds
 * others that are near.
 */
export function stateInPage(id: string): 'live' | 'sent' {
  // On a server every figure is live: its HTML is what a far one shows in the browser.
  if (!canTellNearness()) return 'live';
  if (!sent?.figures.has(id)) sent = findSent();
  const figure = sent.figures.get(id);
  if (!figure || figure === sent.first) return 'live';
  if (holdsFigures(figure) ? isNear(figure) : figure.contains(focusBeside(figure))) return 'live';
  return 'sent';
}

/** The page, or this part of it, is taken over. */
export function forgetSent(): void {
  sent = null;
}

function findSent(): Sent {
  const all = [...document.querySelectorAll('[data-island]')];
  return {
    figures: new Map(all.map((figure) => [figure.getAttribute('data-island'), figure])),
    first: all.find((figure) => isOnScreen(figure) && !holdsFigures(figure)),
  };
}

const holdsFigures = (figure: Element) => figure.querySelector('[data-island]') !== null;
