// The buttons of compared runs, which train all of them in step.
import { useNumbers } from '../../a11y';
import type { GroupSnapshot, TrainerGroup } from '../../trainer';
import { ActionButton, PausedHere } from '../figure';
import type { CompareLabels } from './labels';

interface GroupControlsProps {
  group: TrainerGroup;
  snapshot: GroupSnapshot;
  words: CompareLabels;
  /** Whether all but the main button is left out. */
  playOnly: boolean;
}

export function GroupControls({ group, snapshot, words, playOnly }: GroupControlsProps) {
  const { formatCount } = useNumbers();
  const { status, epoch } = snapshot;
  const running = status === 'running';
  const over = status === 'done' || status === 'diverged';
  const newWeights = () => {
    const seed = (group.trainers[0]!.options.seed ?? 0) + 1;
    for (const trainer of group.trainers) trainer.newWeights(seed);
  };
  return (
    <div className="pancake-controls" role="group" aria-label={words.controls}>
      {group.trainers.map((trainer, i) => (
        <PausedHere key={i} trainer={trainer} />
      ))}
      <div className="pancake-controls-buttons">
        <ActionButton
          isMain
          disabled={over}
          onClick={() => (running ? group.pause() : group.play())}
        >
          {running ? words.pause : words.play}
        </ActionButton>
        {!playOnly && (
          <>
            <ActionButton title={words.stepHint} disabled={over} onClick={() => group.step()}>
              {words.step}
            </ActionButton>
            <ActionButton title={words.resetHint} onClick={() => group.reset()}>
              {words.reset}
            </ActionButton>
            <ActionButton title={words.newWeightsHint} onClick={newWeights}>
              {words.newWeights}
            </ActionButton>
          </>
        )}
      </div>
      <div className="pancake-controls-readout">
        {words.epoch} <b data-value={epoch}>{formatCount(epoch)}</b>
      </div>
    </div>
  );
}
