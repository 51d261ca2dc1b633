// What a slab holds inside: its memory, its local derivative, its parameters.
import { useCallback } from 'react';
import { formatNumber } from '../../a11y';
import { showShape, type Tensor } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import type { LayerStackLabels } from './labels';

interface DetailsProps {
  trainer: Trainer;
  sample: number;
  /** The layer's path in the model. */
  path: string;
  words: LayerStackLabels;
}

/** The inside of a layer for one sample, kept up to date at a reader's pace. */
export function Details({ trainer, sample, path, words }: DetailsProps) {
  const step = useTrainerValue(
    useCallback(
      (_: Snapshot, run: Trainer) => run.trace(sample).steps.find((one) => one.path === path),
      [sample, path],
    ),
    trainer,
  );
  if (!step) return null;
  const { remembers, local, parameters } = step;
  return (
    <dl className="pancake-details">
      <dt>{words.remembers}</dt>
      {remembers.length === 0 && <dd>{words.nothing}</dd>}
      {remembers.map(({ name, value }) => (
        <dd key={name}>
          {name}
          <Numbers value={value} words={words} name={name} />
        </dd>
      ))}
      <dt>{local.kind === 'elementwise' ? words.localElementwise : words.localJacobian}</dt>
      <dd>
        <Numbers value={local.value} words={words} name="local" />
      </dd>
      {parameters.map(({ name, value, added }) => (
        <div key={name} className="pancake-details-parameter">
          <dt>{words.parameterValue(name)}</dt>
          <dd>
            <Numbers value={value} words={words} name={name} />
          </dd>
          <dt>{words.parameterAdded(name)}</dt>
          <dd>
            <Numbers value={added} words={words} name={`${name} added`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The most numbers that are written out; larger tensors are summed up in a sentence. */
const most = 40;

function Numbers({ value, words, name }: { value: Tensor; words: LayerStackLabels; name: string }) {
  const { data, shape } = value;
  if (data.length > most) {
    const [low, high] = data.reduce(
      ([a, b], one) => [Math.min(a, one), Math.max(b, one)] as const,
      [Infinity, -Infinity] as const,
    );
    return (
      <p data-tensor={name} data-values={data.join(' ')}>
        {words.summary(showShape(shape), low, high)}
      </p>
    );
  }
  const columns = shape.at(-1) ?? 1;
  const rows = Array.from({ length: data.length / columns }, (_, r) =>
    data.slice(r * columns, (r + 1) * columns),
  );
  return (
    <div className="pancake-numbers" data-tensor={name} data-values={data.join(' ')}>
      {rows.map((row, r) => (
        <div key={r}>
          {Array.from(row, (one, c) => (
            <span key={c}>{formatNumber(one)}</span>
          ))}
        </div>
      ))}
    </div>
  );
}
