// What programs in PyTorch and in NumPy have in common: their first words, the orders of the points,
// the schedule, and the shape of the loop.
import { createSchedule } from '../schedules';
import type { Layer } from '../layer';
import { Dropout } from '../layers/dropout';
import { float, indented, list, number, wrap } from './python-text';
import type { RunDescription } from './run-description';

/** The text at the top of a program: what it is, and what it prints. */
export function docstring(run: RunDescription, library: 'PyTorch' | 'NumPy'): string[] {
  const { model, data, epochs, firstEpoch } = run;
  const size = model.parameters().reduce((sum, { value }) => sum + value.size, 0);
  const rows = data.x.shape[0]!;
  const last = firstEpoch + epochs - 1;
  const needs = library === 'NumPy' ? 'numpy' : 'torch';
  return [
    `"""A training run of react-pancake in ${library}.`,
    '',
    ...wrap(`Model: ${model.describe()}; ${number(size)} parameters.`),
    ...wrap(`Data: ${number(rows)} points, ${tasks[data.task](data.classes)}.`),
    '',
    ...wrap(
      `Needs ${needs} (pip install ${needs}). Prints the loss over all points ` +
        (epochs === 1
          ? `at epoch ${firstEpoch}.`
          : `at epoch ${firstEpoch} and after each epoch up to ${last}. `) +
        (epochs === 1 ? '' : agreement(run)),
    ),
    '"""',
  ];
}

const tasks = {
  binary: () => 'two classes',
  multiclass: (classes: number) => `${classes} classes`,
  regression: () => 'numbers to predict',
} as const;

// Which of the losses are those of the page.
function agreement({ model, firstEpoch, optimizer, zeroGrad }: RunDescription): string {
  if (drops(model)) {
    return (
      'Dropout draws its own random numbers here: only the first loss is the one of the page, and the ' +
      'others are like them.'
    );
  }
  if (firstEpoch > 0 && optimizer.memory.length > 0) {
    return (
      `${optimizer.type} begins here without the memory that it has on the page: only the first loss is ` +
      'the one of the page.'
    );
  }
  if (firstEpoch > 0 && !zeroGrad) {
    return (
      'The gradients that the page has added up so far are left behind: only the first loss is the one ' +
      'of the page.'
    );
  }
  return 'They are those of the page.';
}

/** Whether something in the model is silenced at random while it trains. */
export function drops(layer: Layer): boolean {
  return (layer instanceof Dropout && layer.p > 0) || layer.children().some(drops);
}

/** The order of the points in each epoch, and where more come from. */
export function ordersOf({ orders }: RunDescription, more: string): string[] {
  if (!orders?.length) return [];
  const rows = orders.map((order) => Array.from(order, String));
  return [
    '',
    '# The order in which each epoch takes the points, as the page drew it.',
    `# For more epochs: orders.append(${more})`,
    list(rows, 'orders = '),
  ];
}

/** The factor on the learning rate at each epoch, as a function. */
export function factorOf({ schedule, firstEpoch, epochs }: RunDescription): string[] {
  if (!schedule) return [];
  const head = [
    '',
    '',
    'def factor(epoch):',
    '    """The factor on the learning rate in an epoch, from 0."""',
  ];
  if (typeof schedule === 'function') {
    const factors = Array.from({ length: Math.max(1, epochs - 1) }, (_, i) =>
      float(schedule(firstEpoch + i)),
    );
    const at = firstEpoch > 0 ? `epoch - ${firstEpoch}` : 'epoch';
    return [
      ...head,
      '    # The page has a function of its own for this; these are its values.',
      list(factors, 'factors = ', '', '    '),
      `    return factors[min(${at}, len(factors) - 1)]`,
    ];
  }
  // Complains about options that make no sense.
  createSchedule(schedule);
  return [...head, `    return ${formulaOf(schedule)}`];
}

function formulaOf(
  schedule: Exclude<RunDescription['schedule'], undefined | ((e: number) => number)>,
) {
  // Names are found whatever their case.
  switch (schedule.name.toLowerCase()) {
    case 'step': {
      const { stepSize, gamma = 0.1 } = schedule as { stepSize: number; gamma?: number };
      return `${float(gamma)} ** (epoch // ${stepSize})`;
    }
    case 'cosine': {
      const { epochs, end = 0 } = schedule as { epochs: number; end?: number };
      const half = `(1 + math.cos(math.pi * min(epoch, ${epochs}) / ${epochs})) / 2`;
      return end === 0 ? half : `${float(end)} + (1 - ${float(end)}) * ${half}`;
    }
    default: {
      const { epochs } = schedule as { epochs: number };
      return `min(1, (epoch + 1) / ${epochs})`;
    }
  }
}

/** Whether `factorOf` needs the module `math`. */
export function needsMath({ schedule }: RunDescription): boolean {
  return typeof schedule === 'object' && schedule.name.toLowerCase() === 'cosine';
}

/** What a loop over the epochs is made of. */
export interface LoopParts {
  /** What is done before the batches of an epoch. */
  before?: readonly string[];
  /** One training step, for the batch `x_batch`, `y_batch`. */
  step: (x: string, y: string) => readonly string[];
  /** What is done after them. */
  after?: readonly string[];
}

/** The loop: prints the loss, then trains an epoch and prints it again. */
export function loop(run: RunDescription, { before = [], step, after = [] }: LoopParts): string[] {
  const { batchSize, orders, firstEpoch: first, epochs } = run;
  const print = 'print(f"epoch {epoch}: loss {measure():.12f}")';
  const opening = [`print(f"epoch ${first}: loss {measure():.12f}")`];
  if (epochs === 1) return opening;
  const head =
    orders && batchSize !== 'full'
      ? `for epoch, order in enumerate(orders, start=${first + 1}):`
      : `for epoch in range(${first + 1}, ${first + epochs}):`;
  const batches =
    batchSize === 'full'
      ? step('x', 'y')
      : [
          `for start in range(0, len(x), ${batchSize}):`,
          ...indented(
            orders
              ? [`rows = order[start : start + ${batchSize}]`, ...step('x[rows]', 'y[rows]')]
              : [`rows = slice(start, start + ${batchSize})`, ...step('x[rows]', 'y[rows]')],
          ),
        ];
  return [...opening, head, ...indented([...before, ...batches, ...after, print])];
}
