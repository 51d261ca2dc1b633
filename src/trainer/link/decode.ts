// A run from the text of a link. Nothing in it is believed: all is checked before it is used.
import { PancakeError, ensure, show, type LayerJSON } from '../../engine';
import { curves } from '../history';
import { checksum, fromBase64, toBase64 } from './bytes';
import { Entry } from './checks';
import { readChange, readOptions, readReshape } from './decode-options';
import { version } from './encode';
import { limits } from './limits';
import { Reader } from './lists';
import type {
  DataChange,
  LeftOut,
  PartChange,
  RecordedEvent,
  RecordedState,
  RunRecord,
} from './record';

/**
 * The run that a text describes, for `trainer.open`.
 *
 * @throws PancakeError which says what is wrong: damaged, of another version, or out of all bounds
 */
export function decodeRun(text: string): RunRecord {
  const { json, lists } = unwrap(text);
  return new Decoder(lists).record(new Entry(json, 'it'));
}

function unwrap(text: unknown): { json: unknown; lists: Float64Array[] } {
  ensure(
    typeof text === 'string' && text !== '',
    () => `the link is ${show(text)}; it must be the text that encodeRun gives`,
  );
  ensure(
    text.length <= limits.characters,
    () => `the link has ${text.length} characters; at most ${limits.characters} are read`,
  );
  ensure(
    text.startsWith(version),
    () => `the link is of version ${show(text[0])}; this page reads version "${version}"`,
  );
  const bytes = fromBase64(text.slice(1));
  const body = bytes.subarray(4);
  const expected = bytes.length > 4 && new DataView(bytes.buffer).getUint32(0);
  // Bits at the end that make no byte are none of ours.
  if (checksum(body) !== expected || toBase64(bytes) !== text.slice(1)) {
    throw new PancakeError(
      'the link is damaged: part of it is missing, or was changed on its way here',
    );
  }
  const reader = new Reader(body);
  const json = parse(reader.text(reader.whole()));
  const count = reader.whole();
  const lists: Float64Array[] = [];
  // Each takes two bytes at least, so that a wrong count ends by itself.
  for (let i = 0; i < count; i++) lists.push(reader.list());
  ensure(reader.isAtEnd, () => 'the link has something behind its end');
  return { json, lists };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PancakeError('the link cannot be read: what is in it is not JSON');
  }
}

class Decoder {
  constructor(private readonly lists: readonly Float64Array[]) {}

  record(entry: Entry): RunRecord {
    const { o, x, d, m, i, s, c, e, n, l, f } = entry.fields([
      ...(['o', 'x', 'd', 'm', 'i', 's', 'c', 'e', 'n', 'l', 'f'] as const),
    ]);
    const epoch = e.whole({ max: limits.epochs });
    const data = d.isThere ? this.data(d) : null;
    return {
      options: readOptions(o),
      leftOut: x.isThere ? x.list({ max: 4 }).map((one) => one.oneOf(mayBeLeftOut)) : [],
      data,
      structure: m.isThere ? readStructure(m) : null,
      initial: i.isThere ? this.numbers(i) : null,
      state: s.isThere ? this.state(s) : null,
      events: c.isThere ? this.events(c) : [],
      epoch,
      step: n.whole(),
      lastEpoch: l.isThere ? l.whole({ min: epoch, max: limits.epochs }) : epoch,
      fingerprint: f.isThere ? f.whole({ max: 2 ** 32 - 1 }) : null,
    };
  }

  private data(entry: Entry): DataChange {
    const [train, test] = entry.list({ min: 2, max: 2 }) as [Entry, Entry];
    if (train.value === 1) return train.fail('points, or 0 for the same ones');
    return {
      train: train.value === 0 ? null : this.part(train),
      test: test.value === 0 ? null : test.value === 1 ? 'none' : this.part(test),
    };
  }

  private part(entry: Entry): PartChange {
    const { points } = limits;
    if (Array.isArray(entry.value)) {
      const [before, after, x, y] = entry.list({ min: 4, max: 4 }) as [Entry, Entry, Entry, Entry];
      return {
        before: before.whole({ max: points }),
        after: after.whole({ max: points }),
        x: this.numbers(x),
        y: this.numbers(y, points),
      };
    }
    const { t, c, d, i, x, y } = entry.fields(['t', 'c', 'd', 'i', 'x', 'y']);
    const task = t.oneOf(['binary', 'multiclass', 'regression']);
    const least = { binary: 2, multiclass: 1, regression: 0 }[task];
    const [left, right, low, high] = d.list({ min: 4, max: 4 }).map((one) => one.number());
    if (!(left! < right! && low! < high!)) d.fail('two ranges, each of them low before high');
    return {
      points: {
        task,
        classes: c.whole({ min: least, max: task === 'multiclass' ? 100 : least }),
        domain: { x: [left!, right!], y: [low!, high!] },
        inputs: i.whole({ min: 1, max: 100 }),
        x: this.numbers(x),
        y: this.numbers(y, points),
      },
    };
  }

