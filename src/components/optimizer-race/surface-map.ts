// The surface as a picture: heights as shades on a canvas, and contour lines.
import { Tensor } from '../../engine';
import { exp, log } from '../../engine/math';
import { colorTable, drawingContext, readColors, type RGB } from '../../theme';
import { Surface, surfaceInfo, type SurfaceName } from '../../trainer';
import { contourPath, evenLevels, shadesOf, type Shade } from '../poster';

/** How many cells the map has each way. */
export const mapSide = 160;

/** How strong the shade of the greatest height is: the paths are what counts. */
const strength = 0.42;
const levelCount = 11;

// One more cell on each side, so that lines go on to the edge.
const gridSide = mapSide + 2;

/** The heights of a surface over its domain. */
export interface SurfaceMap {
  /** Row by row from the top, at the cells' centres, with a cell beyond each edge. */
  heights: Float64Array;
  /** The shade of each cell of the domain, from 0 at the lowest to 1. */
  shades: Float64Array;
  /** The heights at which lines are drawn. */
  levels: number[];
}

const maps = new Map<SurfaceName, SurfaceMap>();

/** The map of a surface; computed once by the engine. */
export function surfaceMap(name: SurfaceName): SurfaceMap {
  let map = maps.get(name);
  if (!map) maps.set(name, (map = computeMap(name)));
  return map;
}

function computeMap(name: SurfaceName): SurfaceMap {
  const { domain, minima } = surfaceInfo(name);
  const surface = new Surface(name);
  const cells = Tensor.zeros([gridSide * gridSide, 2]);
  for (let i = 0; i < gridSide * gridSide; i++) {
    const across = ((i % gridSide) - 0.5) / mapSide;
    const down = (Math.floor(i / gridSide) - 0.5) / mapSide;
    cells.data[2 * i] = domain.x[0] + across * (domain.x[1] - domain.x[0]);
    cells.data[2 * i + 1] = domain.y[1] - down * (domain.y[1] - domain.y[0]);
  }
  const heights = surface.predict(cells).data.slice();
  const lowest = surface.predict([[...minima[0]!]]).data[0]!;
  const inside = heights.filter(
    (_, i) => isInside(i % gridSide) && isInside(Math.floor(i / gridSide)),
  );
  const sorted = inside.slice().sort();
  const reach = sorted.at(-1)! - lowest;
  // A power of the height that brings the middle one to the middle: so a steep surface shows its
  // bottom, too, and lines are as dense as they can be read.
  const middle = (sorted[sorted.length >> 1]! - lowest) / reach;
  const power = Math.min(1, log(0.5) / log(middle));
  const shades = inside.map((height) => raise(Math.max(0, height - lowest) / reach, power));
  const levels = Array.from(
    { length: levelCount },
    (_, k) => lowest + reach * raise((k + 1) / (levelCount + 1), 1 / power),
  );
  return { heights, shades, levels };
}

/**
 * The contour lines of a map as one path, for a plane of this size; they begin one cell to the left
 * of it and above.
 */
export function contourLines({ heights, levels }: SurfaceMap, width: number, height: number) {
  const [wide, high] = [(width / mapSide) * gridSide, (height / mapSide) * gridSide];
  return levels.map((level) => contourPath(heights, gridSide, level, wide, high)).join('');
}

// Every fourth cell, and so many shades, are enough where the map is in the HTML.
const coarseSide = mapSide / 4;
const shadeCount = 6;

/** The shades of a map, for where no script paints it. */
export function posterOf({ shades }: SurfaceMap): Shade[] {
  const values = Float64Array.from({ length: coarseSide * coarseSide }, (_, i) => {
    const at = 4 * (Math.floor(i / coarseSide) * mapSide + (i % coarseSide)) + 1;
    const [first, second] = [at + mapSide, at + 2 * mapSide];
    // The middle of four by four cells.
    return (shades[first]! + shades[first + 1]! + shades[second]! + shades[second + 1]!) / 4;
  });
  return shadesOf({
    color: 'edge',
    values,
    n: coarseSide,
    ...evenLevels(shadeCount, strength),
  });
}

/** Paints a map in the colours that the style sheet has now. */
export function paintMap(canvas: HTMLCanvasElement, { shades }: SurfaceMap): void {
  const context = drawingContext(canvas);
  canvas.width = canvas.height = mapSide;
  const [low, high] = readColors(canvas, ['--pk-zero', '--pk-edge']) as [RGB, RGB];
  const end = high.map((c, i) => low[i]! + (c - low[i]!) * strength) as unknown as RGB;
  const table = colorTable(low, low, end).subarray(128);
  const image = new ImageData(mapSide, mapSide);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[Math.round(shades[i]! * 127)]!;
  context.putImageData(image, 0, 0);
}

function isInside(place: number): boolean {
  return place > 0 && place < gridSide - 1;
}

function raise(base: number, power: number): number {
  return base <= 0 ? 0 : exp(power * log(base));
}
