// The line under a pointer: found by where the lines run, so that none needs a second element to be pressed.
import { bend, endsOf, type Link } from './layout';

// Into how many straight pieces a line is cut to measure how far it is.
const pieces = 16;

// How far along its way a line is after each piece, across and down. The curves differ in their ends alone.
const across = shares((t) => 3 * t * (1 - t) * ((1 - t) * bend + t * (1 - bend)) + t ** 3);
const down = shares((t) => 3 * t ** 2 * (1 - t) + t ** 3);

/**
 * The line that runs nearest to a place, if one is within reach; of those as near, the one that lies on top.
 *
 * @param size how wide a neuron is
 * @param reach how far from its middle a line can be pressed, in the layout's pixels
 */
export function nearestLink(
  links: readonly Link[],
  size: number,
  x: number,
  y: number,
  reach: number,
): Link | null {
  let nearest: Link | null = null;
  let least = reach;
  for (const link of links) {
    const { x1, y1, x2, y2 } = endsOf(link.from, link.to, size);
    if (x < x1 - least || x > x2 + least) continue;
    if (y < Math.min(y1, y2) - least || y > Math.max(y1, y2) + least) continue;
    const way = distance(x - x1, y - y1, x2 - x1, y2 - y1);
    if (way <= least) [nearest, least] = [link, way];
  }
  return nearest;
}

// From a place to the line that goes from the origin to (w, h).
function distance(x: number, y: number, w: number, h: number): number {
  let least = Infinity;
  for (let i = 0; i < pieces; i++) {
    const [ax, ay] = [w * across[i]!, h * down[i]!];
    const [dx, dy] = [w * across[i + 1]! - ax, h * down[i + 1]! - ay];
    const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, share));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
}

function shares(at: (t: number) => number): readonly number[] {
  return Array.from({ length: pieces + 1 }, (_, i) => at(i / pieces));
}
