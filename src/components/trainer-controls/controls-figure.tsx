// The controls as a figure, out of the fields that it is handed.
import { forwardRef, useId, useState, type ComponentType, type ReactNode } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, StepUnit } from '../../trainer';
import {
  Figure,
  PausedHere,
  RunVoice,
  useControllable,
  useRunOptions,
  type FigureProps,
  type RunOptionsProps,
  type SpokenSetting,
} from '../figure';
import { historyTable } from '../share';
import { Buttons } from './buttons';
import { ControlsContext, useControls, type Controls } from './controls-context';
import { defaultLabels, type TrainerControlsLabels } from './labels';
import { checkLimits, type ControlLimits } from './limits';
import {
  defaultControls,
  lockedControls,
  settingNames,
  shownControls,
  type ControlName,
  type SettingName,
} from './names';
import { PhaseLine, Readout, Timeline } from './state';

/** Props of {@link TrainerControls}. */
export interface TrainerControlsProps extends FigureProps, RunOptionsProps {
  /**
   * Which controls there are, by name, or `'all'`.
   * @default play, step, reset, learningRate, speed and readout
   */
  show?: readonly ControlName[] | 'all';
  /** Controls to leave out of those. @default none */
  hide?: readonly ControlName[];
  /**
   * Controls that can be seen but not changed; `true` for all but play, step and reset, which only
   * let time pass. @default none
   */
  lock?: readonly ControlName[] | true;
  /** How far each control reaches. */
  limits?: ControlLimits;
  /** The speeds to choose from, in epochs a second. @default [1, 5, 30, 120, Infinity] */
  speeds?: readonly number[];
  /** What the step button does, if the page decides. */
  stepUnit?: StepUnit;
  /** What the step button does at first. @default 'epoch' */
  defaultStepUnit?: StepUnit;
  onStepUnitChange?: (unit: StepUnit) => void;
  /**
   * While the run plays, how many seconds at least are between two sentences that tell listeners how
   * it goes; false for none. Several figures of a run speak with one voice.
   * @default as the `<Pancake>` around says, else 5
   */
  spoken?: SpokenSetting;
  /** Words to use instead of the default ones. */
  labels?: Partial<TrainerControlsLabels>;
}

/** The field of each setting that can be shown. */
export type SettingFields = Partial<
  Record<SettingName, ComponentType<{ speeds: readonly number[] }>>
>;

const defaultSpeeds = [1, 5, 30, 120, Infinity];
const none: readonly ControlName[] = [];
const noOptions = {};
const noLimits: ControlLimits = {};

/** What {@link TrainerControls} draws. Handed its fields, so that nobody pays for those he does not show. */
export const ControlsFigure = forwardRef<
  HTMLElement,
  TrainerControlsProps & { fields: SettingFields }
>(function ControlsFigure(
  {
    trainer: given,
    labels,
    show = defaultControls,
    hide = none,
    lock = none,
    limits = noLimits,
    speeds = defaultSpeeds,
    stepUnit,
    defaultStepUnit = 'epoch',
    onStepUnitChange,
    spoken,
    options: owned = noOptions,
    onOptionsChange,
    fields,
    ...rest
  },
  ref,
) {
  const trainer = useContextTrainer(given, 'TrainerControls');
  const words = useLabels('TrainerControls', defaultLabels, labels);
  const id = useId();
  const [options, changeOptions] = useRunOptions(trainer, { options: owned, onOptionsChange });
  const [unit, setUnit] = useControllable(stepUnit, defaultStepUnit, onStepUnitChange);
  const [refusal, setRefusal] = useState<Controls['refusal']>(null);
  const isInside = useTrainerValue(readIsInside, trainer);
  checkLimits(limits);

  const shown = shownControls(show, hide);
  const settings = settingNames.filter((name) => shown.has(name));
  const lockNote = lock === true && settings.length > 0 ? `${id}-locked` : undefined;
  const controls: Controls = {
    ...{ trainer, words, options, owned, limits, shown, refusal, lockNote },
    locked: lockedControls(lock),
    change: (control, ...change) => {
      const message = changeOptions(...change);
      setRefusal(message === null ? null : { control, message });
    },
  };
  const buttonRefusal =
    refusal && !settings.includes(refusal.control as SettingName) ? refusal.message : null;
  const isRow = settings.every((name) => name === 'learningRate' || name === 'speed');
  const items = settings.map((name) => {
    const Field = fields[name]!;
    return <Field key={name} speeds={speeds} />;
  });

  return (
    <ControlsContext.Provider value={controls}>
      <Figure
        ref={ref}
        component="TrainerControls"
        table={() => historyTable(trainer)}
        trainer={trainer}
        aria-label={words.name}
        aria-describedby={shown.has('readout') ? `${id}-readout` : undefined}
        {...rest}
      >
        <div className="pancake-controls">
          {shown.has('play') && <PausedHere trainer={trainer} />}
          <Buttons unit={unit} onUnit={setUnit} />
          {isRow && items}
          {shown.has('readout') && <Readout id={`${id}-readout`} />}
        </div>
        {shown.has('step') && (unit === 'layer' || isInside) && <PhaseLine />}
        {shown.has('timeline') && <Timeline />}
        {!isRow && <Settings>{items}</Settings>}
        {lockNote && (
          <p id={lockNote} className="pancake-controls-locked">
            {words.allLocked}
          </p>
        )}
        {buttonRefusal && (
          <p className="pancake-message" role="alert">
            {buttonRefusal}
          </p>
        )}
        <Divergence />
        <RunVoice trainer={trainer} every={spoken} ofControls={words} />
      </Figure>
    </ControlsContext.Provider>
  );
});

/** The settings in a grid; where it is narrow, only the first two until the reader asks for more. */
function Settings({ children }: { children: ReactNode[] }) {
  const { words } = useControls();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const folds = children.length > 4;
  return (
    <div className="pancake-controls-box" data-folded={folds && !isOpen}>
      <div className="pancake-controls-settings">
        {folds ? children.slice(0, 2) : children}
        {folds && (
          <>
            <button
              type="button"
              className="pancake-controls-more"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {words.moreSettings}
            </button>
            <div id={id} className="pancake-controls-rest">
              {children.slice(2)}
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** What is seen of a run that went wrong. */
function Divergence() {
  const { trainer, words } = useControls();
  const run = useTrainerValue(readDiverged, trainer);
  return run && <div className="pancake-message">{words.diverged(run)}</div>;
}

const readDiverged = (run: Snapshot) => (run.status === 'diverged' ? run : null);
const readIsInside = ({ phase }: Snapshot) => phase.kind !== 'between';
