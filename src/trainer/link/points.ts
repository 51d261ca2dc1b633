// Points as plain data, and what differs between two lists of them.
import { Tensor, ensure, type Dataset } from '../../engine';
import type { DataChange, PartChange, RecordedPoints } from './record';

interface Split {
  readonly train: Dataset;
  readonly test: Dataset | null;
}

/** What makes the second data of the first; everything anew if there is none. */
export function changeOfData(before: Split | null, after: Split): DataChange {
  const { test } = after;
  return {
    train: changeOfPart(before?.train ?? null, after.train),
    test: test ? changeOfPart(before?.test ?? null, test) : before && !before.test ? null : 'none',
  };
}

/** @throws PancakeError if the change does not fit the data */
export function changedData(before: Split | null, change: DataChange): Split {
  const train = changedPart(before?.train ?? null, change.train);
  ensure(train, () => 'the link has no points to train on');
  const test = change.test === 'none' ? null : changedPart(before?.test ?? null, change.test);
  return { train, test };
}

function changeOfPart(before: Dataset | null, after: Dataset): PartChange | null {
  if (before === after) return null;
  const { x, y, task, classes, domain } = after;
  const inputs = x.shape[1]!;
  const isLike =
    before?.task === task &&
    before.classes === classes &&
    before.x.shape[1] === inputs &&
    JSON.stringify(before.domain) === JSON.stringify(domain);
  if (!isLike) {
    return { points: { task, classes, domain, inputs, x: x.data.slice(), y: y.data.slice() } };
  }
  const [old, now] = [before.y.size, y.size];
  const isSame = (a: number, b: number) =>
    Object.is(before.y.data[a], y.data[b]) &&
    Array.from({ length: inputs }, (_, c) => c).every((c) =>
      Object.is(before.x.data[inputs * a + c], x.data[inputs * b + c]),
    );
  const most = Math.min(old, now);
  let first = 0;
  while (first < most && isSame(first, first)) first++;
  let last = 0;
  while (last < most - first && isSame(old - 1 - last, now - 1 - last)) last++;
  if (first + last === old && old === now) return null;
  return {
    before: first,
    after: last,
    x: x.data.slice(inputs * first, inputs * (now - last)),
    y: y.data.slice(first, now - last),
  };
}

function changedPart(before: Dataset | null, change: PartChange | null): Dataset | null {
  if (!change) return before;
  if ('points' in change) return fromRecord(change.points);
  ensure(before, () => 'the link changes points of which there are none');
  const inputs = before.x.shape[1]!;
  const count = before.y.size;
  ensure(
    change.before + change.after <= count && change.x.length === inputs * change.y.length,
    () => 'the link changes points that are not there',
  );
  const joined = (all: Float64Array, width: number, rows: Float64Array) =>
    Float64Array.from([
      ...all.subarray(0, width * change.before),
      ...rows,
      ...all.subarray(width * (count - change.after)),
    ]);
  const { task, classes, domain } = before;
  const x = joined(before.x.data, inputs, change.x);
  return fromRecord({ task, classes, domain, inputs, x, y: joined(before.y.data, 1, change.y) });
}

function fromRecord({ task, classes, domain, inputs, x, y }: RecordedPoints): Dataset {
  const count = y.length;
  ensure(count > 0 && x.length === inputs * count, () => 'the link has a data set without points');
  const isLabel = {
    binary: (label: number) => label === 0 || label === 1,
    multiclass: (label: number) => Number.isInteger(label) && label >= 0 && label < classes,
    regression: () => true,
  }[task];
  ensure(y.every(isLabel), () => `the link has a label that does not go with ${task} data`);
  const targets = task === 'multiclass' ? [count] : [count, 1];
  return { x: new Tensor(x, [count, inputs]), y: new Tensor(y, targets), task, classes, domain };
}
