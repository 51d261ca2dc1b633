// Where the focus goes when a key takes away, or switches off, the control that had it: nowhere is no place
// to go on from.
import { focusBeside } from './focus';

/** Keys that press a control, close what is around it, or remove it. */
export const pressing: ReadonlySet<string> = new Set([
  ...['Enter', ' ', 'Escape', 'Delete', 'Backspace'],
]);

/**
 * While a key goes down on a control: once it is up, and the focus with it lost, gives it to what stands
 * nearest.
 *
 * @param controlsOf all controls of a figure that can have the focus, in order
 */
export function keepFocus(
  root: HTMLElement,
  target: HTMLElement,
  controlsOf: (root: Element) => HTMLElement[],
): void {
  const controls = controlsOf(root);
  const at = controls.indexOf(target);
  if (at < 0) return;
  const groups: Element[] = [];
  for (let one = target.parentElement; one && root.contains(one); one = one.parentElement)
    groups.push(one);
  const { ownerDocument: page } = root;
  const goOn = () => {
    const isOff = focusBeside(root) === target && target.matches(':disabled');
    if (!root.isConnected || !(isOff || page.activeElement === page.body)) return;
    const left = controlsOf(root);
    const from = 1 + left.indexOf(controls.slice(0, at).findLast((one) => left.includes(one))!);
    for (const group of groups) {
      const isHere = (one: HTMLElement) => group.contains(one);
      const next = left.slice(from).find(isHere) ?? left.slice(0, from).findLast(isHere);
      if (next) return next.focus();
    }
  };
  // The space bar presses when it comes up.
  page.addEventListener('keyup', () => setTimeout(goOn), { once: true, capture: true });
}
