// A training run as a program in PyTorch.
import type { Loss } from '../losses/loss';
import type { Optimizer } from '../optimizers/optimizer';
import type { Sequential } from '../sequential';
import { docstring, drops, factorOf, loop, needsMath, ordersOf } from './program';
import { layerCall, missingModules } from './pytorch-modules';
import { call, float, list, nestedOf, number } from './python-text';
import {
  resolveRun,
  type Describable,
  type ModelExportOptions,
  type RunDescription,
  type RunExportOptions,
} from './run-description';

/**
 * A run as a program in PyTorch: model, first weights, data, loss, optimizer, schedule and loop. It
 * prints the loss at the beginning and after each epoch, as `trainer.history` has it (epochs 0 to 9
 * unless `epochs` says otherwise; to 1e-9, since sums are added up in another order). What was
 * changed by hand on the way is not repeated: the program starts over with what is in force now, as
 * `trainer.reset()` does. Dropout draws its own random numbers in PyTorch, so that only the first
 * loss of such a run is the same.
 *
 * @param source a trainer, or a `Sequential` with how to train it
 * @throws PancakeError if a layer, the loss or the optimizer is not one of this package's, or an
 *   option makes no sense
 */
export function toPyTorch(run: Describable, options?: RunExportOptions): string;
export function toPyTorch(model: Sequential, options: ModelExportOptions): string;
export function toPyTorch(
  source: Describable | Sequential,
  options: RunExportOptions | ModelExportOptions = {},
): string {
  return write(resolveRun('toPyTorch', source, options));
}

