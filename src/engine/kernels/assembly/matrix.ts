// The product of two matrices, in tiles whose sums stay in registers: two rows to a vector.

/**
 * out (M, N) = start (M, N) + a (M, K) · b (K, N). Every matrix has its own strides, in bytes, so
 * that a transpose is only another order of strides. Each sum runs over K in order, as in a plain
 * loop: the bits are the same.
 */
export function multiply(
  M: usize,
  N: usize,
  K: usize,
  a: usize,
  am: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bn: usize,
  start: usize,
  sm: usize,
  sn: usize,
  out: usize,
  om: usize,
  on: usize,
): void {
  for (; M >= 4; M -= 4) {
    let n = N;
    let q = b;
    let s = start;
    let o = out;
    for (; n >= 4; n -= 4) {
      tile4x4(K, a, am, ak, q, bk, bn, s, sm, sn, o, om, on);
      q += bn << 2;
      s += sn << 2;
      o += on << 2;
    }
    for (; n >= 2; n -= 2) {
      tile4x2(K, a, am, ak, q, bk, bn, s, sm, sn, o, om, on);
      q += bn << 1;
      s += sn << 1;
      o += on << 1;
    }
    // Beyond the edge lies the last column again: computed twice, the same both times.
    if (n) tile4x2(K, a, am, ak, q, bk, 0, s, sm, 0, o, om, 0);
    a += am << 2;
    start += sm << 2;
    out += om << 2;
  }
  for (; M >= 2; M -= 2) {
    twoRows(N, K, a, am, ak, b, bk, bn, start, sm, sn, out, om, on);
    a += am << 1;
    start += sm << 1;
    out += om << 1;
  }
  if (M) twoRows(N, K, a, 0, ak, b, bk, bn, start, 0, sn, out, 0, on);
}

function twoRows(
  n: usize,
  K: usize,
  a: usize,
  am: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bn: usize,
  start: usize,
  sm: usize,
  sn: usize,
  out: usize,
  om: usize,
  on: usize,
): void {
  for (; n >= 4; n -= 4) {
    tile2x4(K, a, am, ak, b, bk, bn, start, sm, sn, out, om, on);
    b += bn << 2;
    start += sn << 2;
    out += on << 2;
  }
  for (; n >= 2; n -= 2) {
    tile2x2(K, a, am, ak, b, bk, bn, start, sm, sn, out, om, on);
    b += bn << 1;
    start += sn << 1;
    out += on << 1;
  }
  if (n) tile2x2(K, a, am, ak, b, bk, 0, start, sm, 0, out, om, 0);
}

function tile4x4(
  K: usize,
  a: usize,
  am: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bn: usize,
  s: usize,
  sm: usize,
  sn: usize,
  o: usize,
  om: usize,
  on: usize,
): void {
  let a1 = a + am;
  let a2 = a1 + am;
  let a3 = a2 + am;
  let b1 = b + bn;
  let b2 = b1 + bn;
  let b3 = b2 + bn;
  const low = s;
  const high = s + (sm << 1);
  let p0 = pair(low, sm);
  let q0 = pair(high, sm);
  let p1 = pair(low + sn, sm);
  let q1 = pair(high + sn, sm);
  let p2 = pair(low + (sn << 1), sm);
  let q2 = pair(high + (sn << 1), sm);
  let p3 = pair(low + sn * 3, sm);
  let q3 = pair(high + sn * 3, sm);
  for (const end = a + K * ak; a != end;) {
    const x = two(a, a1);
    const y = two(a2, a3);
    let w = v128.load64_splat(b);
    p0 = f64x2.add(p0, f64x2.mul(x, w));
    q0 = f64x2.add(q0, f64x2.mul(y, w));
    w = v128.load64_splat(b1);
    p1 = f64x2.add(p1, f64x2.mul(x, w));
    q1 = f64x2.add(q1, f64x2.mul(y, w));
    w = v128.load64_splat(b2);
    p2 = f64x2.add(p2, f64x2.mul(x, w));
    q2 = f64x2.add(q2, f64x2.mul(y, w));
    w = v128.load64_splat(b3);
    p3 = f64x2.add(p3, f64x2.mul(x, w));
    q3 = f64x2.add(q3, f64x2.mul(y, w));
    a += ak;
    a1 += ak;
    a2 += ak;
    a3 += ak;
    b += bk;
    b1 += bk;
    b2 += bk;
    b3 += bk;
  }
  const below = o + (om << 1);
  put(o, om, p0);
  put(below, om, q0);
  put(o + on, om, p1);
  put(below + on, om, q1);
  put(o + (on << 1), om, p2);
  put(below + (on << 1), om, q2);
  put(o + on * 3, om, p3);
  put(below + on * 3, om, q3);
}

