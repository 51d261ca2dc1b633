// One number of a parameter: its value, its gradient, and what the optimizer remembers of it.
import { useCallback, useId, useState } from 'react';
import { useNumbers } from '../../a11y';
import type { Tensor } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { RehearsedParameter, Snapshot, Trainer } from '../../trainer';
import { PlaceChooser } from '../figure';
import type { LayerStackLabels } from './labels';
import { isDone, type Moment } from './stages';

interface ParameterStateProps {
  trainer: Trainer;
  /** The layer's path in the model. */
  path: string;
  /** A training step in slow motion; null for the run as it is. */
  moment: Moment | null;
  words: LayerStackLabels;
}

interface Row {
  key: string;
  name: string;
  /** Before the step in slow motion. */
  before: number | null;
  now: number;
}

/** A chooser of a parameter and an entry of it, and a table. */
export function ParameterState({ trainer, path, moment, words }: ParameterStateProps) {
  const id = useId();
  const names = ownParameters(trainer, path).map(({ name }) => name);
  const [wantedName, setName] = useState(names[0]!);
  const [wantedEntry, setEntry] = useState(0);
  const name = names.includes(wantedName) ? wantedName : names[0]!;
  const parameter = ownParameters(trainer, path).find((one) => one.name === name)!;
  const { shape, size } = parameter.value;
  const entry = Math.min(wantedEntry, size - 1);

  const slots = trainer.optimizer.memory;
  return (
    <section className="pancake-parameter" aria-label={words.parameterByNumber}>
      <p className="pancake-parameter-title">{words.parameterByNumber}</p>
      <div className="pancake-parameter-choice">
        <label htmlFor={`${id}-parameter`}>{words.parameter}</label>
        <select
          id={`${id}-parameter`}
          className="pancake-field"
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setEntry(0);
          }}
        >
          {names.map((one) => (
            <option key={one} value={one}>
              {one.slice(path.length + 1)}
            </option>
          ))}
        </select>
        <PlaceChooser
          place={entry}
          count={size}
          onChoose={setEntry}
          words={{
            name: words.entry,
            of: words.ofEntries,
            previous: words.previousEntry,
            next: words.nextEntry,
          }}
        >
          <span className="pancake-chooser-place">{words.entryPlace(indicesOf(entry, shape))}</span>
        </PlaceChooser>
      </div>
      <ParameterTable trainer={trainer} name={name} entry={entry} moment={moment} words={words} />
      {slots.map((slot) => (
        <p key={slot} className="pancake-parameter-meaning">
          {words.slotMeaning(slot)}
        </p>
      ))}
      {slots.length === 0 && (
        <p className="pancake-parameter-meaning">{words.noMemory(trainer.optimizer.type)}</p>
      )}
    </section>
  );
}

interface ParameterTableProps extends Omit<ParameterStateProps, 'path'> {
  name: string;
  entry: number;
}

function ParameterTable({ trainer, name, entry, moment, words }: ParameterTableProps) {
  const { formatNumber } = useNumbers();
  const live = useTrainerValue(
    useCallback((_: Snapshot, run: Trainer) => liveNumbers(run, name, entry), [name, entry]),
    trainer,
  );
  const rehearsed = moment?.rehearsal.parameters.find((one) => one.name === name);
  const rows = rehearsed
    ? rowsAt(rehearsed, moment!, entry, words)
    : Object.entries(live).map(([key, now]): Row => ({
        key,
        name: rowName(key, words),
        before: null,
        now,
      }));
  return (
    <table className="pancake-parameter-table" data-parameter={name} data-entry={entry}>
      <thead>
        <tr>
          <td />
          {rehearsed && <th scope="col">{words.beforeStep}</th>}
          <th scope="col">{words.now}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.key}
            data-row={row.key}
            data-before={row.before ?? undefined}
            data-now={row.now}
            data-changed={(row.before !== null && row.before !== row.now) || undefined}
          >
            <th scope="row">{row.name}</th>
            {row.before !== null && <td>{formatNumber(row.before, 6)}</td>}
            <td>{formatNumber(row.now, 6)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The parameters of one layer, by their names in the model. */
export function ownParameters(trainer: Trainer, path: string) {
  return trainer.model.parameters().filter(({ name }) => name.startsWith(`${path}.`));
}

function liveNumbers(trainer: Trainer, name: string, entry: number): Record<string, number> {
  const parameters = trainer.model.parameters();
  const place = parameters.findIndex((one) => one.name === name);
  const parameter = parameters[place];
  if (!parameter || entry >= parameter.value.size) return {};
  const numbers = { value: parameter.value.data[entry]!, gradient: parameter.grad.data[entry]! };
  const slots = Object.entries(trainer.optimizer.memoryOf(place));
  return {
    ...numbers,
    ...Object.fromEntries(slots.map(([slot, { data }]) => [`slot ${slot}`, data[entry]!])),
  };
}

// What the step in slow motion has made of it so far.
function rowsAt(
  { path, before, after, gradient, slots }: RehearsedParameter,
  { rehearsal, stage }: Moment,
  entry: number,
  words: LayerStackLabels,
): Row[] {
  const isUpdated = rehearsal.stages[stage]?.kind === 'update';
  const row = (key: string, from: Tensor, now: Tensor | null): Row => ({
    key,
    name: rowName(key, words),
    before: from.data[entry]!,
    now: (now ?? from).data[entry]!,
  });
  const added = isDone(rehearsal, stage, path) ? gradient.added : null;
  return [
    row('value', before, isUpdated ? after : null),
    row('gradient', gradient.left, (isUpdated && gradient.used) || added || gradient.cleared),
    ...slots.map((slot) => row(`slot ${slot.name}`, slot.before, isUpdated ? slot.after : null)),
  ];
}

function rowName(key: string, words: LayerStackLabels): string {
  if (key === 'value') return words.parameterRow;
  if (key === 'gradient') return words.gradientRow;
  return words.slotName(key.slice('slot '.length));
}

function indicesOf(entry: number, shape: readonly number[]): number[] {
  const indices: number[] = [];
  let rest = entry;
  for (const length of [...shape].reverse()) {
    indices.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return indices;
}
