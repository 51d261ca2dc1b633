// What is said of a link that cannot be read or opened, to the letter, and how much a link may hold.
import { describe, expect, it } from 'vitest';
import {
  PancakeError,
  Sequential,
  createTrainer,
  datasets,
  decodeRun,
  encodeRun,
} from '../../src/engine-entry';
import { checksum, fromBase64, toBase64 } from '../../src/trainer/link/bytes';
import { wrap } from '../../src/trainer/link/encode';
import { Reader, Writer } from '../../src/trainer/link/lists';

type Lists = readonly ArrayLike<number>[];
const base = { o: { points: 20, model: [2, 1] }, e: 0, n: 0 };
const link = (json: object, lists: Lists = []) => wrap(JSON.stringify(json), lists);
const open = (text: string) => {
  const trainer = createTrainer({ points: 8, model: [2, 1] });
  trainer.open(decodeRun(text));
  return trainer;
};
const expectRefusal = (call: () => unknown, message: string) =>
  expect(call).toThrow(new PancakeError(message));

/** A table with the message first, for the names of its tests. */
const told = <T>(rows: readonly (readonly [given: T, message: string, lists?: Lists])[]) =>
  rows.map(([given, message, lists]): [string, T, Lists?] => [message, given, lists]);

const must = (place: string, value: string, expected: string) =>
  `the link has ${place} = ${value}; it must be ${expected}`;
const whole = (to?: number, from = 0) =>
  to === undefined ? `a whole number of at least ${from}` : `a whole number from ${from} to ${to}`;
const damaged = 'the link is damaged: part of it is missing, or was changed on its way here';
const unfinished = 'the link is not whole: it ends before all that it announces';

describe('a text that is no link', () => {
  it.each(
    told<unknown>([
      ['', 'the link is ""; it must be the text that encodeRun gives'],
      [7, 'the link is 7; it must be the text that encodeRun gives'],
      ['2abc', 'the link is of version "2"; this page reads version "1"'],
      ['1ab+c', 'the link has "+" in it; a link is made of letters, digits, - and _ only'],
      ['1', damaged],
      ['1AAAA', damaged],
      ['1AAAAAA', damaged],
      [link(base).slice(0, -1), damaged],
      [`${link(base)}A`, damaged],
      ['1'.repeat(300_001), 'the link has 300001 characters; at most 300000 are read'],
      ['1'.repeat(300_000), damaged],
    ]),
  )('%s', (message, text) => expectRefusal(() => decodeRun(text as string), message));

  const signed = (write: (writer: Writer) => unknown) => {
    const writer = new Writer();
    write(writer);
    const bytes = writer.take();
    const all = new Uint8Array(4 + bytes.length);
    new DataView(all.buffer).setUint32(0, checksum(bytes));
    all.set(bytes, 4);
    return `1${toBase64(all)}`;
  };
  const text = JSON.stringify(base);

  it.each(
    told<(writer: Writer) => unknown>([
      [(w) => w.whole(9), unfinished],
      [
        (w) => (w.whole(3), w.text('{{}'), w.whole(0)),
        'the link cannot be read: what is in it is not JSON',
      ],
      [(w) => (w.whole(text.length), w.text(text)), unfinished],
      [(w) => (w.whole(text.length), w.text(text), w.whole(1)), unfinished],
      [(w) => (w.whole(text.length), w.text(text), w.whole(1), w.whole(8), w.whole(0)), unfinished],
      [(w) => (w.whole(text.length), w.text(text), w.whole(1), w.whole(7), w.whole(1)), unfinished],
      [
        (w) => (w.whole(text.length), w.text(text), w.whole(0), w.whole(0)),
        'the link has something behind its end',
      ],
      [(w) => [...Array<number>(6)].forEach(() => w.whole(255)), unfinished],
    ]),
  )('%s', (message, write) => expectRefusal(() => decodeRun(signed(write)), message));
});

