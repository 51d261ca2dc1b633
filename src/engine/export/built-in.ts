// Which layers, losses and optimizers a program can hold: those of this package, and none that
// extends one of them.
import { PancakeError } from '../errors';
import type { Layer } from '../layer';
import { Dropout } from '../layers/dropout';
import { ELU } from '../layers/elu';
import { Features } from '../layers/features';
import { GELU } from '../layers/gelu';
import { LayerNorm } from '../layers/layer-norm';
import { LeakyReLU } from '../layers/leaky-relu';
import { Linear } from '../layers/linear';
import { Mul } from '../layers/mul';
import { ReLU } from '../layers/relu';
import { Residual } from '../layers/residual';
import { Sigmoid } from '../layers/sigmoid';
import { SiLU } from '../layers/silu';
import { Sin } from '../layers/sin';
import { Softmax } from '../layers/softmax';
import { Softplus } from '../layers/softplus';
import { Square } from '../layers/square';
import { Tanh } from '../layers/tanh';
import { BinaryCrossEntropy } from '../losses/binary-cross-entropy';
import { BinaryCrossEntropyWithLogits } from '../losses/binary-cross-entropy-with-logits';
import { CrossEntropy } from '../losses/cross-entropy';
import { Huber } from '../losses/huber';
import { MeanSquaredError } from '../losses/mean-squared-error';
import { AdaGrad } from '../optimizers/adagrad';
import { Adam } from '../optimizers/adam';
import { AdamW } from '../optimizers/adamw';
import { RMSProp } from '../optimizers/rmsprop';
import { SGD } from '../optimizers/sgd';
import { Sequential } from '../sequential';
import type { RunDescription } from './run-description';

const layers: readonly unknown[] = [
  ...[Linear, Mul, LayerNorm, Dropout, Features, Softmax, Residual, Sequential],
  ...[ReLU, LeakyReLU, Tanh, Sigmoid, Softplus, ELU, SiLU, GELU, Sin, Square],
];
const losses: readonly unknown[] = [
  ...[BinaryCrossEntropy, BinaryCrossEntropyWithLogits, CrossEntropy, MeanSquaredError, Huber],
];
const optimizers: readonly unknown[] = [SGD, Adam, AdamW, RMSProp, AdaGrad];

/**
 * @param to the function that was called, for the message
 * @throws PancakeError naming the first layer, loss or optimizer that a reader wrote
 */
export function checkBuiltIn(to: string, { model, loss, optimizer }: RunDescription): void {
  checkBuiltInLayers(to, model);
  if (!losses.includes(loss.constructor)) {
    refuse(
      to,
      `the loss ${loss.type}`,
      'Export with MeanSquaredError, and write yours in its place.',
    );
  }
  if (!optimizers.includes(optimizer.constructor)) {
    refuse(to, `the optimizer ${optimizer.type}`, 'Export with SGD, and write yours in its place.');
  }
}

/**
 * @param to the function that was called, for the message
 * @throws PancakeError naming the first layer that a reader wrote, and its place
 */
export function checkBuiltInLayers(to: string, model: Layer): void {
  const visit = (layer: Layer, place: string) => {
    if (!layers.includes(layer.constructor)) {
      refuse(
        to,
        `${layer.describe()}${place && ` at place ${place}`}`,
        'Export the model with a layer of the package in its place, such as ReLU, and write yours in Python there.',
      );
    }
    layer.children().forEach((child, i) => visit(child, place ? `${place}.${i}` : String(i)));
  };
  visit(model, '');
}

function refuse(to: string, what: string, instead: string): never {
  throw new PancakeError(
    `${to} cannot write ${what}, which is not one of this package's: its code is JavaScript. ${instead}`,
  );
}