function write(run: RunDescription): string {
  const { model, loss, learningRate, zeroGrad } = run;
  const scheduled = scheduleOf(run);
  const penalty = penaltyOf(run);
  const inUse = drops(model);
  const lines = [
    ...docstring(run, 'PyTorch'),
    ...(scheduled.factor.length && needsMath(run) ? ['', 'import math'] : []),
    '',
    'import torch',
    'from torch import nn',
    '',
    '# The page computes with 64 bits, PyTorch with 32 unless told otherwise.',
    'torch.set_default_dtype(torch.float64)',
    ...missingModules(model),
    ...(missingModules(model).length ? ['', ''] : ['']),
    layerCall(model, 'model = '),
    `criterion = ${lossCall(loss)}`,
    optimizerCall(run.optimizer, learningRate),
    ...scheduled.factor,
    ...(scheduled.factor.length ? ['', ''] : []),
    ...scheduled.scheduler,
    ...penalty,
    ...(penalty.length ? ['', ''] : ['']),
    ...weightsOf(run),
    '',
    '# The data',
    ...dataOf(run),
    ...ordersOf(run, 'torch.randperm(len(x)).tolist()'),
    '',
    '',
    'def measure():',
    '    """The loss over all points."""',
    ...(inUse ? ['    model.eval()  # nothing is dropped'] : []),
    '    with torch.no_grad():',
    '        return criterion(model(x), y).item()',
    '',
    '',
    ...loop(run, {
      before: inUse ? ['model.train()'] : [],
      step: (x, y) => [
        zeroGrad
          ? 'optimizer.zero_grad()'
          : '# No optimizer.zero_grad(), as on the page: gradients add up from step to step.',
        `loss = criterion(model(${x}), ${y})${penalty.length ? ' + penalty()' : ''}`,
        'loss.backward()',
        'optimizer.step()',
      ],
      after: scheduled.step,
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function dataOf({ data: { x, y, task } }: RunDescription): string[] {
  const shape = y.shape.length === 2 && y.shape[1] === 1 ? '.reshape(-1, 1)' : '';
  const labels = shape ? { shape: [y.size] } : y;
  const type = task === 'multiclass' ? '' : ', dtype=torch.float64';
  const numbers = task === 'regression' ? float : String;
  return [
    list(nestedOf(x, x.data), 'x = torch.tensor(', ')'),
    list(nestedOf(labels, y.data, numbers), 'y = torch.tensor(', `${type})${shape}`),
  ];
}

function weightsOf({ model, weights, firstEpoch }: RunDescription): string[] {
  return [
    firstEpoch
      ? `# The weights of the page after epoch ${firstEpoch}.`
      : '# The weights that the page begins with. Without them PyTorch draws its own.',
    'model.load_state_dict(',
    '    {',
    ...model
      .parameters()
      .map(({ name, value }, i) =>
        list(nestedOf(value, weights[i]!), `"${name}": torch.tensor(`, '),', '        '),
      ),
    '    }',
    ')',
  ];
}

const lossNames: Readonly<Record<string, string>> = {
  BinaryCrossEntropy: 'BCELoss',
  BinaryCrossEntropyWithLogits: 'BCEWithLogitsLoss',
  CrossEntropy: 'CrossEntropyLoss',
  MeanSquaredError: 'MSELoss',
  Huber: 'HuberLoss',
};

function lossCall(loss: Loss & { delta?: number }): string {
  const options = [
    ...(loss.reduction === 'mean' ? [] : [`reduction="${loss.reduction}"`]),
    ...(loss.delta === undefined ? [] : [`delta=${number(loss.delta)}`]),
  ];
  return `nn.${lossNames[loss.type]!}(${options.join(', ')})`;
}

const optimizerNames: Readonly<Record<string, string>> = {
  RMSProp: 'RMSprop',
  AdaGrad: 'Adagrad',
};

interface AnyOptimizer {
  type: string;
  momentum?: number;
  nesterov?: boolean;
  weightDecay?: number;
  beta1?: number;
  beta2?: number;
  alpha?: number;
  eps?: number;
}

function optimizerCall(optimizer: Optimizer, lr: number): string {
  const { type, momentum, nesterov, weightDecay, ...rest }: AnyOptimizer = optimizer as never;
  const { beta1, beta2, alpha, eps } = rest;
  const options = [
    'model.parameters()',
    `lr=${number(lr)}`,
    ...(momentum ? [`momentum=${number(momentum)}`] : []),
    ...(nesterov && momentum ? ['nesterov=True'] : []),
    ...(beta1 === undefined ? [] : [`betas=(${number(beta1)}, ${number(beta2!)})`]),
    ...(alpha === undefined ? [] : [`alpha=${number(alpha)}`]),
    ...(eps === undefined ? [] : [`eps=${number(eps)}`]),
    // Its default differs from class to class.
    ...(weightDecay || type === 'AdamW' ? [`weight_decay=${number(weightDecay!)}`] : []),
  ];
  return call(`optimizer = torch.optim.${optimizerNames[type] ?? type}(`, options);
}

interface Scheduled {
  /** A function for what PyTorch has no class for. */
  factor: readonly string[];
  scheduler: readonly string[];
  /** After each epoch. */
  step: readonly string[];
}

function scheduleOf(run: RunDescription): Scheduled {
  const { schedule, firstEpoch, learningRate } = run;
  if (!schedule) return { factor: [], scheduler: [], step: [] };
  const { name, ...options } = typeof schedule === 'object' ? schedule : { name: 'function' };
  const kind = firstEpoch > 0 ? 'function' : name.toLowerCase();
  const make = (type: string, ...given: string[]) => [
    call(`scheduler = torch.optim.lr_scheduler.${type}(`, ['optimizer', ...given]),
  ];
  if (kind === 'step') {
    const { stepSize, gamma = 0.1 } = options as { stepSize: number; gamma?: number };
    return {
      factor: [],
      scheduler: make('StepLR', `step_size=${stepSize}`, `gamma=${number(gamma)}`),
      step: ['scheduler.step()'],
    };
  }
  if (kind === 'cosine') {
    const { epochs, end = 0 } = options as { epochs: number; end?: number };
    const least = end === 0 ? [] : [`eta_min=${number(end)} * ${number(learningRate)}`];
    return {
      factor: [],
      scheduler: make('CosineAnnealingLR', `T_max=${epochs}`, ...least),
      step: [`if epoch <= ${epochs}:  # then the learning rate stays`, '    scheduler.step()'],
    };
  }
  return {
    factor: factorOf(run),
    scheduler: make(
      'LambdaLR',
      firstEpoch > 0 ? `lambda epoch: factor(epoch + ${firstEpoch})` : 'factor',
    ),
    step: ['scheduler.step()'],
  };
}

function penaltyOf({ l1, l2 }: RunDescription): string[] {
  if (!l1 && !l2) return [];
  const terms = [
    ...(l1 ? [`${number(l1)} * sum(w.abs().sum() for w in weights)`] : []),
    ...(l2 ? [`${number(l2)} / 2 * sum((w**2).sum() for w in weights)`] : []),
  ];
  return [
    '',
    '',
    'def penalty():',
    '    """What large weights cost: not biases, and not part of the loss that is printed."""',
    '    weights = [w for w in model.parameters() if w.ndim > 1]',
    ...(terms.length === 1
      ? [`    return ${terms[0]!}`]
      : [
          `    absolute = ${terms[0]!}`,
          `    squared = ${terms[1]!}`,
          '    return absolute + squared',
        ]),
  ];
}
