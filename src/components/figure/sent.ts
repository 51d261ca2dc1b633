// What a server sent, while React takes the page over: which figures it takes over with the page.
import { focusBeside } from '../../a11y';
import { canTellNearness, isNear } from './near';
import { restyle } from './restyle';

let sent: Map<string | null, Element> | null = null;

/**
 * Whether a figure is `live` with the page, or stays as it was `sent` until it is its turn: all of them
 * together would hold the page up. With the page come the one that has the focus and what holds others that
 * are near.
 */
export function stateInPage(id: string): 'live' | 'sent' {
  // On a server every figure is live: its HTML is what is shown in the browser until it comes.
  if (!canTellNearness()) return 'live';
  const figure = sentFigure(id);
  if (!figure) return 'live';
  const isWanted = figure.querySelector('[data-island]')
    ? isNear(figure)
    : figure.contains(focusBeside(figure));
  return isWanted ? 'live' : 'sent';
}

/** Sets what a policy has refused, once React has compared the figure's attributes with its own. */
export function restyleSent(id: string): void {
  const figure = sentFigure(id);
  if (figure) restyle(figure);
}

/** The page, or this part of it, is taken over. */
export function forgetSent(): void {
  sent = null;
}

function sentFigure(id: string): Element | undefined {
  if (!sent?.has(id)) {
    const figures = [...document.querySelectorAll('[data-island]')];
    sent = new Map(figures.map((figure) => [figure.getAttribute('data-island'), figure]));
  }
  return sent.get(id);
}
