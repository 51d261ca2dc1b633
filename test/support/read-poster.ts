// Reads the shades of a poster back from HTML, as a reader sees them.

/** A region of one colour. */
export interface ReadShade {
  color: string;
  fill: string;
  opacity: number;
  from: number;
  /** Its outlines; each one x and y in turn, in shares of the picture. */
  outlines: number[][];
}

/** The shades in some HTML, in the order in which they are painted. */
export function shadesIn(html: string, size = 400): ReadShade[] {
  const paths =
    /<path d="([^"]*)" class="pancake-shade-([\w-]+)" fill="([^"]+)" fill-opacity="([^"]+)" data-from="([^"]+)"/g;
  return [...html.matchAll(paths)].map(([, path, color, fill, opacity, from]) => ({
    color: color!,
    fill: fill!,
    opacity: Number(opacity),
    from: Number(from),
    outlines: outlinesOf(path!, size),
  }));
}

/** Whether a place, in shares from the top left, lies in a region. */
export function contains({ outlines }: ReadShade, x: number, y: number): boolean {
  let winding = 0;
  for (const outline of outlines) {
    for (let i = 0; i < outline.length; i += 2) {
      const j = (i + 2) % outline.length;
      const [ax, ay, bx, by] = [outline[i]!, outline[i + 1]!, outline[j]!, outline[j + 1]!];
      const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
      if (ay <= y && by > y && side > 0) winding++;
      else if (ay > y && by <= y && side < 0) winding--;
    }
  }
  return winding !== 0;
}

function outlinesOf(path: string, size: number): number[][] {
  return [...path.matchAll(/M(\d+) (\d+)l([^zM]*)/g)].map(([, x, y, steps]) => {
    const outline = [Number(x), Number(y)];
    const moves = steps!.match(/-?\d+/g)!.map(Number);
    for (const move of moves) outline.push(outline.at(-2)! + move);
    return outline.map((value) => value / size);
  });
}
