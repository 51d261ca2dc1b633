// What the engine's tests share: closeness, hashes, and the stored reference values.
import { expect } from 'vitest';
import { Tensor, type NestedNumbers, type Parameter, type TensorLike } from '../../src/engine';
import chainRuleFile from '../reference/chain-rule.json';
import layersFile from '../reference/layers.json';
import lossesFile from '../reference/losses.json';
import optimizersFile from '../reference/optimizers.json';
import trainingFile from '../reference/training.json';

export interface LayerCase {
  layer: string;
  options: Record<string, unknown>;
  x: number[][];
  params: Record<string, NestedNumbers>;
  y: number[][];
  dOut: number[][];
  dIn: number[][];
  grads: Record<string, NestedNumbers>;
}

export interface ReducedLoss {
  value: NestedNumbers;
  dPred: number[][];
}

export interface LossCase {
  loss: string;
  pred: number[][];
  target: NestedNumbers;
  none: ReducedLoss;
  sum: ReducedLoss;
  mean: ReducedLoss;
}

export interface OptimizerRun {
  optimizer: string;
  options: Record<string, never>;
  path: number[][];
}

export interface TrainingRun {
  name: string;
  activation: string | null;
  lr: number;
  epochs: number;
  batchSize: number;
  reduction: 'sum' | 'mean';
  X: number[][];
  Y: number[][];
  init: { w: number[][]; b: number[] }[];
  log: { epoch: number; loss: number; pred: number[] }[];
  final: NestedNumbers[];
  grid: number[][];
  gridPred: NestedNumbers;
}

/** The reference values, from PyTorch and NumPy. */
export const reference = {
  chainRule: chainRuleFile,
  layers: layersFile as unknown as LayerCase[],
  losses: lossesFile as unknown as LossCase[],
  optimizers: optimizersFile as unknown as {
    start: number[];
    grads: number[][];
    runs: OptimizerRun[];
  },
  training: trainingFile as unknown as TrainingRun[],
};

/** Fails unless each number is within 1e-9 of its size, or 1e-12 near zero; shapes must agree. */
export function expectClose(actual: TensorLike, expected: TensorLike, relative = 1e-9): void {
  const [a, e] = [Tensor.from(actual), Tensor.from(expected)];
  expect(a.shape).toEqual(e.shape);
  expectCloseData(a.data, e.data, relative);
}

/** As `expectClose`, without regard to shape. */
export function expectCloseData(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative = 1e-9,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) {
    const allowed = Math.max(1e-12, relative * Math.abs(expected[i]!));
    expect(Math.abs(actual[i]! - expected[i]!), `entry ${i}`).toBeLessThanOrEqual(allowed);
  }
}

/** Adds up the numbers' bytes, little end first: FNV-1a with 32 bits, in hexadecimal. */
export function hashOf(...arrays: readonly ArrayLike<number>[]): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const array of arrays) {
    for (let i = 0; i < array.length; i++) {
      view.setFloat64(0, array[i]!, true);
      for (let byte = 0; byte < 8; byte++) {
        hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
      }
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The hash of all values of these parameters. */
export function hashOfParameters(parameters: readonly Parameter[]): string {
  return hashOf(...parameters.map(({ value }) => value.data));
}

/** How many float64 numbers lie between two numbers. */
export function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const difference = ordinal(a) - ordinal(b);
  return Number(difference < 0n ? -difference : difference);
}

function ordinal(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}
