// GradientAccumulation: why gradients are set to zero before each step, and what happens without it.
import { forwardRef, useId, useMemo, useState, useSyncExternalStore } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer } from '../../hooks';
import type { Trainer } from '../../trainer';
import {
  Announcement,
  Figure,
  type FigureProps,
  island,
  gradientAccumulationRoom,
  PlaceChooser,
  useControllable,
} from '../figure';
import { parameterName, placeIn, placeText } from '../formula';
import { Bars } from './bars';
import { GradientLog, type LoggedParameter } from './gradient-log';
import { defaultLabels, type GradientAccumulationLabels } from './labels';

/** One number of a model. */
export interface ParameterEntry {
  /** The parameter's name, as in `model.parameters()`: `0.weight`. */
  name: string;
  /** The number's place in it, row by row, from 0. */
  place: number;
}

/** Props of {@link GradientAccumulation}. */
export interface GradientAccumulationProps extends FigureProps {
  /** The number whose gradient is shown; makes it the page's to change. */
  entry?: ParameterEntry;
  /** @default the steepest number of the first parameter, when the figure is first shown */
  defaultEntry?: ParameterEntry;
  /** Called when the reader asks for another number. */
  onEntryChange?: (entry: ParameterEntry) => void;
  /** Whether the reader may switch `zeroGrad`. @default true */
  canSwitch?: boolean;
  /** Words to use instead of the default ones. */
  labels?: Partial<GradientAccumulationLabels>;
}

const Live = forwardRef<HTMLElement, GradientAccumulationProps>(
  function GradientAccumulation(props, ref) {
    const { trainer: given, entry: givenEntry, defaultEntry, onEntryChange, ...others } = props;
    const { canSwitch = true, labels, ...rest } = others;
    const trainer = useContextTrainer(given, 'GradientAccumulation');
    const words = useLabels('GradientAccumulation', defaultLabels, labels);
    const log = useMemo(() => new GradientLog(trainer), [trainer]);
    const { steps, failure } = useSyncExternalStore(
      log.subscribe,
      log.getSnapshot,
      log.getSnapshot,
    );
    const next = steps.at(-1);
    const [first] = useState(() => defaultEntry ?? steepestOf(next?.parameters[0]));
    const [wanted, setEntry] = useControllable(givenEntry, first, onEntryChange);

    // A number that the model no longer has is no reason to show nothing.
    const parameter =
      next?.parameters.find(({ name }) => name === wanted.name) ?? next?.parameters[0];
    const place = Math.min(wanted.place, (parameter?.held.length ?? 1) - 1);
    const name = parameter ? entryName(trainer, parameter, place) : '';
    const bars = parameter
      ? steps.map((one) => {
          const own = one.parameters.find((other) => other.name === parameter.name)!;
          return { step: one.step, held: own.held[place]!, used: own.used[place]! };
        })
      : [];
    const sentence = sentenceOf();
    return (
      <Figure
        ref={ref}
        component="GradientAccumulation"
        table={() => ({
          columns: ['step', 'held', 'used'],
          rows: bars.map(({ step, held, used }) => [step, held, used]),
        })}
        trainer={trainer}
        heading={parameter ? words.heading(name) : undefined}
        note={next && words.note(next.step)}
        data-parameter={parameter?.name}
        data-place={parameter ? place : undefined}
        {...rest}
      >
        {parameter && next && (
          <>
            <div className="pancake-accumulation-tools">
              <button
                type="button"
                className="pancake-button"
                disabled={failure !== null}
                onClick={() => trainer.step('batch')}
              >
                {words.step}
              </button>
              {canSwitch && (
                <label className="pancake-accumulation-switch">
                  <input
                    type="checkbox"
                    className="pancake-switch"
                    role="switch"
                    checked={next.zeroGrad}
                    onChange={(event) => trainer.set({ zeroGrad: event.target.checked })}
                  />
                  <code>{words.zeroGrad}</code>
                </label>
              )}
            </div>
            <Bars bars={bars} name={name} words={words} />
          </>
        )}
        <p className="pancake-accumulation-sentence">{sentence}</p>
        <p className="pancake-hidden" role="status">
          {/* While a run plays, the numbers change too fast to be read out. */}
          <Announcement
            key={`${next?.zeroGrad} ${trainer.getSnapshot().status === 'running' ? '' : next?.step}`}
            text={sentence}
          />
        </p>
        {parameter && next && (
          <div className="pancake-accumulation-choice">
            <ParameterChooser
              trainer={trainer}
              parameters={next.parameters}
              chosen={parameter}
              onChoose={(to) => setEntry(steepestOf(to))}
              words={words}
            />
            <PlaceChooser
              place={place}
              count={parameter.held.length}
              onChoose={(to) => setEntry({ name: parameter.name, place: to })}
              words={{
                name: words.entry,
                of: words.of,
                previous: words.previous,
                next: words.next,
              }}
            />
          </div>
        )}
      </Figure>
    );

    function sentenceOf(): string {
      if (failure !== null) return words.failed(failure);
      if (!parameter || !next) return words.none;
      const [held, used] = [parameter.held[place]!, parameter.used[place]!];
      const moved = parameter.moved[place]!;
      return words.sentence({
        ...{ name, held, used, moved },
        zeroGrad: next.zeroGrad,
        added: used - held,
      });
    }
  },
);

/**
 * What the gradient of one number holds when a step begins, what the batch adds, and what the
 * optimizer uses, step by step, with a switch for `zeroGrad`. Of a run that plays, steps are looked at
 * a few times a second.
 */
export const GradientAccumulation = island<GradientAccumulationProps>(
  gradientAccumulationRoom,
  Live,
);

// The largest number of a gradient tells most.
function steepestOf(parameter: LoggedParameter | undefined): ParameterEntry {
  if (!parameter) return { name: '', place: 0 };
  const { name, used } = parameter;
  const place = used.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(used[best]!) ? i : best),
    0,
  );
  return { name, place };
}

// `0.weight` of the first layer is W1.
function figureName({ model }: Trainer, name: string): string {
  const [place = '0', ...path] = name.split('.');
  const layer = model.layers[Number(place)];
  return layer ? parameterName(layer.type, path.join('.'), Number(place) + 1) : name;
}

function entryName(trainer: Trainer, { name, shape }: LoggedParameter, place: number): string {
  return figureName(trainer, name) + placeText(placeIn(shape, place));
}

interface ParameterChooserProps {
  trainer: Trainer;
  parameters: readonly LoggedParameter[];
  chosen: LoggedParameter;
  onChoose: (parameter: LoggedParameter) => void;
  words: GradientAccumulationLabels;
}

function ParameterChooser({ trainer, parameters, chosen, onChoose, words }: ParameterChooserProps) {
  const id = useId();
  return (
    <label className="pancake-control" htmlFor={id}>
      <span>{words.parameter}</span>
      <select
        id={id}
        className="pancake-field"
        value={chosen.name}
        onChange={(event) => onChoose(parameters.find(({ name }) => name === event.target.value)!)}
      >
        {parameters.map(({ name }) => (
          <option key={name} value={name}>
            {figureName(trainer, name)}
          </option>
        ))}
      </select>
    </label>
  );
}
