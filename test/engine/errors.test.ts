// Errors are part of the interface: they name the place, what was given and what was expected.
import { describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  Dropout,
  LayerNorm,
  Linear,
  Mul,
  PancakeError,
  ReLU,
  Residual,
  SGD,
  Softmax,
  Tensor,
  createActivation,
  createDataset,
  createLoss,
} from '../../src/engine';

const linear = new Linear(2, 10);
const four = Tensor.zeros([4, 3]);
const activations = 'ReLU, LeakyReLU, Tanh, Sigmoid, Softplus, ELU, SiLU, GELU, Sin, Square';

function thrownBy(mistake: () => unknown): Error {
  try {
    mistake();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('a mistake is answered with what was given and what was expected', () => {
  it.each<[string, () => unknown]>([
    [
      'Linear(2, 10) got an input of shape [4, 3]; its last dimension must be 2',
      () => linear.forward(four),
    ],
    [
      'Linear(2, 10) got an input of shape [2]; it must have two dimensions, [batch, 2]',
      () => linear.forward([1, 2]),
    ],
    [
      'Linear(2, 10) got NaN in its input at [0, 1]; every number must be finite',
      () => linear.forward([[1, NaN]]),
    ],
    [
      'Linear(2, 3): backward was called before forward; call forward first, so that the layer has something to differentiate',
      () => new Linear(2, 3).backward([[1, 2, 3]]),
    ],
    ['Linear got nIn = 0; it must be a whole number of at least 1', () => new Linear(0, 1)],
    ['Linear got nOut = 2.5; it must be a whole number of at least 1', () => new Linear(1, 2.5)],
    ['Mul got k = NaN; it must be finite', () => new Mul({ k: NaN })],
    [
      'Dropout got p = 1; it must be a probability of at least 0 and below 1',
      () => new Dropout({ p: 1 }),
    ],
    [
      'LayerNorm(3) got an input of shape [4, 2]; its last dimension must be 3',
      () => new LayerNorm(3).forward(Tensor.zeros([4, 2])),
    ],
    [
      'Residual(Linear(3, 2)): the inner layer turned shape [4, 3] into [4, 2]; it must keep the shape, so that the two can be added',
      () => new Residual(new Linear(3, 2)).forward(four),
    ],
    [
      'Softmax got a single number; it needs at least one dimension to add up along',
      () => new Softmax().forward(3),
    ],
    [
      'SGD got the learning rate -0.1; it must be a finite number of at least 0',
      () => new SGD(linear, { lr: -0.1 }),
    ],
    [
      'BinaryCrossEntropy got predictions of shape [2, 1] and targets of shape [2]; the targets must have the shape [2, 1]',
      () => new BinaryCrossEntropy().forward([[0.5], [0.5]], [1, 0]),
    ],
    [
      'BinaryCrossEntropy got predictions of shape [2] and targets of shape [2, 1]; the targets must have the shape [2]',
      () => new BinaryCrossEntropy().forward([0.5, 0.5], [[1], [0]]),
    ],
    [
      `activation is "RELUU"; it must be one of ${activations}. Did you mean "ReLU"?`,
      () => createActivation('RELUU' as 'ReLU'),
    ],
    [
      'loss is "hubert"; it must be one of BinaryCrossEntropy, BinaryCrossEntropyWithLogits, CrossEntropy, MeanSquaredError, Huber. Did you mean "Huber"?',
      () => createLoss('hubert' as 'Huber', {}),
    ],
    [
      'data is "moom"; it must be one of simple, xor, circles, moons, spiral, gauss, checkerboard, rings, blobs, spirals, plane, bumps, sine. Did you mean "moons"?',
      () => createDataset('moom' as 'moons', {}),
    ],
    [
      `activation is "perceptron"; it must be one of ${activations}.`,
      () => createActivation('perceptron' as never),
    ],
  ])('%s', (message, mistake) => {
    const error = thrownBy(mistake);
    expect(error).toBeInstanceOf(PancakeError);
    expect(error.message).toBe(message);
  });

  it.each<[string, unknown, string]>([
    ['a text of 60 letters as it is', 'x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['a longer one with its beginning', 'x'.repeat(61), `"${'x'.repeat(57)}..."`],
    ['a short list as it is', [10, ...Array<number>(18).fill(1)], `[10,${'1,'.repeat(17)}1]`],
    ['a longer one with its length', Array<number>(20).fill(1), 'an array of 20'],
    ['a function', () => 1, 'a function'],
    ['an object with its type', new Date(0), 'an object of type Date'],
    ['an object of no type', Object.create(null), 'an object of type Object'],
    ['a number', 7, '7'],
    ['nothing', null, 'null'],
  ])('names %s', (_, given, shown) => {
    expect(thrownBy(() => createActivation(given as never)).message).toBe(
      `activation is ${shown}; it must be one of ${activations}.`,
    );
  });

  it('suggests a name that is three letters away, and none that is further', () => {
    const hintOf = (name: string) =>
      / Did you mean "(.*)"\?$/.exec(thrownBy(() => createActivation(name as never)).message)?.[1];
    expect(hintOf('softpluwxyz')).toBe(undefined);
    expect(hintOf('softpluxyz')).toBe('Softplus');
    expect(hintOf('xyzsquare')).toBe('Square');
    expect(hintOf('')).toBe(undefined);
  });

  it('by an error that says what it is', () => {
    expect(String(thrownBy(() => new Linear(0, 1)))).toMatch(/^PancakeError: Linear got nIn = 0/);
    expect(String(thrownBy(() => linear.forward([[1, NaN]])))).toMatch(/^NonFiniteError: Linear/);
  });

  it('and the layer goes on as if nothing had happened', () => {
    const relu = new ReLU();
    relu.forward([[1, -1]]);
    expect(() => relu.forward([[NaN]])).toThrow(PancakeError);
    expect(relu.backward([[5, 5]]).toArray()).toEqual([[5, 0]]);
  });
});
