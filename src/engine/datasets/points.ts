// Data of one's own: from a list of points, from CSV, and split in two.
import { ensure, show } from '../errors';
import type { Task } from '../losses/loss';
import { createRng } from '../random';
import { Tensor } from '../tensor';
import type { Dataset, Domain } from './dataset';

// A picture around larger numbers would have an infinite width.
const largest = 1e100;

const mostClasses = 1000;

/** A point and what is true of it: 0 or 1, a class number, or a number to predict. */
export interface LabelledPoint {
  x: number;
  y: number;
  label: number;
}

/** What `fromPoints` and `fromCSV` take. */
export interface PointsOptions {
  /** What is asked of a model. @default as the labels suggest */
  task?: Task;
  /** The part of the plane that a picture shows. @default a square around the points */
  domain?: Domain;
}

/**
 * A data set from points. If all labels are 0 or 1 the task is `binary`; if they are whole numbers
 * from 0 to at most 19, `multiclass`; otherwise `regression`.
 *
 * @throws PancakeError if there is no point, or a number is missing or makes no sense for the task
 */
export function fromPoints(
  points: readonly LabelledPoint[],
  { task, domain }: PointsOptions = {},
): Dataset {
  const given: unknown = points;
  ensure(
    Array.isArray(given) && given.length > 0,
    () => `fromPoints got ${show(given)}; it needs at least one point, as { x, y, label }`,
  );
  points.forEach((point, i) => {
    for (const name of ['x', 'y', 'label'] as const) {
      const value = point?.[name];
      ensure(
        Number.isFinite(value),
        () => `fromPoints: point ${i} has ${name} = ${show(value)}; it must be a finite number`,
      );
    }
  });
  const labels = points.map(({ label }) => label);
  const found = task ?? suggestTask(labels);
  checkLabels(labels, found);
  const classes = {
    binary: 2,
    multiclass: labels.reduce((a, b) => Math.max(a, b)) + 1,
    regression: 0,
  }[found];
  return {
    x: Tensor.from(points.map(({ x, y }) => [x, y])),
    y: Tensor.from(found === 'multiclass' ? labels : labels.map((label) => [label])),
    task: found,
    classes,
    domain: domain ?? domainAround(points),
  };
}

/**
 * Keeps a share of the points for testing, drawn by the seed.
 *
 * @param ratio the share to test on, from 0 to below 1; at least one point of each part remains
 * @throws PancakeError if the ratio is out of range, or there are fewer than two points
 */
export function split(
  dataset: Dataset,
  ratio: number,
  seed = 0,
): { train: Dataset; test: Dataset } {
  const count = dataset.x.shape[0]!;
  ensure(
    typeof ratio === 'number' && ratio > 0 && ratio < 1,
    () => `split got the ratio ${show(ratio)}; it must be a share for testing, above 0 and below 1`,
  );
  ensure(count >= 2, () => `split got a data set of ${count} points; it needs at least two`);
  const tested = Math.min(count - 1, Math.max(1, Math.round(count * ratio)));
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  createRng(seed).shuffle(order);
  const isTest = new Uint8Array(count);
  for (let i = 0; i < tested; i++) isTest[order[i]!] = 1;
  return {
    train: pick(dataset, isTest, 0, count - tested),
    test: pick(dataset, isTest, 1, tested),
  };
}

// The rows that are marked like this, of which there are so many, in their order.
function pick(dataset: Dataset, marks: Uint8Array, mark: 0 | 1, count: number): Dataset {
  const take = ({ data, shape }: Tensor) => {
    const width = data.length / marks.length;
    const values = new Float64Array(count * width);
    for (let row = 0, at = 0; row < marks.length; row++) {
      if (marks[row] !== mark) continue;
      for (let c = 0; c < width; c++) values[at++] = data[row * width + c]!;
    }
    return new Tensor(values, [count, ...shape.slice(1)]);
  };
  return { ...dataset, x: take(dataset.x), y: take(dataset.y) };
}

function suggestTask(labels: readonly number[]): Task {
  if (labels.every((label) => label === 0 || label === 1)) return 'binary';
  const isClass = (label: number) => Number.isInteger(label) && label >= 0 && label < 20;
  return labels.every(isClass) ? 'multiclass' : 'regression';
}

function checkLabels(labels: readonly number[], task: Task): void {
  const rule = {
    binary: { fits: (label: number) => label === 0 || label === 1, words: '0 or 1' },
    multiclass: {
      fits: (label: number) => Number.isInteger(label) && label >= 0 && label < mostClasses,
      words: `a class number from 0 to ${mostClasses - 1}`,
    },
    regression: { fits: () => true, words: '' },
  }[task];
  ensure(rule, () => `task is ${show(task)}; it must be 'binary', 'multiclass' or 'regression'`);
  const at = labels.findIndex((label) => !rule.fits(label));
  ensure(
    at < 0,
    () => `point ${at} has the label ${labels[at]}; for ${task} data it must be ${rule.words}`,
  );
}

// A square, so that both axes have one scale, with a margin, so that no point sits on the edge.
function domainAround(points: readonly LabelledPoint[]): Domain {
  const far = points.findIndex(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) > largest);
  ensure(
    far < 0,
    () => `fromPoints: point ${far} lies beyond ${largest}, too far for a picture; give a domain`,
  );
  const range = (values: number[]) => {
    const low = values.reduce((a, b) => Math.min(a, b));
    const high = values.reduce((a, b) => Math.max(a, b));
    return { middle: (low + high) / 2, half: (high - low) / 2 };
  };
  const x = range(points.map((point) => point.x));
  const y = range(points.map((point) => point.y));
  // Wide enough to differ from the middle in float64, however far from zero that lies.
  const least = 1e-9 * Math.max(Math.abs(x.middle), Math.abs(y.middle));
  const half = Math.max(1.2 * Math.max(x.half, y.half) || 1, least);
  const around = (middle: number) => [middle - half, middle + half] as const;
  return { x: around(x.middle), y: around(y.middle) };
}
