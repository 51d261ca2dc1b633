// The backdrop: what the model says of the plane, faintly, so that the points stand out.
import { colorTable, drawingContext, readColors, type RGB, type ThemeColor } from '../../theme';
import { predictedClass, type Trainer } from '../../trainer';
import { evenLevels, shadesOf, type Shade } from '../poster';

// The cells of the decision boundary, so that one pass serves both.
const grid = 100;
/** How strong the strongest colour is: the points stand out. */
const strength = 0.35;

const shaded = [
  ...['--pk-paper', '--pk-plane-negative', '--pk-plane-positive'],
  ...Array.from({ length: 8 }, (_, k) => `--pk-plane-class-${k}`),
];

/** The model's opinion behind the points. */
export class Backdrop {
  private readonly context: CanvasRenderingContext2D;
  private tables: Uint32Array[] = [];
  private diverging: Uint32Array = new Uint32Array(256);
  private painted: unknown[] = [];

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = drawingContext(canvas);
    this.readColors();
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    const [zero, ...colors] = readColors(this.canvas, shaded) as [RGB, ...RGB[]];
    const [negative, positive, ...classes] = colors.map(
      (color) => color.map((c, i) => zero[i]! + (c - zero[i]!) * strength) as unknown as RGB,
    );
    this.diverging = colorTable(negative!, zero, positive!);
    this.tables = classes.map((color) => colorTable(zero, zero, color));
    this.painted = [];
  }

  /** Paints the run as it is now, unless that is what the picture shows already. */
  paint(trainer: Trainer): void {
    if (trainer.data.x.shape[1] !== 2) return;
    const plane = trainer.preview(grid);
    const shown = [plane, plane.version, trainer.data.task];
    if (shown.every((one, i) => one === this.painted[i])) return;
    const { side, prediction } = plane;
    const columns = prediction.shape[1]!;
    if (this.canvas.width !== side) this.canvas.width = this.canvas.height = side;
    const image = new ImageData(side, side);
    const pixels = new Uint32Array(image.data.buffer);
    // Values have the colours of the points: the same one ends the scale.
    const isValue = trainer.data.task === 'regression';
    const [middle, reach] = isValue ? [0, largest(trainer.data.y.data)] : [0.5, 0.5];
    for (let i = 0; i < pixels.length; i++) {
      if (columns === 1) pixels[i] = at(this.diverging, (prediction.data[i]! - middle) / reach);
      else {
        const best = predictedClass(prediction.data, i * columns, columns);
        pixels[i] = at(this.tables[best % 8]!, prediction.data[i * columns + best]!);
      }
    }
    this.context.putImageData(image, 0, 0);
    this.painted = shown;
  }
}

// So many cells each way, and so many shades, are enough where the backdrop is in the HTML.
const posterSide = 40;
const posterShades = 5;

/**
 * The model's opinion as shades, for where no script paints it.
 *
 * @throws NonFiniteError if the model gives a number that is not finite
 */
export function posterOf(trainer: Trainer): Shade[] {
  const { data, shape } = trainer.plane(posterSide).prediction;
  const columns = shape[1]!;
  const scale = { n: posterSide, ...evenLevels(posterShades, strength) };
  if (columns === 1) {
    const isValue = trainer.data.task === 'regression';
    const reach = isValue ? largest(trainer.data.y.data) : 0.5;
    const values = data.map((value) => (value - (isValue ? 0 : 0.5)) / reach);
    return [
      ...shadesOf({ color: 'negative', values: values.map((value) => -value), ...scale }),
      ...shadesOf({ color: 'positive', values, ...scale }),
    ];
  }
  return Array.from({ length: columns }, (_, k) => {
    // Where the class is not the likeliest, it has no colour.
    const values = Float64Array.from({ length: posterSide * posterSide }, (__, i) =>
      predictedClass(data, i * columns, columns) === k ? data[i * columns + k]! : -1,
    );
    const levels = scale.levels.map((level) => Math.max(level, 1e-6));
    return shadesOf({ color: `class-${k % 8}` as ThemeColor, ...scale, values, levels });
  }).flat();
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
}

function at(table: Uint32Array, t: number): number {
  return table[Math.round((Math.min(1, Math.max(-1, t)) + 1) * 127.5)]!;
}
