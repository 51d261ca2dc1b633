// What the run is doing: its numbers, the layer it is in, and where it is in time.
import { useId } from 'react';
import { useNumbers } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { useControls } from './controls-context';

/** The epoch, the loss, and how many points are wrong. */
export function Readout({ id }: { id: string }) {
  const { formatCount, formatNumber } = useNumbers();
  const { trainer, words } = useControls();
  const run = useTrainerValue(readNumbers, trainer);
  return (
    <div id={id} className="pancake-controls-readout">
      {words.epoch} <b data-value={run.epoch}>{formatCount(run.epoch)}</b> · {words.loss}{' '}
      <b data-value={run.loss}>{formatNumber(run.loss)}</b>
      {run.accuracy !== null && (
        <> · {words.wrong(Math.round((1 - run.accuracy) * run.count), run.count)}</>
      )}
    </div>
  );
}

/** What was done last within a training step, in words. */
export function PhaseLine() {
  const { trainer, words } = useControls();
  const { phase, step, type } = useTrainerValue(readPhase, trainer);
  const layer = phase.layer === null ? '' : words.layer(phase.layer + 1, type);
  return (
    <p className="pancake-controls-phase" aria-live="polite" data-phase={phase.kind}>
      {words.phase(phase, layer, { step })}
    </p>
  );
}

/** A slider over the epochs so far, which takes the run there. */
export function Timeline() {
  const { trainer, words, locked, lockNote } = useControls();
  const id = useId();
  const { epoch, firstEpoch, lastEpoch } = useTrainerValue(readTime, trainer);
  const isEmpty = lastEpoch === firstEpoch;
  const isLocked = locked.has('timeline');
  return (
    <div className="pancake-controls-timeline" data-control="timeline">
      <label htmlFor={id}>{words.timeline}</label>
      <input
        id={id}
        className="pancake-range"
        type="range"
        min={firstEpoch}
        max={Math.max(lastEpoch, firstEpoch + 1)}
        step={1}
        value={epoch}
        disabled={isEmpty || isLocked}
        aria-valuetext={words.timelineAt(epoch, lastEpoch)}
        aria-describedby={isLocked ? (lockNote ?? `${id}-why`) : undefined}
        onChange={(event) => trainer.seek(event.target.valueAsNumber)}
      />
      <span className="pancake-controls-when" aria-hidden={!isEmpty}>
        {isEmpty ? words.timelineEmpty : words.timelineAt(epoch, lastEpoch)}
      </span>
      {isLocked && !lockNote && (
        <span id={`${id}-why`} className="pancake-setting-why">
          {words.locked}
        </span>
      )}
    </div>
  );
}

const readNumbers = ({ epoch, loss, accuracy }: Snapshot, { data }: Trainer) => ({
  epoch,
  loss,
  accuracy,
  count: data.x.shape[0]!,
});
const readPhase = ({ phase, step }: Snapshot, { model }: Trainer) => ({
  phase,
  step,
  type: phase.layer === null ? '' : (model.layers[phase.layer]?.type ?? ''),
});
const readTime = ({ epoch, firstEpoch, lastEpoch }: Snapshot) => ({ epoch, firstEpoch, lastEpoch });
