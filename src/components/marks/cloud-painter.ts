// The painter of a cloud: each point is a copy of a stamp that is drawn once. Very many take some frames.
import type { Task } from '../../engine';
import { colorTable, drawingContext, readColors, readLength, type RGB } from '../../theme';
import { frameLoop, type Drawer } from '../../trainer';
import { kindOf, type Part, type PlacedPoints } from './look';
import { shapes } from './shapes';

// How many shades the values of regression are told apart by.
const shades = 64;

/** How large a mark of a cloud is, of one that is an element: so many would hide each other. */
export const cloudSize = 0.5;

// How long a frame may be drawn on, in milliseconds, after how many points it is looked at the time, and up to
// how many are drawn at once.
const share = 8;
const block = 1000;
const few = 4000;

/** The plane in CSS pixels. */
export interface CloudPlane {
  width: number;
  height: number;
  x: (value: number) => number;
  y: (value: number) => number;
}

/** What is drawn. */
interface CloudPicture {
  points: PlacedPoints;
  plane: CloudPlane;
  task: Task;
  /** Where the colours of regression end. */
  bound: number;
}

const stamped = [
  ...['--pk-negative', '--pk-zero', '--pk-positive', '--pk-paper', '--pk-ink'],
  ...shapes.map((_, k) => `--pk-class-${k}`),
];

/** Draws the points of one canvas, which shows what it showed until all of them are drawn. */
export class CloudPainter implements Drawer {
  private readonly context: CanvasRenderingContext2D;
  private readonly behind = document.createElement('canvas');
  private readonly stamps = new Map<string, HTMLCanvasElement>();
  private picture: CloudPicture | null = null;
  private next = 0;
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

  /** Begins a picture. Some thousand points are there at once, more of them some frames later. */
  begin(picture: CloudPicture): void {
    this.picture = picture;
    this.next = 0;
    const density = Math.min(2, globalThis.devicePixelRatio || 1);
    if (density !== this.density) this.stamps.clear();
    this.density = density;
    // Setting a canvas's size empties it.
    this.behind.width = Math.round(picture.plane.width * density);
    this.behind.height = Math.round(picture.plane.height * density);
    const { train, test } = picture.points;
    if (train.length + test.length > few) frameLoop.requestDraw(this);
    else this.draw();
  }

  /** Leaves the picture as it is. */
  stop(): void {
    frameLoop.cancelDraw(this);
  }

  /** Called by the frame loop: goes on with the picture. */
  draw(): void {
    const { picture } = this;
    if (!picture) return;
    const { train, test } = picture.points;
    const end = frameLoop.now() + share;
    const isLong = train.length + test.length > few;
    const context = drawingContext(this.behind);
    for (let drawn = 0; this.next < train.length + test.length; drawn++, this.next++) {
      if (isLong && drawn > 0 && drawn % block === 0 && frameLoop.now() >= end) {
        return frameLoop.requestDraw(this);
      }
      const part = this.next < train.length ? 'train' : 'test';
      const point = part === 'train' ? train[this.next]! : test[this.next - train.length]!;
      const stamp = this.stampOf(point.target, part, picture);
      const half = stamp.width / 2;
      const [x, y] = [picture.plane.x(point.x), picture.plane.y(point.y)];
      context.drawImage(stamp, x * this.density - half, y * this.density - half);
    }
    this.stop();
    this.canvas.width = this.behind.width;
    this.canvas.height = this.behind.height;
    if (this.behind.width && this.behind.height) this.context.drawImage(this.behind, 0, 0);
  }

  private stampOf(target: number, part: Part, { task, bound }: CloudPicture) {
    const isValue = task === 'regression';
    const value = Math.min(1, Math.max(-1, target / bound));
    const color = isValue
      ? Math.round(((value + 1) / 2) * (shades - 1))
      : kindOf(target, part, task);
    const name = `${isValue} ${part} ${color}`;
    let stamp = this.stamps.get(name);
    if (!stamp) this.stamps.set(name, (stamp = this.makeStamp(color, part, task)));
    return stamp;
  }

  private makeStamp(color: number, part: Part, task: Task): HTMLCanvasElement {
    const isValue = task === 'regression';
    const trains = part === 'train';
    const stamp = document.createElement('canvas');
    stamp.width = stamp.height = Math.ceil(13 * cloudSize * this.density);
    const context = drawingContext(stamp);
    context.translate(stamp.width / 2, stamp.height / 2);
    context.scale(cloudSize * this.density, cloudSize * this.density);
    const fill = (isValue ? this.values : this.classes)[color]!;
    // A value has its colour in either part: the shape tells which one it is.
    const outline = new Path2D(shapes[isValue ? kindOf(0, part, task) : color]);
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
