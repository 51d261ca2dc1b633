// What is painted on canvases: the model's opinion, faintly, and points too many to be elements.
import type { Task } from '../../engine';
import { colorTable, divergingColor, readColor } from '../../theme';
import { predictedClass, type Trainer } from '../../trainer';
import { markShapes } from '../decision-boundary';
import type { EditorPlane } from './layout';
import type { EditPoint } from './points';

// The cells of the decision boundary, so that one pass serves both.
const grid = 100;
/** How strong the strongest colour is: the points stand out. */
const strength = 0.35;

/** The model's opinion behind the points. */
export class Backdrop {
  private readonly context: CanvasRenderingContext2D | null;
  private tables: Uint32Array[] = [];
  private diverging: Uint32Array = new Uint32Array(256);
  private painted: unknown[] = [];

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext('2d');
    this.readColors();
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    const zero = readColor(this.canvas, '--pk-paper');
    const soft = (name: string) => {
      const color = readColor(this.canvas, name);
      return color.map((c, i) => zero[i]! + (c - zero[i]!) * strength) as unknown as typeof color;
    };
    this.diverging = colorTable(soft('--pk-negative'), zero, soft('--pk-positive'));
    this.tables = Array.from({ length: 8 }, (_, k) =>
      colorTable(zero, zero, soft(`--pk-class-${k}`)),
    );
    this.painted = [];
  }

  /** Paints the run as it is now, unless that is what the picture shows already. */
  paint(trainer: Trainer): void {
    if (trainer.data.x.shape[1] !== 2) return;
    const plane = trainer.plane(grid);
    const shown = [plane, plane.version, trainer.data.task];
    if (shown.every((one, i) => one === this.painted[i])) return;
    const { side, prediction } = plane;
    const columns = prediction.shape[1]!;
    if (this.canvas.width !== side) this.canvas.width = this.canvas.height = side;
    const image = new ImageData(side, side);
    const pixels = new Uint32Array(image.data.buffer);
    const [middle, reach] = trainer.data.task === 'regression' ? [0, 1] : [0.5, 0.5];
    for (let i = 0; i < pixels.length; i++) {
      if (columns === 1) pixels[i] = at(this.diverging, (prediction.data[i]! - middle) / reach);
      else {
        const best = predictedClass(prediction.data, i * columns, columns);
        pixels[i] = at(this.tables[best % 8]!, prediction.data[i * columns + best]!);
      }
    }
    this.context?.putImageData(image, 0, 0);
    this.painted = shown;
  }
}

/** Draws points too many to be elements of their own. */
export function drawPoints(
  canvas: HTMLCanvasElement,
  points: readonly EditPoint[],
  plane: EditorPlane,
  task: Task,
  bound: number,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const density = Math.min(2, globalThis.devicePixelRatio || 1);
  Object.assign(canvas, { width: plane.width * density, height: plane.height * density });
  const outlines = markShapes.map((shape) => new Path2D(shape));
  const style = getComputedStyle(canvas);
  const colors = outlines.map((_, k) => style.getPropertyValue(`--pk-class-${k}`));
  for (const { x, y, label, part } of points) {
    const kind = task === 'regression' ? 0 : label % outlines.length;
    context.setTransform(density, 0, 0, density, plane.x(x) * density, plane.y(y) * density);
    context.scale(0.5, 0.5);
    canvas.style.color =
      task === 'regression' ? divergingColor(label / bound) : (colors[kind] ?? '');
    context.fillStyle = context.strokeStyle =
      task === 'regression' ? style.color : resolved(canvas, kind);
    if (part === 'train') context.fill(outlines[kind]!);
    else context.stroke(outlines[kind]!);
  }
}

const classColors = new WeakMap<HTMLCanvasElement, string[]>();

// What a canvas understands of a class's colour: asked once a drawing, not once a point.
function resolved(canvas: HTMLCanvasElement, kind: number): string {
  let colors = classColors.get(canvas);
  if (!colors) {
    colors = markShapes.map((_, k) => `rgb(${readColor(canvas, `--pk-class-${k}`).join()})`);
    classColors.set(canvas, colors);
  }
  return colors[kind]!;
}

function at(table: Uint32Array, t: number): number {
  return table[Math.round((Math.min(1, Math.max(-1, t)) + 1) * 127.5)]!;
}
