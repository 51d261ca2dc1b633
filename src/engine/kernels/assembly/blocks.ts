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
  // A finite number times zero is zero; NaN and infinities make the sum NaN.
  const nil = f64x2.splat(0);
  let a = nil;
  let b = nil;
  const end = x + ((n & ~1) << 3);
  if (n & 1) a = f64x2.mul(v128.load64_zero(end), nil);
  for (; x + 16 < end; x += 32) {
    a = f64x2.add(a, f64x2.mul(v128.load(x), nil));
    b = f64x2.add(b, f64x2.mul(v128.load(x, 16), nil));
  }
  if (x < end) a = f64x2.add(a, f64x2.mul(v128.load(x), nil));
  return i64x2.all_true(f64x2.eq(f64x2.add(a, b), nil));
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
