// Features: gives a model more to look at than x and y alone.
import { ensure, show } from '../errors';
import { Layer } from '../layer';
import { cos, sin } from '../math';
import { lookUp } from '../names';
import type { Tensor, TensorLike } from '../tensor';

interface Feature {
  /** How it is written. */
  formula: string;
  value: (x: number, y: number) => number;
  /** Its derivative by x. */
  byX: (x: number, y: number) => number;
  /** Its derivative by y. */
  byY: (x: number, y: number) => number;
}

const zero = () => 0;
const one = () => 1;

const features = {
  x: { formula: 'x', value: (x) => x, byX: one, byY: zero },
  y: { formula: 'y', value: (_, y) => y, byX: zero, byY: one },
  x2: { formula: 'x²', value: (x) => x * x, byX: (x) => 2 * x, byY: zero },
  y2: { formula: 'y²', value: (_, y) => y * y, byX: zero, byY: (_, y) => 2 * y },
  xy: { formula: 'xy', value: (x, y) => x * y, byX: (_, y) => y, byY: (x) => x },
  sinX: { formula: 'sin x', value: (x) => sin(x), byX: (x) => cos(x), byY: zero },
  sinY: { formula: 'sin y', value: (_, y) => sin(y), byX: zero, byY: (_, y) => cos(y) },
} as const satisfies Record<string, Feature>;

/** A feature of a point (x, y): the coordinates, x², y², xy, sin x or sin y. */
export type FeatureName = keyof typeof features;

/** All of them, in the order in which figures list them. */
export const featureNames = Object.keys(features) as readonly FeatureName[];

/** How a feature is written: `x²`. */
export function featureFormula(name: FeatureName): string {
  return features[name].formula;
}

/**
 * (x, y) ↦ (f₁(x, y), …, f_F(x, y)), from shape (B, 2) to (B, F): features chosen by hand, such as
 * x² and xy, with which a straight line in the features is a curve in the plane. Nothing in it is
 * trained.
 *
 * backward: dIn = Σ dOut_f · (∂f/∂x, ∂f/∂y).
 */
export class Features extends Layer {
  /** The features, in the order of the output's columns. */
  readonly names: readonly FeatureName[];
  private readonly chosen: readonly Feature[];
  private input?: Tensor;
  private outputShape?: readonly number[];

  /**
   * @param names which ones; also as they are written, such as `'x²'` or `'sin(x)'`
   * @throws PancakeError if there is none, one is unknown, or one is named twice
   */
  constructor(names: readonly (FeatureName | (string & {}))[]) {
    super();
    const given: unknown = names;
    ensure(
      Array.isArray(given) && given.length > 0,
      () => `Features got ${show(given)}; it needs at least one of ${featureNames.join(', ')}`,
    );
    this.names = names.map(canonical);
    this.names.forEach((name, i) =>
      ensure(
        this.names.indexOf(name) === i,
        () => `Features got ${show(name)} twice; each feature stands once`,
      ),
    );
    this.chosen = this.names.map((name) => features[name]);
  }

  override get type(): string {
    return 'Features';
  }
  override get formula(): string {
    return `(x, y) ↦ (${this.chosen.map(({ formula }) => formula).join(', ')})`;
  }
  override describe(): string {
    return `Features(${this.chosen.map(({ formula }) => formula).join(', ')})`;
  }
  override options(): Record<string, unknown> {
    return { names: this.names };
  }

  forward(x: TensorLike): Tensor {
    const input = (this.input = this.accept(x, 2));
    const rows = input.shape[0]!;
    const columns = this.chosen.length;
    const output = this.matrix('output', rows, columns);
    this.outputShape = output.shape;
    for (let f = 0; f < columns; f++) {
      const { value } = this.chosen[f]!;
      for (let i = 0; i < rows; i++) {
        output.data[i * columns + f] = value(input.data[2 * i]!, input.data[2 * i + 1]!);
      }
    }
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const { data: gradient } = this.acceptGradient(dOut, this.outputShape);
    const input = this.input!;
    const dIn = this.buffer('dIn', input.shape).fill(0);
    const columns = this.chosen.length;
    for (let f = 0; f < columns; f++) {
      const { byX, byY } = this.chosen[f]!;
      for (let i = 0; i < input.shape[0]!; i++) {
        const [px, py] = [input.data[2 * i]!, input.data[2 * i + 1]!];
        dIn.data[2 * i]! += gradient[i * columns + f]! * byX(px, py);
        dIn.data[2 * i + 1]! += gradient[i * columns + f]! * byY(px, py);
      }
    }
    return dIn;
  }
}

function canonical(name: string): FeatureName {
  const plain = String(name).replace('²', '2');
  const byName = Object.fromEntries(featureNames.map((known) => [known, known]));
  return lookUp<FeatureName>('feature', byName, plain);
}
