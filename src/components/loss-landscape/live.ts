// What moves with the run: the point, the path behind and ahead of it, the arrow, the mark on the bar.
import { frameLoop, type LossSlice, type Trainer, type WeightPath } from '../../trainer';
import type { LossShades } from './shades';
import { layOut, type MapLayout, type MapWindow } from './window';

/** The parts that change from frame to frame, by the name in their `data-part`. */
export type Part =
  | 'past'
  | 'ahead'
  | 'steps'
  | 'start'
  | 'startLabel'
  | 'here'
  | 'handle'
  | 'hereLabel'
  | 'arrow'
  | 'arrowLabel';

/** What each part's attributes are. */
export type LiveAttributes = Partial<Record<Part, Record<string, string>>>;

// More dots than these on a path would hide it.
const mostDots = 80;
const arrowEnd = 40;
// About how long its label is.
const arrowWords = 62;
// A gradient that takes longer, in milliseconds, is left to when the run rests.
const affordable = 0.6;
const enough = 8;

/** Writes one landscape's moving parts. */
export class LiveParts {
  private readonly parts = new Map<Part, HTMLElement | SVGElement>();
  /** What was written last: the attributes of each part. */
  readonly written: LiveAttributes = {};
  private drawn: unknown[] = [];
  private gradient: readonly [number, number] = [0, 0];
  private gradientOf: unknown[] = [];
  // The quickest of those so far, and how many there were: the first ones are not yet at full speed.
  private cost = Infinity;
  private count = 0;
  // Towards where the path came from, as a vector of length 1, or 0.
  private backX = 0;
  private backY = 0;

  /**
   * @param root the element that holds the parts, or null where there is no page: then they are only
   *   noted in `written`
   * @param bar the colour bar's mark
   */
  constructor(
    root: Element | null,
    private readonly bar: HTMLElement | null,
  ) {
    for (const part of root?.querySelectorAll<HTMLElement | SVGElement>('[data-part]') ?? []) {
      this.parts.set(part.getAttribute('data-part') as Part, part);
    }
  }

  /** Draws the run as it is now, unless that is what is shown already. */
  draw(
    trainer: Trainer,
    slice: LossSlice,
    path: WeightPath,
    view: MapWindow,
    size: number,
    shades: LossShades | null,
    withArrow: boolean,
  ): void {
    const now = [trainer.version, slice, path.version, view, size, shades, withArrow];
    if (now.every((entry, i) => entry === this.drawn[i])) return;
    this.drawn = now;
    const layout = layOut(view, size);
    const [a, b] = slice.here;
    const [x, y] = [layout.x(a), layout.y(b)];
    const { status, step, loss } = trainer.now;
    this.drawPath(path, slice, layout, x, y, step);
    const isMoving = status === 'running';
    const direction = withArrow ? this.direction(trainer, slice, isMoving) : null;
    this.drawArrow(direction, x, y, size, isMoving);
    this.write('here', 'transform', `translate(${round(x)} ${round(y)})`);
    // By the style object: a Content-Security-Policy may forbid the attribute.
    const handle = this.parts.get('handle');
    if (handle) handle.style.transform = `translate(${round(x)}px, ${round(y)}px)`;
    this.write('here', 'data-a', String(a));
    this.write('here', 'data-b', String(b));
    this.drawLabel(direction, isMoving, x, y, size);
    if (shades && this.bar) this.bar.style.bottom = `${round(100 * shades.place(loss))}%`;
    this.bar?.setAttribute('data-loss', String(loss));
  }

  private drawPath(
    path: WeightPath,
    slice: LossSlice,
    { x, y }: MapLayout,
    hereX: number,
    hereY: number,
    step: number,
  ): void {
    const here = `${round(hereX)} ${round(hereY)}`;
    const [offsetA, offsetB] = [path.offsetOf(slice.a), path.offsetOf(slice.b)];
    const { length } = path;
    const hasDots = length <= mostDots;
    let [past, ahead, dots] = ['', '', ''];
    let [lastX, lastY] = [hereX, hereY];
    [this.backX, this.backY] = [0, 0];
    for (let i = 0; i < length; i++) {
      const [atX, atY] = [x(path.valueAt(i, offsetA)), y(path.valueAt(i, offsetB))];
      const place = `${round(atX)} ${round(atY)}`;
      const begins = path.beginsAt(i);
      const isPast = path.stepAt(i) <= step;
      const far = Math.max(Math.abs(atX - hereX), Math.abs(atY - hereY));
      if (isPast && far > 24) [lastX, lastY] = [atX, atY];
      if (isPast) past += `${begins ? 'M' : 'L'}${place}`;
      else ahead += `${begins ? 'M' : ahead ? 'L' : `M${here}L`}${place}`;
      if (hasDots) dots += `M${place}h0`;
    }
    this.write('past', 'd', past && `${past}L${here}`);
    this.write('past', 'data-samples', String(length));
    this.write('ahead', 'd', ahead);
    this.write('steps', 'd', dots);
    const back = Math.sqrt((lastX - hereX) ** 2 + (lastY - hereY) ** 2);
    if (back > 0) [this.backX, this.backY] = [(lastX - hereX) / back, (lastY - hereY) / back];
    if (!length) return;
    const [startX, startY] = [x(path.valueAt(0, offsetA)), y(path.valueAt(0, offsetB))];
    const nextY = length > 1 ? y(path.valueAt(1, offsetB)) : hereY;
    const isApart = Math.abs(startX - hereX) > 80 || Math.abs(startY - hereY) > 44;
    this.write('startLabel', 'y', startY < nextY && startY > 24 ? '-10' : '18');
    this.write('startLabel', 'visibility', isApart ? 'inherit' : 'hidden');
    this.write('start', 'transform', `translate(${round(startX)} ${round(startY)})`);
    this.write('start', 'visibility', length > 1 ? 'visible' : 'hidden');
  }

