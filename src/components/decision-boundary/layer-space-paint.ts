// The painter of a layer's space: computes where everything lies, and draws it without React.
import { drawingContext } from '../../theme';
import { Tensor, type Dataset, type Domain } from '../../engine';
import type { Trainer } from '../../trainer';
import { readShades, type Shades } from './colors';
import { contourPath } from '../poster';
import { fillOutput, lineValues } from './fill';
import { valueBound, type DataPoint, type Plane } from './layout';
import {
  domainShown,
  endsOf,
  gridLines,
  layOutSpace,
  linesEachWay,
  polyline,
  project,
  RestOfModel,
  samples,
  spreadTargets,
} from './layer-space-layout';
import type { Overlay } from './overlays';
import { sameEntries } from './paint';
import { unitCounts } from './places';
import { roundEnds, type Ends } from './round-scale';

/** How many cells the space is cut into, each way, where it is painted. */
export const cells = 64;

/** What is drawn, and in which coordinates. */
export interface SpaceChoice {
  place: number;
  /** One unit, or two. */
  units: readonly number[];
  overlay: Overlay;
}

/** The elements that are drawn to. */
export interface SpaceTargets {
  canvas: HTMLCanvasElement;
  /** The upright and the level lines of the grid. */
  upright: SVGPathElement;
  level: SVGPathElement;
  contours: ReadonlyMap<number, SVGPathElement>;
}

/** Where everything of a run lies in the space of one of its layers. */
export class SpacePainter {
  /** The scales of the last picture. */
  view: Plane | null = null;

  private readonly image = new ImageData(cells, cells);
  private readonly pixels = new Uint32Array(this.image.data.buffer);
  private readonly scratch = new Float64Array(cells * cells);
  private readonly lines = new Float64Array(4 * linesEachWay * samples);
  private grid: { domain: Domain; points: Tensor } | null = null;
  private rest: RestOfModel | null = null;
  private train: Float64Array = new Float64Array(0);
  private test: Float64Array = new Float64Array(0);
  private values: Float64Array = new Float64Array(0);
  private ends: { x: Ends; y: Ends; of: string } | null = null;
  private shades: Shades;
  private painted: unknown[] = [];

  constructor(private readonly targets: SpaceTargets) {
    this.shades = readShades(targets.canvas);
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    this.shades = readShades(this.targets.canvas);
    this.painted = [];
  }

  /**
   * Draws the space as the model has it now, unless that is what the picture shows already. Returns
   * whether it drew.
   *
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  paint(trainer: Trainer, choice: SpaceChoice, width: number, height: number): boolean {
    const { model, data, testData, weightsVersion } = trainer;
    const { contours } = this.targets;
    const shown = [
      ...[model, data, testData, weightsVersion, choice, width, height],
      ...contours.keys(),
      ...contours.values(),
    ];
    if (sameEntries(shown, this.painted)) return false;
    // The model may have lost the layer or the units since the picture was asked for.
    const count = unitCounts(trainer)[choice.place] ?? 0;
    if (choice.units.some((unit) => unit >= count)) return false;
    this.locate(trainer, choice);
    this.scale(trainer, choice, width, height);
    this.drawLines(choice.units.length === 2);
    this.drawColors(trainer, choice, count);
    this.painted = shown;
    return true;
  }

  /** Where a point of the data is, in pixels of the last picture. */
  placeOf(split: 'train' | 'test', { row }: DataPoint): readonly [number, number] {
    const at = this[split];
    return [this.view!.x(at[2 * row]!), this.view!.y(at[2 * row + 1]!)];
  }

  private locate({ model, data, testData }: Trainer, { place, units }: SpaceChoice): void {
    if (this.grid?.domain !== data.domain) {
      this.grid = { domain: data.domain, points: gridLines(data.domain) };
    }
    project(model, this.grid.points, place, units, this.lines);
    this.train = this.locateData(this.train, data, model, place, units);
    this.test = testData
      ? this.locateData(this.test, testData, model, place, units)
      : new Float64Array(0);
  }

