// What a slab holds inside: its memory, its local derivative, its parameters.
import { useCallback } from 'react';
import { useNumbers } from '../../a11y';
import { showShape, type Tensor } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import type { LayerStackLabels } from './labels';
import { ParameterState, ownParameters } from './parameter-state';
import { follow } from './slabs';
import type { Moment } from './stages';

interface DetailsProps {
  trainer: Trainer;
  sample: number;
  /** The layer's path in the model. */
  path: string;
  /** A training step in slow motion; null for the run as it is. */
  moment: Moment | null;
  words: LayerStackLabels;
}

/** The inside of a layer for one sample, kept up to date at a reader's pace. */
export function Details({ trainer, sample, path, moment, words }: DetailsProps) {
  const step = useTrainerValue(
    useCallback(
      (_: Snapshot, run: Trainer) => {
        // The data may have got smaller a moment ago; the figure then chooses another point.
        if (sample >= run.data.x.shape[0]!) return undefined;
        return follow(run, sample).trace?.steps.find((one) => one.path === path);
      },
      [sample, path],
    ),
    trainer,
  );
  if (!step) return null;
  const { remembers, local, parameters } = step;
  const wordsOfLocal = local.kind === 'elementwise' ? words.localElementwise : words.localJacobian;
  const hasParameters = ownParameters(trainer, path).length > 0;
  return (
    <>
      {hasParameters && (
        <ParameterState trainer={trainer} path={path} moment={moment} words={words} />
      )}
      <dl className="pancake-details">
        <dt>{words.remembers}</dt>
        {remembers.length === 0 && <dd>{words.nothing}</dd>}
        {remembers.map(({ name, value }) => (
          <dd key={name}>
            {name}
            <Numbers value={value} words={words} name={name} label={name} />
          </dd>
        ))}
        <dt>{wordsOfLocal}</dt>
        <dd>
          <Numbers value={local.value} words={words} name="local" label={wordsOfLocal} />
        </dd>
        {parameters.map(({ name, value, added }) => (
          <div key={name} className="pancake-details-parameter">
            <dt>{words.parameterValue(name)}</dt>
            <dd>
              <Numbers value={value} words={words} name={name} label={words.parameterValue(name)} />
            </dd>
            <dt>{words.parameterAdded(name)}</dt>
            <dd>
              <Numbers
                value={added}
                words={words}
                name={`${name} added`}
                label={words.parameterAdded(name)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The most numbers that are written out; larger tensors are summed up in a sentence. */
const most = 40;

interface NumbersProps {
  value: Tensor;
  words: LayerStackLabels;
  /** For `data-tensor`. */
  name: string;
  label: string;
}

function Numbers({ value, words, name, label }: NumbersProps) {
  const { formatNumber } = useNumbers();
  const { data, shape } = value;
  const marks = { 'data-tensor': name, 'data-values': data.join(' ') };
  if (data.length > most) {
    const low = data.reduce((a, b) => Math.min(a, b));
    const high = data.reduce((a, b) => Math.max(a, b));
    return <p {...marks}>{words.summary(showShape(shape), low, high)}</p>;
  }
  const columns = shape.at(-1) ?? 1;
  const rows = data.length / columns;
  const row = (r: number) => Array.from(data.subarray(r * columns, (r + 1) * columns));
  // One row may wrap; a matrix keeps its rows, and scrolls if they are too long.
  if (rows === 1) {
    return (
      <ul className="pancake-numbers" {...marks}>
        {row(0).map((one, c) => (
          <li key={c}>{formatNumber(one)}</li>
        ))}
      </ul>
    );
  }
  return (
    <div
      className="pancake-numbers"
      role="group"
      aria-label={label}
      tabIndex={columns > 3 ? 0 : undefined}
      {...marks}
    >
      <table>
        <tbody>
          {Array.from({ length: rows }, (_, r) => (
            <tr key={r}>
              {row(r).map((one, c) => (
                <td key={c}>{formatNumber(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