  // Downhill on the map, as a vector of length 1 with y downwards; null where it is flat or unknown.
  private direction(trainer: Trainer, slice: LossSlice, isMoving: boolean) {
    if (isMoving && this.count >= enough && this.cost > affordable) return null;
    const now = [slice, trainer.weightsVersion, trainer.loss, trainer.data];
    if (!now.every((entry, i) => entry === this.gradientOf[i])) {
      const before = frameLoop.now();
      this.gradient = slice.gradient();
      this.cost = Math.min(this.cost, frameLoop.now() - before);
      this.count++;
      this.gradientOf = now;
    }
    const [da, db] = this.gradient;
    const length = Math.sqrt(da * da + db * db);
    return length > 0 && length < Infinity ? ([-da / length, db / length] as const) : null;
  }

  private drawArrow(
    direction: readonly [number, number] | null,
    x: number,
    y: number,
    size: number,
    isMoving: boolean,
  ): void {
    this.write('arrow', 'visibility', direction ? 'visible' : 'hidden');
    if (!direction) this.write('arrowLabel', 'visibility', 'hidden');
    if (!direction) return;
    const [u, v] = direction;
    this.write('arrow', 'transform', `matrix(${[u, v, -v, u, x, y].map(round).join(' ')})`);
    this.write('arrow', 'data-gradient-a', String(this.gradient[0]));
    this.write('arrow', 'data-gradient-b', String(this.gradient[1]));
    const anchor = u > 0.35 ? 'start' : u < -0.35 ? 'end' : 'middle';
    const [labelX, labelY] = [x + u * (arrowEnd + 5), y + v * (arrowEnd + 9) + 4];
    const [left, right] = { start: [0, 1], middle: [0.5, 0.5], end: [1, 0] }[anchor] as [
      number,
      number,
    ];
    const fits =
      labelX >= left * arrowWords &&
      labelX <= size - right * arrowWords &&
      labelY >= 12 &&
      labelY <= size - 5;
    this.write('arrowLabel', 'visibility', fits && !isMoving ? 'visible' : 'hidden');
    this.write('arrowLabel', 'transform', `translate(${round(labelX)} ${round(labelY)})`);
    this.write('arrowLabel', 'text-anchor', anchor);
  }

  // In the corner that is furthest from the arrow and from the way that led here; always inside.
  private drawLabel(
    direction: readonly [number, number] | null,
    isMoving: boolean,
    x: number,
    y: number,
    size: number,
  ): void {
    const [u, v] = direction ?? [0, 0];
    let corner = [1, -1];
    let least = Infinity;
    for (const [h, w] of isMoving ? [[1, -1]] : corners) {
      const crowd = near(h, w, u, v) + near(h, w, this.backX, this.backY);
      if (crowd < least - 1e-9) [least, corner] = [crowd, [h, w]];
    }
    const isLeft = x < 64 ? false : x > size - 64 ? true : corner[0]! < 0;
    const isBelow = y < 28 ? true : y > size - 28 ? false : corner[1]! > 0;
    this.write('hereLabel', 'x', isLeft ? '-11' : '11');
    this.write('hereLabel', 'y', isBelow ? '19' : '-10');
    this.write('hereLabel', 'text-anchor', isLeft ? 'end' : 'start');
  }

  private write(part: Part, name: string, value: string): void {
    const written = (this.written[part] ??= {});
    if (written[name] === value) return;
    written[name] = value;
    this.parts.get(part)?.setAttribute(name, value);
  }
}

const corners = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

// How much a corner's label is in the way of something in this direction.
function near(h: number, w: number, u: number, v: number): number {
  return Math.max(0, h * u + 0.6 * w * v);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
