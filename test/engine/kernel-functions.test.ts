// The kernels' exponential, logarithm and what is made of them, beside values of 1300 places.
import { describe, expect, it } from 'vitest';
import { Arena, Softplus, createRng } from '../../src/engine';
import { activationKinds } from '../../src/engine/kernels';
import { exp, log, sigmoid, tanh } from '../../src/engine/math';

// True values are whole multiples of 2^−1300. So is every float64, with 226 bits to spare.
const places = 1300n;
const one = 1n << places;

/** A float64, exactly. */
function exactly(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(x));
  const bits = view.getBigUint64(0);
  const [exponent, fraction] = [bits >> 52n, bits & 0xfffffffffffffn];
  const size = exponent ? (fraction | (1n << 52n)) << (exponent - 1n) : fraction;
  return (x < 0 ? -size : size) << (places - 1074n);
}

// ln 2 = Σ 2 / (n 3ⁿ) over odd n.
let ln2 = 0n;
for (let n = 1n, power = (2n * one) / 3n; power; n += 2n, power /= 9n) ln2 += power / n;

/** e^x: with x = k ln 2 + 2^16 r, the series of e^r, squared 16 times. */
function expOf(x: bigint): bigint {
  const k = x / ln2 - (x < 0n ? 1n : 0n);
  const r = (x - k * ln2) >> 16n;
  let sum = 0n;
  for (let term = one, n = 1n; term; term = ((term * r) >> places) / n++) sum += term;
  for (let i = 0; i < 16; i++) sum = (sum * sum) >> places;
  return k < 0n ? sum >> -k : sum << k;
}

/** log x: one step of Halley's from a guess with 40 right bits gives 120, from 50 it gives 150. */
function logOf(x: bigint, guess: number): bigint {
  const y = exactly(guess);
  const e = expOf(y);
  return y + ((2n * (x - e)) << places) / (x + e);
}

const quotient = (a: bigint, b: bigint) => (a << places) / b;

/** The true values. Only where they are not plain to see: 0 < |x| < 1000. */
const truth = {
  exp: (x: number) => expOf(exactly(x)),
  log: (x: number) => logOf(exactly(x), Math.log(x)),
  tanh(x: number) {
    const e = expOf(2n * exactly(x));
    return quotient(e - one, e + one);
  },
  sigmoid(x: number) {
    const e = expOf(exactly(x));
    return quotient(e, one + e);
  },
  softplus(x: number) {
    const size = -Math.abs(x);
    const rest = logOf(one + expOf(exactly(size)), Math.log1p(Math.exp(size)));
    return x > 0 ? exactly(x) + rest : rest;
  },
};

/** How far a float64 is from a true value, in units of the value's last place. */
function distance(value: number, from: bigint): number {
  const size = from < 0n ? -from : from;
  const last = Math.max(size.toString(2).length - 53, Number(places) - 1074);
  if (!Number.isFinite(value)) return last > Number(places) + 970 ? 0 : Infinity;
  const off = exactly(value) - from;
  return Number(((off < 0n ? -off : off) << 20n) >> BigInt(last)) / 2 ** 20;
}

/** The numbers nearest to this one, on both sides. */
function around(x: number, count = 30): number[] {
  const view = new DataView(new ArrayBuffer(8));
  return Array.from({ length: 2 * count + 1 }, (_, i) => {
    view.setFloat64(0, x);
    view.setBigInt64(0, view.getBigInt64(0) + BigInt(i - count));
    return view.getFloat64(0);
  });
}

// Every power of two from the smallest to the largest, and two numbers between it and the next.
const rng = createRng(1);
const everySize = Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074)).flatMap((power) => [
  power,
  power * (1 + rng.next()),
  power * (1 + rng.next()),
]);
const spread = (most: number, count: number) =>
  Array.from({ length: count }, () => most * (2 * rng.next() - 1));
// Where the exponential goes from one multiple of ln 2 to the next.
const steps = Array.from({ length: 2100 }, (_, i) => around((i - 1074.5) * Math.LN2, 1)).flat();
const bothSigns = (values: number[]) => values.flatMap((x) => [x, -x]);

const below1000 = everySize.filter((x) => x < 1000);
const overflow = 709.782712893384;
const underflow = -745.1332191019411;
const smallestNormal = -708.3964185322641;
const ofExp = [
  ...bothSigns(below1000),
  ...[overflow, underflow, smallestNormal, -744.4400719213812].flatMap((x) => around(x)),
  ...steps,
  ...spread(750, 1500),
];
const ofLog = [
  ...everySize,
  ...[1, Math.SQRT1_2, Math.SQRT2, 0.5, 2, 2 ** -1022, 10, Math.E].flatMap((x) => around(x)),
  ...spread(1, 500).map((x) => 1.5 + x),
].filter((x) => x !== 1);
const edges = [
  0.20437852275530277,
  0.17,
  0.25,
  0.625,
  1,
  2,
  10,
  19,
  20,
  22,
  37,
  Math.LN2,
  0.4142135,
  0.8813735870195429,
];
const ofRest = bothSigns([
  ...below1000,
  ...edges.flatMap((x) => around(x, 8)),
  ...[overflow, -underflow, -smallestNormal].flatMap((x) => around(x, 4)),
  ...steps.filter((x) => x > 0 && x < 40),
  ...spread(20, 500).map(Math.abs),
  ...Array.from({ length: 5000 }, () => 2 ** (3 - 8 * rng.next())),
]);

