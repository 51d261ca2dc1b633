// The editor of one neuron's numbers: its bias and the weights that lead to it, typed or dragged.
import { useEffect, useId, useRef, useState } from 'react';
import { isByKey, useNumbers } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Trainer } from '../../trainer';
import { NumberField } from '../figure';
import { numberOf, type Edits } from './edits';
import type { NetworkGraphLabels } from './labels';

/** One of a neuron's numbers. */
export interface NeuronNumber {
  name: string;
  place: number;
  /** What it is called: `Bias`, `Weight from input x`. */
  label: string;
}

interface NumberEditorProps {
  trainer: Trainer;
  /** What the neuron is called. */
  title: string;
  numbers: readonly NeuronNumber[];
  chosen: number;
  onChoose: (index: number) => void;
  onClose: () => void;
  onRemove: (() => void) | null;
  /** Gives the focus to the neuron, when a key has closed this; to the one before it, if it goes. */
  onLeave: (goes: boolean) => void;
  edits: Edits;
  editable: boolean;
  words: NetworkGraphLabels;
}

// How far the slider goes to each side of where the number was.
const reach = 3;

export function NumberEditor(props: NumberEditorProps) {
  const { formatNumber } = useNumbers();
  const { trainer, title, numbers, chosen, onChoose, onClose, onRemove, onLeave } = props;
  const { edits, editable, words } = props;
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  const number = numbers[chosen] ?? numbers[0]!;
  const { name, place } = number;
  const value = useTrainerValue((_, run: Trainer) => numberOf(run, name, place), trainer);
  const key = `${name} ${place}`;
  const [opened, setOpened] = useState({ key, value });
  if (opened.key !== key) setOpened({ key, value });
  const set = (next: number) => edits.setParameter({ name, place, value: next });
  const panel = useRef<HTMLDivElement>(null);
  const close = () => {
    onClose();
    onLeave(false);
  };
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const element = panel.current!;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') latest.current();
    };
    element.addEventListener('keydown', leave);
    field.current?.focus({ preventScroll: true });
    return () => element.removeEventListener('keydown', leave);
  }, []);

  return (
    <div
      className="pancake-network-editor"
      data-own-tab=""
      role="group"
      aria-label={title}
      data-parameter={name}
      data-place={place}
      data-value={value}
      ref={panel}
    >
      <b>{title}</b>
      <label className="pancake-control" htmlFor={`${id}-number`}>
        <span>{words.number}</span>
        <select
          ref={field}
          id={`${id}-number`}
          className="pancake-field"
          value={chosen}
          onChange={(event) => onChoose(Number(event.target.value))}
        >
          {numbers.map(({ label }, i) => (
            <option key={label} value={i}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {editable ? (
        <>
          <label className="pancake-control" htmlFor={`${id}-value`}>
            <span>{words.value}</span>
            <NumberField
              key={key}
              id={`${id}-value`}
              className="pancake-network-value"
              value={Number(value.toPrecision(6))}
              problem={(typed, text) => (Number.isFinite(typed) ? null : words.notANumber(text))}
              onChange={set}
            />
          </label>
          <input
            type="range"
            className="pancake-range pancake-network-slider"
            aria-label={words.slider}
            aria-valuetext={formatNumber(value)}
            min={opened.value - reach}
            max={opened.value + reach}
            step={0.01}
            value={value}
            onChange={(event) => set(event.target.valueAsNumber)}
          />
          <button
            type="button"
            className="pancake-button"
            disabled={value === opened.value}
            onClick={() => set(opened.value)}
          >
            {words.putBack(opened.value)}
          </button>
        </>
      ) : (
        <span data-value={value}>{formatNumber(value)}</span>
      )}
      {onRemove && (
        <button
          type="button"
          className="pancake-button"
          onClick={(event) => {
            onRemove();
            if (isByKey(event)) onLeave(true);
          }}
        >
          {words.removeThisNeuron}
        </button>
      )}
      <button
        type="button"
        className="pancake-button"
        onClick={(event) => (isByKey(event) ? close() : onClose())}
      >
        {words.close}
      </button>
    </div>
  );
}
