// Which key moves the readout where.

interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/**
 * The epoch that a key leads to, `'hide'`, or null if the key is not the readout's.
 *
 * @param stops the epochs, in order, that M goes to; Shift and M goes back
 */
export function moveReader(
  pressed: Key,
  epoch: number,
  lastEpoch: number,
  stops: readonly number[] = [],
): number | 'hide' | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return null;
  if (key === 'm' || key === 'M') {
    if (!stops.length) return null;
    const next = shiftKey
      ? stops.findLast((stop) => stop < epoch)
      : stops.find((stop) => stop > epoch);
    return next ?? epoch;
  }
  // A twentieth of a long run, so that it can be crossed.
  const far = Math.max(10, Math.round(lastEpoch / 20));
  const step = shiftKey ? far : 1;
  const moves: [string, number][] = [
    ['ArrowRight', epoch + step],
    ['ArrowUp', epoch + step],
    ['ArrowLeft', epoch - step],
    ['ArrowDown', epoch - step],
    ['PageUp', epoch + far],
    ['PageDown', epoch - far],
    ['Home', 0],
    ['End', lastEpoch],
  ];
  if (key === 'Escape') return 'hide';
  const to = moves.find(([name]) => name === key)?.[1];
  return to === undefined ? null : Math.min(lastEpoch, Math.max(0, to));
}
