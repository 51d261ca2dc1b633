// The buttons: play, step and start over.
import { useId, type ReactNode } from 'react';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, StepUnit } from '../../trainer';
import { ActionButton } from '../figure';
import { useControls } from './controls-context';
import type { ControlName } from './names';

const units: readonly StepUnit[] = ['epoch', 'batch', 'layer'];

interface ButtonsProps {
  unit: StepUnit;
  onUnit: (unit: StepUnit) => void;
}

/** All buttons that are shown, in one row. */
export function Buttons({ unit, onUnit }: ButtonsProps) {
  const { trainer, words, options, shown, change } = useControls();
  const { seed = 0, dataSeed = 0, data } = options;
  return (
    <div className="pancake-controls-buttons">
      {shown.has('play') && <MainButton />}
      {shown.has('step') && <StepButton unit={unit} onUnit={onUnit} />}
      {shown.has('reset') && (
        <Button name="reset" hint={words.resetHint} onClick={() => trainer.reset()}>
          {words.reset}
        </Button>
      )}
      {shown.has('newWeights') && (
        <Button
          name="newWeights"
          hint={words.newWeightsHint}
          onClick={() =>
            change('newWeights', { seed: seed + 1 }, () => trainer.newWeights(seed + 1))
          }
        >
          {words.newWeights}
        </Button>
      )}
      {shown.has('newData') && (
        <Button
          name="newData"
          hint={words.newDataHint}
          obstacle={typeof data === 'object' ? words.ownData : undefined}
          onClick={() =>
            change('newData', { dataSeed: dataSeed + 1 }, () => trainer.newData(dataSeed + 1))
          }
        >
          {words.newData}
        </Button>
      )}
    </div>
  );
}

interface ButtonProps {
  name: ControlName;
  hint?: string;
  /** Why it does nothing now, if it does not. */
  obstacle?: string;
  disabled?: boolean;
  isMain?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Button({ name, hint, obstacle, disabled, isMain, onClick, children }: ButtonProps) {
  const { words, locked, lockNote } = useControls();
  const id = useId();
  const why = obstacle ?? (locked.has(name) ? words.locked : undefined);
  // What is said for all at once is not said again.
  const isSaid = !obstacle && !!lockNote;
  return (
    <>
      <ActionButton
        isMain={isMain}
        data-control={name}
        title={why ?? hint}
        aria-describedby={why ? (isSaid ? lockNote : id) : undefined}
        disabled={disabled || !!why}
        onClick={onClick}
      >
        {children}
      </ActionButton>
      {why && !isSaid && (
        <span id={id} hidden={!obstacle} className="pancake-setting-why pancake-button-why">
          {why}
        </span>
      )}
    </>
  );
}

function MainButton() {
  const { trainer, words } = useControls();
  const status = useTrainerValue(readStatus, trainer);
  const replay = () => {
    trainer.reset();
    trainer.play();
  };
  const [label, act] =
    status === 'running'
      ? [words.pause, () => trainer.pause()]
      : status === 'done'
        ? [words.replay, replay]
        : [words.play, () => trainer.play()];
  return (
    <Button name="play" isMain disabled={status === 'diverged'} onClick={act}>
      {label}
    </Button>
  );
}

function StepButton({ unit, onUnit }: ButtonsProps) {
  const { trainer, words, locked, lockNote } = useControls();
  const isDiverged = useTrainerValue(readStatus, trainer) === 'diverged';
  return (
    <span className="pancake-step">
      <Button
        name="step"
        hint={unit === 'epoch' ? words.stepHint : words.stepByHint(unit)}
        disabled={isDiverged}
        onClick={() => trainer.step(unit)}
      >
        {unit === 'epoch' ? words.step : words.stepBy(unit)}
      </Button>
      <span className="pancake-step-unit">
        <select
          aria-label={words.stepUnit}
          title={words.stepUnit}
          disabled={locked.has('step') || !!lockNote}
          value={unit}
          onChange={(event) => onUnit(event.target.value as StepUnit)}
        >
          {units.map((one) => (
            <option key={one} value={one}>
              {words.unit(one)}
            </option>
          ))}
        </select>
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
          <path d="M2 3.5L5 6.5L8 3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </span>
    </span>
  );
}

const readStatus = (run: Snapshot) => run.status;
