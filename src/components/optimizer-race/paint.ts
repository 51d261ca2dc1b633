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

interface NamedPath extends PathName {
  text: string;
}

/** A way in the HTML. */
export interface SentWay {
  line: string;
  dots: string;
  /** Where its head is, as a transform. */
  head: string;
  name: { x: number; y: number; textAnchor: 'start' | 'end' };
  text: string;
  /** The line from the name to the end of the way; empty if it stands beside it. */
  leader: string;
}

/** Draws a race into groups of elements, one group for each optimizer. */
export class RacePainter {
  private written: (Written | undefined)[] = [];
  private names: NamedPath[] = [];

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
    const { plane } = this;
    const shown: { name: NamedPath; group: SVGGElement }[] = [];
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
      const name = this.nameOf(i, lane, step);
      shown.push({ name, group });
      part(group, 'head').setAttribute('transform', `translate(${near(name.x)} ${near(name.y)})`);
    });
    placeNames(
      shown.map(({ name }) => name),
      plane,
    );
    for (const { name, group } of shown) writeName(group, name, plane);
  }

  /** The ways so far and the names at their ends, for where no script draws them. */
  waysOf(race: Race): SentWay[] {
    const { step } = race.now;
    const names = race.lanes.map((lane, i) => this.nameOf(i, lane, step));
    placeNames([...names], this.plane);
    return race.lanes.map((lane, i) => {
      const { line, dots } = this.write(i, lane, lane.reach(step));
      const { x, y, textX, textY, isLeft, text } = names[i]!;
      return {
        ...{ line, dots, text },
        head: `translate(${near(x)} ${near(y)})`,
        name: { x: textX, y: textY, textAnchor: isLeft ? 'end' : 'start' },
        leader: leaderOf(names[i]!, this.plane),
      };
    });
  }

  // Where the name of a way belongs, before the others have made room.
  private nameOf(i: number, lane: Lane, step: number): NamedPath {
    const { plane, words } = this;
    const reached = lane.reach(step);
    const text = hasLeft(lane, step) ? words.divergedPath(lane.name) : lane.name;
    const name = (this.names[i] ??= {
      ...{ x: 0, y: 0, wide: 0, isLeft: false, textX: 0, textY: 0, text },
    });
    name.x = plane.x(lane.x(reached));
    name.y = plane.y(lane.y(reached));
    name.text = text;
    name.wide = bold * text.length;
    return name;
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

function writeName(group: SVGGElement, name: NamedPath, plane: Plane): void {
  const label = part(group, 'name');
  label.setAttribute('x', String(name.textX));
  label.setAttribute('y', String(name.textY));
  label.setAttribute('text-anchor', name.isLeft ? 'end' : 'start');
  if (label.textContent !== name.text) label.textContent = name.text;
  part(group, 'leader').setAttribute('d', leaderOf(name, plane));
}

// From the name to the end of its path, where the name had to give way.
function leaderOf({ x, y, isLeft, textX, textY }: PathName, plane: Plane): string {
  const [endX, endY] = [clamp(x, plane.width), clamp(y, plane.height)];
  if (Math.abs(endY - textY) <= 3) return '';
  return `M${endX} ${endY}L${textX + (isLeft ? 3 : -3)} ${textY}`;
}

function part(group: SVGGElement, name: string): Element {
  return group.querySelector(`[data-part="${name}"]`)!;
}

// What lies far out of sight may as well lie a little less far.
function near(pixels: number): number {
  return Math.min(1e5, Math.max(-1e5, pixels));
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
