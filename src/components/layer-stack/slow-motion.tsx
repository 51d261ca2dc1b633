// The row that works the slow-motion training step, and the sentence of the stage at hand.
import { useId, type KeyboardEvent } from 'react';
import { useTrainerValue } from '../../hooks';
import type { Trainer } from '../../trainer';
import { Announcement } from '../figure';
import type { LayerStackLabels } from './labels';
import type { Slab } from './slabs';
import { factsOf } from './stages';
import type { SlowMotion } from './use-slow-motion';

/** Stages a second, as a reader may choose them. */
export const paces = [0.25, 0.5, 1, 2, 4] as const;

interface SlowMotionRowProps {
  trainer: Trainer;
  slabs: readonly Slab[];
  slow: SlowMotion;
  words: LayerStackLabels;
  /** Something to add to the sentence. */
  remark: string | null;
}

/** Play, Back, Next, the stage and the pace. */
export function SlowMotionRow({ trainer, slabs, slow, words, remark }: SlowMotionRowProps) {
  const id = useId();
  const { moment, taken, isPlaying, isReplaying, pace } = slow;
  const { step, isOver } = useTrainerValue(whereabouts, trainer);
  // Of a step that has not been rehearsed yet: there and back, and zeroGrad, loss, update.
  const count = moment?.rehearsal.stages.length ?? 2 * (slabs.length - 2) + 3;
  const at = moment ? moment.stage + 1 : 0;
  const facts = moment && factsOf(trainer, slabs, moment);
  const progress = facts
    ? words.progress(words.stageName(facts.kind, facts.of), at, count)
    : words.progress(words.notBegun, 0, count);

  let said = words.atRest(step + 1);
  if (isReplaying) said = words.replaying(moment!.rehearsal.step + 1);
  else if (facts) said = [words.sentence(facts), remark].filter(Boolean).join(' ');
  else if (taken) said = words.taken(taken.step + 1, taken.loss);

  const nearest = paces.reduce((a, b) => (Math.abs(b - pace) < Math.abs(a - pace) ? b : a));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    slow.setPlaying(!isPlaying);
  };
  return (
    <div
      className="pancake-slow"
      role="group"
      aria-label={words.slowMotion}
      data-stage={moment?.stage}
      data-stage-kind={facts?.kind}
      data-playing={isPlaying || undefined}
      data-replaying={isReplaying || undefined}
    >
      <div className="pancake-slow-buttons">
        <button
          type="button"
          className="pancake-button pancake-button-main"
          disabled={isOver}
          onClick={() => slow.setPlaying(!isPlaying)}
        >
          {isPlaying ? words.pause : words.play}
        </button>
        <button
          type="button"
          className="pancake-button"
          disabled={at === 0 || isReplaying}
          onClick={() => slow.goTo(at === 1 ? null : at - 2)}
        >
          {words.back}
        </button>
        <button
          type="button"
          className="pancake-button pancake-slow-next"
          disabled={isOver}
          onClick={slow.next}
        >
          {at === count && !isReplaying ? words.takeStep : words.nextStage}
        </button>
        {taken && (
          <button type="button" className="pancake-button" onClick={slow.replay}>
            {words.replay}
          </button>
        )}
        <label className="pancake-slow-pace" htmlFor={`${id}-pace`}>
          <span>{words.pace}</span>
          <input
            id={`${id}-pace`}
            className="pancake-range"
            type="range"
            min={0}
            max={paces.length - 1}
            step={1}
            value={paces.indexOf(nearest)}
            aria-valuetext={words.paceOf(pace)}
            onChange={(event) => slow.setPace(paces[event.target.valueAsNumber]!)}
          />
          <span className="pancake-slow-pace-value">{words.paceOf(pace)}</span>
        </label>
      </div>
      <div className="pancake-slow-progress">
        <input
          className="pancake-range pancake-slow-bar"
          type="range"
          min={0}
          max={count}
          step={1}
          value={at}
          disabled={isOver}
          aria-label={words.stage}
          aria-valuetext={progress}
          onKeyDown={onKeyDown}
          onChange={({ target }) =>
            slow.goTo(target.valueAsNumber === 0 ? null : target.valueAsNumber - 1)
          }
        />
        <span className="pancake-slow-count">{progress}</span>
      </div>
      <p className="pancake-slow-sentence" role="status">
        <Announcement key={said} text={said} />
      </p>
    </div>
  );
}

const whereabouts = ({ step, status }: { step: number; status: string }) => ({
  step,
  isOver: status === 'diverged',
});
