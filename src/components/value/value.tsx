// Value: a live number of the run, written into a sentence.
import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import { formatCount, formatNumber, formatShort } from '../../a11y';
import { ensure, show } from '../../engine';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';

/** A number of the run; null where there is none, such as a test loss without test data. */
type Read = (run: Snapshot, trainer: Trainer) => number | null;

interface Known {
  read: Read;
  write: (value: number, digits?: number) => string;
}

const percent = (value: number, digits = 0) => `${formatNumber(100 * value, digits)} %`;
const count = (value: number) => formatCount(value);

/** What can be asked for by name, and how it is written. */
const known = {
  epoch: { read: (run) => run.epoch, write: count },
  step: { read: (run) => run.step, write: count },
  loss: { read: (run) => run.loss, write: formatNumber },
  testLoss: { read: (run) => run.testLoss, write: formatNumber },
  accuracy: { read: (run) => run.accuracy, write: percent },
  testAccuracy: { read: (run) => run.testAccuracy, write: percent },
  wrong: { read: (run, { data }) => wrong(run.accuracy, data), write: count },
  learningRate: { read: (run) => run.learningRate, write: formatShort },
  batchSize: { read: batchSize, write: count },
  points: { read: (_, { data }) => data.x.shape[0]!, write: count },
  parameters: { read: (_, { model }) => parametersOf(model), write: count },
} satisfies Record<string, Known>;

/** A number of the run by name. */
export type ValueName = keyof typeof known;

/** Props of {@link Value}. */
export interface ValueProps extends Omit<ComponentPropsWithoutRef<'data'>, 'value' | 'children'> {
  /** Which number: its name, or a function that reads it. */
  of: ValueName | Read;
  /** The run. @default that of the nearest `<Pancake>` */
  trainer?: Trainer;
  /** How many decimals, or for a learning rate how many significant digits. */
  digits?: number;
  /** What is written where there is no number. @default '–' */
  none?: string;
}

/**
 * A live number in a sentence: `After <Value of="epoch" /> epochs the loss is <Value of="loss" />.`
 * It changes a few times a second, and is not announced: a sentence is read when the reader comes to
 * it.
 */
export const Value = forwardRef<HTMLDataElement, ValueProps>(function Value(
  { of, trainer, digits, none = '–', className = '', ...rest },
  ref,
) {
  const run = useContextTrainer(trainer, 'Value');
  const own = typeof of === 'function' ? { read: of, write: formatNumber } : byName(of);
  const value = useTrainerValue(own.read, run);
  const exists = value !== null && !Number.isNaN(value);
  return (
    <data
      ref={ref}
      className={`pancake-value ${className}`.trim()}
      value={exists ? value : ''}
      data-pancake="Value"
      data-of={typeof of === 'string' ? of : undefined}
      {...rest}
    >
      {exists ? own.write(value, digits) : none}
    </data>
  );
});

function byName(name: string): Known {
  ensure(
    Object.hasOwn(known, name),
    () => `Value got of = ${show(name)}; it must be one of ${Object.keys(known).join(', ')}`,
  );
  return known[name as ValueName];
}

function batchSize(run: Snapshot, { data }: Trainer): number {
  const points = data.x.shape[0]!;
  return run.batchSize === 'full' ? points : Math.min(run.batchSize, points);
}

function wrong(accuracy: number | null, { x }: Trainer['data']): number | null {
  return accuracy === null ? null : Math.round((1 - accuracy) * x.shape[0]!);
}

function parametersOf(model: Trainer['model']): number {
  return model.parameters().reduce((sum, { value }) => sum + value.size, 0);
}
