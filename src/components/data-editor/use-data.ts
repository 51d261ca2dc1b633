// The data under the reader's hands: changed live in the run, or asked of the page; with a way back.
import { useEffect, useMemo, useRef, useState } from 'react';
import { PancakeError, type Dataset, type DatasetName } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, SplitDataset, Trainer, TrainerOptions } from '../../trainer';
import { FramePace } from './frame-pace';
import { datasetsOf, pointsOf, type EditPoint } from './points';

/** The options that choose the data. */
export type DataOptions = Pick<
  TrainerOptions,
  'data' | 'points' | 'noise' | 'testRatio' | 'dataSeed'
>;

/** How the reader changes the data. */
export interface DataControl {
  points: readonly EditPoint[];
  /** The data that the points were made from; its task, classes and plane go on. */
  like: Dataset;
  options: DataOptions;
  /**
   * Shows and uses these points; `end` is the last of a row of changes, such as a drag. Before that,
   * the run follows at most once a frame.
   */
  change: (points: readonly EditPoint[], end?: boolean) => void;
  /** Ends a row of changes, and puts back what was there before. */
  cancel: () => void;
  /** Uses another data set, by its options. */
  choose: (options: DataOptions) => void;
  /** Uses these data sets. */
  take: (data: SplitDataset) => void;
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  /** Why the data cannot be used as it is, or null. */
  problem: string | null;
}

/** What is put back by undo: options, or for data that the page owns, the data. */
interface State {
  options: DataOptions;
  /** The points on the plane, if they are some that the run cannot use. */
  draft: readonly EditPoint[] | null;
}

/** Points that are shown in the place of some data. */
interface Draft {
  of: Dataset;
  points: readonly EditPoint[];
  /** Whether the data has these very points. */
  isUsed: boolean;
}

/** Above this many points the run follows at the end of a drag only. */
export const liveLimit = 5000;

export function useData(
  trainer: Trainer,
  controlled: SplitDataset | undefined,
  onDataChange: ((data: SplitDataset) => void) | undefined,
  needsPoints: string,
): DataControl {
  const run = useTrainerValue(readData, trainer);
  const given = controlled ?? run.split;
  const [past, setPast] = useState<readonly State[]>([]);
  const [future, setFuture] = useState<readonly State[]>([]);
  // Points that the run cannot use (yet), or that are on their way.
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const begun = useRef<State | null>(null);
  const [pace] = useState(() => new FramePace());
  useEffect(() => () => pace.forget(), [pace]);

  const derived = useMemo(() => pointsOf(given), [given]);
  // Asked of the run itself: between two snapshots a drag has come further.
  const inForce = () => controlled?.train ?? trainer.data;
  const isDraft = draft !== null && draft.of === inForce();
  const points = isDraft ? draft.points : derived;

  const now = (): State => ({
    options: controlled ? { data: controlled } : dataOptionsOf(trainer.options),
    draft: isDraft && !draft.isUsed ? draft.points : null,
  });
  const put = (options: DataOptions, quietly = false) => {
    const { data } = options;
    if (controlled) {
      if (typeof data === 'object') onDataChange?.('train' in data ? data : { train: data });
      return true;
    }
    try {
      setData(trainer, options, quietly);
      onDataChange?.(splitOf(trainer));
      setProblem(null);
      return true;
    } catch (error) {
      if (!(error instanceof PancakeError)) throw error;
      setProblem(error.message);
      return false;
    }
  };
  const remember = (state: State) => {
    setPast((before) => [...before, state].slice(-200));
    setFuture([]);
  };

  const follow = (next: readonly EditPoint[], end: boolean) => {
    // Data that is not used yet is not made yet either: with very many points that takes its time.
    const isLive = end || next.length <= liveLimit;
    const split = isLive ? datasetsOf(next, given.train) : null;
    const isUsed = split !== null && put(ownData(split), !end);
    setDraft({ of: isUsed ? split.train : inForce(), points: next, isUsed });
    if (isLive && !split) setProblem(needsPoints);
  };
  const change = (next: readonly EditPoint[], end = true) => {
    pace.forget();
    // Nothing was changed, so there is nothing to undo.
    if (end && !begun.current && next === points) return;
    begun.current ??= now();
    if (!end) {
      setDraft({ of: inForce(), points: next, isUsed: false });
      return pace.ask(() => follow(next, false));
    }
    follow(next, true);
    remember(begun.current);
    begun.current = null;
  };
  const restore = ({ options, draft: drawn }: State): boolean => {
    if (!put(options)) return false;
    setDraft(drawn && { of: inForce(), points: drawn, isUsed: false });
    setProblem(drawn ? needsPoints : null);
    return true;
  };
  const cancel = () => {
    pace.forget();
    const { current } = begun;
    begun.current = null;
    if (current) restore(current);
  };
  const choose = (options: DataOptions) => {
    const before = now();
    if (!put(options)) return;
    setDraft(null);
    remember(before);
  };
  const go = (
    from: readonly State[],
    setFrom: (states: readonly State[]) => void,
    setTo: (change: (states: readonly State[]) => readonly State[]) => void,
  ) => {
    const state = from.at(-1);
    if (!state) return;
    const before = now();
    if (!restore(state)) return;
    setFrom(from.slice(0, -1));
    setTo((states) => [...states, before]);
  };
  return {
    points,
    like: isDraft ? draft.of : given.train,
    options: run.options,
    change,
    cancel,
    choose,
    take: (data) => choose(ownData(data)),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    undo: () => go(past, setPast, setFuture),
    redo: () => go(future, setFuture, setPast),
    problem,
  };
}