describe('a record that is none', () => {
  const option = (o: object) => ({ ...base, o });
  const options: [object, string][] = [
    [option([]), must('o', '[]', 'an object')],
    [option({ model: [2] }), must('o.model', '[2]', 'a list of 2 to 22 entries')],
    [option({ model: [2, 0] }), must('o.model[1]', '0', whole(1000, 1))],
    [option({ model: [2, 1001] }), must('o.model[1]', '1001', whole(1000, 1))],
    [
      option({ model: [2, 141, 140, 1] }),
      must('o.model', '[2,141,140,1]', 'sizes of a model of at most 20000 parameters'),
    ],
    [option({ activation: 7 }), must('o.activation', '7', 'a name of at most 40 letters')],
    [
      option({ activation: ['Tanh', 7] }),
      must('o.activation[1]', '7', 'a name of at most 40 letters'),
    ],
    [
      option({ activation: Array<string>(21).fill('Tanh') }),
      must('o.activation', 'an array of 21', 'a list of 0 to 20 entries'),
    ],
    [
      option({ features: Array<string>(21).fill('x') }),
      must('o.features', 'an array of 21', 'a list of 0 to 20 entries'),
    ],
    [option({ features: 'x' }), must('o.features', '"x"', 'a list of 0 to 20 entries')],
    [option({ dropout: 'x' }), must('o.dropout', '"x"', 'a number')],
    [option({ dropout: 'Infinity' }), must('o.dropout', '"Infinity"', 'a number')],
    [option({ initialization: 1 }), must('o.initialization', '1', 'a name of at most 40 letters')],
    [
      option({ data: 'x'.repeat(41) }),
      must('o.data', `"${'x'.repeat(41)}"`, 'a name of at most 40 letters'),
    ],
    [option({ points: 0 }), must('o.points', '0', whole(20_000, 1))],
    [option({ points: 20_001 }), must('o.points', '20001', whole(20_000, 1))],
    [option({ points: 1.5 }), must('o.points', '1.5', whole(20_000, 1))],
    [option({ noise: [] }), must('o.noise', '[]', 'a number')],
    [option({ testRatio: {} }), must('o.testRatio', 'an object of type Object', 'a number')],
    [option({ reduction: 'none' }), must('o.reduction', '"none"', 'one of mean, sum')],
    [option({ loss: [] }), must('o.loss', '[]', 'an object')],
    [
      option({ loss: { type: 'Huber' } }),
      must('o.loss.reduction', 'undefined', 'one of mean, sum'),
    ],
    [
      option({ loss: { type: 1, reduction: 'sum' } }),
      must('o.loss.type', '1', 'a name of at most 40 letters'),
    ],
    [
      option({ loss: { type: 'Huber', reduction: 'sum', delta: 'x' } }),
      must('o.loss.delta', '"x"', 'a number'),
    ],
    [option({ optimizer: 1 }), must('o.optimizer', '1', 'a name of at most 40 letters')],
    [
      option({ optimizerOptions: { nesterov: 1 } }),
      must('o.optimizerOptions.nesterov', '1', 'true or false'),
    ],
    [
      option({ optimizerOptions: { betas: [1] } }),
      must('o.optimizerOptions.betas', '[1]', 'a list of 2 entries'),
    ],
    [
      option({ optimizerOptions: { betas: [1, 'x'] } }),
      must('o.optimizerOptions.betas[1]', '"x"', 'a number'),
    ],
    [
      option({ optimizerOptions: { momentum: 'x' } }),
      must('o.optimizerOptions.momentum', '"x"', 'a number'),
    ],
    [
      option({ optimizerOptions: { lr: 1 } }),
      'the link has "lr" in o.optimizerOptions, which is not known',
    ],
    [option({ learningRate: true }), must('o.learningRate', 'true', 'a number')],
    [option({ schedule: 'step' }), must('o.schedule', '"step"', 'an object')],
    [
      option({ schedule: { name: 1 } }),
      must('o.schedule.name', '1', 'a name of at most 40 letters'),
    ],
    [
      option({ schedule: { name: 'step', gamma: 'x' } }),
      must('o.schedule.gamma', '"x"', 'a number'),
    ],
    [option({ l1: 'x' }), must('o.l1', '"x"', 'a number')],
    [option({ l2: 'x' }), must('o.l2', '"x"', 'a number')],
    [option({ batchSize: 0 }), must('o.batchSize', '0', whole(undefined, 1))],
    [option({ batchSize: 'all' }), must('o.batchSize', '"all"', whole(undefined, 1))],
    [option({ zeroGrad: 0 }), must('o.zeroGrad', '0', 'true or false')],
    [option({ shuffle: 'no' }), must('o.shuffle', '"no"', 'true or false')],
    [option({ seed: 'x' }), must('o.seed', '"x"', 'a number')],
    [option({ dataSeed: 'x' }), must('o.dataSeed', '"x"', 'a number')],
    [option({ autoplay: 1 }), must('o.autoplay', '1', 'true or false')],
    [option({ speed: '-Infinity' }), must('o.speed', '"-Infinity"', 'a number')],
    [option({ stopWhen: { epoch: 'x' } }), must('o.stopWhen.epoch', '"x"', 'a number')],
    [option({ posterEpoch: 1 }), 'the link has "posterEpoch" in o, which is not known'],
    [
      option({ ['x'.repeat(70)]: 1 }),
      `the link has "${'x'.repeat(57)}..." in o, which is not known`,
    ],
  ];
  const change = (...c: unknown[]) => ({ ...base, c: [c] });
  const reshape = (what: object) => change(0, what);
  const at = 'c[0][1]';
  const changes: [object, string, Lists?][] = [
    [change(0), must('c[0]', '[0]', 'a list of 2 to 4 entries')],
    [change(0, 1, 2, 3, 4), must('c[0]', '[0,1,2,3,4]', 'a list of 2 to 4 entries')],
    [change(-1, {}), must('c[0][0]', '-1', whole())],
    [change(0, 20_001, 0, 1), must(at, '20001', whole(20_000))],
    [change(0, 0, 20_001, 1), must('c[0][2]', '20001', whole(20_000))],
    [change(0, 0, 0, 'x'), must('c[0][3]', '"x"', 'a number')],
    [change(0, 7), must(at, '7', 'an object')],
    [change(0, null), must(at, 'null', 'an object')],
    [change(0, 'kind'), must(at, '"kind"', 'an object')],
    [change(0, { seed: 'x' }), must(`${at}.seed`, '"x"', 'a number')],
    [change(0, { momentum: 1 }), `the link has "momentum" in ${at}, which is not known`],
    [
      reshape({ kind: 'melt' }),
      must(
        `${at}.kind`,
        '"melt"',
        'one of addLayer, removeLayer, addNeuron, removeNeuron, setActivation, setFeatures, setDropout',
      ),
    ],
    [reshape({ kind: 'addLayer' }), must(`${at}.at`, 'undefined', whole(20))],
    [reshape({ kind: 'addLayer', at: 21 }), must(`${at}.at`, '21', whole(20))],
    [reshape({ kind: 'addLayer', at: 0, units: 0 }), must(`${at}.units`, '0', whole(1000, 1))],
    [
      reshape({ kind: 'addLayer', at: 0, units: 1001 }),
      must(`${at}.units`, '1001', whole(1000, 1)),
    ],
    [
      reshape({ kind: 'addLayer', at: 0, activation: 1 }),
      must(`${at}.activation`, '1', 'a name of at most 40 letters'),
    ],
    [reshape({ kind: 'removeLayer', at: -1 }), must(`${at}.at`, '-1', whole())],
    [reshape({ kind: 'addNeuron' }), must(`${at}.layer`, 'undefined', whole())],
    [reshape({ kind: 'removeNeuron', unit: 1 }), must(`${at}.layer`, 'undefined', whole())],
    [reshape({ kind: 'removeNeuron', layer: 0 }), must(`${at}.unit`, 'undefined', whole())],
    [reshape({ kind: 'setActivation' }), must(`${at}.layer`, 'undefined', whole())],
    [
      reshape({ kind: 'setActivation', layer: 0 }),
      must(`${at}.activation`, 'undefined', 'a name of at most 40 letters'),
    ],
    [
      reshape({ kind: 'setFeatures', features: Array<string>(21).fill('x') }),
      must(`${at}.features`, 'an array of 21', 'a list of 0 to 20 entries'),
    ],
    [
      reshape({ kind: 'setFeatures', features: [1] }),
      must(`${at}.features[0]`, '1', 'a name of at most 40 letters'),
    ],
    [reshape({ kind: 'setDropout' }), must(`${at}.p`, 'undefined', 'a number')],
    [reshape({ kind: 'setDropout', q: 1 }), `the link has "q" in ${at}, which is not known`],
    [
      { ...base, c: Array.from({ length: 5001 }, () => [0, {}]) },
      must('c', 'an array of 5001', 'a list of 0 to 5000 entries'),
    ],
    [
      {
        ...base,
        c: [
          [2, {}],
          [1, {}],
        ],
      },
      must('c[1][0]', '1', whole(undefined, 2)),
    ],
  ];
  const points = (more: object) => ({
    ...base,
    d: [{ t: 'binary', c: 2, d: [-5, 5, -5, 5], i: 2, x: 0, y: 1, ...more }, 1],
  });
  const own: Lists = [[1, 1], [1]];
  const part = (of: number[]) => change(0, {}, [of, 0]);
  const data: [object, string, Lists?][] = [
    [{ ...base, d: [0] }, must('d', '[0]', 'a list of 2 entries')],
    [{ ...base, d: [1, 0] }, must('d[0]', '1', 'points, or 0 for the same ones')],
    [{ ...base, d: [0, 1] }, 'the link has no points to train on'],
    [points({ t: 'other' }), must('d[0].t', '"other"', 'one of binary, multiclass, regression')],
    [points({ c: 1 }), must('d[0].c', '1', whole(2, 2))],
    [points({ c: 3 }), must('d[0].c', '3', whole(2, 2))],
    [points({ t: 'multiclass', c: 0 }), must('d[0].c', '0', whole(100, 1))],
    [points({ t: 'multiclass', c: 101 }), must('d[0].c', '101', whole(100, 1))],
    [points({ t: 'regression', c: 1 }), must('d[0].c', '1', whole(0))],
    [points({ d: [1, 2, 3] }), must('d[0].d', '[1,2,3]', 'a list of 4 entries')],
    [
      points({ d: [1, 1, 3, 4] }),
      must('d[0].d', '[1,1,3,4]', 'two ranges, each of them low before high'),
    ],
    [
      points({ d: [1, 2, 4, 4] }),
      must('d[0].d', '[1,2,4,4]', 'two ranges, each of them low before high'),
    ],
    [points({ d: ['x', 2, 3, 4] }), must('d[0].d[0]', '"x"', 'a number')],
    [points({ i: 0 }), must('d[0].i', '0', whole(100, 1))],
    [points({ i: 101 }), must('d[0].i', '101', whole(100, 1))],
    [points({ z: 1 }), 'the link has "z" in d[0], which is not known'],
    [points({ x: 2 }), must('d[0].x', '2', 'the place of a list of numbers that is there'), own],
    [points({}), 'the link has a data set without points', [[], []]],
    [points({}), 'the link has a data set without points', [[1, 2, 3], [1]]],
    [points({}), 'the link has a label that does not go with binary data', [[1, 1], [2]]],
    ...[2, 0.5, -1].map((label): [object, string, Lists] => [
      points({ t: 'multiclass', c: 2 }),
      'the link has a label that does not go with multiclass data',
      [[1, 1], [label]],
    ]),
    [
      points({}),
      'the link has the number NaN at d[0].x; every number must be finite',
      [[1, NaN], [1]],
    ],
    [
      points({}),
      'the link has 20001 numbers at d[0].y; at most 20000 are allowed',
      [[1, 1], new Uint8Array(20_001)],
    ],
    [part([1, 2, 3]), must('c[0][2][0]', '[1,2,3]', 'a list of 4 entries')],
    [part([20_001, 0, 0, 0]), must('c[0][2][0][0]', '20001', whole(20_000))],
    [part([0, 20_001, 0, 0]), must('c[0][2][0][1]', '20001', whole(20_000))],
    [part([9, 8, 0, 0]), 'the link changes points that are not there', [[]]],
    [part([9, 7, 0, 1]), 'the link changes points that are not there', [[1], [1]]],
    [{ ...base, d: [[0, 0, 0, 0], 1] }, 'the link changes points of which there are none', [[]]],
  ];
  const layer = (...layers: unknown[]) => ({ ...base, m: layers });
  const linear = (nIn: number, nOut: number) => ({ t: 'Linear', o: { nIn, nOut } });
  const stack = (l: unknown) => ({ t: 'Sequential', l });
  const layers: [object, string, Lists?][] = [
    [
      layer(stack([])),
      must('m', 'an array of 1', 'a list of 2 entries').replace(
        'an array of 1',
        '[{"t":"Sequential","l":[]}]',
      ),
    ],
    [layer(stack([]), 2), must('m[1]', '2', whole(1))],
    [layer({ t: 1 }, 1), must('m[0].t', '1', 'a name of at most 40 letters')],
    [layer({ t: 'ReLU', z: 1 }, 1), 'the link has "z" in m[0], which is not known'],
    [layer({ t: 'ReLU', o: { z: 1 } }, 1), 'the link has "z" in m[0].o, which is not known'],
    [layer(stack([linear(2, 0)]), 1), must('m[0].l[0].o.nOut', '0', whole(20_000, 1))],
    [layer(stack([linear(0, 2)]), 1), must('m[0].l[0].o.nIn', '0', whole(20_000, 1))],
    [
      layer({ t: 'LayerNorm', o: { features: 20_001 } }, 1),
      must('m[0].o.features', '20001', whole(20_000, 1)),
    ],
    [layer({ t: 'ELU', o: { alpha: 'x' } }, 1), must('m[0].o.alpha', '"x"', 'a number')],
    [
      layer({ t: 'Features', o: { names: Array<string>(21).fill('x') } }, 1),
      must('m[0].o.names', 'an array of 21', 'a list of 0 to 20 entries'),
    ],
    [
      layer({ t: 'Features', o: { names: [1] } }, 1),
      must('m[0].o.names[0]', '1', 'a name of at most 40 letters'),
    ],
    [
      layer(stack([linear(99, 200), linear(1, 1)]), 1),
      must('m[0].l[1]', 'an object of type Object', 'part of a model of at most 20000 parameters'),
    ],
    [
      layer({ t: 'LayerNorm', o: { features: 10_001 } }, 1),
      must('m[0]', 'an object of type Object', 'part of a model of at most 20000 parameters'),
    ],
    [
      layer(stack(Array<object>(64).fill({ t: 'ReLU' })), 1),
      must('m[0].l[63]', 'an object of type Object', 'one of at most 64 layers'),
    ],
    [
      layer(stack(Array<object>(65).fill({ t: 'ReLU' })), 1),
      must('m[0].l', 'an array of 65', 'a list of 0 to 64 entries'),
    ],
    [
      layer(stack([linear(3, 1), { t: 'Sigmoid' }]), 1),
      'the model of the link does not fit its data',
    ],
  ];
  const state = (more: object, e = 0) => ({
    ...base,
    e,
    s: { e, n: 0, w: 0, k: 0, h: [1, null, null, null, null], ...more },
  });
  const states: [object, string, Lists?][] = [
    [state({ h: [1, null] }), must('s.h', '[1,null]', 'a list of 5 entries')],
    [state({ h: [0, null, null, null, null] }), must('s.h[0]', '0', whole(10_000_000, 1))],
    [state({ z: 1 }), 'the link has "z" in s, which is not known'],
    [state({ n: -1 }), must('s.n', '-1', whole())],
    [state({ k: -1 }), must('s.k', '-1', whole()), [[1, 2, 3]]],
    [state({ e: -1 }), must('s.e', '-1', whole(10_000_000))],
    [state({ w: 9 }), must('s.w', '9', 'the place of a list of numbers that is there')],
    [
      state({}, 1001),
      must('s.h', '[1,null,null,null,null]', 'a history of at most 1000 rows'),
      [[1, 2, 3]],
    ],
    [
      state({ h: [1, 1, null, null, null] }, 3),
      'the link has a history of another length than its epochs',
      [
        [1, 2, 3],
        [1, 2],
      ],
    ],
    [
      state({ h: [1, 1, null, null, null] }, 2),
      'the link has the number Infinity at s.h[1]; every number must be finite',
      [
        [1, 2, 3],
        [NaN, Infinity],
      ],
    ],
    [
      state({ h: [1, 1, null, null, null] }, 2),
      'the link has 1001 numbers at s.h[1]; at most 1000 are allowed',
      [[1, 2, 3], new Uint8Array(1001)],
    ],
    [
      { ...state({ n: 5, h: [1, 1, null, null, null] }, 1), n: 5, c: [[3, {}]] },
      'the link changes something before step 3, which has gone by',
      [[1, 2, 3], [0.5]],
    ],
    [state({}), 'the link holds 2 numbers of a model that has 3', [[1, 2]]],
    [
      state({ g: 1 }),
      'the link holds 2 numbers of a model that has 3',
      [
        [1, 2, 3],
        [1, 2],
      ],
    ],
    [state({ r: 1 }), 'the link holds the memory of another optimizer than SGD', [[1, 2, 3], [1]]],
  ];
  const rest: [object, string, Lists?][] = [
    [[1], must('it', '[1]', 'an object')],
    [{ ...base, z: 1 }, 'the link has "z" in it, which is not known'],
    [
      { ...base, x: ['data'] },
      must('x[0]', '"data"', 'one of loss, optimizer, schedule, stopWhen'),
    ],
    [
      { ...base, x: Array<string>(5).fill('loss') },
      must('x', '["loss","loss","loss","loss","loss"]', 'a list of 0 to 4 entries'),
    ],
    [{ ...base, e: 10_000_001 }, must('e', '10000001', whole(10_000_000))],
    [{ ...base, n: -1 }, must('n', '-1', whole())],
    [{ ...base, e: 2, l: 1 }, must('l', '1', whole(10_000_000, 2))],
    [{ ...base, f: 2 ** 32 }, must('f', '4294967296', whole(2 ** 32 - 1))],
    [{ ...base, i: 0 }, 'the link holds 2 numbers of a model that has 3', [[1, 2]]],
    [{ ...base, n: 5 }, 'the link says epoch 0, but its run is at epoch 2 then'],
    [
      { ...base, f: 1 },
      'the run of this link does not come out as it was when the link was made; it may be of another version of this page',
    ],
    [change(0, { data: 'blobs' }), 'the link changes to data that its model does not fit'],
    [change(0, 7, 0, 1), 'setParameter got the name "parameter 7"; the model has 0.weight, 0.bias'],
    [
      {
        ...layer(stack([{ t: 'Tanh' }, linear(2, 1), { t: 'Sigmoid' }]), 1),
        c: [[0, { kind: 'addLayer', at: 0 }]],
      },
      'the link changes the shape of Sequential(Tanh, Linear(2, 1), Sigmoid), which has none',
    ],
    [
      {
        ...base,
        c: [
          [0, { kind: 'addLayer', at: 0, units: 200 }],
          [0, { kind: 'addLayer', at: 0, units: 200 }],
        ],
      },
      "the link's model has 41001 parameters; at most 20000 are allowed",
    ],
  ];

  it.each(told<object>([...options, ...changes, ...data, ...layers, ...states, ...rest]))(
    '%s',
    (message, json, lists = []) => expectRefusal(() => open(link(json, lists)), message),
  );
});

