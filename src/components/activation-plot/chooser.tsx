// The chooser: one small picture for each activation.
import { memo, useId, useMemo } from 'react';
import { createActivation, type ActivationName } from '../../engine';
import { Evaluator } from './curves';
import type { ActivationPlotLabels } from './labels';

/** All activations, in the order in which they are offered. */
export const activationNames = [
  'ReLU',
  'LeakyReLU',
  'Tanh',
  'Sigmoid',
  'Softplus',
  'ELU',
  'SiLU',
  'GELU',
  'Sin',
  'Square',
] as const satisfies readonly ActivationName[];

interface ChooserProps {
  /** The type of the layer that is shown. */
  chosen: string;
  onChoose: (name: ActivationName) => void;
  words: ActivationPlotLabels;
}

/** The activations as radio buttons, each with its curve. */
export const Chooser = memo(function Chooser({ chosen, onChoose, words }: ChooserProps) {
  const name = useId();
  return (
    <fieldset className="pancake-activation-chooser">
      <legend className="pancake-hidden">{words.choose}</legend>
      {activationNames.map((activation) => (
        <label key={activation} data-chosen={activation === chosen || undefined}>
          <input
            type="radio"
            name={name}
            value={activation}
            checked={activation === chosen}
            onChange={() => onChoose(activation)}
          />
          <Thumbnail activation={activation} />
          <span>{activation}</span>
        </label>
      ))}
    </fieldset>
  );
});

const [width, height] = [44, 24];

function Thumbnail({ activation }: { activation: ActivationName }) {
  const { path, zero } = useMemo(() => thumbnail(activation), [activation]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path className="pancake-rule" d={`M0 ${zero}H${width}`} />
      <path className="pancake-activation-thumbnail" d={path} />
    </svg>
  );
}

// Each at its own scale, so that its shape can be told.
function thumbnail(activation: ActivationName): { path: string; zero: number } {
  const { values } = new Evaluator(createActivation(activation)).curves(-4, 4, 81);
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const y = (value: number) => height - 2 - ((value - low) / (high - low)) * (height - 4);
  const points = Array.from(values, (value, i) => `${(i * width) / 80} ${y(value).toFixed(1)}`);
  return { path: `M${points.join('L')}`, zero: Math.round(y(0)) };
}
