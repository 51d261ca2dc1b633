// A setting: its label, its field, and a word on why it is as it is.
import { useId, type ReactNode } from 'react';
import { useControls } from './controls-context';
import type { SettingName } from './names';

/** What the field of a setting is given. */
export interface SettingField {
  id: string | undefined;
  disabled: boolean;
  'aria-describedby': string | undefined;
}

interface SettingProps {
  name: SettingName;
  label: string;
  /** A word beside the label. */
  note?: string | null;
  /** Why it cannot be set, if it cannot. */
  obstacle?: string | null;
  /** The field, and what belongs to it. */
  children: (field: SettingField) => ReactNode;
  /** More fields below. */
  parts?: ReactNode;
}

/** A label with a field; locked, it says so. */
export function Setting({ name, label, note, obstacle, children, parts }: SettingProps) {
  const { words, locked, lockNote, refusal } = useControls();
  const id = useId();
  const isLocked = locked.has(name);
  const why = obstacle ?? (isLocked && !lockNote ? words.locked : null);
  const said = why ?? note ?? null;
  const problem = refusal?.control === name ? refusal.message : null;
  const about = [
    said === null ? null : `${id}-why`,
    isLocked ? lockNote : null,
    problem === null ? null : `${id}-problem`,
  ].filter(Boolean);
  return (
    <div className="pancake-setting" data-control={name} data-locked={isLocked || undefined}>
      <div className="pancake-setting-name">
        <label htmlFor={id}>{label}</label>
        {said !== null && (
          <span id={`${id}-why`} className="pancake-setting-why">
            {said}
          </span>
        )}
      </div>
      <div className="pancake-setting-field">
        {children({
          id,
          disabled: isLocked || !!obstacle,
          'aria-describedby': about.join(' ') || undefined,
        })}
      </div>
      {parts && <div className="pancake-setting-parts">{parts}</div>}
      {problem !== null && (
        <p id={`${id}-problem`} className="pancake-setting-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
