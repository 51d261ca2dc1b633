// What holds the model in check, and what its neurons do: penalties, dropout, activations.
import { useState } from 'react';
import type { ActivationName } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { HiddenLayer, Snapshot, Trainer } from '../../trainer';
import { activationNames } from '../activation-plot';
import { Choice } from './choice';
import { useControls } from './controls-context';
import { allows } from './limits';
import { SliderAndNumber } from './number-setting';
import { evenScale, factorScale } from './scales';
import { Setting } from './setting';
import type { Obstacle, PenaltyName } from './setting-labels';

const usualRates = [1e-5, 1] as const;
const firstRate = 0.001;

/** The penalty on the weights, and its rate. */
export function Regularization() {
  const { words, options, limits, locked, change } = useControls();
  const { l1 = 0, l2 = 0 } = options;
  const isLocked = locked.has('regularization');
  const inForce: PenaltyName = l1 ? (l2 ? 'both' : 'l1') : l2 ? 'l2' : 'none';
  const [chosen, setChosen] = useState(inForce);
  // A rate of 0 typed by the reader is still that penalty, until another is chosen or set.
  const name = inForce === 'none' && chosen !== 'both' ? chosen : inForce;
  const rateFor = (penalty: 'l1' | 'l2') => {
    const [min, max] = limits[penalty] ?? [0, Infinity];
    return Math.min(max, Math.max(min, l1 || l2 || firstRate));
  };
  const choose = (next: PenaltyName) => {
    setChosen(next);
    change('regularization', {
      l1: next === 'l1' ? rateFor('l1') : 0,
      l2: next === 'l2' ? rateFor('l2') : 0,
    });
  };
  const rates = (['l1', 'l2'] as const).filter((rate) => name === rate || name === 'both');
  return (
    <Setting
      name="regularization"
      label={words.regularization}
      parts={
        rates.length > 0 &&
        rates.map((rate) => (
          <div key={rate} className="pancake-setting-rate">
            <span>{words.penaltyRate(rate)}</span>
            <SliderAndNumber
              field={{ id: undefined, disabled: isLocked, 'aria-describedby': undefined }}
              label={words.penaltyRate(rate)}
              sliderLabel={words.penaltyRate(rate)}
              value={rate === 'l1' ? l1 : l2}
              onChange={(value) => {
                setChosen(name);
                change('regularization', { [rate]: value });
              }}
              scale={factorScale(limits[rate] ?? usualRates)}
              legal={[0, Infinity]}
              allowed={limits[rate]}
            />
          </div>
        ))
      }
    >
      {(field) => (
        <Choice<PenaltyName>
          {...field}
          value={name}
          choices={['none', 'l1', 'l2', ...(name === 'both' ? (['both'] as const) : [])]}
          write={words.penalty}
          onChange={choose}
        />
      )}
    </Setting>
  );
}

/** The probability with which hidden neurons are silenced. */
export function Dropout() {
  const { trainer, words, owned, limits, change } = useControls();
  const { obstacle, dropout } = useTrainerValue(readHidden, trainer);
  const { dropout: allowed } = limits;
  const why = obstacle === 'model' ? 'modelOwnsDropout' : obstacle;
  return (
    <Setting name="dropout" label={words.dropout} obstacle={why && words.obstacle(why)}>
      {(field) => (
        <SliderAndNumber
          field={field}
          label={words.dropout}
          value={owned.dropout ?? dropout}
          onChange={(p) => change('dropout', { dropout: p })}
          scale={evenScale(allowed ?? [0, 0.9], 0.05)}
          legal={[0, 0.99]}
          allowed={allowed}
          // Each change of it makes another model, of which a run remembers so many.
          whenReleased
        />
      )}
    </Setting>
  );
}

/** The activation of all hidden layers; their weights are kept. */
export function Activation() {
  const { trainer, words, owned, limits, change } = useControls();
  const { obstacle, activation } = useTrainerValue(readHidden, trainer);
  const why: Obstacle | null = obstacle === 'model' ? 'modelOwnsActivation' : obstacle;
  const asked = owned.activation;
  const value = typeof asked === 'string' ? nameOf(asked) : activation;
  const names = activationNames.filter((name) => name === value || allows(limits.activation, name));
  const choices = [...new Set<string>([...names, value])];
  return (
    <Setting name="activation" label={words.activation} obstacle={why && words.obstacle(why)}>
      {(field) => (
        <Choice<string>
          {...field}
          value={value}
          choices={choices}
          write={words.activationName}
          onChange={(next) =>
            change('activation', { activation: next as ActivationName }, () =>
              activateAll(trainer, next as ActivationName),
            )
          }
        />
      )}
    </Setting>
  );
}

// Layer by layer, so that the weights are kept. If one layer cannot, none does.
function activateAll(trainer: Trainer, activation: ActivationName): void {
  const before = trainer.architecture!.hidden;
  const set = (layer: number, name: ActivationName | null) =>
    trainer.reshape({ kind: 'setActivation', layer, activation: name });
  let done = 0;
  try {
    for (; done < before.length; done++) set(done, activation);
  } catch (error) {
    while (done-- > 0) set(done, before[done]!.activation);
    throw error;
  }
}

function nameOf(activation: string): string {
  return activationNames.find((name) => name.toLowerCase() === activation.toLowerCase())!;
}

const readHidden = (_: Snapshot, trainer: Trainer) => {
  const hidden = trainer.architecture?.hidden;
  const first: HiddenLayer | undefined = hidden?.[0];
  const isMixed = hidden?.some(({ activation }) => activation !== first?.activation);
  return {
    obstacle: !hidden ? ('model' as const) : hidden.length ? null : ('noHiddenLayer' as const),
    activation: isMixed ? 'mixed' : (first?.activation ?? 'none'),
    dropout: first?.dropout ?? 0,
  };
};