const special = [0, -0, Infinity, -Infinity, NaN, 5e-324, -5e-324, 1e300, -1e300];

interface Case {
  name: keyof typeof truth;
  /** As the sources of the kernels count; exp and log are no activations, and there for this test. */
  kind: number;
  /** The same function in TypeScript. */
  own: (x: number) => number;
  /** How many units in the last place it may be off. */
  limit: number;
  inputs: readonly number[];
  /** What it makes of the special inputs. */
  specials: readonly number[];
}

const softplus = new Softplus();
const cases: Case[] = [
  {
    name: 'exp',
    kind: 7,
    own: exp,
    limit: 2,
    inputs: ofExp,
    specials: [1, 1, Infinity, 0, NaN, 1, 1, Infinity, 0],
  },
  {
    name: 'log',
    kind: 8,
    own: log,
    limit: 2,
    inputs: ofLog,
    specials: [
      ...[-Infinity, -Infinity, Infinity, NaN, NaN],
      ...[-744.4400719213812, NaN, 690.7755278982137, NaN],
    ],
  },
  {
    name: 'tanh',
    kind: activationKinds.tanh,
    own: tanh,
    limit: 2,
    inputs: ofRest,
    specials: [0, -0, 1, -1, NaN, 5e-324, -5e-324, 1, -1],
  },
  {
    // An exponential, a sum and a quotient, each of them rounded.
    name: 'sigmoid',
    kind: activationKinds.sigmoid,
    own: sigmoid,
    limit: 2.5,
    inputs: ofRest,
    specials: [0.5, 0.5, 1, 0, NaN, 0.5, 0.5, 1, 0],
  },
  {
    name: 'softplus',
    kind: activationKinds.softplus,
    own: (x) => softplus.value(x),
    limit: 2,
    inputs: ofRest,
    specials: [Math.LN2, Math.LN2, Infinity, 0, NaN, Math.LN2, Math.LN2, 1e300, 0],
  },
];

/** What the kernel of this kind makes of these numbers. */
function computed(kind: number, inputs: readonly number[]): Float64Array {
  const arena = new Arena();
  const [x, y] = [arena.tensor([inputs.length]), arena.tensor([inputs.length])];
  expect(y.home.name).toBe('wasm');
  x.data.set(inputs);
  const never = () => NaN;
  y.home.activate({ kind, constant: 0, value: never, slope: never }, y, x);
  return y.data;
}

describe('the true values', () => {
  it.each<[Case['name'], number, number]>([
    ['exp', 1, 2.718281828459045],
    ['exp', -1, 0.36787944117144233],
    ['exp', 700, 1.0142320547350045e304],
    ['exp', -700, 9.85967654375977e-305],
    ['exp', 709.7, 1.6549840276802644e308],
    ['exp', -744, 1e-323],
    ['exp', -745.1, 5e-324],
    ['log', 5e-324, -744.4400719213812],
    ['log', 2.2250738585072014e-308, -708.3964185322641],
    ['log', 0.999999, -1.000000500029089e-6],
    ['log', 1.000001, 9.999994999180668e-7],
    ['log', 1.4142135623730951, 0.3465735902799727],
    ['log', Number.MAX_VALUE, 709.782712893384],
    ['tanh', 0.5, 0.46211715726000974],
    ['sigmoid', -700, 9.85967654375977e-305],
    ['softplus', -744, 1e-323],
  ])('round to the known ones: the %s of %d is %d', (name, x, known) => {
    expect(distance(known, truth[name](x))).toBeLessThanOrEqual(0.5);
  });
});

describe.each(cases)('$name', ({ name, kind, own, limit, inputs, specials }) => {
  it(`is off by ${limit} units in the last place at most, for numbers of every size`, () => {
    const values = computed(kind, inputs);
    const off = inputs.map((x, i) => ({ x, by: distance(values[i]!, truth[name](x)) }));
    expect(off.filter(({ by }) => !(by <= limit))).toEqual([]);
  });

  it('gives the same bits as plain TypeScript', () => {
    const values = computed(kind, inputs);
    expect(inputs.filter((x, i) => !Object.is(values[i], own(x)))).toEqual([]);
  });

  it('is exact where nothing else will do', () => {
    expect([...computed(kind, special)]).toEqual(specials);
    expect(special.map(own)).toEqual(specials);
  });
});
