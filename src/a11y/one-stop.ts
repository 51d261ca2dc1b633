// One tab stop a figure: Tab goes from figure to figure, and inside one the arrow keys go from control
// to control, as in a toolbar (https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/).
// No element's tabindex is changed for longer than one press of Tab: without scripts, and for a screen
// reader that reads the page, every control is as it stands in the HTML.
import type { FocusEvent, KeyboardEvent } from 'react';
import { keepFocus, pressing } from './keep-focus';

const focusable =
  'a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], ' +
  '[contenteditable]:not([contenteditable="false"]), [tabindex]';

// Controls that take the arrow keys for themselves.
const withArrows =
  'input:not([type="checkbox"], [type="button"], [type="submit"], [type="reset"], [type="file"]), ' +
  'select, textarea, iframe, audio, video, [contenteditable]:not([contenteditable="false"]), ' +
  '[role="slider"], [role="spinbutton"], [role="radio"], [role="tab"], [role="listbox"], ' +
  '[role="textbox"], [role="application"]';

/** The last control that had the focus in each figure. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** Keys inside a figure; give it to the figure's root with {@link onFigureFocus}. */
export function onFigureKey(event: KeyboardEvent<HTMLElement>): void {
  const root = event.currentTarget;
  const target = event.target as HTMLElement;
  if (pressing.has(event.key) && !event.repeat && figureOf(target) === root) {
    keepFocus(root, target, controlsOf);
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (figureOf(target) !== root || target.closest('dialog')) return;
  // Menus and what fills the screen have a Tab and an Escape of their own.
  const isApart = target.closest('[data-own-tab]') !== null;
  if (event.key === 'Tab') return isApart ? undefined : passBy(root, target);
  if (event.shiftKey) return moveFar(event, target);
  if (event.key === 'Escape') return isApart ? undefined : stepOut(root, target);
  const isOnRoot = target === root;
  if (!isOnRoot && (target.matches(withArrows) || scrolls(target, event.key))) return;
  const next = controlAfter(event.key, root, target);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Who comes into a figure by Tab is where they were in it last, or at its first control. */
export function onFigureFocus(event: FocusEvent<HTMLElement>): void {
  const root = event.currentTarget;
  const target = event.target;
  if (figureOf(target) !== root || target === root) return;
  const cameIn = !root.contains(event.relatedTarget) && byTab(root);
  const place = lastIn.get(root);
  if (cameIn && target.closest('dialog') === null) {
    const controls = controlsOf(root);
    const wanted = place && controls.includes(place) ? place : firstOf(root, controls);
    if (wanted && wanted !== target) return wanted.focus();
  }
  lastIn.set(root, target);
}

/** All controls of a figure that Tab could reach, in order; not those of figures in it. */
function controlsOf(root: Element): HTMLElement[] {
  const all = reachableIn(root);
  return all.filter((element) => isStopOfGroup(element, all));
}

// Each radio button of a group is one, since any of them can be its stop.
function reachableIn(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      figureOf(element) === root &&
      !element.closest('dialog, [inert]') &&
      (element.checkVisibility?.({ visibilityProperty: true }) ?? true),
  );
}

/** Where one comes to first in a figure. */
export const firstControlOf = (root: Element) => firstOf(root, controlsOf(root));

/** Counts presses of Tab, so that a figure knows a reader who comes by Tab from a call of focus(). */
export function watchTab(document: Document): () => void {
  const watched = watchers.get(document) ?? { users: 0, isTab: false, end: () => undefined };
  watchers.set(document, watched);
  if (watched.users++ === 0) {
    const onKey = (event: Event & { key?: string }) =>
      (watched.isTab = event.type === 'keydown' && event.key === 'Tab');
    const options = { capture: true, passive: true };
    const kinds = ['keydown', 'keyup', 'pointerdown'] as const;
    kinds.forEach((kind) => document.addEventListener(kind, onKey, options));
    watched.end = () => kinds.forEach((kind) => document.removeEventListener(kind, onKey, options));
  }
  return () => {
    if (--watched.users === 0) watched.end();
  };
}
interface Watch {
  users: number;
  isTab: boolean;
  end: () => void;
}
const watchers = new WeakMap<Document, Watch>();

const byTab = (element: Element) => watchers.get(element.ownerDocument)?.isTab ?? false;

const figureOf = (element: Element) => element.closest('figure.pancake');

// Play rather than the menu to share, which stands in the heading; but no way past figures inside.
const firstOf = (root: Element, controls: readonly HTMLElement[]) =>
  (root.querySelector('figure.pancake')
    ? null
    : controls.find((control) => !control.closest('.pancake-heading'))) ?? controls[0];

// Of radio buttons only the chosen one is a stop, or the first.
function isStopOfGroup(element: HTMLElement, all: readonly HTMLElement[]): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || !element.name)
    return true;
  const group = all.filter(
    (other): other is HTMLInputElement =>
      other instanceof HTMLInputElement &&
      other.type === 'radio' &&
      other.name === element.name &&
      other.form === element.form,
  );
  return element === (group.find(({ checked }) => checked) ?? group[0]);
}

