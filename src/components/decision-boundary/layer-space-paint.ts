// The painter of a layer's space: draws it without React.
import { drawingContext } from '../../theme';
import type { Trainer } from '../../trainer';
import { readShades, type Shades } from './colors';
import { contourPath } from '../poster';
import { fillOutput, lineValues } from './fill';
import { valueBound, type DataPoint, type Plane } from './layout';
import { sameEntries } from './paint';
import { SpacePlaces, type SpaceChoice } from './space-places';

/** How many cells the space is cut into, each way, where it is painted. */
export const cells = 64;

/** The elements that are drawn to. */
export interface SpaceTargets {
  canvas: HTMLCanvasElement;
  /** The upright and the level lines of the grid. */
  upright: SVGPathElement;
  level: SVGPathElement;
  contours: ReadonlyMap<number, SVGPathElement>;
}

/** Draws the space of one of a run's layers. */
export class SpacePainter {
  private readonly places = new SpacePlaces(cells);
  private readonly image = new ImageData(cells, cells);
  private readonly pixels = new Uint32Array(this.image.data.buffer);
  private readonly scratch = new Float64Array(cells * cells);
  private shades: Shades;
  private painted: unknown[] = [];

  constructor(private readonly targets: SpaceTargets) {
    this.shades = readShades(targets.canvas);
  }

  /** The scales of the last picture. */
  get view(): Plane | null {
    return this.places.view;
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
    const { contours, upright, level } = this.targets;
    const shown = [
      ...[model, data, testData, weightsVersion, choice, width, height],
      ...contours.keys(),
      ...contours.values(),
    ];
    if (sameEntries(shown, this.painted)) return false;
    if (!this.places.look(trainer, choice, width, height)) return false;
    upright.setAttribute('d', this.places.upright);
    level.setAttribute('d', this.places.level);
    this.drawColors(trainer, choice);
    this.painted = shown;
    return true;
  }

  /** Where a point of the data is, in pixels of the last picture. */
  placeOf(split: 'train' | 'test', point: DataPoint): readonly [number, number] {
    return this.places.placeOf(split, point);
  }

  // What the rest of the model makes of every place, if these units are all that it sees.
  private drawColors({ data }: Trainer, { overlay }: SpaceChoice): void {
    const { canvas, contours } = this.targets;
    const { values, columns } = this.places;
    canvas.hidden = !columns;
    if (!columns) {
      for (const path of contours.values()) path.setAttribute('d', '');
      return;
    }
    const { task } = data;
    const bound = task === 'regression' ? valueBound(data) : 1;
    fillOutput(this.pixels, values, columns, { task, overlay, bound }, this.shades);
    drawingContext(canvas).putImageData(this.image, 0, 0);
    const { width, height } = this.view!;
    for (const [threshold, path] of contours) {
      const line = lineValues(values, columns, threshold, this.scratch);
      path.setAttribute('d', contourPath(line.values, cells, line.level, width, height));
    }
  }
}