describe('a record at its limits is read', () => {
  it.each<[string, object, Lists?]>([
    [
      'many layers',
      {
        m: [
          {
            t: 'Sequential',
            l: [...Array<object>(62).fill({ t: 'Tanh' }), { t: 'Linear', o: { nIn: 2, nOut: 1 } }],
          },
          0,
        ],
        o: { data: 'plane' },
      },
    ],
    [
      'a name of forty letters in the place of data',
      { x: ['loss', 'optimizer', 'schedule', 'stopWhen'] },
    ],
    [
      'rates beyond all bounds where they may be',
      { o: { speed: 'Infinity', stopWhen: { loss: '-Infinity' } } },
    ],
    ['the sign of a zero', { o: { points: 20, model: [2, 1], seed: '-0' } }],
  ])('%s', (_, more, lists) => {
    expect(open(link({ ...base, ...more }, lists)).getSnapshot()).toMatchObject({
      epoch: 0,
      status: 'idle',
    });
  });
});

it('a place that is far inside is cut in the message', () => {
  const deep = (depth: number): object =>
    depth ? { t: 'Sequential', l: [deep(depth - 1)] } : { t: 7 };
  expectRefusal(
    () => open(link({ ...base, m: [deep(20), 1] })),
    must(`m[0]${'.l[0]'.repeat(11)}.l…`, '7', 'a name of at most 40 letters'),
  );
});

