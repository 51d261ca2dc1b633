// Where everything of a run lies in the space of one of its layers, and what the layers above make of it.
import { Tensor, type Dataset, type Domain } from '../../engine';
import type { Trainer } from '../../trainer';
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
import { unitCounts } from './places';
import { roundEnds, type Ends } from './round-scale';

/** What is drawn, and in which coordinates. */
export interface SpaceChoice {
  place: number;
  /** One unit, or two. */
  units: readonly number[];
  overlay: Overlay;
}

/** One picture of a layer's space, in numbers. */
export class SpacePlaces {
  /** The scales of the last picture. */
  view: Plane | null = null;
  /** The upright and the level lines of the grid, as paths; empty with a single unit. */
  upright = '';
  level = '';
  /** What the model says at each cell's centre, row by row from the top; empty if the units chosen are not all. */
  values: Float64Array = new Float64Array(0);
  /** How many numbers each cell has. */
  columns = 0;

  private readonly lines = new Float64Array(4 * linesEachWay * samples);
  private grid: { domain: Domain; points: Tensor } | null = null;
  private rest: RestOfModel | null = null;
  private train: Float64Array = new Float64Array(0);
  private test: Float64Array = new Float64Array(0);
  private ends: { x: Ends; y: Ends; of: string } | null = null;

  /** @param cells how many cells the space is cut into, each way */
  constructor(readonly cells: number) {}

  /**
   * Takes the run as it is now. Returns false, and changes nothing, if the model has lost the layer or
   * the units since the picture was asked for.
   *
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  look(trainer: Trainer, choice: SpaceChoice, width: number, height: number): boolean {
    const count = unitCounts(trainer)[choice.place] ?? 0;
    if (choice.units.some((unit) => unit >= count)) return false;
    this.locate(trainer, choice);
    this.scale(trainer, choice, width, height);
    this.writeLines(choice.units.length === 2);
    if (count === choice.units.length) this.evaluate(trainer, choice);
    else this.columns = 0;
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

  private writeLines(hasLines: boolean): void {
    const { lines } = this;
    const view = this.view!;
    if (hasLines) {
      for (let i = 0; i < lines.length; i += 2) {
        lines[i] = view.x(lines[i]!);
        lines[i + 1] = view.y(lines[i + 1]!);
      }
    }
    [this.upright, this.level] = [0, 1].map((way) => {
      let drawn = '';
      for (let line = 0; hasLines && line < linesEachWay; line++) {
        drawn += polyline(lines, (way * linesEachWay + line) * samples, samples);
      }
      return drawn;
    }) as [string, string];
  }

  // What the rest of the model makes of every place, a row of cells at a time; with one unit all rows are
  // the same.
  private evaluate({ model, loss }: Trainer, { place, units }: SpaceChoice): void {
    const { cells } = this;
    if (this.rest?.model !== model || this.rest.place !== place) {
      this.rest = new RestOfModel(model, place);
    }
    const { x, y } = domainShown(this.view!);
    const block = Tensor.zeros([cells, units.length]);
    for (let row = 0; row < cells; row++) {
      const up = y[1] - ((row + 0.5) / cells) * (y[1] - y[0]);
      for (let i = 0; i < cells; i++) {
        block.data[i * units.length + units[0]!] = x[0] + ((i + 0.5) / cells) * (x[1] - x[0]);
        if (units.length === 2) block.data[2 * i + units[1]!] = up;
      }
      const says = this.rest.predict(block, loss).data;
      this.columns = says.length / cells;
      if (this.values.length !== cells * says.length) {
        this.values = new Float64Array(cells * says.length);
      }
      this.values.set(says, row * says.length);
    }
  }
}
