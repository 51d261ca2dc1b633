// The plain kernels: loops over Float64Array, for where WebAssembly may not or cannot run.
import { sigmoid, tanh } from '../math';
import {
  activationKinds as kinds,
  type Activation,
  type AdaGradStep,
  type AdamStep,
  type Comparison,
  type Kernels,
  type RMSPropStep,
  type SGDStep,
} from './kernels';
import type { Tensor } from '../tensor';

/** Kernels that reach every tensor. */
export const plain: Kernels = {
  name: 'plain',

  linear(out: Tensor, x: Tensor, w: Tensor, b: Tensor): void {
    const [y, input, weight, bias] = [out.data, x.data, w.data, b.data];
    const columns = w.shape[1]!;
    for (let row = 0, at = 0; at < y.length; row += columns) {
      for (let o = 0, k = 0; o < bias.length; o++, at++) {
        let sum = bias[o]!;
        for (let i = 0; i < columns; i++, k++) sum += weight[k]! * input[row + i]!;
        y[at] = sum;
      }
    }
  },

  linearBackward(
    dIn: Tensor,
    gradW: Tensor,
    gradB: Tensor,
    dOut: Tensor,
    x: Tensor,
    w: Tensor,
  ): void {
    const [to, gw, gb] = [dIn.data, gradW.data, gradB.data];
    const [from, input, weight] = [dOut.data, x.data, w.data];
    const [rows, columns] = [w.shape[0]!, w.shape[1]!];
    to.fill(0);
    for (let row = 0, at = 0; at < from.length; row += columns) {
      for (let o = 0, k = 0; o < rows; o++, at++) {
        const d = from[at]!;
        gb[o]! += d;
        for (let i = 0; i < columns; i++, k++) {
          gw[k]! += d * input[row + i]!;
          to[row + i]! += d * weight[k]!;
        }
      }
    }
  },

  // The most used activations have a loop of their own: a call for each number would cost more
  // than the number.
  activate(f: Activation, out: Tensor, x: Tensor): void {
    const [y, from, a] = [out.data, x.data, f.constant];
    const n = y.length;
    if (f.kind === kinds.relu) for (let i = 0; i < n; i++) y[i] = from[i]! <= 0 ? 0 : from[i]!;
    else if (f.kind === kinds.leakyRelu) {
      for (let i = 0; i < n; i++) y[i] = from[i]! > 0 ? from[i]! : a * from[i]!;
    } else if (f.kind === kinds.tanh) for (let i = 0; i < n; i++) y[i] = tanh(from[i]!);
    else if (f.kind === kinds.sigmoid) for (let i = 0; i < n; i++) y[i] = sigmoid(from[i]!);
    else for (let i = 0; i < n; i++) y[i] = f.value(from[i]!);
  },

  differentiate(f: Activation, dIn: Tensor, dOut: Tensor, remembered: Tensor): void {
    const [to, from, kept, a] = [dIn.data, dOut.data, remembered.data, f.constant];
    const n = to.length;
    if (f.kind === kinds.relu) {
      for (let i = 0; i < n; i++) to[i] = (kept[i]! > 0 ? 1 : 0) * from[i]!;
    } else if (f.kind === kinds.leakyRelu) {
      for (let i = 0; i < n; i++) to[i] = (kept[i]! > 0 ? 1 : a) * from[i]!;
    } else if (f.kind === kinds.tanh) {
      for (let i = 0; i < n; i++) to[i] = (1 - kept[i]! * kept[i]!) * from[i]!;
    } else if (f.kind === kinds.sigmoid) {
      for (let i = 0; i < n; i++) to[i] = kept[i]! * (1 - kept[i]!) * from[i]!;
    } else for (let i = 0; i < n; i++) to[i] = f.slope(kept[i]!) * from[i]!;
  },

  assess(loss: Comparison, out: Tensor, pred: Tensor, target: Tensor): void {
    const [to, p, t] = [out.data, pred.data, target.data];
    for (let i = 0; i < to.length; i++) to[i] = loss.value(p[i]!, t[i]!);
  },

  assessSlope(loss: Comparison, out: Tensor, pred: Tensor, target: Tensor, count: number): void {
    const [to, p, t] = [out.data, pred.data, target.data];
    for (let i = 0; i < to.length; i++) to[i] = loss.slope(p[i]!, t[i]!) / count;
  },

  sgd(w: Tensor, grad: Tensor, velocity: Tensor | null, options: SGDStep): void {
    const { lr, momentum, nesterov, weightDecay } = options;
    const [value, g, v] = [w.data, grad.data, velocity?.data];
    for (let i = 0; i < value.length; i++) {
      let step = g[i]! + weightDecay * value[i]!;
      if (v) {
        v[i] = momentum * v[i]! + step;
        step = nesterov ? step + momentum * v[i]! : v[i]!;
      }
      value[i]! -= lr * step;
    }
  },

  adam(w: Tensor, grad: Tensor, mean: Tensor, spread: Tensor, options: AdamStep): void {
    const { beta1, beta2, eps, decay, keep, stepSize, root } = options;
    const [value, m, v] = [w.data, mean.data, spread.data];
    for (let i = 0; i < value.length; i++) {
      const kept = value[i]! * keep;
      const g = grad.data[i]! + decay * kept;
      m[i] = beta1 * m[i]! + (1 - beta1) * g;
      v[i] = beta2 * v[i]! + (1 - beta2) * g * g;
      value[i] = kept - (stepSize * m[i]!) / (Math.sqrt(v[i]!) / root + eps);
    }
  },

  rmsprop(w: Tensor, grad: Tensor, spread: Tensor, velocity: Tensor | null, options: RMSPropStep) {
    const { lr, alpha, eps, momentum, weightDecay } = options;
    const [value, v, b] = [w.data, spread.data, velocity?.data];
    for (let i = 0; i < value.length; i++) {
      const g = grad.data[i]! + weightDecay * value[i]!;
      v[i] = alpha * v[i]! + (1 - alpha) * g * g;
      let step = g / (Math.sqrt(v[i]!) + eps);
      if (b) step = b[i] = momentum * b[i]! + step;
      value[i]! -= lr * step;
    }
  },

  adagrad(w: Tensor, grad: Tensor, total: Tensor, options: AdaGradStep): void {
    const { lr, eps, weightDecay } = options;
    const [value, sum] = [w.data, total.data];
    for (let i = 0; i < value.length; i++) {
      const g = grad.data[i]! + weightDecay * value[i]!;
      sum[i]! += g * g;
      value[i]! -= (lr * g) / (Math.sqrt(sum[i]!) + eps);
    }
  },

  finite(x: Tensor): boolean {
    // A finite number times zero is zero; NaN and infinities turn the sum into NaN.
    // Four sums at once do not wait for one another.
    const { data } = x;
    let [a, b, c, d] = [0, 0, 0, 0];
    let i = 0;
    for (; i + 3 < data.length; i += 4) {
      a += data[i]! * 0;
      b += data[i + 1]! * 0;
      c += data[i + 2]! * 0;
      d += data[i + 3]! * 0;
    }
    for (; i < data.length; i++) a += data[i]! * 0;
    return a + b + c + d === 0;
  },

  clear(x: Tensor): void {
    x.data.fill(0);
  },

  sum(values: Float64Array, place: number, { data }: Tensor): void {
    let total = 0;
    for (let i = 0; i < data.length; i++) total += data[i]!;
    values[place] = total;
  },
};
