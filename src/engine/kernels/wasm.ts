// The WebAssembly kernels. Each instance has a memory of its own, of a fixed size: it never moves,
// so an array that views it stays valid. Tensors that lie elsewhere are copied in for the call.
import code from './kernels.wasm';
import type {
  Activation,
  AdaGradStep,
  AdamStep,
  Comparison,
  Kernels,
  RMSPropStep,
  SGDStep,
} from './kernels';
import { plain } from './plain';
import { verified } from './verified';
import type { Tensor } from '../tensor';

/** Takes addresses and counts only. */
type Run = (...integers: number[]) => number;
type Name = Exclude<keyof Kernels, 'name'>;

/**
 * What lies at the start of every memory, counted in numbers, as in `assembly/blocks.ts`: a zero, and
 * the constants of a call, which as arguments would cost an object each.
 */
const [constants, firstFree] = [2, 16];

let compiled: WebAssembly.Module | null | undefined;

/** Whether this page can and may run the kernels: SIMD is known, and no policy forbids it. */
export function canRun(): boolean {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(bytesOf(code));
    } catch {
      compiled = null;
    }
  }
  return compiled !== null;
}

/** Kernels with a memory of their own, of this many bytes, a multiple of 65536. */
export class WasmKernels implements Kernels {
  readonly name = 'wasm';
  /** The memory, in numbers. */
  readonly numbers: Float64Array;

  private readonly run: Record<Name, Run>;
  private used = firstFree * 8;
  // Regions given back, by their size, and those for tensors that lie elsewhere.
  private readonly free = new Map<number, number[]>();
  private readonly scratch: { address: number; size: number }[] = [];

  /** @throws RangeError if there is no such memory to be had */
  constructor(bytes: number) {
    const pages = bytes / 65536;
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new WebAssembly.Instance(compiled!, { env: { memory } });
    this.run = { ...(exports as unknown as Record<Name, Run>) };
    this.numbers = new Float64Array(memory.buffer);
  }

  /** The address of room for this many numbers, an even count; 0 if there is none left. */
  take(count: number): number {
    const returned = this.free.get(count)?.pop();
    if (returned !== undefined) return returned;
    const address = this.used;
    if (address + count * 8 > this.numbers.byteLength) return 0;
    this.used += count * 8;
    return address;
  }

  /** Gives back what `take` gave. */
  giveBack(address: number, count: number): void {
    const regions = this.free.get(count);
    if (regions) regions.push(address);
    else this.free.set(count, [address]);
  }

  linear(out: Tensor, x: Tensor, w: Tensor, b: Tensor): void {
    const at = this.reach(x, 0);
    const weight = this.reach(w, 1);
    const bias = this.reach(b, 2);
    if (!at || !weight || !bias) return plain.linear(out, x, w, b);
    const { shape } = w;
    const rows = x.shape[0]!;
    note(out, this.run.linear(out.address, at, weight, bias, rows, shape[1]!, shape[0]!));
  }

  linearBackward(
    dIn: Tensor,
    gradW: Tensor,
    gradB: Tensor,
    dOut: Tensor,
    x: Tensor,
    w: Tensor,
  ): void {
    const from = this.reach(dOut, 0);
    const at = from && this.reach(x, 1);
    const weight = at && this.reach(w, 2);
    const gw = weight && this.reach(gradW, 3);
    const gb = gw && this.reach(gradB, 4);
    if (!gb) return plain.linearBackward(dIn, gradW, gradB, dOut, x, w);
    const { shape } = w;
    const [rows, to] = [dOut.shape[0]!, dIn.address];
    note(dIn, this.run.linearBackward(to, gw, gb, from, at, weight, rows, shape[1]!, shape[0]!));
    this.settle(gradW, gw);
    this.settle(gradB, gb);
  }

  activate(f: Activation, out: Tensor, x: Tensor): void {
    const at = f.kind < 0 ? 0 : this.reach(x, 0);
    if (!at) return plain.activate(f, out, x);
    this.numbers[constants] = f.constant;
    note(out, this.run.activate(f.kind, out.address, at, out.size));
  }

  differentiate(f: Activation, dIn: Tensor, dOut: Tensor, kept: Tensor): void {
    const from = f.kind < 0 ? 0 : this.reach(dOut, 0);
    const at = from && this.reach(kept, 1);
    if (!at) return plain.differentiate(f, dIn, dOut, kept);
    this.numbers[constants] = f.constant;
    note(dIn, this.run.differentiate(f.kind, dIn.address, from, at, dIn.size));
  }