function tile4x2(
  K: usize,
  a: usize,
  am: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bn: usize,
  s: usize,
  sm: usize,
  sn: usize,
  o: usize,
  om: usize,
  on: usize,
): void {
  let a1 = a + am;
  let a2 = a1 + am;
  let a3 = a2 + am;
  let b1 = b + bn;
  const high = s + (sm << 1);
  let p0 = pair(s, sm);
  let q0 = pair(high, sm);
  let p1 = pair(s + sn, sm);
  let q1 = pair(high + sn, sm);
  for (const end = a + K * ak; a != end;) {
    const x = two(a, a1);
    const y = two(a2, a3);
    let w = v128.load64_splat(b);
    p0 = f64x2.add(p0, f64x2.mul(x, w));
    q0 = f64x2.add(q0, f64x2.mul(y, w));
    w = v128.load64_splat(b1);
    p1 = f64x2.add(p1, f64x2.mul(x, w));
    q1 = f64x2.add(q1, f64x2.mul(y, w));
    a += ak;
    a1 += ak;
    a2 += ak;
    a3 += ak;
    b += bk;
    b1 += bk;
  }
  const below = o + (om << 1);
  put(o, om, p0);
  put(below, om, q0);
  put(o + on, om, p1);
  put(below + on, om, q1);
}

function tile2x4(
  K: usize,
  a: usize,
  am: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bn: usize,
  s: usize,
  sm: usize,
  sn: usize,
  o: usize,
  om: usize,
  on: usize,
): void {
  let a1 = a + am;
  let b1 = b + bn;
  let b2 = b1 + bn;
  let b3 = b2 + bn;
  let p0 = pair(s, sm);
  let p1 = pair(s + sn, sm);
  let p2 = pair(s + (sn << 1), sm);
  let p3 = pair(s + sn * 3, sm);
  for (const end = a + K * ak; a != end;) {
    const x = two(a, a1);
    p0 = f64x2.add(p0, f64x2.mul(x, v128.load64_splat(b)));
    p1 = f64x2.add(p1, f64x2.mul(x, v128.load64_splat(b1)));
    p2 = f64x2.add(p2, f64x2.mul(x, v128.load64_splat(b2)));
    p3 = f64x2.add(p3, f64x2.mul(x, v128.load64_splat(b3)));
    a += ak;
    a1 += ak;
    b += bk;
    b1 += bk;
    b2 += bk;
    b3 += bk;
  }
  put(o, om, p0);
  put(o + on, om, p1);
  put(o + (on << 1), om, p2);
  put(o + on * 3, om, p3);
}

function tile2x2(
  K: usize,
  a: usize,
  am: usize,
  ak: usize,
  b: usize,
  bk: usize,
  bn: usize,
  s: usize,
  sm: usize,
  sn: usize,
  o: usize,
  om: usize,
  on: usize,
): void {
  let a1 = a + am;
  let b1 = b + bn;
  let p0 = pair(s, sm);
  let p1 = pair(s + sn, sm);
  for (const end = a + K * ak; a != end;) {
    const x = two(a, a1);
    p0 = f64x2.add(p0, f64x2.mul(x, v128.load64_splat(b)));
    p1 = f64x2.add(p1, f64x2.mul(x, v128.load64_splat(b1)));
    a += ak;
    a1 += ak;
    b += bk;
    b1 += bk;
  }
  put(o, om, p0);
  put(o + on, om, p1);
}

// The numbers at two addresses, as one vector.
function two(at: usize, other: usize): v128 {
  return v128.load_lane<f64>(other, v128.load64_zero(at), 1);
}

// The numbers at an address and at a distance from it.
function pair(at: usize, distance: usize): v128 {
  return two(at, at + distance);
}

function put(at: usize, distance: usize, value: v128): void {
  v128.store64_lane(at, value, 0);
  v128.store64_lane(at + distance, value, 1);
}