function readData(_: Snapshot, trainer: Trainer) {
  return { split: splitOf(trainer), options: remembered(trainer) };
}

const splits = new WeakMap<Dataset, SplitDataset>();
const optionsSeen = new WeakMap<Dataset, DataOptions>();

// The same object while the data is the same, so that nothing is computed again.
function splitOf({ data, testData }: Trainer): SplitDataset {
  let split = splits.get(data);
  if (!split || (split.test ?? null) !== testData) {
    split = testData ? { train: data, test: testData } : { train: data };
    splits.set(data, split);
  }
  return split;
}

function remembered(trainer: Trainer): DataOptions {
  const options = dataOptionsOf(trainer.options);
  const seen = optionsSeen.get(trainer.data);
  const names = Object.keys(options) as (keyof DataOptions)[];
  if (seen && names.every((name) => seen[name] === options[name])) return seen;
  optionsSeen.set(trainer.data, options);
  return options;
}

function dataOptionsOf({ data, points, noise, testRatio, dataSeed }: TrainerOptions): DataOptions {
  return { data, points, noise, testRatio, dataSeed };
}

function ownData(data: SplitDataset): DataOptions {
  return { data };
}

// Another number of classes needs another number of outputs: the last of the sizes follows.
function setData(trainer: Trainer, options: DataOptions, quietly: boolean): void {
  try {
    trainer.set(options, { quietly });
  } catch (error) {
    const { model } = trainer.options;
    const { data } = options;
    const outputs =
      typeof data === 'object' ? outputsOf('train' in data ? data.train : data) : null;
    const candidates = outputs === null ? [1, 3] : [outputs];
    if (!(error instanceof PancakeError) || !isSizes(model)) throw error;
    for (const last of candidates) {
      try {
        trainer.set({ ...options, model: [...model.slice(0, -1), last], loss: undefined });
        return;
      } catch {
        // The first message says it best.
      }
    }
    throw error;
  }
}

function outputsOf({ task, classes }: Dataset): number {
  return task === 'multiclass' ? classes : 1;
}

function isSizes(model: TrainerOptions['model']): model is readonly number[] {
  return Array.isArray(model);
}

/** A built-in set by name, or null for data of one's own. */
export function nameOf({ data }: DataOptions): DatasetName | null {
  return typeof data === 'object' ? null : (data ?? 'moons');
}
