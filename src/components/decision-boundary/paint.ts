// The painter: a picture of the plane as colours on a canvas and as contour lines.
import { drawingContext } from '../../theme';
import type { NeuronPlace } from '../../hooks';
import type { PlaneValues, Trainer } from '../../trainer';
import { readShades, type Shades } from './colors';
import { contourPath } from '../poster';
import { fillColumn, fillOutput, lineValues } from './fill';
import { valueBound } from './layout';
import type { Overlay } from './overlays';
import { crossingPlace, givesShares, neuronIn } from './places';
import { roundBound } from './round-scale';

/** What is painted: a neuron's output, or without one the model's. */
export interface Picture {
  overlay: Overlay;
  neuron: NeuronPlace | null;
}

/** Draws one run's boundary on a canvas of a pixel a cell and into SVG paths. */
export class BoundaryPainter {
  /** Where the colours of the neuron end, or null if none is painted. */
  bound: number | null = null;

  private readonly context: CanvasRenderingContext2D;
  private image!: ImageData;
  private pixels!: Uint32Array;
  private shades!: Shades;
  private painted: unknown[] = [];
  private scratch = new Float64Array(0);
  private bounded = '';

  /** @param n how many cells the plane has each way */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly n: number,
  ) {
    this.context = drawingContext(canvas);
    this.resize(n);
    this.readColors();
  }

  /** Reads the colours from the style sheet, as they are now. */
  readColors(): void {
    this.painted = [];
    this.shades = readShades(this.canvas);
  }

  /**
   * Paints the model as it is now, unless that is what the picture shows already.
   *
   * @param paths where contour lines go, by threshold or, for several classes, by class; all in a
   *   box of this size
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  paint(
    trainer: Trainer,
    picture: Picture,
    paths: ReadonlyMap<number, SVGPathElement>,
    width: number,
    height: number,
  ): void {
    const plane = trainer.preview(this.n);
    const { version } = plane;
    const lines = [...paths.keys(), ...paths.values()];
    const shown = [plane, version, picture, width, height, ...lines];
    if (sameEntries(shown, this.painted)) return;
    // The model may have lost the neuron since the picture was asked for.
    const neuron = neuronIn(trainer, picture.neuron);
    // Values first: if they fail, the last picture stays as it is.
    if (neuron) this.paintNeuron(trainer, plane, neuron, paths, width, height);
    else this.paintOutput(trainer, plane, picture.overlay, paths, width, height);
    this.context.putImageData(this.image, 0, 0);
    this.painted = shown;
  }

  private paintOutput(
    trainer: Trainer,
    plane: PlaneValues,
    overlay: Overlay,
    paths: ReadonlyMap<number, SVGPathElement>,
    width: number,
    height: number,
  ): void {
    const { data, shape } = plane.prediction;
    const columns = shape[1]!;
    const { task } = trainer.data;
    this.fit(plane.side);
    this.bound = null;
    const bound = task === 'regression' ? valueBound(trainer.data) : 1;
    fillOutput(this.pixels, data, columns, { task, overlay, bound }, this.shades);
    for (const [threshold, path] of paths) {
      const { values, level } = lineValues(data, columns, threshold, this.scratch);
      path.setAttribute('d', contourPath(values, plane.side, level, width, height));
    }
  }

  private paintNeuron(
    trainer: Trainer,
    plane: PlaneValues,
    { layer, unit }: NeuronPlace,
    paths: ReadonlyMap<number, SVGPathElement>,
    width: number,
    height: number,
  ): void {
    const { model } = trainer;
    const crossing = plane.layer(crossingPlace(model, layer));
    const { data, shape } = plane.layer(layer);
    const columns = shape[1]!;
    this.fit(plane.side);
    if (givesShares(model.layers[layer])) {
      this.bound = 1;
      fillColumn(this.pixels, data, unit, columns, 0.5, 0.5, this.shades);
    } else {
      let largest = 0;
      for (let i = unit; i < data.length; i += columns) {
        largest = Math.max(largest, Math.abs(data[i]!));
      }
      const name = `${layer}.${unit}`;
      this.bound = roundBound(largest, this.bounded === name ? this.bound : null);
      this.bounded = name;
      fillColumn(this.pixels, data, unit, columns, 0, this.bound, this.shades);
    }
    for (let i = 0; i < this.scratch.length; i++) {
      this.scratch[i] = crossing.data[i * columns + unit]!;
    }
    for (const [threshold, path] of paths) {
      path.setAttribute('d', contourPath(this.scratch, plane.side, threshold, width, height));
    }
  }

  private fit(side: number): void {
    if (side !== this.image.width) this.resize(side);
  }

  private resize(side: number): void {
    // Setting a size has the page laid out again, whatever the size.
    if (this.canvas.width !== side) this.canvas.width = this.canvas.height = side;
    this.image = new ImageData(side, side);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.scratch = new Float64Array(side * side);
  }
}

/** Whether two lists hold the same things. */
export function sameEntries(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}
