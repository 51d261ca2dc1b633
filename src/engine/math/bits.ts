// Powers of two and the bits of a number: what the functions of this folder are built from.

const lowest = -538;
const highest = 512;

const powers = new Float64Array(highest - lowest + 1);
for (let k = 0, up = 1; k <= highest; k++, up *= 2) powers[k - lowest] = up;
for (let k = 0, down = 1; k >= lowest; k--, down /= 2) powers[k - lowest] = down;

/** x · 2^k, rounded once. For k from −1076 to 1024. */
export function scaleByPower(x: number, k: number): number {
  if (k >= lowest && k <= highest) return x * powers[k - lowest]!;
  // In two steps: 2^k itself can be too large or too small to be a number, where the result is not.
  const half = k >> 1;
  return x * powers[half - lowest]! * powers[k - half - lowest]!;
}

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
number[0] = 1;
const high = words[1] === 0 ? 0 : 1; // Which of the two words comes second in memory.

/** The upper 32 bits: sign, exponent, and the first 20 bits of the significand. */
export function highWord(x: number): number {
  number[0] = x;
  return words[high]!;
}

/** x with other upper 32 bits. */
export function withHighWord(x: number, word: number): number {
  number[0] = x;
  words[high] = word;
  return number[0];
}

/** x with its lower 32 bits set to zero. */
export function withoutLowWord(x: number): number {
  number[0] = x;
  words[1 - high] = 0;
  return number[0];
}
