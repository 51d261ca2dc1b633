// The painter: the optimizers' ways as SVG paths, written frame by frame without React.
import { hasLeft, type Lane, type Race } from '../../trainer';
import { placeNames, type PathName, type Plane } from './layout';
import type { OptimizerRaceLabels } from './labels';

/** Every so many steps a path has a dot. */
const dotEvery = 10;
const bold = 7.2;
/** How far out of sight a path is drawn, in sizes of the plane. */
const farthest = 8;

// What has been written of one way already; going on adds to it.
interface Written {
  lane: Lane;
  beginnings: number;
  upTo: number;
  line: string;
  dots: string;
}

/** Draws a race into groups of elements, one group for each optimizer. */
export class RacePainter {
  private written: (Written | undefined)[] = [];
  private names: PathName[] = [];

  constructor(
    private readonly plane: Plane,
    private readonly words: OptimizerRaceLabels,
  ) {}

  /**
   * Draws the race as it is now.
   *
   * @param groups by the optimizers' names
   * @param hidden the names of those that are not shown
   */
  paint(race: Race, groups: ReadonlyMap<string, SVGGElement>, hidden: ReadonlySet<string>): void {
    const { step } = race.now;
    const { plane, words } = this;
    const shown: { name: PathName; group: SVGGElement; text: string }[] = [];
    race.lanes.forEach((lane, i) => {
      const group = groups.get(lane.name);
      if (!group) return;
      const isHidden = hidden.has(lane.name);
      group.setAttribute('display', isHidden ? 'none' : 'inline');
      const reached = lane.reach(step);
      const left = hasLeft(lane, step);
      for (const what of ['x', 'y', 'loss'] as const) {
        group.setAttribute(`data-${what}`, String(lane[what](reached)));
      }
      group.setAttribute('data-step', String(reached));
      if (left) group.setAttribute('data-diverged', String(lane.divergedAt));
      else group.removeAttribute('data-diverged');
      if (isHidden) return;
      const { line, dots } = this.write(i, lane, reached);
      part(group, 'line').setAttribute('d', line);
      part(group, 'dots').setAttribute('d', dots);
      const name = (this.names[i] ??= { x: 0, y: 0, wide: 0, isLeft: false, textX: 0, textY: 0 });
      name.x = plane.x(lane.x(reached));
      name.y = plane.y(lane.y(reached));
      const text = left ? words.divergedPath(lane.name) : lane.name;
      name.wide = bold * text.length;
      shown.push({ name, group, text });
      part(group, 'head').setAttribute('transform', `translate(${near(name.x)} ${near(name.y)})`);
    });
    placeNames(
      shown.map(({ name }) => name),
      plane,
    );
    for (const { name, group, text } of shown) place(group, name, text, plane);
  }

  /** The ways so far, for where no script draws them. */
  waysOf(race: Race): { line: string; dots: string; head: string }[] {
    return race.lanes.map((lane, i) => {
      const reached = lane.reach(race.now.step);
      const { line, dots } = this.write(i, lane, reached);
      const [x, y] = [this.plane.x(lane.x(reached)), this.plane.y(lane.y(reached))];
      return { line, dots, head: `translate(${near(x)} ${near(y)})` };
    });
  }

  private write(i: number, lane: Lane, reached: number): Written {
    let written = this.written[i];
    const isOther = written?.lane !== lane || written.beginnings !== lane.beginnings;
    if (!written || isOther || written.upTo > reached) {
      written = { lane, beginnings: lane.beginnings, upTo: -1, line: '', dots: '' };
      this.written[i] = written;
    }
    for (let step = written.upTo + 1; step <= reached; step++) {
      const at = this.placeOf(lane, step);
      written.line += `${step ? 'L' : 'M'}${at}`;
      // A line of no length with round ends.
      if (step % dotEvery === 0) written.dots += `M${at}h0`;
      written.upTo = step;
    }
    return written;
  }

  // A way that leaves for infinity is drawn far enough to be out of sight: dashes along a line of
  // millions of pixels would take minutes.
  private placeOf(lane: Lane, step: number): string {
    const { plane } = this;
    const [x, y] = [plane.x(lane.x(step)), plane.y(lane.y(step))];
    const [fromX, fromY] = step ? [plane.x(lane.x(step - 1)), plane.y(lane.y(step - 1))] : [x, y];
    const far = farthest * Math.max(plane.width, plane.height);
    const keep = (value: number) => Math.min(far, Math.max(-far, value));
    const length = Math.hypot(x - fromX, y - fromY);
    // In the same direction, as long as it begins in sight.
    const share = length > far ? far / length : 1;
    const inSight = Math.abs(fromX) <= far && Math.abs(fromY) <= far;
    const [endX, endY] = inSight
      ? [fromX + (x - fromX) * share, fromY + (y - fromY) * share]
      : [x, y];
    return `${hundredth(keep(endX))} ${hundredth(keep(endY))}`;
  }
}

function place(group: SVGGElement, name: PathName, text: string, plane: Plane): void {
  const label = part(group, 'name');
  label.setAttribute('x', String(name.textX));
  label.setAttribute('y', String(name.textY));
  label.setAttribute('text-anchor', name.isLeft ? 'end' : 'start');
  if (label.textContent !== text) label.textContent = text;
  // From the name to the end of its path, where the name had to give way.
  const side = name.isLeft ? 3 : -3;
  const x = Math.min(plane.width, Math.max(0, name.x));
  const y = Math.min(plane.height, Math.max(0, name.y));
  const path = `M${x} ${y}L${name.textX + side} ${name.textY}`;
  part(group, 'leader').setAttribute('d', Math.abs(y - name.textY) > 3 ? path : '');
}

function part(group: SVGGElement, name: string): Element {
  return group.querySelector(`[data-part="${name}"]`)!;
}

// What lies far out of sight may as well lie a little less far.
function near(pixels: number): number {
  return Math.min(1e5, Math.max(-1e5, pixels));
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
