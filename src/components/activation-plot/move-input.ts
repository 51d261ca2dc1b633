// Where the arrow keys and the pointer put the input: on round numbers.

interface Key {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Where a key leads to, or null if it is not one that moves. */
export function moveByKey(pressed: Key, x: number, from: number, to: number): number | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = pressed;
  if (ctrlKey || metaKey) return null;
  const fine = fineStep(from, to);
  const step = fine * (shiftKey ? 100 : altKey ? 1 : 10);
  const moves: Record<string, number> = {
    ArrowRight: x + step,
    ArrowUp: x + step,
    ArrowLeft: x - step,
    ArrowDown: x - step,
    PageUp: x + 100 * fine,
    PageDown: x - 100 * fine,
    Home: from,
    End: to,
  };
  const next = moves[key];
  return next === undefined ? null : roundInput(next, from, to);
}

/** The nearest whole multiple of the fine step within the domain. */
export function roundInput(x: number, from: number, to: number): number {
  const fine = fineStep(from, to);
  const near = Number((Math.round(x / fine) * fine).toPrecision(12));
  return Math.min(to, Math.max(from, near)) + 0;
}

// A power of ten: 0.01 for a domain ten wide.
function fineStep(from: number, to: number): number {
  return Number(`1e${Math.round(Math.log10(to - from)) - 3}`);
}
