// The points one by one, for the keyboard and for those who listen: one element, however many there are.
import { useCallback, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { NonFiniteError, type Dataset } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { activationsAt } from './activation-rows';
import type { DecisionBoundaryLabels } from './labels';
import type { DataPoint } from './layout';
import { mistakesOf } from './mistakes';
import type { ChoosePoint } from './points';
import { verdictOn } from './verdict';

/** A point that is looked at. */
export interface ReadPoint {
  split: 'train' | 'test';
  point: DataPoint;
  /** Its place among all that are shown, those to train on first. */
  index: number;
}

/** The points that are shown, which of them is looked at, and the way to another. */
export interface PointReader {
  shown: readonly DataPoint[];
  shownTest: readonly DataPoint[];
  at: ReadPoint | null;
  go: (index: number | null) => void;
}

/**
 * Reads the points that are shown.
 *
 * @param row the training point that is looked at, in this figure or another one
 */
export function usePointReader(
  shown: readonly DataPoint[],
  shownTest: readonly DataPoint[],
  row: number | null,
  choose: ChoosePoint,
): PointReader {
  // Test points are looked at in this figure alone.
  const [test, setTest] = useState<number | null>(null);
  const go = useCallback(
    (index: number | null) => {
      const isTest = index !== null && index >= shown.length;
      setTest(isTest ? index - shown.length : null);
      choose(index === null || isTest ? null : shown[index]!.row);
    },
    [shown, choose],
  );
  return useMemo(() => {
    const tested = test === null ? undefined : shownTest[test];
    const index = tested
      ? shown.length + test!
      : row === null
        ? -1
        : shown.findIndex((point) => point.row === row);
    const at = index < 0 ? null : readAt(index, shown, shownTest);
    return { shown, shownTest, at, go };
  }, [shown, shownTest, row, test, go]);
}

interface PointListProps {
  trainer: Trainer;
  data: Dataset;
  reader: PointReader;
  words: DecisionBoundaryLabels;
  /** The layer's place in whose space they lie, and the units that make the axes; null on the plane. */
  space: { place: number; units: readonly number[] } | null;
  /** The id of {@link PointKeys}. */
  keys: string;
  /** The mark of the point, given the one where the reader comes to. */
  children: (at: ReadPoint) => ReactNode;
}

/** The arrow keys go from point to point, and each says what it is and what the model makes of it. */
export function PointList(props: PointListProps) {
  const { trainer, data, reader, words, keys, children } = props;
  const { shown, shownTest, at, go } = reader;
  const [last, setLast] = useState(0);
  // What the model says of a point is said at rest: a number that changes with every frame is noise.
  useTrainerValue(restingWeights, trainer);
  const count = shown.length + shownTest.length;
  if (!count) return null;
  const read = at ?? readAt(Math.min(last, count - 1), shown, shownTest);

  const visit = (index: number) => {
    setLast(index);
    go(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return go(null);
    const next = stepped(event, read.index, count) ?? nextMistake(event, reader, read, trainer);
    if (next === null) return;
    event.preventDefault();
    visit(next);
  };
  // Of a list that may have 100,000 entries, the one where the reader is stands for all.
  const id = `${keys}-${read.index}`;
  return (
    <g
      role="listbox"
      tabIndex={0}
      className="pancake-probe pancake-points"
      aria-label={words.points}
      aria-describedby={data.task === 'regression' ? undefined : keys}
      aria-activedescendant={id}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) visit(read.index);
      }}
      onBlur={() => go(null)}
    >
      <g
        // Anew for each point: a name that only changes is not read out.
        key={id}
        id={id}
        role="option"
        aria-selected={at !== null}
        aria-label={inWords(read, props)}
        aria-posinset={read.index + 1}
        aria-setsize={count}
        data-of={read.split}
        data-at={read.point.row}
      >
        {children(read)}
      </g>
    </g>
  );
}

/** The keys of the points beyond the arrows, for the list of keys and those who listen. */
export function PointKeys({
  id,
  data,
  words,
}: Pick<PointListProps, 'data' | 'words'> & { id: string }) {
  if (data.task === 'regression') return null;
  return (
    <span id={id} hidden data-keys="">
      {words.pointKeys}
    </span>
  );
}

/** The point's own label beside its mark: which one it is among many, where that is not plain. */
export function labelOf(
  { split, point: { row, target } }: ReadPoint,
  { data, testData }: Trainer,
  words: DecisionBoundaryLabels,
): string {
  const isTest = split === 'test' && testData;
  const among = isTest ? { split, count: testData.x.shape[0]! } : undefined;
  return words.point(row, target, data.task, among);
}

function readAt(
  index: number,
  shown: readonly DataPoint[],
  shownTest: readonly DataPoint[],
): ReadPoint {
  const isTest = index >= shown.length;
  const point = isTest ? shownTest[index - shown.length]! : shown[index]!;
  return { split: isTest ? 'test' : 'train', point, index };
}

function inWords({ split, point }: ReadPoint, props: PointListProps): string {
  const { trainer, data, words, space } = props;
  const { row, x, y, target } = point;
  const { x: all } = (split === 'test' && trainer.testData) || data;
  const name = words.point(row, target, data.task, { split, count: all.shape[0]! });
  const place = space ? coordinates(trainer, point, space) : [x, y];
  const verdict = verdictOn(trainer, point);
  return [
    place ? words.pointPlace(name, place[0]!, place[1] ?? null) : name,
    verdict && words.verdict(verdict),
  ]
    .filter(Boolean)
    .join('; ');
}

// Where a point is, in the layer's units.
function coordinates(
  trainer: Trainer,
  { x, y }: DataPoint,
  { place, units }: NonNullable<PointListProps['space']>,
): number[] | null {
  const values = activationsAt(trainer, x, y)?.[place + 1]?.values;
  return values ? units.map((unit) => values[unit]!) : null;
}

function stepped({ key, shiftKey }: KeyboardEvent, now: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return null;
  const next = now + step * (shiftKey ? 10 : 1);
  const isFar = shiftKey || Math.abs(step) > 1;
  // Single steps go round.
  return isFar ? Math.min(count - 1, Math.max(0, next)) : (next + count) % count;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

function nextMistake(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { shown, shownTest }: PointReader,
  { index }: ReadPoint,
  trainer: Trainer,
): number | null {
  if ((key !== 'm' && key !== 'M') || ctrlKey || metaKey || altKey) return null;
  try {
    const { train, test } = mistakesOf(trainer);
    const [wrong, wrongTest] = [new Set(train), new Set(test)];
    const all = [
      ...shown.map(({ row }) => wrong.has(row)),
      ...shownTest.map(({ row }) => wrongTest.has(row)),
    ];
    const after = all.indexOf(true, index + 1);
    const next = after < 0 ? all.indexOf(true) : after;
    return next < 0 ? null : next;
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return null;
  }
}

const restingWeights = ({ status }: Snapshot, run: Trainer) =>
  status === 'running' ? null : run.weightsVersion;