it('a model is its author’s, or came of changes', () => {
  const model = { t: 'Sequential', l: [{ t: 'Linear', o: { nIn: 2, nOut: 1 } }, { t: 'Sigmoid' }] };
  for (const given of [0, 1]) {
    const { options } = open(link({ ...base, m: [model, given] }));
    expect(options.model instanceof Sequential).toBe(given === 1);
  }
});

it('layers come back with their options', () => {
  const layers = [
    { t: 'Features', o: { names: ['x', 'xy'] } },
    { t: 'Linear', o: { nIn: 2, nOut: 3 } },
    { t: 'LeakyReLU', o: { negativeSlope: 0.25 } },
    { t: 'LayerNorm', o: { features: 3, eps: 0.125 } },
    { t: 'ELU', o: { alpha: 0.5 } },
    { t: 'Dropout', o: { p: 0.75 } },
    { t: 'Linear', o: { nIn: 3, nOut: 1 } },
    { t: 'Sigmoid' },
  ];
  const { model } = open(link({ ...base, m: [{ t: 'Sequential', l: layers }, 1] }));
  expect(model.layers.map((layer) => [layer.type, layer.options()])).toEqual(
    layers.map(({ t, o = {} }) => [t, o]),
  );
});

it('a run of more points than a link has room for says so', () => {
  const data = datasets.moons({ n: 16_000 });
  expectRefusal(
    () => encodeRun(createTrainer({ data, model: [2, 1] })),
    'the link would have 362832 characters; the most is 300000. The run has too many points or changes for a link',
  );
});