  private locateData(
    into: Float64Array,
    data: Dataset,
    model: Trainer['model'],
    place: number,
    units: readonly number[],
  ): Float64Array {
    const size = 2 * data.x.shape[0]!;
    const room = into.length === size ? into : new Float64Array(size);
    project(model, data.x, place, units, room);
    if (units.length === 1) spreadTargets(data, room);
    return room;
  }

  private scale(
    trainer: Trainer,
    { place, units }: SpaceChoice,
    width: number,
    height: number,
  ): void {
    const { data } = trainer;
    const of = `${place} ${units.join()}`;
    const before = this.ends?.of === of ? this.ends : null;
    // Fitted to the data: a corner of the plane where there is none may lie far away.
    const all = [this.train, this.test];
    const x = roundEnds(endsOf(all, 0), before?.x ?? null);
    let y = before?.y ?? null;
    if (units.length === 2) y = roundEnds(endsOf(all, 1), y);
    else if (data.task === 'regression') y = roundEnds([-valueBound(data), valueBound(data)], y);
    else y ??= [-0.5, data.classes - 0.5];
    const isSame = this.ends?.x === x && this.ends.y === y;
    if (isSame && this.view?.width === width && this.view.height === height) return;
    this.ends = { x, y, of };
    this.view = layOutSpace(x, y, width, height);
  }

  private drawLines(hasLines: boolean): void {
    const { lines, targets } = this;
    const view = this.view!;
    if (hasLines) {
      for (let i = 0; i < lines.length; i += 2) {
        lines[i] = view.x(lines[i]!);
        lines[i + 1] = view.y(lines[i + 1]!);
      }
    }
    [targets.upright, targets.level].forEach((path, way) => {
      let drawn = '';
      for (let line = 0; hasLines && line < linesEachWay; line++) {
        drawn += polyline(lines, (way * linesEachWay + line) * samples, samples);
      }
      path.setAttribute('d', drawn);
    });
  }

  // What the rest of the model makes of every place, if these units are all that it sees.
  private drawColors(
    trainer: Trainer,
    { place, units, overlay }: SpaceChoice,
    count: number,
  ): void {
    const { canvas, contours } = this.targets;
    canvas.hidden = count !== units.length;
    if (canvas.hidden) {
      for (const path of contours.values()) path.setAttribute('d', '');
      return;
    }
    const { data, model } = trainer;
    if (this.rest?.model !== model || this.rest.place !== place) {
      this.rest = new RestOfModel(model, place);
    }
    const columns = this.evaluate(trainer, this.rest, units);
    const { task } = data;
    const bound = task === 'regression' ? valueBound(data) : 1;
    fillOutput(this.pixels, this.values, columns, { task, overlay, bound }, this.shades);
    drawingContext(canvas).putImageData(this.image, 0, 0);
    const { width, height } = this.view!;
    for (const [threshold, path] of contours) {
      const { values, level } = lineValues(this.values, columns, threshold, this.scratch);
      path.setAttribute('d', contourPath(values, cells, level, width, height));
    }
  }

  // A row of cells at a time; with one unit all rows are the same.
  private evaluate({ loss }: Trainer, rest: RestOfModel, units: readonly number[]): number {
    const { x, y } = domainShown(this.view!);
    const block = Tensor.zeros([cells, units.length]);
    let columns = 1;
    for (let row = 0; row < cells; row++) {
      const up = y[1] - ((row + 0.5) / cells) * (y[1] - y[0]);
      for (let i = 0; i < cells; i++) {
        block.data[i * units.length + units[0]!] = x[0] + ((i + 0.5) / cells) * (x[1] - x[0]);
        if (units.length === 2) block.data[2 * i + units[1]!] = up;
      }
      const says = rest.predict(block, loss).data;
      columns = says.length / cells;
      if (this.values.length !== cells * cells * columns) {
        this.values = new Float64Array(cells * cells * columns);
      }
      this.values.set(says, row * says.length);
    }
    return columns;
  }
}
