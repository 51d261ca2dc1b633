// The numbers of figures as tables, for CSV. All of them are the engine's own, with all their digits.
import type { Dataset, Tensor, TraceStep } from '../../engine';
import type { Trainer } from '../../trainer';

/** A table; null is an empty cell. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** What was measured at each epoch, of one run or of several by name. */
export function historyTable(runs: Trainer | readonly { name: string; trainer: Trainer }[]): Table {
  const curves = ['epoch', 'loss', 'testLoss', 'accuracy', 'testAccuracy'] as const;
  const rowsOf = ({ history }: Trainer) =>
    history.map((entry) => curves.map((curve) => (isNaN(entry[curve] ?? 0) ? null : entry[curve])));
  if (!isList(runs)) return { columns: curves, rows: rowsOf(runs) };
  return {
    columns: ['run', ...curves],
    rows: runs.flatMap(({ name, trainer }) => rowsOf(trainer).map((row) => [name, ...row])),
  };
}

function isList<T>(value: unknown): value is readonly T[] {
  return Array.isArray(value);
}

/** The points that a run learns from, and those that it is tested on. */
export function pointsTable({ data, testData }: Pick<Trainer, 'data' | 'testData'>): Table {
  const inputs = data.x.shape[1]!;
  const names = inputs === 2 ? ['x', 'y'] : Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
  const rowsOf = ({ x, y }: Dataset, part: string) =>
    Array.from(y.data, (label, i) => [
      ...x.data.subarray(inputs * i, inputs * (i + 1)),
      label,
      part,
    ]);
  return {
    columns: [...names, 'label', 'part'],
    rows: [...rowsOf(data, 'train'), ...(testData ? rowsOf(testData, 'test') : [])],
  };
}

/** What a model says of each point of a grid. */
export function predictionTable(points: Tensor, says: Tensor): Table {
  const outputs = says.size / points.shape[0]!;
  const names =
    outputs === 1 ? ['prediction'] : Array.from({ length: outputs }, (_, k) => `class${k}`);
  return {
    columns: ['x', 'y', ...names],
    rows: Array.from({ length: points.shape[0]! }, (_, i) => [
      ...points.data.subarray(2 * i, 2 * i + 2),
      ...says.data.subarray(outputs * i, outputs * (i + 1)),
    ]),
  };
}

/** Every number of a model, with its gradient over all points if it has one. */
export function parametersTable(trainer: Trainer): Table {
  const gradients = gradientsOf(trainer);
  return {
    columns: ['parameter', 'row', 'column', 'value', 'gradient'],
    rows: trainer.model.parameters().flatMap(({ name, value }, p) => {
      const columns = value.shape.length > 1 ? value.shape.at(-1)! : 1;
      return Array.from(value.data, (number, i) => [
        name,
        Math.floor(i / columns),
        i % columns,
        number,
        gradients?.[p]?.[i] ?? null,
      ]);
    }),
  };
}

function gradientsOf(trainer: Trainer): readonly Float64Array[] | null {
  try {
    return trainer.gradients();
  } catch {
    // A gradient that is not finite has no cell.
    return null;
  }
}

/** A pass through a model and back, number by number: of one sample, or of a batch. */
export function traceTable(steps: readonly TraceStep[]): Table {
  const rows = steps.flatMap(({ path, description, input, output, gradIn, gradOut }, i) => [
    ...(i === 0 ? rowsOf('input', 'input', input, gradIn) : []),
    ...rowsOf(path, description, output, gradOut),
  ]);
  return { columns: ['layer', 'function', 'sample', 'unit', 'value', 'gradient'], rows };
}

function rowsOf(path: string, name: string, values: Tensor, gradients: Tensor) {
  const units = values.size / (values.shape[0] ?? 1);
  return Array.from(values.data, (value, i) => [
    path,
    name,
    Math.floor(i / units),
    i % units,
    value,
    gradients.data[i] ?? null,
  ]);
}

/** Tensors, number by number. */
export function matrixTable(tensors: readonly { name: string; tensor: Tensor }[]): Table {
  return {
    columns: ['tensor', 'row', 'column', 'value'],
    rows: tensors.flatMap(({ name, tensor: { data, shape } }) => {
      const columns = shape.length > 1 ? shape.at(-1)! : 1;
      return Array.from(data, (value, i) => [name, Math.floor(i / columns), i % columns, value]);
    }),
  };
}

/** Lines of code, with their numbers. */
export function codeTable(lines: readonly string[]): Table {
  return { columns: ['line', 'code'], rows: lines.map((line, i) => [i + 1, line]) };
}
