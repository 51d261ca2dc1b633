// Buffers: tensors to write results into, reused from call to call.
import { Tensor, sameShape } from './tensor';

/** A few tensors by name and shape, made when first asked for. */
export class Buffers {
  private readonly known = new Map<string, Tensor[]>();

  /** The tensor of this name and shape; its numbers are whatever the last user left. */
  take(name: string, shape: readonly number[]): Tensor {
    let tensors = this.known.get(name);
    if (!tensors) this.known.set(name, (tensors = []));
    for (const tensor of tensors) if (sameShape(tensor.shape, shape)) return tensor;
    // Room for a full batch, an epoch's last short one, and the whole data set.
    if (tensors.length === 3) tensors.shift();
    const fresh = Tensor.zeros(shape);
    tensors.push(fresh);
    return fresh;
  }
}
