// The moving parts, without React: a map in every neuron, and the width, sign and number of every link.
import type { CSSProperties } from 'react';
import type { Task } from '../../engine';
import { colorTable, drawingContext, readColors } from '../../theme';
import type { Trainer } from '../../trainer';
import type { Column } from './columns';
import { linkWidth, type GraphLayout } from './layout';
import type { Values } from './values';

/** As many cells each way as the decision boundary has, so that one pass serves both. */
export const grid = 100;

/** Paints what every neuron makes of the plane, on one canvas for the whole graph. */
export class MapPainter {
  private readonly context: CanvasRenderingContext2D;
  private colors: Uint32Array = new Uint32Array(256);
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);
  private painted: unknown[] = [];

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = drawingContext(canvas);
    this.readColors();
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    const [low, middle, high] = readColors(this.canvas, [
      ...['--pk-plane-negative', '--pk-plane-zero', '--pk-plane-positive'],
    ]);
    this.colors = colorTable(low!, middle!, high!);
    this.painted = [];
  }

  /**
   * Paints the run as it is now, unless that is what the picture shows already.
   *
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  paint(trainer: Trainer, columns: readonly Column[], layout: GraphLayout): void {
    const plane = trainer.preview(grid);
    const shown = [plane, plane.version, columns, layout];
    if (shown.every((one, i) => one === this.painted[i])) return;
    for (const { place } of columns) if (place >= 0) plane.want(place);
    this.fit(layout);
    const side = Math.round(layout.size - 4);
    for (const { column, unit, x, y } of layout.neurons) {
      const { place, units } = columns[column]!;
      const { data } = place < 0 ? plane.points : plane.layer(place);
      const { factor, middle } = scaleOf(columns[column]!, trainer.data.task);
      this.stamp(
        data,
        units,
        unit,
        plane.side,
        Math.round(x - side / 2),
        Math.round(y - side / 2),
        side,
        factor,
        middle,
      );
    }
    this.context.putImageData(this.image!, 0, 0);
    this.painted = shown;
  }

  private fit({ width, height }: GraphLayout): void {
    const [w, h] = [Math.ceil(width), Math.ceil(height)];
    if (this.image?.width !== w || this.image.height !== h) {
      Object.assign(this.canvas, { width: w, height: h });
      this.image = new ImageData(w, h);
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    this.pixels.fill(0);
  }

  // One neuron's map, in a square of `size` pixels.
  private stamp(
    data: Float64Array,
    columns: number,
    column: number,
    side: number,
    left: number,
    top: number,
    size: number,
    scale: number,
    middle: number,
  ): void {
    const { pixels, colors } = this;
    const { width } = this.image!;
    for (let row = 0; row < size; row++) {
      const from = Math.floor(((row + 0.5) / size) * side) * side;
      let pixel = (top + row) * width + left;
      for (let i = 0; i < size; i++) {
        const cell = from + Math.floor(((i + 0.5) / size) * side);
        const t = (data[cell * columns + column]! - middle) * scale;
        pixels[pixel++] = colors[t >= 1 ? 255 : t <= -1 ? 0 : Math.round((t + 1) * 127.5)]!;
      }
    }
  }
}

// What a value is multiplied by so that the strongest colour is at ±1.
const around = 1;
const coordinate = 1 / 5;
const probability = 2;

/** From a neuron's value to its colour: what is subtracted from it, and what it is multiplied by. */
export function scaleOf({ place, kind }: Column, task: Task): { factor: number; middle: number } {
  if (kind === 'output' && task !== 'regression') return { factor: probability, middle: 0.5 };
  return { factor: place < 0 ? coordinate : around, middle: 0 };
}

/** What the lines show. */
export type Shown = 'weights' | 'gradients';

/** What lines and biases look like with their numbers, as the writer would have them; those of now. */
export function looksOf({ values, largest }: Values) {
  const copied = new Map([...values].map(([name, data]) => [name, Array.from(data)]));
  const look = (name: string, place: number) => {
    const value = copied.get(name)?.[place] ?? 0;
    return { 'data-value': value, 'data-sign': value < 0 ? '-' : '+' };
  };
  return {
    link: (linear: Column['linear'], place: number) => {
      const own = look(`${linear}.weight`, place);
      const width = Math.round(10 * linkWidth(own['data-value'] / largest)) / 10;
      return { ...own, strokeWidth: width };
    },
    bias: (linear: Column['linear'], unit: number) => {
      const own = look(`${linear}.bias`, unit);
      const style = { '--pk-share': biasShare(own['data-value'] / largest) } as CSSProperties;
      return { ...own, style };
    },
  };
}

/** The looks of a graph's numbers in the HTML. */
export type SentLooks = ReturnType<typeof looksOf>;

// How strong a bias's colour is.
function biasShare(value: number): number {
  return Math.round(20 * Math.min(1, Math.abs(value))) / 20;
}

/** Writes the numbers of the model to lines and biases; what is the same as before is left. */
export class LinkWriter {
  private lines: SVGPathElement[] = [];
  private biases: HTMLElement[] = [];
  private written: Float64Array = new Float64Array(0);
  private widths: Float64Array = new Float64Array(0);
  private writtenBiases: Float64Array = new Float64Array(0);
  private shares: Float64Array = new Float64Array(0);

  /** Takes the elements that are there now, in the order of the layout. */
  attach(root: Element): void {
    this.lines = [...root.querySelectorAll<SVGPathElement>('.pancake-network-link')];
    this.biases = [...root.querySelectorAll<HTMLElement>('.pancake-network-bias')];
    this.written = new Float64Array(this.lines.length).fill(NaN);
    this.widths = new Float64Array(this.lines.length).fill(NaN);
    this.writtenBiases = new Float64Array(this.biases.length).fill(NaN);
    this.shares = new Float64Array(this.biases.length).fill(NaN);
  }

  /**
   * @param values the values, or gradients, of each parameter by name
   * @param largest what counts as large: 1 for weights, the largest for gradients
   */
  write(
    values: ReadonlyMap<string, ArrayLike<number>>,
    layout: GraphLayout,
    columns: readonly Column[],
    largest: number,
  ): void {
    layout.links.forEach((link, i) => {
      const line = this.lines[i];
      const value = values.get(`${columns[link.column]!.linear}.weight`)?.[link.place] ?? 0;
      if (!line || value === this.written[i]) return;
      const isOther = value < 0 !== this.written[i]! < 0 || Number.isNaN(this.written[i]);
      this.written[i] = value;
      line.setAttribute('data-value', String(value));
      if (isOther) line.setAttribute('data-sign', value < 0 ? '-' : '+');
      // A picture is painted anew for whatever can be seen of a change, and only for that.
      const width = Math.round(10 * linkWidth(value / largest));
      if (width === this.widths[i]) return;
      this.widths[i] = width;
      line.setAttribute('stroke-width', String(width / 10));
    });
    this.biases.forEach((bias, i) => {
      const [linear, unit] = [bias.dataset['linear'], Number(bias.dataset['unit'])];
      const value = values.get(`${linear}.bias`)?.[unit] ?? 0;
      if (value === this.writtenBiases[i]) return;
      this.writtenBiases[i] = value;
      bias.setAttribute('data-value', String(value));
      bias.setAttribute('data-sign', value < 0 ? '-' : '+');
      const share = biasShare(value / largest);
      if (share === this.shares[i]) return;
      this.shares[i] = share;
      bias.style.setProperty('--pk-share', String(share));
    });
  }
}