  assess(loss: Comparison, out: Tensor, pred: Tensor, target: Tensor): void {
    const p = loss.kind < 0 ? 0 : this.reach(pred, 0);
    const t = p && this.reach(target, 1);
    if (!t) plain.assess(loss, out, pred, target);
    else this.run.assess(loss.kind, out.address, p, t, out.size);
  }

  assessSlope(loss: Comparison, out: Tensor, pred: Tensor, target: Tensor, count: number): void {
    const p = loss.kind < 0 ? 0 : this.reach(pred, 0);
    const t = p && this.reach(target, 1);
    if (!t) return plain.assessSlope(loss, out, pred, target, count);
    note(out, this.run.assessSlope(loss.kind, out.address, p, t, out.size, count));
  }

  sgd(w: Tensor, grad: Tensor, v: Tensor | null, options: SGDStep): void {
    if (!this.has(grad) || !this.has(v)) return plain.sgd(w, grad, v, options);
    const { numbers } = this;
    numbers[constants] = options.lr;
    numbers[constants + 1] = options.weightDecay;
    numbers[constants + 2] = options.momentum;
    const ahead = options.nesterov ? 1 : 0;
    this.run.sgd(w.address, grad.address, v ? v.address : 0, w.size, ahead);
  }

  adam(w: Tensor, grad: Tensor, m: Tensor, v: Tensor, options: AdamStep): void {
    if (!this.has(grad) || !this.has(m) || !this.has(v)) {
      return plain.adam(w, grad, m, v, options);
    }
    const { numbers } = this;
    numbers[constants] = options.stepSize;
    numbers[constants + 1] = options.decay;
    numbers[constants + 2] = options.keep;
    numbers[constants + 3] = options.beta1;
    numbers[constants + 4] = options.beta2;
    numbers[constants + 5] = options.root;
    numbers[constants + 6] = options.eps;
    this.run.adam(w.address, grad.address, m.address, v.address, w.size);
  }

  rmsprop(w: Tensor, grad: Tensor, v: Tensor, b: Tensor | null, options: RMSPropStep): void {
    if (!this.has(grad) || !this.has(v) || !this.has(b)) {
      return plain.rmsprop(w, grad, v, b, options);
    }
    const { numbers } = this;
    numbers[constants] = options.lr;
    numbers[constants + 1] = options.weightDecay;
    numbers[constants + 2] = options.momentum;
    numbers[constants + 3] = options.alpha;
    numbers[constants + 4] = options.eps;
    this.run.rmsprop(w.address, grad.address, v.address, b ? b.address : 0, w.size);
  }

  adagrad(w: Tensor, grad: Tensor, sum: Tensor, options: AdaGradStep): void {
    if (!this.has(grad) || !this.has(sum)) return plain.adagrad(w, grad, sum, options);
    const { numbers } = this;
    numbers[constants] = options.lr;
    numbers[constants + 1] = options.weightDecay;
    numbers[constants + 2] = options.eps;
    this.run.adagrad(w.address, grad.address, sum.address, w.size);
  }

  finite(x: Tensor): boolean {
    return this.run.finite(x.address, x.size) !== 0;
  }

  clear(x: Tensor): void {
    this.run.clear(x.address, x.size);
  }

  sum(values: Float64Array, place: number, x: Tensor): void {
    this.run.sum(x.address, x.size);
    values[place] = this.numbers[constants]!;
  }

  private has(tensor: Tensor | null): boolean {
    return tensor === null || tensor.home === this;
  }

  // A tensor's address here, where it is copied to if it lies elsewhere; 0 if there is no room.
  private reach(tensor: Tensor, slot: number): number {
    return tensor.home === this ? tensor.address : this.borrow(tensor, slot);
  }

  private borrow({ data }: Tensor, slot: number): number {
    const known = this.scratch[slot];
    if (!known || known.size < data.length) {
      const size = roomFor(data.length);
      const address = this.take(size);
      if (!address) return 0;
      if (known) this.giveBack(known.address, known.size);
      this.scratch[slot] = { address, size };
    }
    const { address } = this.scratch[slot]!;
    this.numbers.set(data, address / 8);
    return address;
  }

  // Takes the result of a call back to a tensor that lies elsewhere.
  private settle({ home, data }: Tensor, address: number): void {
    if (home !== this) data.set(this.numbers.subarray(address / 8, address / 8 + data.length));
  }
}

function note(tensor: Tensor, finite: number): void {
  verified.written = finite ? tensor : null;
}

/** The room that is set aside for this many numbers: a power of two, so that it fits many needs. */
export function roomFor(count: number): number {
  let room = 2;
  while (room < count) room *= 2;
  return room;
}

function bytesOf(hexadecimal: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hexadecimal.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = parseInt(hexadecimal.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}