it('as many changes as there may be are read', () => {
  const text = link({ ...base, c: Array.from({ length: 5000 }, () => [0, 0, 0, 0.5]) });
  expect(decodeRun(text).events).toHaveLength(5000);
});

describe('bytes as text', () => {
  it('is base64url without padding, with a checksum as in zip files', () => {
    const text = new TextEncoder();
    for (const [word, wanted] of [
      ['', ''],
      ['f', 'Zg'],
      ['fo', 'Zm8'],
      ['foo', 'Zm9v'],
      ['foobar', 'Zm9vYmFy'],
    ] as const) {
      expect(toBase64(text.encode(word))).toBe(wanted);
      expect([...fromBase64(wanted)]).toEqual([...text.encode(word)]);
    }
    expect(toBase64(Uint8Array.of(251, 255, 191))).toBe('-_-_');
    expect(checksum(text.encode('123456789'))).toBe(0xcbf43926);
    expect(checksum(new Uint8Array())).toBe(0);
  });

  it('writes numbers in the shortest way that holds all of them', () => {
    const lengthOf = (...values: number[]) => {
      const writer = new Writer();
      writer.list(values);
      const read = new Reader(writer.take()).list();
      expect([...read].map((value, i) => Object.is(value, values[i]))).not.toContain(false);
      return writer.take().length - 2;
    };
    expect([0, 1, 255].map((value) => lengthOf(value))).toEqual([1, 1, 1]);
    expect(
      [-1, 256, 32_767, -32_767, 0.5, 3276.7, 0.25, 327.67, 0.125, 0.0001].map((value) =>
        lengthOf(value),
      ),
    ).toEqual(Array<number>(10).fill(2));
    expect(
      [-0, 32_768, -32_768, 3276.75, 2 ** -20, Infinity, NaN].map((value) => lengthOf(value)),
    ).toEqual(Array<number>(7).fill(4));
    expect([0.1 + 0.2, 0.00001, 1e300].map((value) => lengthOf(value))).toEqual([8, 8, 8]);
    expect(lengthOf()).toBe(0);
    expect(lengthOf(1, 0.5, 0.1)).toBe(6);
    const writer = new Writer();
    for (const value of [0, 127, 128, 16_383, 16_384, 2 ** 41]) writer.whole(value);
    expect(writer.take()).toHaveLength(1 + 1 + 2 + 2 + 3 + 6);
    const reader = new Reader(writer.take());
    expect([1, 2, 3, 4, 5, 6].map(() => reader.whole())).toEqual([
      0,
      127,
      128,
      16_383,
      16_384,
      2 ** 41,
    ]);
    expect(reader.isAtEnd).toBe(true);
  });
});
