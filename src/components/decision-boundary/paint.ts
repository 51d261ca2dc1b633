// The painter: the model's values as colours on a canvas and as contour lines.
import type { Dataset, Tensor } from '../../engine';
import { colorTable, readColor, type RGB } from '../../theme';
import { predictedClass, type Trainer } from '../../trainer';
import { contourPath } from './contour-path';
import { valueBound } from './layout';

/** How strong the strongest colour is; softer than the points, so that they stand out. */
const strength = 0.65;

/** Draws one run's boundary on a canvas of a pixel a cell and into SVG paths. */
export class BoundaryPainter {
  private readonly context: CanvasRenderingContext2D | null;
  private image!: ImageData;
  private pixels!: Uint32Array;
  private diverging: Uint32Array = new Uint32Array(0);
  private classTables: Uint32Array[] = [];
  private painted: unknown[] = [];
  private margins = new Float64Array(0);

  /** @param n how many cells the plane has each way */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly n: number,
  ) {
    this.context = canvas.getContext('2d');
    this.resize(n);
    this.readColors();
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    this.painted = [];
    const zero = readColor(this.canvas, '--pk-zero');
    const soft = (variable: string) => {
      const color = readColor(this.canvas, variable);
      return color.map((c, i) => zero[i]! + (c - zero[i]!) * strength) as unknown as RGB;
    };
    this.diverging = colorTable(soft('--pk-negative'), zero, soft('--pk-positive'));
    this.classTables = Array.from({ length: 8 }, (_, k) =>
      colorTable(zero, zero, soft(`--pk-class-${k}`)).subarray(128),
    );
  }

  /**
   * Paints the model as it is now, unless that is what the picture shows already.
   *
   * @param paths where contour lines go, by threshold or, for several classes, by class; all in a
   *   box of this size
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  paint(
    trainer: Trainer,
    paths: ReadonlyMap<number, SVGPathElement>,
    width: number,
    height: number,
  ): void {
    const plane = trainer.plane(this.n);
    const shown = [plane, plane.version, width, height, ...paths.keys(), ...paths.values()];
    if (sameEntries(shown, this.painted)) return;
    const values = plane.prediction;
    const columns = values.shape[1]!;
    if (plane.side !== this.image.width) this.resize(plane.side);
    if (columns > 1) this.fillClasses(values.data, columns);
    else this.fill(values, trainer.data);
    this.context?.putImageData(this.image, 0, 0);
    for (const [threshold, path] of paths) {
      const lined = columns > 1 ? this.lead(values.data, columns, threshold) : values.data;
      const level = columns > 1 ? 0 : threshold;
      path.setAttribute('d', contourPath(lined, plane.side, level, width, height));
    }
    this.painted = shown;
  }

  private resize(side: number): void {
    this.canvas.width = this.canvas.height = side;
    this.image = new ImageData(side, side);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  private fill(values: Tensor, data: Dataset): void {
    const [middle, reach] = data.task === 'regression' ? [0, valueBound(data)] : [0.5, 0.5];
    const { pixels, diverging } = this;
    for (let i = 0; i < pixels.length; i++) {
      const t = (values.data[i]! - middle) / reach;
      pixels[i] = diverging[tableIndex(t)]!;
    }
  }

  // The likeliest class's colour, the stronger the surer.
  private fillClasses(values: Float64Array, classes: number): void {
    const { pixels } = this;
    for (let i = 0; i < pixels.length; i++) {
      const best = predictedClass(values, i * classes, classes);
      const sureness = (values[i * classes + best]! * classes - 1) / (classes - 1);
      pixels[i] =
        this.classTables[best % 8]![Math.round(Math.min(1, Math.max(0, sureness)) * 127)]!;
    }
  }

  // How far a class is ahead of the likeliest other one; zero where the two tie.
  private lead(values: Float64Array, classes: number, which: number): Float64Array {
    if (this.margins.length !== this.pixels.length) {
      this.margins = new Float64Array(this.pixels.length);
    }
    for (let i = 0; i < this.margins.length; i++) {
      let other = -Infinity;
      for (let c = 0; c < classes; c++) {
        if (c !== which) other = Math.max(other, values[i * classes + c]!);
      }
      this.margins[i] = values[i * classes + which]! - other;
    }
    return this.margins;
  }
}

/** The place of a value from -1 to 1 in a table of 256 colours. */
export function tableIndex(t: number): number {
  return Math.round((Math.min(1, Math.max(-1, t)) + 1) * 127.5);
}

function sameEntries(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}
