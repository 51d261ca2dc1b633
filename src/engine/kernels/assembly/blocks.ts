// What is done to blocks of numbers as such, and what lies at the start of every memory.

/** A zero, for a matrix that consists of nothing else. */
export const zero: usize = 0;

/** Numbers that go with a call: passed as arguments they would cost JavaScript an object each. */
export const constants: usize = 16;

/** How many pairs hold n numbers. */
export function pairs(n: usize): usize {
  return (n + 1) >> 1;
}

/** Whether all of n numbers are finite. */
export function finite(x: usize, n: usize): bool {
  const end = x + ((n & ~1) << 3);
  let bits = n & 1 ? excess(v128.load64_zero(end)) : f64x2.splat(0);
  for (; x + 16 < end; x += 32) {
    bits = v128.or(bits, v128.or(excess(v128.load(x)), excess(v128.load(x, 16))));
  }
  if (x < end) bits = v128.or(bits, excess(v128.load(x)));
  return !v128.any_true(bits);
}

// No bits for a finite number, which is itself less itself zero; some for NaN and infinities.
function excess(x: v128): v128 {
  return f64x2.sub(x, x);
}

/** Sets n numbers to zero. */
export function clear(x: usize, n: usize): void {
  for (const end = x + (n << 3); x < end; x += 16) v128.store(x, f64x2.splat(0));
}

/** The sum of n numbers, one after the other, as the first constant. */
export function sum(x: usize, n: usize): void {
  let total: f64 = 0;
  for (const end = x + (n << 3); x < end; x += 8) total += load<f64>(x);
  store<f64>(constants, total);
}

/** grad (O) += the sum of the rows of dOut (B, O). */
export function addRows(grad: usize, dOut: usize, B: usize, O: usize): void {
  const row = O << 3;
  const end = dOut + B * row;
  let columns = O;
  for (; columns >= 2; columns -= 2, grad += 16, dOut += 16) {
    let total = v128.load(grad);
    for (let at = dOut; at < end; at += row) total = f64x2.add(total, v128.load(at));
    v128.store(grad, total);
  }
  if (!columns) return;
  let total = load<f64>(grad);
  for (let at = dOut; at < end; at += row) total += load<f64>(at);
  store<f64>(grad, total);
}
