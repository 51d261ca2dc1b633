// Arena: the memory of a model, where the WebAssembly kernels can reach all of it.
import { PancakeError, ensure, show } from '../errors';
import { Tensor, sizeOf } from '../tensor';
import type { Kernels } from './kernels';
import { plain } from './plain';
import { WasmKernels, canRun, roomFor } from './wasm';

const firstBlock = 512 * 1024;
const page = 65536;

/** How many numbers of parameters, or of gradients, are given room at once. */
const stretch = 1024;

/** Which kernels are asked for: the fastest that can run, or these and no others. */
export type KernelChoice = 'auto' | 'wasm' | 'plain';

let choice: KernelChoice = 'auto';
let useWasm: boolean | undefined;

const wasmRuns = () => (useWasm ??= choice !== 'plain' && canRun());

/** Which kernels compute, and the choice of them. */
export const kernels = {
  /**
   * What computes: `'wasm'`, WebAssembly with SIMD, or `'plain'`, TypeScript, where WebAssembly or
   * SIMD is missing or the page's Content-Security-Policy forbids it. Both give the same bits.
   */
  get name(): Kernels['name'] {
    return wasmRuns() ? 'wasm' : 'plain';
  },

  /**
   * Chooses the kernels, from here on: `'auto'` for the fastest that can run. Models that were made
   * under plain kernels stay with them.
   *
   * @throws PancakeError if the choice is unknown, or WebAssembly is asked for and cannot run
   */
  use(wanted: KernelChoice): void {
    ensure(
      ['auto', 'wasm', 'plain'].includes(wanted),
      () => `kernels.use got ${show(wanted)}; it must be 'auto', 'wasm' or 'plain'`,
    );
    if (wanted === 'wasm' && !canRun()) {
      throw new PancakeError(
        `kernels.use got 'wasm', but this page cannot run it: WebAssembly with SIMD is missing, or a Content-Security-Policy without 'wasm-unsafe-eval' forbids it`,
      );
    }
    choice = wanted;
    useWasm = undefined;
  },
};

/** The kernels that work on a tensor. */
export function kernelsOf(tensor: Tensor): Kernels {
  return wasmRuns() ? tensor.home : plain;
}

/** A place in memory, set aside for some numbers. */
export interface Region {
  block: WasmKernels;
  address: number;
  room: number;
}

// How often memory was refused since it last was not, and how often not to ask for any.
let refusals = 0;
let patience = 0;

/** Memory for one model's tensors. It grows by blocks: what it gave out never moves. */
export class Arena {
  private readonly blocks: WasmKernels[] = [];
  // What is left of the room for tensors of each kind.
  private readonly rest: { value: Region | null; grad: Region | null } = {
    value: null,
    grad: null,
  };

  /** Whether the first block did not suffice. */
  get isFull(): boolean {
    return this.blocks.length > 1;
  }

  /**
   * A tensor of zeros that lives as long as its model. Those of one kind lie side by side, in the
   * order in which they are made, so that an optimizer can walk over many in one go.
   */
  tensor(shape: readonly number[], kind: 'value' | 'grad' = 'value'): Tensor {
    const size = sizeOf(shape);
    const room = size + (size % 2);
    let rest = this.rest[kind];
    if (!rest || rest.room < room) rest = this.take(Math.max(room, stretch));
    if (!rest) return Tensor.zeros(shape);
    const { block, address } = rest;
    this.rest[kind] = { block, address: address + 8 * room, room: rest.room - room };
    return tensorAt(rest, shape).fill(0);
  }

  /** Room for this many numbers, an even count; null where plain kernels compute. */
  take(room: number): Region | null {
    if (!wasmRuns()) return null;
    for (let i = this.blocks.length - 1; i >= 0; i--) {
      const block = this.blocks[i]!;
      const address = block.take(room);
      if (address) return { block, address, room };
    }
    if (patience > 0) {
      patience--;
      return null;
    }
    const last = this.blocks.at(-1)?.numbers.byteLength ?? firstBlock / 2;
    const wanted = Math.max(2 * last, 4 * 8 * room);
    try {
      const block = new WasmKernels(Math.ceil(wanted / page) * page);
      this.blocks.push(block);
      refusals = 0;
      return { block, address: block.take(room), room };
    } catch {
      // No such memory to be had: ordinary arrays and plain kernels go on. A browser looks through
      // the whole page for some to free before it says so, hence it is not asked too often.
      patience = 64 << Math.min(refusals++, 10);
      return null;
    }
  }
}

let shared: Arena | null = null;
let scope: Arena | null = null;

/** The arena for layers that are made now. Those made one by one share an arena with others. */
export function currentArena(): Arena {
  if (scope) return scope;
  if (!shared || shared.isFull) shared = new Arena();
  return shared;
}

/** Does some work in which layers and losses are made in this arena. */
export function inArena<T>(arena: Arena, work: () => T): T {
  const before = scope;
  scope = arena;
  try {
    return work();
  } finally {
    scope = before;
  }
}

/** A tensor at a place in memory, with whatever numbers are there. */
export function tensorAt({ block, address }: Region, shape: readonly number[]): Tensor {
  const data = new Float64Array(block.numbers.buffer, address, sizeOf(shape));
  return new Tensor(data, [...shape], block, address);
}

export { roomFor };
