// How the learning rate changes with the epochs.
import { useState } from 'react';
import { createSchedule, type ScheduleOptions } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { Snapshot } from '../../trainer';
import { inWords } from '../figure';
import { Choice } from './choice';
import { useControls } from './controls-context';
import { allows, type ScheduleName } from './limits';
import { Setting } from './setting';
import { TypedNumber } from './typed-number';
import { useAuthorsOwn } from './use-authors-own';

// Where each schedule begins when it is chosen.
const begin: Record<'step' | 'cosine' | 'warmup', ScheduleOptions> = {
  step: { name: 'step', stepSize: 50, gamma: 0.5 },
  cosine: { name: 'cosine', epochs: 200, end: 0 },
  warmup: { name: 'warmup', epochs: 10 },
};
const scheduleNames = ['constant', 'step', 'cosine', 'warmup'] as const;

/** How the learning rate changes with the epochs. */
export function ScheduleSetting() {
  const { trainer, words, options, limits, locked, change } = useControls();
  const { schedule } = options;
  const now = useTrainerValue(readScheduledRate, trainer);
  const authors = useAuthorsOwn(schedule, typeof schedule === 'function');
  // What a schedule was set to is there again when it is chosen again.
  const [last, setLast] = useState(begin);
  const name = nameOf(schedule);
  const choices = scheduleNames.filter((one) => one === name || allows(limits.schedule, one));
  const set = (next: ScheduleOptions) => {
    setLast({ ...last, [next.name]: next });
    change('schedule', { schedule: next });
  };
  const choose = (next: ScheduleName | 'custom') => {
    if (next === 'custom') change('schedule', { schedule: authors });
    else if (next === 'constant') change('schedule', { schedule: undefined });
    else set(last[next]);
  };
  return (
    <Setting
      name="schedule"
      label={words.schedule}
      note={name === 'constant' ? null : words.scheduledRate(now)}
      parts={
        typeof schedule === 'object' && (
          <ScheduleParts schedule={schedule} disabled={locked.has('schedule')} onChange={set} />
        )
      }
    >
      {(field) => (
        <Choice
          {...field}
          value={name}
          choices={authors ? [...choices, 'custom' as const] : choices}
          write={words.scheduleName}
          onChange={choose}
        />
      )}
    </Setting>
  );
}

type SchedulePart = 'stepSize' | 'gamma' | 'epochs' | 'end';

interface SchedulePartsProps {
  schedule: ScheduleOptions;
  disabled: boolean;
  onChange: (schedule: ScheduleOptions) => void;
}

function ScheduleParts({ schedule, disabled, onChange }: SchedulePartsProps) {
  const { words } = useControls();
  const values: Partial<Record<SchedulePart, number>> =
    schedule.name === 'step'
      ? { stepSize: schedule.stepSize, gamma: schedule.gamma ?? 0.1 }
      : schedule.name === 'cosine'
        ? { epochs: schedule.epochs, end: schedule.end ?? 0 }
        : { epochs: schedule.epochs };
  return (Object.keys(values) as SchedulePart[]).map((part) => {
    const having = (typed: number): ScheduleOptions => ({ ...schedule, [part]: typed });
    return (
      <label key={part} className="pancake-setting-part">
        <span>{words.parameter(part)}</span>
        <TypedNumber
          label={words.parameter(part)}
          value={values[part]!}
          disabled={disabled}
          problem={(typed) => inWords(() => void createSchedule(having(typed)))}
          onChange={(typed) => onChange(having(typed))}
        />
      </label>
    );
  });
}

function nameOf(schedule: unknown): ScheduleName | 'custom' {
  if (schedule === undefined) return 'constant';
  return typeof schedule === 'function' ? 'custom' : (schedule as ScheduleOptions).name;
}

const readScheduledRate = (run: Snapshot) => run.scheduledRate;