// What other sliders do with Shift, the browser's own do too: ten steps at once.
function moveFar(event: KeyboardEvent<HTMLElement>, target: HTMLElement): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'range') return;
  const isRightToLeft = getComputedStyle(target).direction === 'rtl';
  const up = ['ArrowUp', isRightToLeft ? 'ArrowLeft' : 'ArrowRight'].includes(event.key);
  if (!up && !event.key.startsWith('Arrow')) return;
  event.preventDefault();
  if (up) target.stepUp(10);
  else target.stepDown(10);
  target.dispatchEvent(new Event('input', { bubbles: true }));
}

// For the time of one press the figure has no other stop, so that the browser itself finds what comes
// after the figure, or before it.
function passBy(root: HTMLElement, target: HTMLElement): void {
  const hidden = [...reachableIn(root), ...scrollersOf(root)].filter(
    (element) => element !== target,
  );
  const were = hidden.map((control) => control.getAttribute('tabindex'));
  hidden.forEach((control) => control.setAttribute('tabindex', '-1'));
  setTimeout(() =>
    hidden.forEach((control, i) => {
      const was = were[i];
      if (was == null) control.removeAttribute('tabindex');
      else control.setAttribute('tabindex', was);
    }),
  );
}

// A browser makes a stop of what scrolls and has no stop in it.
function scrollersOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('div, p, pre, ol, ul, section')].filter(
    (element) =>
      !element.hasAttribute('tabindex') &&
      (scrolls(element, 'ArrowRight') || scrolls(element, 'ArrowDown')),
  );
}

// To the figure itself, from where the arrow keys go on also beside a control that needs them.
function stepOut(root: HTMLElement, target: HTMLElement): void {
  if (target === root) return;
  root.setAttribute('tabindex', '-1');
  root.addEventListener('blur', () => root.removeAttribute('tabindex'), { once: true });
  root.focus({ preventScroll: true });
}

function controlAfter(key: string, root: HTMLElement, target: HTMLElement): HTMLElement | null {
  const isRightToLeft = getComputedStyle(root).direction === 'rtl';
  const steps: Record<string, number> = {
    ArrowRight: isRightToLeft ? -1 : 1,
    ArrowLeft: isRightToLeft ? 1 : -1,
    ArrowDown: 1,
    ArrowUp: -1,
  };
  const controls = controlsOf(root);
  if (key === 'Home') return controls[0] ?? null;
  if (key === 'End') return controls.at(-1) ?? null;
  const step = steps[key];
  if (step === undefined) return null;
  const last = lastIn.get(root);
  const from = target === root ? (last ? controls.indexOf(last) : -1) : placeOf(target, controls);
  return controls[Math.min(controls.length - 1, Math.max(0, from + step))] ?? null;
}

// Also of an element that is no stop itself, such as a member of a group with a stop of its own.
function placeOf(target: HTMLElement, controls: readonly HTMLElement[]): number {
  const exact = controls.indexOf(target);
  if (exact >= 0) return exact;
  const after = controls.findIndex(
    (control) => target.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return (after < 0 ? controls.length : after) - 0.5;
}

function scrolls(element: HTMLElement, key: string): boolean {
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  const isLarger = isAcross
    ? element.scrollWidth > element.clientWidth
    : element.scrollHeight > element.clientHeight;
  if (!isLarger) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return /auto|scroll/.test(isAcross ? overflowX : overflowY);
}
