// The optimizers' updates: n parameters w by their gradients g, with what is remembered of each.
import { constants } from './blocks';
import { one } from './functions';

/** Constants: learning rate, weight decay, momentum. v may be 0, for no momentum. */
export function sgd(w: usize, grad: usize, v: usize, n: usize, nesterov: i32): void {
  const lr = constant(0);
  const momentum = constant(2);
  for (const end = w + (n << 3); w < end; w += 16, grad += 16) {
    const value = v128.load(w);
    let g = pulled(value, grad);
    if (v) {
      const moved = f64x2.add(f64x2.mul(momentum, v128.load(v)), g);
      v128.store(v, moved);
      v += 16;
      g = nesterov ? f64x2.add(g, f64x2.mul(momentum, moved)) : moved;
    }
    v128.store(w, f64x2.sub(value, f64x2.mul(lr, g)));
  }
}

/** Constants: step size, weight decay, what is kept of the weights, β₁, β₂, √(1 − β₂ᵗ), ε. */
export function adam(w: usize, grad: usize, m: usize, v: usize, n: usize): void {
  const stepSize = constant(0);
  const keep = constant(2);
  const beta1 = constant(3);
  const beta2 = constant(4);
  const rest1 = f64x2.sub(one(), beta1);
  const rest2 = f64x2.sub(one(), beta2);
  const root = constant(5);
  const eps = constant(6);
  for (const end = w + (n << 3); w < end; w += 16, grad += 16, m += 16, v += 16) {
    const value = f64x2.mul(v128.load(w), keep);
    const g = pulled(value, grad);
    const mean = f64x2.add(f64x2.mul(beta1, v128.load(m)), f64x2.mul(rest1, g));
    const square = f64x2.mul(f64x2.mul(rest2, g), g);
    const spread = f64x2.add(f64x2.mul(beta2, v128.load(v)), square);
    v128.store(m, mean);
    v128.store(v, spread);
    const divisor = f64x2.add(f64x2.div(f64x2.sqrt(spread), root), eps);
    v128.store(w, f64x2.sub(value, f64x2.div(f64x2.mul(stepSize, mean), divisor)));
  }
}

/** Constants: learning rate, weight decay, momentum, α, ε. b may be 0, for no momentum. */
export function rmsprop(w: usize, grad: usize, v: usize, b: usize, n: usize): void {
  const lr = constant(0);
  const momentum = constant(2);
  const alpha = constant(3);
  const rest = f64x2.sub(one(), alpha);
  const eps = constant(4);
  for (const end = w + (n << 3); w < end; w += 16, grad += 16, v += 16) {
    const value = v128.load(w);
    const g = pulled(value, grad);
    const square = f64x2.mul(f64x2.mul(rest, g), g);
    const spread = f64x2.add(f64x2.mul(alpha, v128.load(v)), square);
    v128.store(v, spread);
    let step = f64x2.div(g, f64x2.add(f64x2.sqrt(spread), eps));
    if (b) {
      step = f64x2.add(f64x2.mul(momentum, v128.load(b)), step);
      v128.store(b, step);
      b += 16;
    }
    v128.store(w, f64x2.sub(value, f64x2.mul(lr, step)));
  }
}

/** Constants: learning rate, weight decay, ε. */
export function adagrad(w: usize, grad: usize, sum: usize, n: usize): void {
  const lr = constant(0);
  const eps = constant(2);
  for (const end = w + (n << 3); w < end; w += 16, grad += 16, sum += 16) {
    const value = v128.load(w);
    const g = pulled(value, grad);
    const total = f64x2.add(v128.load(sum), f64x2.mul(g, g));
    v128.store(sum, total);
    const divisor = f64x2.add(f64x2.sqrt(total), eps);
    v128.store(w, f64x2.sub(value, f64x2.div(f64x2.mul(lr, g), divisor)));
  }
}

function constant(place: usize): v128 {
  return v128.load64_splat(constants + (place << 3));
}

// The gradient, with the pull of weight decay.
function pulled(value: v128, grad: usize): v128 {
  return f64x2.add(v128.load(grad), f64x2.mul(constant(1), value));
}
