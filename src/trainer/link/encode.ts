// A run as a text that may stand in an address: a version, then a checksum, JSON and lists of numbers.
import { Loss, ensure, type Huber, type LayerJSON } from '../../engine';
import type { TrainerOptions } from '../options';
import type { Trainer } from '../trainer';
import { checksum, toBase64 } from './bytes';
import { limits } from './limits';
import { Writer } from './lists';
import type { DataChange, PartChange, RecordedEvent, RecordedState, RunRecord } from './record';
import type { RecordOptions } from './take-record';

/** The version of the text, its first character. */
export const version = '1';

/** A run as text. */
export interface EncodedRun {
  /** Letters, digits, - and _ only. */
  readonly text: string;
  /** Options that a link cannot hold, as they are functions or of your own making. */
  readonly leftOut: RunRecord['leftOut'];
}

/**
 * The run at this moment as a text for a link: its options, points and weights changed by hand, the
 * changes made on the way, and its epoch. `trainer.open(decodeRun(text))` brings back the same run at
 * the same epoch, to the bit. Futures that were given up, and the model before an `undoReshape`, are
 * not part of it.
 *
 * @throws PancakeError if the model has layers of your own, or the run is too large for a link
 */
export function encodeRun(trainer: Trainer, options: RecordOptions = {}): EncodedRun {
  const record = trainer.record(options);
  const text = toText(record);
  ensure(
    text.length <= limits.characters,
    () =>
      `the link would have ${text.length} characters; the most is ${limits.characters}. The run has too many points or changes for a link`,
  );
  return { text, leftOut: record.leftOut };
}

/** The text of a record. */
export function toText(record: RunRecord): string {
  const lists: ArrayLike<number>[] = [];
  const list = (values: ArrayLike<number>) => lists.push(values) - 1;
  const { leftOut, data, structure, initial, state, events, epoch, step, lastEpoch } = record;
  const json = toJSON({
    o: optionsToJSON(record.options),
    x: leftOut.length ? leftOut : undefined,
    d: data ? dataToJSON(data, list) : undefined,
    m: structure ? [layersToJSON(structure.model), Number(structure.given)] : undefined,
    i: initial ? list(initial) : undefined,
    s: state ? stateToJSON(state, list) : undefined,
    c: events.length ? events.map((event) => eventToJSON(event, list)) : undefined,
    e: epoch,
    n: step,
    l: lastEpoch > epoch ? lastEpoch : undefined,
    f: record.fingerprint ?? undefined,
  });
  return wrap(json, lists);
}

/** The text of some JSON and the lists of numbers that it speaks of. */
export function wrap(json: string, lists: readonly ArrayLike<number>[]): string {
  const body = new Writer();
  body.whole(json.length);
  body.text(json);
  body.whole(lists.length);
  for (const values of lists) body.list(values);
  const bytes = body.take();
  const whole = new Uint8Array(4 + bytes.length);
  new DataView(whole.buffer).setUint32(0, checksum(bytes));
  whole.set(bytes, 4);
  return version + toBase64(whole);
}

type List = (values: ArrayLike<number>) => number;

// In the order of their names, so that one run has one link.
function optionsToJSON(options: TrainerOptions): Record<string, unknown> {
  const entries = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Loss ? lossToJSON(value as Loss) : value,
    ]),
  );
}

function lossToJSON(loss: Loss): object {
  const { type, reduction } = loss;
  return type === 'Huber' ? { type, reduction, delta: (loss as Huber).delta } : { type, reduction };
}

function dataToJSON({ train, test }: DataChange, list: List): unknown[] {
  return [partToJSON(train, list), partToJSON(test, list)];
}

// 0 for points that stay, 1 for none.
function partToJSON(part: PartChange | 'none' | null, list: List): unknown {
  if (part === null) return 0;
  if (part === 'none') return 1;
  if (!('points' in part)) return [part.before, part.after, list(part.x), list(part.y)];
  const { task, classes, domain, inputs, x, y } = part.points;
  return { t: task, c: classes, d: [...domain.x, ...domain.y], i: inputs, x: list(x), y: list(y) };
}

function layersToJSON({ type, options, layers }: LayerJSON): object {
  return {
    t: type,
    o: Object.keys(options).length ? options : undefined,
    l: layers?.map(layersToJSON),
  };
}

function stateToJSON(state: RecordedState, list: List): object {
  const { epoch, step, weights, memory, optimizerSteps, gradients, history } = state;
  return {
    e: epoch,
    n: step,
    w: list(weights),
    r: memory?.length ? list(memory) : undefined,
    // Without memory, and with none to have, are different things.
    a: memory ? undefined : 1,
    k: optimizerSteps,
    g: gradients ? list(gradients) : undefined,
    h: [
      history.every,
      ...history.columns.map((column) => (isNothing(column) ? null : list(column))),
    ],
  };
}

function isNothing(column: Float64Array): boolean {
  return column.every((value) => Number.isNaN(value));
}

function eventToJSON(event: RecordedEvent, list: List): unknown[] {
  if ('edit' in event) {
    const { parameter, place, value } = event.edit;
    return [event.step, parameter, place, value];
  }
  if ('reshape' in event) return [event.step, event.reshape];
  const { options, data } = event;
  // JSON has no undefined: an option of null has its default again.
  const changed = Object.fromEntries(
    Object.entries(optionsToJSON(options)).map(([name, value]) => [name, value ?? null]),
  );
  return data ? [event.step, changed, dataToJSON(data, list)] : [event.step, changed];
}

// JSON in characters up to 127, with the numbers that it has no words for.
function toJSON(value: object): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0))
      ? Object.is(part, -0)
        ? '-0'
        : String(part)
      : part,
  );
  return text.replace(/[\u007f-\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
