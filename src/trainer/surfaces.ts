// Surfaces: losses of two numbers, as layers with one parameter, the point that walks on them.
import {
  Layer,
  NonFiniteError,
  ensure,
  show,
  type Parameter,
  type Tensor,
  type TensorLike,
} from '../engine';

/** The name of a loss surface. */
export type SurfaceName = 'bowl' | 'ravine' | 'saddle' | 'rosenbrock' | 'twoValleys';

/** A place on a surface. */
export type SurfacePoint = readonly [x: number, y: number];

/** What learning rate suits which kind of optimizer on a surface. */
export interface SurfaceRates {
  /** Gradient descent without momentum. */
  plain: number;
  /** With a momentum of about 0.9. */
  momentum: number;
  /** Adam and AdamW, whose steps are about this long each way. */
  adam: number;
  /** RMSProp, whose first step is ten times as long. */
  rmsprop: number;
  /** AdaGrad, whose steps shrink. */
  adagrad: number;
}

/** A loss of two numbers, with all that a picture of it needs to know. */
export interface SurfaceInfo {
  /** Its formula in plain text. */
  formula: string;
  /** The part of the plane that is shown; four wide to three high. */
  domain: { x: SurfacePoint; y: SurfacePoint };
  /** Where it is lowest; more than one place if they are equally low. */
  minima: readonly SurfacePoint[];
  /** Where it is lower than all around, but not lowest. */
  localMinima: readonly SurfacePoint[];
  /** A start from which the optimizers take different ways. */
  start: SurfacePoint;
  rates: SurfaceRates;
}

interface SurfaceRule extends SurfaceInfo {
  height: (x: number, y: number) => number;
  slopeX: (x: number, y: number) => number;
  slopeY: (x: number, y: number) => number;
}

const wide = { x: [-4, 4], y: [-3, 3] } as const;

const rules: Record<SurfaceName, SurfaceRule> = {
  bowl: {
    formula: 'f = (x² + y²) / 2',
    domain: wide,
    minima: [[0, 0]],
    localMinima: [],
    start: [-3, 2],
    rates: { plain: 0.1, momentum: 0.03, adam: 0.08, rmsprop: 0.03, adagrad: 0.8 },
    height: (x, y) => (x * x + y * y) / 2,
    slopeX: (x) => x,
    slopeY: (_, y) => y,
  },
  ravine: {
    formula: 'f = (x² + 25 y²) / 2',
    domain: wide,
    minima: [[0, 0]],
    localMinima: [],
    start: [-3.4, 1.6],
    rates: { plain: 0.076, momentum: 0.012, adam: 0.1, rmsprop: 0.03, adagrad: 0.8 },
    height: (x, y) => (x * x + 25 * y * y) / 2,
    slopeX: (x) => x,
    slopeY: (_, y) => 25 * y,
  },
  saddle: {
    formula: 'f = x² / 2 − y² / 2 + y⁴ / 16',
    domain: wide,
    minima: [
      [0, 2],
      [0, -2],
    ],
    localMinima: [],
    start: [-3.2, 0.02],
    rates: { plain: 0.06, momentum: 0.01, adam: 0.06, rmsprop: 0.012, adagrad: 0.15 },
    height: (x, y) => (x * x) / 2 - (y * y) / 2 + (y * y * y * y) / 16,
    slopeX: (x) => x,
    slopeY: (_, y) => -y + (y * y * y) / 4,
  },
  rosenbrock: {
    formula: 'f = (1 − x)² + 100 (y − x²)²',
    domain: { x: [-2, 2], y: [-0.75, 2.25] },
    minima: [[1, 1]],
    localMinima: [],
    start: [-1.2, 1.9],
    rates: { plain: 0.0015, momentum: 0.001, adam: 0.1, rmsprop: 0.03, adagrad: 0.4 },
    height: (x, y) => (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x),
    slopeX: (x, y) => -2 * (1 - x) - 400 * x * (y - x * x),
    slopeY: (x, y) => 200 * (y - x * x),
  },
  twoValleys: {
    formula: 'f = x⁴/16 − x³/24 − x²/2 + x/2 + y²/2',
    domain: wide,
    minima: [[-2, 0]],
    localMinima: [[2, 0]],
    start: [3.4, 2.2],
    rates: { plain: 0.08, momentum: 0.06, adam: 0.08, rmsprop: 0.03, adagrad: 0.4 },
    height: (x, y) => (x * x * x * x) / 16 - (x * x * x) / 24 - (x * x) / 2 + x / 2 + (y * y) / 2,
    slopeX: (x) => ((x + 2) * (x - 0.5) * (x - 2)) / 4,
    slopeY: (_, y) => y,
  },
};

