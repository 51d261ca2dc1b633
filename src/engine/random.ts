// Random numbers from a seed: the only source of chance in the engine.
import { ensure, show } from './errors';
import { log } from './math';

/** A stream of random numbers that depends on its seed alone. */
export interface Rng {
  /** A number in [0, 1), with 53 random bits. */
  next(): number;
  /** A draw from the normal distribution with this mean and standard deviation. */
  normal(mean?: number, std?: number): number;
  /** A whole number from 0 to n - 1, each equally likely. */
  int(n: number): number;
  /** Puts the array into random order, in place, and returns it (Fisher-Yates). */
  shuffle<A extends { length: number; [index: number]: unknown }>(array: A): A;
}

/**
 * A random stream: sfc32 (Chris Doty-Humphrey's small fast counting generator), seeded through
 * splitmix32. It uses whole-number operations only, so the same seed gives the same bits on every
 * machine.
 *
 * @param seed any finite number; seeds that differ give independent streams
 * @throws PancakeError if the seed is not a finite number
 */
export function createRng(seed: number): Rng {
  ensure(
    typeof seed === 'number' && Number.isFinite(seed),
    () => `createRng got the seed ${show(seed)}; it must be a finite number`,
  );
  return new RandomStream(seed);
}

/**
 * A random stream that can start again from another seed. A loop that restarts and shuffles makes
 * no objects, not even numbers.
 */
export class RandomStream implements Rng {
  // a, b, c and a counter, and the 32 bits drawn last.
  private readonly state = new Int32Array(5);

  constructor(seed: number) {
    this.restart(seed);
    // Whoever takes a method alone, `const { next } = createRng(7)`, gets one that works.
    this.next = this.next.bind(this);
    this.normal = this.normal.bind(this);
    this.int = this.int.bind(this);
    this.shuffle = this.shuffle.bind(this);
  }

  /** Goes to the beginning of the stream of this seed, or of the mixture of three. */
  restart(seed: number, second?: number, third?: number): void {
    const { state } = this;
    if (second === undefined) scratch.setFloat64(0, seed, true);
    else mixToScratch(seed, second, third);
    state[0] = scramble((scratch.getInt32(0, true) + golden) | 0);
    state[1] = scramble(scratch.getInt32(4, true) ^ (state[0] + golden));
    state[2] = scramble(state[0] ^ (state[1] + golden));
    state[3] = 1;
    for (let i = 0; i < 12; i++) this.draw();
  }

  next(): number {
    return this.share();
  }

  normal(mean = 0, std = 1): number {
    // Marsaglia's polar method: needs a logarithm and a square root only.
    for (;;) {
      const u = 2 * this.share() - 1;
      const v = 2 * this.share() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return mean + std * u * Math.sqrt((-2 * log(s)) / s);
    }
  }

  int(n: number): number {
    return Math.floor(this.share() * n);
  }

  shuffle<A extends { length: number; [index: number]: unknown }>(array: A): A {
    for (let i = array.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      const kept = array[i];
      array[i] = array[j];
      array[j] = kept;
    }
    return array;
  }

  // Apart from `next`, which is bound to its stream: the compiler sees through a method, but not through that.
  private share(): number {
    const { state } = this;
    this.draw();
    const high = state[4]! >>> 5;
    this.draw();
    return (high * 67108864 + (state[4]! >>> 6)) / 9007199254740992;
  }

  private draw(): void {
    const { state } = this;
    const a = state[0]!;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const sum = (((a + b) | 0) + counter) | 0;
    state[3] = (counter + 1) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    state[4] = sum;
  }
}

/** One seed out of several, for streams that must not depend on each other (a seed and an epoch). */
export function mixSeeds(first: number, second: number, third?: number): number {
  mixToScratch(first, second, third);
  return scratch.getFloat64(0, true);
}

function mixToScratch(first: number, second: number, third?: number): void {
  let mixed = absorb(absorb(golden, first), second);
  if (third !== undefined) mixed = absorb(mixed, third);
  scratch.setFloat64(0, mixed >>> 0, true);
}

// The two 32-bit halves of a seed, little end first on every machine.
function absorb(mixed: number, seed: number): number {
  scratch.setFloat64(0, seed, true);
  const once = scramble(((mixed ^ scratch.getInt32(0, true)) + golden) | 0);
  return scramble(((once ^ scratch.getInt32(4, true)) + golden) | 0);
}

const scratch = new DataView(new ArrayBuffer(8));

// 2³² over the golden ratio, as a 32-bit integer: a larger number would be an object when passed on.
const golden = 0x9e3779b9 | 0;

function scramble(word: number): number {
  let z = word;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) | 0;
}
