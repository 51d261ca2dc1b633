// What happened along a run, for React: the same lists until something is added.
import { useCallback, useMemo } from 'react';
import { useTrainerValue } from '../../hooks';
import type { Mark, Snapshot, Trainer } from '../../trainer';
import type { LossChartLabels } from './labels';
import { eventsOf, type RunEvent } from './marks';
import { plateausOf, type Plateau } from './plateau';

const noMarks: readonly Mark[] = [];
const noPlateaus: readonly Plateau[] = [];

/** The changes and plateaus of a run, or nothing if they are not asked for. */
export function useEvents(
  trainer: Trainer,
  isAsked: boolean,
  words: LossChartLabels,
): { events: readonly RunEvent[]; plateaus: readonly Plateau[] } {
  const found = useTrainerValue(
    useCallback(
      (_: Snapshot, run: Trainer) => ({
        marks: isAsked ? run.marks : noMarks,
        plateaus: isAsked ? plateausOf(run.curves) : noPlateaus,
      }),
      [isAsked],
    ),
    trainer,
  );
  return useMemo(() => {
    const { marks, plateaus } = found;
    return { events: eventsOf(marks, plateaus, words), plateaus };
  }, [found, words]);
}
