// A training run as a program in NumPy, in the notebook's style.
import type { Sequential } from '../sequential';
import {
  baseClass,
  lossCall,
  lossClass,
  numpyModel,
  optimizerCall,
  optimizerClass,
} from './numpy-classes';
import { docstring, drops, factorOf, loop, needsMath, ordersOf } from './program';
import { float, list, nestedOf, number } from './python-text';
import {
  resolveRun,
  type Describable,
  type ModelExportOptions,
  type RunDescription,
  type RunExportOptions,
} from './run-description';

/**
 * A run as a program that needs NumPy alone: small classes with `compute_forward` and
 * `compute_backward`, of which only those that the model uses, then first weights, data and loop. It
 * prints the loss at the beginning and after each epoch, as `trainer.history` has it (epochs 0 to 9
 * unless `epochs` says otherwise; to 1e-9, since sums are added up in another order). What was
 * changed by hand on the way is not repeated: the program starts over with what is in force now, as
 * `trainer.reset()` does. Dropout draws its own random numbers in NumPy, so that only the first loss
 * of such a run is the same.
 *
 * @param source a trainer, or a `Sequential` with how to train it
 * @throws PancakeError if a layer, the loss or the optimizer is not one of this package's, or an
 *   option makes no sense
 */
export function toNumPy(run: Describable, options?: RunExportOptions): string;
export function toNumPy(model: Sequential, options: ModelExportOptions): string;
export function toNumPy(
  source: Describable | Sequential,
  options: RunExportOptions | ModelExportOptions = {},
): string {
  return write(resolveRun('toNumPy', source, options));
}

function write(run: RunDescription): string {
  const { model, loss, optimizer, learningRate, zeroGrad, schedule } = run;
  const { before, classes, make } = numpyModel(model);
  const imports = before.filter((line) => line.startsWith('import '));
  const functions = before.filter((line) => !line.startsWith('import '));
  const inUse = drops(model);
  const lines = [
    ...docstring(run, 'NumPy'),
    ...(imports.length || needsMath(run) ? ['', 'import math'] : []),
    '',
    'import numpy as np',
    ...(functions.length ? ['', ...functions] : []),
    '',
    '',
    ...baseClass,
    ...classes,
    '',
    '',
    ...lossClass(loss),
    '',
    '',
    ...optimizerClass(optimizer, zeroGrad),
    '',
    '',
    make(model, 'model = '),
    `criterion = ${lossCall(loss)}`,
    optimizerCall(optimizer, learningRate),
    ...factorOf(run),
    ...(schedule ? ['', ''] : ['']),
    ...weightsOf(run),
    '',
    '# The data',
    ...dataOf(run),
    ...ordersOf(run, 'np.random.permutation(len(x))'),
    '',
    '',
    'def measure():',
    '    """The loss over all points."""',
    ...(inUse ? ['    Dropout.training = False'] : []),
    '    return criterion.compute_forward(model.compute_forward(x), y)',
    '',
    '',
    ...loop(run, {
      before: [
        ...(inUse ? ['Dropout.training = True'] : []),
        ...(schedule ? [`optimizer.lr = ${number(learningRate)} * factor(epoch - 1)`] : []),
      ],
      step: (x, y) => [
        zeroGrad
          ? 'optimizer.zero_grad()'
          : '# No zero_grad, as on the page: gradients add up from step to step.',
        `criterion.compute_forward(model.compute_forward(${x}), ${y})`,
        'model.compute_backward(criterion.compute_backward())',
        ...penaltyOf(run),
        'optimizer.step()',
      ],
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function dataOf({ data: { x, y, task } }: RunDescription): string[] {
  const shape = y.shape.length === 2 && y.shape[1] === 1 ? '.reshape(-1, 1)' : '';
  const labels = shape ? { shape: [y.size] } : y;
  const type = task === 'multiclass' ? '' : ', dtype=float';
  const numbers = task === 'regression' ? float : String;
  return [
    list(nestedOf(x, x.data), 'x = np.array(', ')'),
    list(nestedOf(labels, y.data, numbers), 'y = np.array(', `${type})${shape}`),
  ];
}

function weightsOf({ model, weights, firstEpoch }: RunDescription): string[] {
  return [
    firstEpoch
      ? `# The weights of the page after epoch ${firstEpoch}.`
      : '# The weights that the page begins with. Without them each layer draws its own.',
    'weights = {',
    ...model
      .parameters()
      .map(({ name, value }, i) => list(nestedOf(value, weights[i]!), `"${name}": `, ',', '    ')),
    '}',
    'for param, values in zip(model.get_params_and_grads()[0], weights.values()):',
    '    param[:] = values',
  ];
}

// Added to the gradients, so that it is no part of the loss that is printed.
function penaltyOf({ l1, l2 }: RunDescription): string[] {
  if (!l1 && !l2) return [];
  const terms = [
    ...(l2 ? [`${number(l2)} * w`] : []),
    ...(l1 ? [`${number(l1)} * np.sign(w)`] : []),
  ];
  return [
    'for w, g in zip(*model.get_params_and_grads()):',
    '    if w.ndim > 1:  # what large weights cost; biases cost nothing',
    `        g += ${terms.join(' + ')}`,
  ];
}
