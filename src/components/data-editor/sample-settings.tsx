// Which data set, and how it is drawn: noise, number of points, share for testing, seed.
import { useId } from 'react';
import { useNumbers } from '../../a11y';
import { datasets, type DatasetName } from '../../engine';
import { NumberField } from '../figure';
import type { DataEditorLabels } from './labels';
import { nameOf, type DataControl } from './use-data';

/** A part of the editor that an author can hide or lock. */
export type DataEditorPart =
  'draw' | 'classes' | 'dataset' | 'noise' | 'points' | 'split' | 'seed' | 'csv' | 'download';

interface SampleSettingsProps {
  control: DataControl;
  isHidden: (part: DataEditorPart) => boolean;
  isLocked: (part: DataEditorPart) => boolean;
  words: DataEditorLabels;
}

const groups: Record<'binary' | 'multiclass' | 'regression', readonly DatasetName[]> = {
  binary: ['simple', 'moons', 'circles', 'xor', 'spiral', 'gauss', 'checkerboard', 'rings'],
  multiclass: ['blobs', 'spirals'],
  regression: ['plane', 'bumps', 'sine'],
};

export function SampleSettings({ control, isHidden, isLocked, words }: SampleSettingsProps) {
  const id = useId();
  const { options } = control;
  const name = nameOf(options);
  const isOwn = name === null || name === 'simple';
  const { points = 200, noise = 0.1, testRatio = 0.2, dataSeed = 0 } = options;
  const choose = (change: Partial<typeof options>) => control.choose({ ...options, ...change });
  const off = (part: DataEditorPart) => isOwn || isLocked(part);
  return (
    <div className="pancake-data-sample">
      {!isHidden('dataset') && (
        <label className="pancake-control" htmlFor={`${id}-dataset`}>
          <span>{words.dataset}</span>
          <select
            id={`${id}-dataset`}
            className="pancake-field"
            disabled={isLocked('dataset')}
            value={name ?? ''}
            onChange={(event) => choose({ data: event.target.value as DatasetName })}
          >
            {name === null && <option value="">{words.own}</option>}
            {Object.entries(groups).map(([group, names]) => (
              <optgroup key={group} label={words.groups[group as keyof typeof groups]}>
                {names.map((one) => (
                  <option key={one} value={one}>
                    {words.datasetName(one)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      )}
      {!isHidden('noise') && (
        <Slider
          id={`${id}-noise`}
          text={words.noise}
          value={noise}
          max={0.5}
          disabled={off('noise')}
          onChange={(value) => choose({ noise: value })}
        />
      )}
      {!isHidden('split') && (
        <Slider
          id={`${id}-split`}
          text={words.split}
          value={testRatio}
          max={0.8}
          disabled={off('split')}
          onChange={(value) => choose({ testRatio: value })}
        />
      )}
      {!isHidden('points') && (
        <label className="pancake-control" htmlFor={`${id}-points`}>
          <span>{words.points}</span>
          <NumberField
            id={`${id}-points`}
            className="pancake-data-number"
            disabled={off('points')}
            value={points}
            problem={wholeFrom(4, 20000, words)}
            onChange={(value) => choose({ points: value })}
          />
        </label>
      )}
      {!isHidden('seed') && (
        <span className="pancake-control">
          <label htmlFor={`${id}-seed`}>{words.seed}</label>
          <NumberField
            id={`${id}-seed`}
            className="pancake-data-number"
            disabled={off('seed')}
            value={dataSeed}
            problem={wholeFrom(0, 999999, words)}
            onChange={(value) => choose({ dataSeed: value })}
          />
          <button
            type="button"
            className="pancake-button"
            disabled={off('seed')}
            onClick={() => choose({ dataSeed: dataSeed + 1 })}
          >
            {words.newSample}
          </button>
        </span>
      )}
      {name === null && <p className="pancake-note">{words.ownLocked}</p>}
    </div>
  );
}

/** All names in the groups, for a test that none is missing. */
export const groupedNames = Object.values(groups).flat();
export const allNames = Object.keys(datasets).filter((name) => name !== 'aboveCurve');

interface SliderProps {
  id: string;
  text: string;
  value: number;
  max: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

function Slider({ id, text, value, max, disabled, onChange }: SliderProps) {
  const { formatShort } = useNumbers();
  return (
    <label className="pancake-control" htmlFor={id}>
      <span>{text}</span>
      <input
        id={id}
        className="pancake-range"
        type="range"
        min={0}
        max={max}
        step={0.05}
        value={value}
        disabled={disabled}
        aria-valuetext={formatShort(value, 3)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className="pancake-data-figure" aria-hidden="true">
        {formatShort(value, 3)}
      </span>
    </label>
  );
}

function wholeFrom(low: number, high: number, words: DataEditorLabels) {
  return (value: number) =>
    Number.isInteger(value) && value >= low && value <= high ? null : words.wholeNumber(low, high);
}
