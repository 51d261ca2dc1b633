// Contour lines as SVG paths. d3-contour gives closed areas; only what divides the plane is drawn.
import { contours } from 'd3-contour';

/**
 * The line at which values on an n by n grid cross a threshold, as a path in a box of this size.
 * Empty where they don't.
 *
 * @param values the values at the cells' centres, row by row from the top
 */
export function contourPath(
  values: Float64Array,
  n: number,
  threshold: number,
  width: number,
  height: number,
): string {
  const area = contours()
    .size([n, n])
    .contour(values as unknown as number[], threshold);
  let path = '';
  for (const rings of area.coordinates) {
    for (const ring of rings) path += ringPath(ring as [number, number][], n, width, height);
  }
  return path;
}

function ringPath(ring: [number, number][], n: number, width: number, height: number): string {
  let path = '';
  let drawing = false;
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1]!, ring[i]!];
    if (alongBorder(from, to, n)) {
      drawing = false;
      continue;
    }
    if (!drawing) path += `M${place(from, n, width, height)}`;
    path += `L${place(to, n, width, height)}`;
    drawing = true;
  }
  return path;
}

// An area that reaches the edge of the grid is closed along the edge: no line of the model's.
function alongBorder([x1, y1]: [number, number], [x2, y2]: [number, number], n: number): boolean {
  const edge = (a: number, b: number) => (a <= 0.5 && b <= 0.5) || (a >= n - 0.5 && b >= n - 0.5);
  return edge(x1, x2) || edge(y1, y2);
}

function place([x, y]: [number, number], n: number, width: number, height: number): string {
  return `${((x / n) * width).toFixed(2)} ${((y / n) * height).toFixed(2)}`;
}