/** The names of all surfaces. */
export const surfaceNames = Object.keys(rules) as SurfaceName[];

/** @throws PancakeError if there is no surface of that name */
export function surfaceInfo(name: SurfaceName): SurfaceInfo {
  ensure(
    Object.hasOwn(rules, name),
    () => `surface is ${show(name)}; it must be one of ${surfaceNames.join(', ')}`,
  );
  return rules[name];
}

/**
 * A surface with a point on it: offsets (B, 2) ↦ f(point + offset), shape (B, 1). With the offset
 * zero it is the loss that an optimizer makes small by moving the point; with the point at zero it
 * is a map of the surface.
 *
 * backward: grad_point += Σ dOut ∇f over the batch; dIn = dOut ∇f.
 */
export class Surface extends Layer {
  /** The point, shape (2). */
  readonly point: Tensor;
  private readonly gradPoint: Tensor;
  private places?: Tensor;

  /** @throws PancakeError if there is no surface of that name */
  constructor(readonly surface: SurfaceName) {
    super();
    surfaceInfo(surface);
    this.point = this.tensor([2]);
    this.gradPoint = this.gradient([2]);
  }

  override get type(): string {
    return 'Surface';
  }
  override get formula(): string {
    return rules[this.surface].formula;
  }
  override describe(): string {
    return `Surface(${this.surface})`;
  }
  override options(): Record<string, unknown> {
    return { surface: this.surface };
  }
  override parameters(): Parameter[] {
    return [{ name: 'point', value: this.point, grad: this.gradPoint }];
  }

  forward(x: TensorLike): Tensor {
    const offsets = this.accept(x, 2);
    const { height } = rules[this.surface];
    const [pointX, pointY] = this.point.data as unknown as [number, number];
    const places = (this.places = this.buffer('places', offsets.shape)); // (B, 2)
    const output = this.buffer('output', [offsets.shape[0]!, 1]);
    for (let b = 0; b < output.size; b++) {
      const placeX = (places.data[2 * b] = pointX + offsets.data[2 * b]!);
      const placeY = (places.data[2 * b + 1] = pointY + offsets.data[2 * b + 1]!);
      output.data[b] = height(placeX, placeY);
      if (Number.isFinite(output.data[b])) continue;
      throw new NonFiniteError(
        `${this.describe()} is ${output.data[b]} at ${placeX}, ${placeY}; it must be finite`,
        this.describe(),
      );
    }
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const { places, gradPoint } = this;
    const gradient = this.acceptGradient(dOut, places && [places.shape[0]!, 1]);
    const { slopeX, slopeY } = rules[this.surface];
    const dIn = this.buffer('dIn', places!.shape);
    for (let b = 0; b < gradient.size; b++) {
      const [x, y] = [places!.data[2 * b]!, places!.data[2 * b + 1]!];
      gradPoint.data[0]! += dIn.data[2 * b] = gradient.data[b]! * slopeX(x, y);
      gradPoint.data[1]! += dIn.data[2 * b + 1] = gradient.data[b]! * slopeY(x, y);
    }
    return dIn;
  }
}
