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
  const next32 = sfc32(seed);

  const next = () => ((next32() >>> 5) * 67108864 + (next32() >>> 6)) / 9007199254740992;
  return {
    next,
    normal(mean = 0, std = 1) {
      // Marsaglia's polar method: needs a logarithm and a square root only.
      for (;;) {
        const u = 2 * next() - 1;
        const v = 2 * next() - 1;
        const s = u * u + v * v;
        if (s > 0 && s < 1) return mean + std * u * Math.sqrt((-2 * log(s)) / s);
      }
    },
    int: (n) => Math.floor(next() * n),
    shuffle(array) {
      for (let i = array.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        const kept = array[i];
        array[i] = array[j];
        array[j] = kept;
      }
      return array;
    },
  };
}

/** One seed out of several, for streams that must not depend on each other (a seed and an epoch). */
export function mixSeeds(...seeds: number[]): number {
  let mixed = 0x9e3779b9;
  for (const seed of seeds) {
    for (const word of wordsOf(seed)) mixed = scramble((mixed ^ word) + 0x9e3779b9);
  }
  return mixed >>> 0;
}

function sfc32(seed: number): () => number {
  const words = wordsOf(seed);
  let a = scramble(words[0] + 0x9e3779b9);
  let b = scramble(words[1] ^ (a + 0x9e3779b9));
  let c = scramble(a ^ (b + 0x9e3779b9));
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

const scratch = new DataView(new ArrayBuffer(8));

// The two 32-bit halves of the seed, little end first on every machine.
function wordsOf(seed: number): [number, number] {
  scratch.setFloat64(0, seed, true);
  return [scratch.getInt32(0, true), scratch.getInt32(4, true)];
}

function scramble(word: number): number {
  let z = word | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) | 0;
}
