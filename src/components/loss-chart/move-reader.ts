// Which key moves the readout where.

interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** The epoch that a key leads to, `'hide'`, or null if the key is not the readout's. */
export function moveReader(pressed: Key, epoch: number, lastEpoch: number): number | 'hide' | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return null;
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
