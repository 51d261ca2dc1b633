// The shapes of the classes, at the origin or in their place.

/** The outlines of the classes' shapes around the origin, about eight pixels across. */
export const shapes = [
  'M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z',
  'M-3.6-3.6H3.6V3.6H-3.6Z',
  'M0-4.8L4.4 3.2H-4.4Z',
  'M0-5L4.4 0L0 5L-4.4 0Z',
  'M-1.6-4.4H1.6V-1.6H4.4V1.6H1.6V4.4H-1.6V1.6H-4.4V-1.6H-1.6Z',
  'M0 4.8L4.4-3.2H-4.4Z',
  'M-4.4 0L-2.2-3.8H2.2L4.4 0L2.2 3.8H-2.2Z',
  'M0-5L1.4-1.6L4.8-1.5L2.1.7L3 4L0 2.1L-3 4L-2.1.7L-4.8-1.5L-1.4-1.6Z',
] as const;

const segments = shapes.map((shape) =>
  [...shape.matchAll(/([MLHVAZ])([^MLHVAZ]*)/g)].map(([, command, rest]) => ({
    command: command!,
    numbers: (rest!.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number),
  })),
);

/**
 * The outline of a shape in its place. As many transforms as points would cost the browser more, in
 * every frame, than the points themselves.
 *
 * @param x the middle, in pixels
 * @param size 1 for about eight pixels
 */
export function markPath(kind: number, x: number, y: number, size: number): string {
  let path = '';
  for (const { command, numbers: n } of segments[kind]!) {
    path += command;
    if (command === 'H') path += x + n[0]! * size;
    else if (command === 'V') path += y + n[0]! * size;
    else if (command === 'A') {
      path += `${n[0]! * size} ${n[1]! * size} ${n[2]} ${n[3]} ${n[4]} `;
      path += `${x + n[5]! * size} ${y + n[6]! * size}`;
    } else if (command !== 'Z') path += `${x + n[0]! * size} ${y + n[1]! * size}`;
  }
  return path;
}