  private state(entry: Entry): RecordedState {
    const { e, n, w, r, a, k, g, h } = entry.fields(['e', 'n', 'w', 'r', 'a', 'k', 'g', 'h']);
    const epoch = e.whole({ max: limits.epochs });
    const [every, ...columns] = h.list({ min: 1 + curves.length, max: 1 + curves.length });
    const step = every!.whole({ min: 1, max: limits.epochs });
    const rows = Math.ceil(epoch / step);
    if (rows > limits.history) h.fail(`a history of at most ${limits.history} rows`);
    const nothing = a.isThere ? null : new Float64Array(0);
    return {
      epoch,
      step: n.whole(),
      weights: this.numbers(w),
      memory: r.isThere ? this.numbers(r) : nothing,
      optimizerSteps: k.whole(),
      gradients: g.isThere ? this.numbers(g) : null,
      history: {
        every: step,
        columns: columns.map((column) =>
          column.isThere
            ? this.numbers(column, limits.history, true)
            : new Float64Array(rows).fill(NaN),
        ),
      },
    };
  }

  private events(entry: Entry): RecordedEvent[] {
    let last = 0;
    return entry.list({ max: limits.events }).map((event) => {
      const [first, what, third, fourth] = event.list({ min: 2, max: 4 });
      const step = first!.whole({ min: last });
      last = step;
      if (third && fourth) {
        const parameter = what!.whole({ max: limits.parameters });
        const place = third.whole({ max: limits.parameters });
        return { step, edit: { parameter, place, value: fourth.number() } };
      }
      const reshape = third ? null : readReshape(what!);
      if (reshape) return { step, reshape };
      return { step, options: readChange(what!), data: third ? this.data(third) : null };
    });
  }

  // A list of numbers, all finite; for some NaN stands for nothing.
  private numbers(entry: Entry, most: number = limits.characters, nothing = false): Float64Array {
    const list = this.lists[entry.whole()];
    if (!list) return entry.fail('the place of a list of numbers that is there');
    ensure(
      list.length <= most,
      () => `the link has ${list.length} numbers at ${entry.place}; at most ${most} are allowed`,
    );
    const wrong = list.find(
      (value) => !Number.isFinite(value) && !(nothing && Number.isNaN(value)),
    );
    ensure(
      wrong === undefined,
      () => `the link has the number ${wrong} at ${entry.place}; every number must be finite`,
    );
    return list;
  }
}

const mayBeLeftOut: readonly LeftOut[] = ['loss', 'optimizer', 'schedule', 'stopWhen'];

function readStructure(entry: Entry): RunRecord['structure'] {
  const [model, given] = entry.list({ min: 2, max: 2 }) as [Entry, Entry];
  let left: number = limits.layers;
  let parameters = 0;
  const read = (layer: Entry): LayerJSON => {
    if (--left < 0) layer.fail(`one of at most ${limits.layers} layers`);
    const { t, o, l } = layer.fields(['t', 'o', 'l']);
    const options = o.isThere ? readLayerOptions(o) : {};
    const { nIn = 0, nOut = 0, features = 0 } = options;
    parameters += (Number(nIn) + 1) * Number(nOut) + 2 * Number(features);
    if (!(parameters <= limits.parameters)) {
      layer.fail(`part of a model of at most ${limits.parameters} parameters`);
    }
    const json: LayerJSON = { type: t.name(), options, parameters: {} };
    return l.isThere ? { ...json, layers: l.list({ max: limits.layers }).map(read) } : json;
  };
  return { model: read(model), given: given.whole({ max: 1 }) === 1 };
}

function readLayerOptions(entry: Entry): Record<string, unknown> {
  const fields = entry.fields([
    'nIn',
    'nOut',
    'features',
    'negativeSlope',
    'alpha',
    'p',
    'eps',
    'names',
  ]);
  const read = (name: string, field: Entry): unknown => {
    if (name === 'names') return field.list({ max: 20 }).map((one) => one.name());
    if (name === 'nIn' || name === 'nOut' || name === 'features') {
      return field.whole({ min: 1, max: limits.parameters });
    }
    return field.number();
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.isThere ? [[name, read(name, field)]] : [],
    ),
  );
}
