// The learning rate, and how fast the run goes.
import { useTrainerValue } from '../../hooks';
import type { Snapshot } from '../../trainer';
import { Choice } from './choice';
import { useControls } from './controls-context';
import { SliderAndNumber } from './number-setting';
import { factorScale } from './scales';
import { Setting } from './setting';

/** The learning rate, on a slider whose steps multiply it. */
export function LearningRate() {
  const { trainer, words, owned, limits, change } = useControls();
  const inForce = useTrainerValue(readRate, trainer);
  const { learningRate: allowed } = limits;
  return (
    <Setting name="learningRate" label={words.learningRate}>
      {(field) => (
        <SliderAndNumber
          field={field}
          label={words.learningRate}
          value={owned.learningRate ?? inForce}
          onChange={(learningRate) => change('learningRate', { learningRate })}
          scale={factorScale(allowed ?? [1e-4, 10])}
          legal={[0, Infinity]}
          allowed={allowed}
        />
      )}
    </Setting>
  );
}

/** Epochs a second. */
export function Speed({ speeds }: { speeds: readonly number[] }) {
  const { trainer, words, owned, limits, change } = useControls();
  const inForce = useTrainerValue(readSpeed, trainer);
  const { speed = inForce } = owned;
  const choices = [...new Set([...(limits.speed ?? speeds), speed])].sort((a, b) => a - b);
  return (
    <Setting name="speed" label={words.speed}>
      {(field) => (
        <Choice
          {...field}
          value={speed}
          choices={choices}
          write={words.epochsPerSecond}
          onChange={(next) => change('speed', { speed: next })}
        />
      )}
    </Setting>
  );
}

const readRate = (run: Snapshot) => run.learningRate;
const readSpeed = (run: Snapshot) => run.speed;
