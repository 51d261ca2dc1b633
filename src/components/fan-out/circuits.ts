// The circuits: a value that goes two ways and is added to itself, as a residual block does it.
import {
  Mul,
  Residual,
  Sequential,
  Square,
  type Layer,
  type Tensor,
  type TensorLike,
} from '../../engine';

/** What stands on the second way. */
export type FanOutWay = 'nothing' | 'mul' | 'square';

/** All of them, the simplest first. */
export const fanOutWays = ['nothing', 'mul', 'square'] as const satisfies readonly FanOutWay[];

/** What is done with the second gradient that comes back to the same value. */
export type FanOutRule = 'add' | 'overwrite';

/**
 * A residual block with a mistake: on the way back, the gradient of the second way takes the place of
 * the first one's, where it should be added to it.
 *
 * backward: dIn = f's own dIn, without dOut.
 */
class OverwritingResidual extends Residual {
  override backward(dOut: TensorLike): Tensor {
    // The first way is as it should be; its gradient is then lost.
    super.backward(dOut);
    return this.inner.backward(dOut);
  }
}

/** What stands on the second way, as a layer. */
export function wayOf(name: FanOutWay, k: number): Layer {
  if (name === 'mul') return new Mul({ k });
  if (name === 'square') return new Square();
  return new Sequential([]);
}

/** b = a + f(a), with the rule for the way back. */
export function circuitOf(name: FanOutWay, k: number, rule: FanOutRule): Residual {
  const way = wayOf(name, k);
  return rule === 'add' ? new Residual(way) : new OverwritingResidual(way);
}
