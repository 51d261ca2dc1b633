// The painter: the slice's losses as shades on a canvas of a pixel a cell, with contour lines.
import { colorTable, drawingContext, readColors, type RGB } from '../../theme';
import type { LossSlice } from '../../trainer';
import { contourPath } from '../poster';
import { shadesFor, type LossShades } from './shades';
import type { MapWindow } from './window';

/** Draws one landscape. A picture stays, moved to its place, until there is a better one. */
export class LandscapePainter {
  /** What the shades of the picture stand for; null until there is a picture. */
  shades: LossShades | null = null;

  private readonly context: CanvasRenderingContext2D;
  private table: Uint32Array = new Uint32Array(256);
  private heights = new Float64Array(0);
  private slice: LossSlice | null = null;
  private version = 0;
  private side = 0;
  private colorsChanged = false;
  private placed: unknown[] = [];

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly lines: SVGPathElement,
  ) {
    this.context = drawingContext(canvas);
    this.readColors();
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    const ends = ['--pk-loss-low', '--pk-loss-high'];
    const [low, high] = readColors(this.canvas, ends) as [RGB, RGB];
    const middle = low.map((c, i) => (c + high[i]!) / 2) as unknown as RGB;
    this.table = colorTable(low, middle, high);
    this.colorsChanged = true;
  }

  /** Paints a slice, if it has something that is not in the picture yet. */
  paint(slice: LossSlice): void {
    const isOther = this.slice !== null && !sameSubject(slice, this.slice);
    if (isOther) this.clear();
    const isNew = slice !== this.slice || slice.version !== this.version;
    if (!slice.side || !(isNew || this.colorsChanged)) return;
    this.slice = slice;
    this.version = slice.version;
    this.side = slice.side;
    this.colorsChanged = false;
    this.shades = shadesFor(slice.values);
    this.fill(slice.values, this.shades);
    this.draw(slice.values, this.shades);
    this.placed = [];
  }

  /** Puts the picture where it belongs on a map of this size. */
  place(view: MapWindow, size: number): void {
    const { slice } = this;
    if (!slice) return;
    const { ranges } = slice;
    const now = [view, size, slice];
    if (now.every((entry, i) => entry === this.placed[i])) return;
    this.placed = now;
    const cell = size / (2 * view.span);
    const left = (ranges.a[0] - (view.a - view.span)) * cell;
    const top = (view.b + view.span - ranges.b[1]) * cell;
    const width = (ranges.a[1] - ranges.a[0]) * cell;
    const height = (ranges.b[1] - ranges.b[0]) * cell;
    const { style } = this.canvas;
    [style.left, style.top] = [`${left}px`, `${top}px`];
    [style.width, style.height] = [`${width}px`, `${height}px`];
    const move = `translate(${left} ${top}) scale(${width / box} ${height / box})`;
    this.lines.setAttribute('transform', move);
  }

  private clear(): void {
    this.slice = this.shades = null;
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.lines.setAttribute('d', '');
  }

  // A cell without a finite loss stays empty: the hatching behind the canvas is seen.
  private fill(values: Float64Array, shades: LossShades): void {
    const { canvas, context, side, table } = this;
    if (canvas.width !== side) canvas.width = canvas.height = side;
    canvas.dataset['side'] = String(side);
    const image = new ImageData(side, side);
    const pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < pixels.length; i++) {
      const value = values[i]!;
      pixels[i] = value === Infinity ? 0 : table[Math.round(255 * shades.place(value))]!;
    }
    context.putImageData(image, 0, 0);
  }

  private draw(values: Float64Array, shades: LossShades): void {
    const { side, lines } = this;
    if (this.heights.length !== values.length) this.heights = new Float64Array(values.length);
    const { levels } = shades;
    const heights = heightsOf(values, shades, this.heights);
    const line = (level: number) => contourPath(heights.values, side, heights.of(level), box, box);
    lines.setAttribute('d', levels.map(line).join(''));
    lines.dataset['levels'] = levels.join(' ');
  }
}

/**
 * What the contour lines are drawn of. A line crosses from cell to cell where the square root of the
 * loss does: around a minimum that rises evenly, as the loss itself does not.
 *
 * @param into room for as many numbers as there are losses
 * @returns the heights of the cells, and the one of a loss
 */
export function heightsOf(
  losses: Float64Array,
  { low, high }: LossShades,
  into: Float64Array,
): { values: Float64Array; of: (loss: number) => number } {
  const of = (loss: number) => (low < 0 ? loss : Math.sqrt(Math.max(0, loss)));
  const most = of(high) + of(high) - of(low);
  for (let i = 0; i < losses.length; i++) into[i] = Math.min(most, of(losses[i]!));
  return { values: into, of };
}

// The lines are drawn in a box of this size and scaled to the map's.
const box = 400;

// A picture of the same two numbers of the same model is worth keeping while a new one is made.
function sameSubject(a: LossSlice, b: LossSlice): boolean {
  return (
    a.of === b.of &&
    a.a.name === b.a.name &&
    a.a.place === b.a.place &&
    a.b.name === b.b.name &&
    a.b.place === b.b.place
  );
}
