// The numbers that a reader may set: the input, single parameters, and ε.
import { useState } from 'react';
import type { Tensor } from '../../engine';
import { Epsilon, Quantity } from '../figure';
import type { ChainRuleStepperLabels } from './labels';

/** A slider's ends, and its step. */
export interface SliderRange {
  min: number;
  max: number;
  step: number;
}

/** A number that can be set. */
export interface SettableNumber {
  name: string;
  value: number;
  /** The slider's ends. @default round numbers around the value that it begins with */
  range?: SliderRange;
  set: (value: number) => void;
}

interface InputsProps {
  numbers: readonly SettableNumber[];
  epsilon: number;
  onEpsilon: (epsilon: number) => void;
  words: ChainRuleStepperLabels;
}

/** A slider and a field for each number, and the slider of ε. */
export function Inputs({ numbers, epsilon, onEpsilon, words }: InputsProps) {
  return (
    <div className="pancake-quantities">
      {numbers.map((number) => (
        <Setter key={number.name} {...number} words={words} />
      ))}
      <Epsilon value={epsilon} onChange={onEpsilon} words={words} />
    </div>
  );
}

// The ends stay where they were at first: a slider that changes under the thumb cannot be dragged.
function Setter({
  set,
  range,
  words,
  ...number
}: SettableNumber & { words: ChainRuleStepperLabels }) {
  const [first] = useState(() => rangeAround(number.value));
  return <Quantity {...number} {...(range ?? first)} onChange={set} words={words} />;
}

/** The most entries of an input that get a slider each. */
export const mostSliders = 4;

/** Sliders for the entries of one sample. */
export function inputSliders(x: Tensor, name: string, set: (x: Tensor) => void): SettableNumber[] {
  if (x.size > mostSliders || x.shape[0] !== 1) return [];
  return Array.from(x.data, (value, i) => ({
    name: x.size === 1 ? name : `${name}[${i}]`,
    value,
    set: (to: number) => {
      const changed = x.clone();
      changed.data[i] = to;
      set(changed);
    },
  }));
}

/** A slider's ends: round numbers around a value, the same on both sides of zero. */
function rangeAround(value: number): SliderRange {
  const size = Math.abs(value);
  const end = [3, 10, 50, 100, 1000].find((one) => size <= one) ?? size;
  const step = end <= 10 ? 0.1 : end <= 100 ? 1 : 10;
  return { min: -end, max: end, step };
}
