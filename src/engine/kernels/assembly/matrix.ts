// The product of two matrices, in tiles whose sums stay in registers: two columns to a vector.

/**
 * out (M, N) = start (M, N) + a (M, K) · b (K, N). Every matrix has its own strides, in bytes, so
 * that a transpose is only another order of strides; the columns of `out` lie side by side. Each
 * sum runs over K in order, as in a plain loop: the bits are the same.
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
): void {
  for (; M >= 4; M -= 4) {
    let n = N;
    let q = b;
    let s = start;
    let o = out;
    for (; n >= 4; n -= 4) {
      let a0 = a;
      let a1 = a0 + am;
      let a2 = a1 + am;
      let a3 = a2 + am;
      let low = q;
      let high = q + (bn << 1);
      let p0 = pair(s, sn);
      let q0 = pair(s + (sn << 1), sn);
      let p1 = pair(s + sm, sn);
      let q1 = pair(s + sm + (sn << 1), sn);
      let p2 = pair(s + (sm << 1), sn);
      let q2 = pair(s + (sm << 1) + (sn << 1), sn);
      let p3 = pair(s + sm * 3, sn);
      let q3 = pair(s + sm * 3 + (sn << 1), sn);
      for (const end = a + K * ak; a0 != end;) {
        const x = pair(low, bn);
        const y = pair(high, bn);
        let w = v128.load64_splat(a0);
        p0 = f64x2.add(p0, f64x2.mul(w, x));
        q0 = f64x2.add(q0, f64x2.mul(w, y));
        w = v128.load64_splat(a1);
        p1 = f64x2.add(p1, f64x2.mul(w, x));
        q1 = f64x2.add(q1, f64x2.mul(w, y));
        w = v128.load64_splat(a2);
        p2 = f64x2.add(p2, f64x2.mul(w, x));
        q2 = f64x2.add(q2, f64x2.mul(w, y));
        w = v128.load64_splat(a3);
        p3 = f64x2.add(p3, f64x2.mul(w, x));
        q3 = f64x2.add(q3, f64x2.mul(w, y));
        a0 += ak;
        a1 += ak;
        a2 += ak;
        a3 += ak;
        low += bk;
        high += bk;
      }
      v128.store(o, p0);
      v128.store(o, q0, 16);
      v128.store(o + om, p1);
      v128.store(o + om, q1, 16);
      v128.store(o + (om << 1), p2);
      v128.store(o + (om << 1), q2, 16);
      v128.store(o + om * 3, p3);
      v128.store(o + om * 3, q3, 16);
      q += bn << 2;
      s += sn << 2;
      o += 32;
    }
    // A last column alone is computed twice and stored once.
    while (n) {
      const qn = bn * wide(n);
      const next = sn * wide(n);
      let a0 = a;
      let a1 = a0 + am;
      let a2 = a1 + am;
      let a3 = a2 + am;
      let low = q;
      let p0 = pair(s, next);
      let p1 = pair(s + sm, next);
      let p2 = pair(s + (sm << 1), next);
      let p3 = pair(s + sm * 3, next);
      for (const end = a + K * ak; a0 != end;) {
        const x = pair(low, qn);
        p0 = f64x2.add(p0, f64x2.mul(v128.load64_splat(a0), x));
        p1 = f64x2.add(p1, f64x2.mul(v128.load64_splat(a1), x));
        p2 = f64x2.add(p2, f64x2.mul(v128.load64_splat(a2), x));
        p3 = f64x2.add(p3, f64x2.mul(v128.load64_splat(a3), x));
        a0 += ak;
        a1 += ak;
        a2 += ak;
        a3 += ak;
        low += bk;
      }
      put(o, p0, n);
      put(o + om, p1, n);
      put(o + (om << 1), p2, n);
      put(o + om * 3, p3, n);
      if (n == 1) break;
      n -= 2;
      q += bn << 1;
      s += sn << 1;
      o += 16;
    }
    a += am << 2;
    start += sm << 2;
    out += om << 2;
  }
  // A last row alone is computed and stored twice, the same both times.
  while (M) {
    const aNext = am * wide(M);
    const sNext = sm * wide(M);
    const oNext = om * wide(M);
    let n = N;
    let q = b;
    let s = start;
    let o = out;
    for (; n >= 4; n -= 4) {
      let a0 = a;
      let a1 = a0 + aNext;
      let low = q;
      let high = q + (bn << 1);
      let p0 = pair(s, sn);
      let q0 = pair(s + (sn << 1), sn);
      let p1 = pair(s + sNext, sn);
      let q1 = pair(s + sNext + (sn << 1), sn);
      for (const end = a + K * ak; a0 != end;) {
        const x = pair(low, bn);
        const y = pair(high, bn);
        let w = v128.load64_splat(a0);
        p0 = f64x2.add(p0, f64x2.mul(w, x));
        q0 = f64x2.add(q0, f64x2.mul(w, y));
        w = v128.load64_splat(a1);
        p1 = f64x2.add(p1, f64x2.mul(w, x));
        q1 = f64x2.add(q1, f64x2.mul(w, y));
        a0 += ak;
        a1 += ak;
        low += bk;
        high += bk;
      }
      v128.store(o, p0);
      v128.store(o, q0, 16);
      v128.store(o + oNext, p1);
      v128.store(o + oNext, q1, 16);
      q += bn << 2;
      s += sn << 2;
      o += 32;
    }
    // A last column alone is computed twice and stored once.
    while (n) {
      const qn = bn * wide(n);
      const next = sn * wide(n);
      let a0 = a;
      let a1 = a0 + aNext;
      let low = q;
      let p0 = pair(s, next);
      let p1 = pair(s + sNext, next);
      for (const end = a + K * ak; a0 != end;) {
        const x = pair(low, qn);
        p0 = f64x2.add(p0, f64x2.mul(v128.load64_splat(a0), x));
        p1 = f64x2.add(p1, f64x2.mul(v128.load64_splat(a1), x));
        a0 += ak;
        a1 += ak;
        low += bk;
      }
      put(o, p0, n);
      put(o + oNext, p1, n);
      if (n == 1) break;
      n -= 2;
      q += bn << 1;
      s += sn << 1;
      o += 16;
    }
    if (M == 1) break;
    M -= 2;
    a += am << 1;
    start += sm << 1;
    out += om << 1;
  }
}

// 1 where two more or more are left, 0 for a last one.
function wide(left: usize): usize {
  return usize(left > 1);
}

// The numbers at an address and at a distance from it, as one vector.
function pair(at: usize, distance: usize): v128 {
  return v128.load_lane<f64>(at + distance, v128.load64_zero(at), 1);
}

// Two columns, or one alone.
function put(at: usize, value: v128, columns: usize): void {
  if (columns == 1) v128.store64_lane(at, value, 0);
  else v128.store(at, value);
}
