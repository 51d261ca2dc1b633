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

type Segment = readonly [command: string, ...numbers: number[]];

const segments = shapes.map((shape) =>
  [...shape.matchAll(/([MLHVAZ])([^MLHVAZ]*)/g)].map(([, command, rest]): Segment => [
    command!,
    ...(rest!.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number),
  ]),
);

/**
 * The outline of a shape in its place. As many transforms as points would cost the browser more, in
 * every frame, than the points themselves.
 *
 * @param x the middle, in pixels
 * @param size 1 for about eight pixels
 */
export function markPath(kind: number, x: number, y: number, size: number): string {
  const atX = (value: number) => x + value * size;
  const atY = (value: number) => y + value * size;
  return segments[kind]!.map(([command, ...n]) => {
    if (command === 'H') return `H${atX(n[0]!)}`;
    if (command === 'V') return `V${atY(n[0]!)}`;
    if (command === 'A') {
      const [rx, ry, rotation, large, sweep, endX, endY] = n;
      return `A${rx! * size} ${ry! * size} ${rotation} ${large} ${sweep} ${atX(endX!)} ${atY(endY!)}`;
    }
    return command === 'Z' ? 'Z' : `${command}${atX(n[0]!)} ${atY(n[1]!)}`;
  }).join('');
}
