// The cloud: points too many to be elements, on a canvas, each a copy of a stamp drawn once.
import type { Task } from '../../engine';
import { colorTable, drawingContext, readColors, readLength, type RGB } from '../../theme';
import { markShapes } from '../decision-boundary';
import type { EditorPlane } from './layout';
import type { EditPoint } from './points';

// How many shades the values of regression are told apart by.
const shades = 64;

/** How large a mark is, in sizes of one that is an element: so many would hide each other. */
export const cloudSize = 0.5;

const stamped = [
  ...['--pk-negative', '--pk-zero', '--pk-positive', '--pk-paper', '--pk-ink'],
  ...markShapes.map((_, k) => `--pk-class-${k}`),
];

/** Draws the points of one canvas. */
export class Cloud {
  private readonly context: CanvasRenderingContext2D;
  private readonly stamps = new Map<string, HTMLCanvasElement>();
  private density = 1;
  private classes: string[] = [];
  private values: string[] = [];
  private paper = '';
  private ink = '';
  private line = 2;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.context = drawingContext(canvas);
    this.readColors();
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    const [negative, zero, positive, paper, ink, ...classes] = readColors(this.canvas, stamped);
    const scale = colorTable(negative!, zero!, positive!, shades);
    const bytes = new Uint8Array(scale.buffer);
    this.values = Array.from({ length: shades }, (_, i) =>
      css([bytes[4 * i]!, bytes[4 * i + 1]!, bytes[4 * i + 2]!]),
    );
    this.classes = classes.map(css);
    this.paper = css(paper!);
    this.ink = css(ink!);
    this.line = readLength(this.canvas, '--pk-line');
    this.stamps.clear();
  }

  /** @param bound where the colours of regression end */
  draw(points: readonly EditPoint[], plane: EditorPlane, task: Task, bound: number): void {
    const { context, canvas } = this;
    const density = Math.min(2, globalThis.devicePixelRatio || 1);
    if (density !== this.density) this.stamps.clear();
    this.density = density;
    // Setting a canvas's size empties it.
    canvas.width = Math.round(plane.width * density);
    canvas.height = Math.round(plane.height * density);
    for (const { x, y, label, part } of points) {
      const stamp = this.stampOf(label, part === 'train', task === 'regression', bound);
      const half = stamp.width / 2;
      context.drawImage(stamp, plane.x(x) * density - half, plane.y(y) * density - half);
    }
  }

  private stampOf(label: number, trains: boolean, isValue: boolean, bound: number) {
    const share = Math.min(1, Math.max(-1, label / bound));
    const color = isValue
      ? Math.round(((share + 1) / 2) * (shades - 1))
      : label % markShapes.length;
    const name = `${isValue} ${trains} ${color}`;
    let stamp = this.stamps.get(name);
    if (!stamp) this.stamps.set(name, (stamp = this.makeStamp(color, trains, isValue)));
    return stamp;
  }

  private makeStamp(color: number, trains: boolean, isValue: boolean): HTMLCanvasElement {
    const stamp = document.createElement('canvas');
    stamp.width = stamp.height = Math.ceil(13 * cloudSize * this.density);
    const context = drawingContext(stamp);
    context.translate(stamp.width / 2, stamp.height / 2);
    context.scale(cloudSize * this.density, cloudSize * this.density);
    const fill = (isValue ? this.values : this.classes)[color]!;
    // A value has its colour in either part: the shape tells which one it is.
    const outline = new Path2D(markShapes[isValue ? (trains ? 0 : 3) : color]);
    const isFilled = isValue || trains;
    context.fillStyle = isFilled ? fill : this.paper;
    context.strokeStyle = isValue ? this.ink : trains ? this.paper : fill;
    context.lineWidth = (isFilled ? 0.6 : 0.9) * this.line;
    context.fill(outline);
    context.stroke(outline);
    return stamp;
  }
}

function css([r, g, b]: RGB): string {
  return `rgb(${r} ${g} ${b})`;
}
