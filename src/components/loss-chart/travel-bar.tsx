// Below the chart: where the run is in its own history, and the way back to the latest epoch.
import { memo, useCallback, useState } from 'react';
import type { Trainer } from '../../trainer';
import type { LossChartLabels } from './labels';
import type { Travel } from './travel';
import { useRunsValue } from './use-runs';

interface TravelBarProps {
  trainers: readonly Trainer[];
  travel: Travel;
  words: LossChartLabels;
  /** Called after the button went to the latest epoch, when it is about to vanish. */
  onLatest: () => void;
}

export const TravelBar = memo(function TravelBar({
  trainers,
  travel,
  words,
  onLatest,
}: TravelBarProps) {
  const { epoch, last } = useRunsValue(
    useCallback(() => whereabouts(trainers), [trainers]),
    trainers,
  );
  const isBack = epoch < last;
  // It keeps its room, so that what is below moves only once; until the run starts over.
  const [room, setRoom] = useState(false);
  if (isBack && !room) setRoom(true);
  if (room && last === 0) setRoom(false);
  if (!isBack && !room) return null;
  return (
    <div className="pancake-loss-travel" data-shown={isBack}>
      <p>
        {travel.clampedTo !== null && isBack && <strong>{words.clamped(travel.clampedTo)} </strong>}
        {words.travelled(epoch, last)}
      </p>
      <button
        type="button"
        className="pancake-loss-latest"
        onClick={() => {
          travel.go(last);
          onLatest();
        }}
      >
        {words.latest(last)}
      </button>
    </div>
  );
});

/** The epoch of the run that has gone back the farthest, and its last epoch; or the end of all. */
export function whereabouts(trainers: readonly Trainer[]) {
  const last = Math.max(...trainers.map(({ curves }) => curves.length - 1));
  const behind = trainers.filter(({ now, curves }) => now.epoch < curves.length - 1);
  return { epoch: Math.min(last, ...behind.map(({ now }) => now.epoch)), last };
}
