// The numbers of a run by name: how each is read, and how it is written.
import type { Numbers } from '../../a11y';
import { ensure, show } from '../../engine';
import type { Snapshot, Trainer } from '../../trainer';

/** A number of the run; null where there is none, such as a test loss without test data. */
export type ReadNumber = (run: Snapshot, trainer: Trainer) => number | null;

/** One number of the model. */
export interface ParameterNumber {
  /** The parameter's name, as in `model.parameters()`: `'0.weight'`. */
  parameter: string;
  /** The number's place in it, row by row, from 0. */
  place: number;
}

/** How a number is read and written. */
export interface KnownNumber {
  read: ReadNumber;
  write: (numbers: Numbers, value: number, digits?: number) => string;
}

type Write = KnownNumber['write'];

/** With a fixed number of decimals. */
export const fixed: Write = ({ formatNumber }, value, digits) => formatNumber(value, digits);
const percent: Write = ({ formatPercent }, share, digits) => formatPercent(share, digits);
const count: Write = ({ formatCount }, value) => formatCount(value);
const short: Write = ({ formatShort }, value, digits) => formatShort(value, digits);

/** What can be asked for by name. */
export const knownNumbers = {
  epoch: { read: (run) => run.epoch, write: count },
  step: { read: (run) => run.step, write: count },
  loss: { read: (run) => run.loss, write: fixed },
  testLoss: { read: (run) => run.testLoss, write: fixed },
  accuracy: { read: (run) => run.accuracy, write: percent },
  testAccuracy: { read: (run) => run.testAccuracy, write: percent },
  wrong: { read: (run, { data }) => wrong(run.accuracy, data), write: count },
  learningRate: { read: (run) => run.learningRate, write: short },
  scheduledRate: {
    read: (run) => run.scheduledRate,
    write: (numbers, rate, digits = 2) => short(numbers, rate, digits),
  },
  batchSize: { read: batchSize, write: count },
  l1: { read: (_, { options }) => options.l1 ?? 0, write: short },
  l2: { read: (_, { options }) => options.l2 ?? 0, write: short },
  dropout: { read: dropout, write: short },
  points: { read: (_, { data }) => data.x.shape[0]!, write: count },
  noise: { read: ofBuiltIn(({ options }) => options.noise ?? 0.1), write: short },
  testRatio: { read: ofBuiltIn(testRatio), write: short },
  dataSeed: { read: ofBuiltIn(({ options }) => options.dataSeed ?? 0), write: short },
  seed: { read: (_, { options }) => options.seed ?? 0, write: short },
  speed: { read: (run) => run.speed, write: short },
  parameters: { read: (_, { model }) => parametersOf(model), write: count },
} satisfies Record<string, KnownNumber>;

/** A number of the run by name. */
export type ValueName = keyof typeof knownNumbers;

/**
 * The number of this name.
 *
 * @throws PancakeError if there is none
 */
export function numberOf(name: string): KnownNumber {
  ensure(
    Object.hasOwn(knownNumbers, name),
    () => `Value got of = ${show(name)}; it must be one of ${Object.keys(knownNumbers).join(', ')}`,
  );
  return knownNumbers[name as ValueName];
}

/** How one number of the model is read; null once the model has no such number. */
export function readParameter({ parameter, place }: ParameterNumber): ReadNumber {
  return (_, { model }) =>
    model.parameters().find(({ name }) => name === parameter)?.value.data[place] ?? null;
}

/** @throws PancakeError if the model has no such number */
export function checkParameter({ model }: Trainer, { parameter, place }: ParameterNumber): void {
  const parameters = model.parameters();
  const found = parameters.find(({ name }) => name === parameter);
  ensure(
    found,
    () =>
      `Value got the parameter ${show(parameter)}; the model has ${parameters.map(({ name }) => name).join(', ')}`,
  );
  ensure(
    Number.isInteger(place) && place >= 0 && place < found.value.size,
    () =>
      `Value got the place ${show(place)}; ${parameter} has places from 0 to ${found.value.size - 1}`,
  );
}

function batchSize(run: Snapshot, { data }: Trainer): number {
  const points = data.x.shape[0]!;
  return run.batchSize === 'full' ? points : Math.min(run.batchSize, points);
}

function dropout(_: Snapshot, { architecture, options }: Trainer): number {
  return architecture?.hidden[0]?.dropout ?? options.dropout ?? 0;
}

// Points of one's own are not drawn: there is no noise in them that could be told.
function ofBuiltIn(read: (trainer: Trainer) => number): ReadNumber {
  return (_, trainer) => (typeof trainer.options.data === 'object' ? null : read(trainer));
}

function testRatio({ options, testData }: Trainer): number {
  return options.testRatio ?? (testData ? 0.2 : 0);
}

function wrong(accuracy: number | null, { x }: Trainer['data']): number | null {
  return accuracy === null ? null : Math.round((1 - accuracy) * x.shape[0]!);
}

function parametersOf(model: Trainer['model']): number {
  return model.parameters().reduce((sum, { value }) => sum + value.size, 0);
}
