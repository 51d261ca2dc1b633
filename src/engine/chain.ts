// Chain: the chain rule as a product of factors, for one sample: dFn/dx = dFn/dFm · … · dF1/dx.
import { ensure, show } from './errors';
import { Tensor } from './tensor';
import type { Trace, TraceStep } from './trace';

/**
 * One factor of the chain rule, dTop/dBottom: the slope of each of `rows` outputs by each of
 * `columns` inputs.
 */
export interface ChainFactor {
  rows: number;
  columns: number;
  /**
   * Whether every output depends on the input at its own place only. Then `values` are the slopes
   * on the diagonal, one a place, and all others are zero.
   */
  diagonal: boolean;
  /** The slopes, row by row. */
  values: Float64Array;
}

/** What one layer's part of the way back costs, in multiplications. */
export interface LayerCosts {
  /** To bring the gradient from the top down to the layer's output. */
  above: number;
  /** To bring it on through the layer, to its input. */
  through: number;
  /** From the layer's output to each of its parameters. */
  parameters: number[];
}

/** How many multiplications it takes to work out all derivatives of a chain. */
export interface ChainCosts {
  /** From the last layer down, with what is known used again: back-propagation. */
  shared: number;
  /** Every derivative on its own, from the last layer down to it. */
  alone: number;
}

/**
 * The local derivatives of the layers for one sample of a trace, first layer first.
 *
 * @param sample the row of the batch
 * @throws PancakeError if the batch has no such row
 */
export function chainFactors(trace: Trace, sample = 0): ChainFactor[] {
  return trace.map((step) => factorOf(step, sample));
}

/**
 * The product of two neighbouring factors, dTop/dMiddle · dMiddle/dBottom: rows by columns, or
 * place by place where both are diagonal.
 *
 * @throws PancakeError if one has not as many columns as the other has rows
 */
export function multiplyFactors(upper: ChainFactor, lower: ChainFactor): ChainFactor {
  const { rows } = upper;
  const { columns } = lower;
  ensure(
    upper.columns === lower.rows,
    () =>
      `multiplyFactors got factors of shape [${rows}, ${upper.columns}] and [${lower.rows}, ${columns}]; the first must have as many columns as the second has rows`,
  );
  if (upper.diagonal && lower.diagonal) {
    return { ...upper, values: upper.values.map((slope, i) => slope * lower.values[i]!) };
  }
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = entryOf(upper, lower, row, column);
    }
  }
  return { rows, columns, diagonal: false, values };
}

function entryOf(upper: ChainFactor, lower: ChainFactor, row: number, column: number): number {
  const { columns } = lower;
  if (upper.diagonal) return upper.values[row]! * lower.values[row * columns + column]!;
  const from = row * upper.columns;
  if (lower.diagonal) return upper.values[from + column]! * lower.values[column]!;
  let sum = 0;
  for (let i = 0; i < upper.columns; i++) {
    sum += upper.values[from + i]! * lower.values[i * columns + column]!;
  }
  return sum;
}

/**
 * The product of several neighbouring factors, worked out from the last layer down.
 *
 * @param factors first layer first, at least one
 * @throws PancakeError if there is none, or two neighbours do not fit
 */
export function foldFactors(factors: readonly ChainFactor[]): ChainFactor {
  ensure(factors.length > 0, () => 'foldFactors got no factors; it needs at least one');
  return factors.reduceRight((product, factor) => multiplyFactors(product, factor));
}

/** A factor as a table of all its slopes, shape (rows, columns). */
export function factorTensor({ rows, columns, diagonal, values }: ChainFactor): Tensor {
  if (!diagonal) return new Tensor(values.slice(), [rows, columns]);
  const table = Tensor.zeros([rows, columns]);
  values.forEach((slope, i) => (table.data[i * columns + i] = slope));
  return table;
}

/**
 * What one sample's gradients cost, layer by layer, first layer first. The gradient is a row of
 * numbers on its way down: a dense factor takes one multiplication for each of its entries, a
 * diagonal one for each place, and a parameter at least one for each of its numbers and each output.
 *
 * @param objective the factor on top, such as dLoss/dFn, where there is one; without it the last
 *   layer's own factor is where the row begins, at no cost
 */
export function layerCosts(trace: Trace, objective: ChainFactor | null, sample = 0): LayerCosts[] {
  let above = 0;
  let hasRow = objective !== null;
  const costs = chainFactors(trace, sample).map((factor, place) => ({ factor, place }));
  return costs
    .reverse()
    .map(({ factor, place }): LayerCosts => {
      const before = above;
      const through = hasRow ? factor.values.length : 0;
      const parameters = trace[place]!.parameters.map(({ value }) =>
        hasRow ? Math.max(value.size, factor.rows) : 0,
      );
      above += through;
      hasRow = true;
      return { above: before, through, parameters };
    })
    .reverse();
}

/** The costs of some layers together: those of all, or of those that are done. */
export function sumCosts(costs: readonly LayerCosts[]): ChainCosts {
  const sum = { shared: 0, alone: 0 };
  for (const { above, through, parameters } of costs) {
    sum.shared += through;
    sum.alone += through;
    for (const own of parameters) {
      sum.shared += own;
      sum.alone += above + own;
    }
  }
  return sum;
}

function factorOf({ local, input, output, description }: TraceStep, sample: number): ChainFactor {
  const samples = input.shape[0] ?? 1;
  ensure(
    Number.isInteger(sample) && sample >= 0 && sample < samples,
    () =>
      `${description}: there is no sample ${show(sample)}; the batch has those from 0 to ${samples - 1}`,
  );
  const size = local.value.size / samples;
  return {
    rows: output.size / samples,
    columns: input.size / samples,
    diagonal: local.kind === 'elementwise',
    values: local.value.data.slice(sample * size, (sample + 1) * size),
  };
}
