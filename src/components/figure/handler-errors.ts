// Errors in event handlers: React hands them to the page, and not to error boundaries. What is reported
// while an event of a figure is on its way is that figure's.
import type { RefObject } from 'react';
import { asError } from '../../hooks';
import { isToldByRun } from '../../trainer';

interface Listener {
  root: RefObject<Element | null>;
  report: (error: unknown) => void;
}

const listeners = new Set<Listener>();
let latest: Event | null = null;

const kinds = [
  ...[
    'click',
    'dblclick',
    'keydown',
    'keyup',
    'beforeinput',
    'input',
    'change',
    'submit',
    'toggle',
  ],
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerover', 'pointerout'],
  ...['mousedown', 'mousemove', 'mouseup', 'mouseover', 'mouseout', 'wheel', 'paste', 'drop'],
  ...['focusin', 'focusout', 'touchstart', 'touchmove', 'touchend', 'dragover'],
];

/** Calls back with what the handlers of a figure throw. Returns a function that ends it. */
export function hearHandlers(root: Listener['root'], report: Listener['report']): () => void {
  const listener = { root, report };
  if (!listeners.size) listen('addEventListener');
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (!listeners.size) listen('removeEventListener');
  };
}

function listen(how: 'addEventListener' | 'removeEventListener'): void {
  for (const kind of kinds) window[how](kind, note, { capture: true, passive: true });
  window[how]('error', attribute);
  latest = null;
}

function note(event: Event): void {
  latest = event;
}

function attribute({ error }: Event & { error?: unknown }): void {
  // An event that has arrived everywhere is in no phase.
  if (error == null || !latest?.eventPhase || isToldByRun(error)) return;
  const path = latest.composedPath();
  let nearest: Listener | null = null;
  let place = Infinity;
  for (const listener of listeners) {
    const at = listener.root.current ? path.indexOf(listener.root.current) : -1;
    if (at < 0 || at >= place) continue;
    nearest = listener;
    place = at;
  }
  nearest?.report(asError(error));
}
