import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cos, erf, exp, expm1, log, log1p, powi, sin, tanh } from '../../src/engine/math';
import { cases } from '../support/long';
import { hashOf, ulps } from './helpers';

const any = fc.double({ noNaN: true });
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const runs = { numRuns: cases(30_000, 2000), seed: 1 };

// Both sides may be off by less than one unit, so that they may differ by one, rarely two. A hyperbolic tangent may be
// off by less than two units, on either side (fdlibm, s_tanh.c), so that they may differ by three.
function expectLike(own: (x: number) => number, builtIn: (x: number) => number, x: number): void {
  const most = own === tanh ? 3 : 2;
  expect(ulps(own(x), builtIn(x)), `at ${x}`).toBeLessThanOrEqual(most);
}

describe.each([
  ['exp', exp, Math.exp, between(-760, 720)],
  ['expm1', expm1, Math.expm1, between(-60, 720)],
  ['log', log, Math.log, between(0, Number.MAX_VALUE)],
  ['log1p', log1p, Math.log1p, between(-1, 10)],
  ['tanh', tanh, Math.tanh, between(-25, 25)],
  ['sin', sin, Math.sin, between(-1e5, 1e5)],
  ['cos', cos, Math.cos, between(-1e5, 1e5)],
] as const)('%s', (_name, own, builtIn, usual) => {
  it('agrees with the built-in function where it is used most', () => {
    fc.assert(
      fc.property(usual, (x) => expectLike(own, builtIn, x)),
      runs,
    );
  });

  it('agrees with the built-in function near zero', () => {
    fc.assert(
      fc.property(between(-2, 2), (x) => expectLike(own, builtIn, x)),
      runs,
    );
  });

  it('agrees with the built-in function for numbers of every size', () => {
    fc.assert(
      fc.property(any, (x) => expectLike(own, builtIn, x)),
      runs,
    );
  });

  it.each([0, -0, Infinity, -Infinity, NaN, 5e-324, -5e-324, 2e-308, -2e-308])(
    'gives exactly what the built-in function gives at %s',
    (x) => {
      expect(own(x)).toBe(builtIn(x));
    },
  );
});

// The nearest float64 to the true value, computed with 300 or more bits.
describe('against values of high precision', () => {
  it.each([
    [0.5, 1.6487212707001282, 0.6487212707001282],
    [1, 2.718281828459045, 1.7182818284590453],
    [-1, 0.36787944117144233, -0.6321205588285577],
    [10, 22026.465794806718, 22025.465794806718],
    [-10, 4.5399929762484854e-5, -0.9999546000702375],
    [100, 2.6881171418161356e43, 2.6881171418161356e43],
    [-100, 3.720075976020836e-44, -1],
    [700, 1.0142320547350045e304, 1.0142320547350045e304],
    [-700, 9.85967654375977e-305, -1],
    [709.7, 1.6549840276802644e308, 1.6549840276802644e308],
    [-744, 1e-323, -1],
    [-745.1, 5e-324, -1],
    [1e-10, 1.0000000001, 1.00000000005e-10],
  ])('exp and expm1 of %s', (x, expX, expm1X) => {
    expect(ulps(exp(x), expX)).toBeLessThanOrEqual(1);
    expect(ulps(expm1(x), expm1X)).toBeLessThanOrEqual(1);
  });

  it.each([
    [5e-324, -744.4400719213812, 5e-324],
    [1e-310, -713.8013788281542, 1e-310],
    [2.2250738585072014e-308, -708.3964185322641, 2.2250738585072014e-308],
    [1e-10, -23.025850929940457, 9.999999999500001e-11],
    [0.5, -0.6931471805599453, 0.4054651081081644],
    [0.7, -0.35667494393873245, 0.5306282510621704],
    [0.999999, -1.000000500029089e-6, 0.6931466805598203],
    [1.000001, 9.999994999180668e-7, 0.6931476805598202],
    [1.4142135623730951, 0.3465735902799727, 0.881373587019543],
    [10, 2.302585092994046, 2.3978952727983707],
    [1e10, 23.025850929940457, 23.025850930040455],
    [Number.MAX_VALUE, 709.782712893384, 709.782712893384],
  ])('log and log1p of %s', (x, logX, log1pX) => {
    expect(ulps(log(x), logX)).toBeLessThanOrEqual(1);
    expect(ulps(log1p(x), log1pX)).toBeLessThanOrEqual(1);
  });

  it.each([
    [22, -0.008851309290403876, -0.9999608263946371],
    [355, -3.014435335948845e-5, -0.999999999545659],
    [Math.PI, 1.2246467991473532e-16, -1],
    [Math.PI / 2, 1, 6.123233995736766e-17],
    [1e5, 0.03574879797201651, -0.9993608074382124],
    [1.5e6, 0.5109987142462677, -0.8595814760909295],
    [1647098.9, -0.41611193049957335, 0.9093134010317445],
    [1647099.5, 0.1700049719114738, 0.9854432046167749],
    [1e9, 0.5458434494486996, 0.8378871813639024],
    [1e15, 0.8582727931702359, -0.5131937377869703],
    [1e22, -0.8522008497671888, 0.523214785395139],
    [1e100, -0.3806377310050287, 0.9247242387519338],
    [1e300, -0.8178819121159085, -0.5753861119575491],
    // The float64 number that lies nearest to a multiple of π/2.
    [5.319372648326541e255, 1, -4.687165924254628e-19],
    [Number.MAX_VALUE, 0.004961954789184062, -0.9999876894265599],
  ])('sin and cos of %s', (x, sinX, cosX) => {
    expect(ulps(sin(x), sinX)).toBeLessThanOrEqual(1);
    expect(ulps(cos(x), cosX)).toBeLessThanOrEqual(1);
    expect(sin(-x)).toBe(-sin(x));
    expect(cos(-x)).toBe(cos(x));
  });

  it.each([
    [1e-320, 1.1284e-320],
    [1e-300, 1.1283791670955126e-300],
    [1e-10, 1.1283791670955126e-10],
    [0.1, 0.1124629160182849],
    [0.25, 0.27632639016823696],
    [0.5, 0.5204998778130465],
    [0.84, 0.7651427114549945],
    [0.84375, 0.7672256612323416],
    [0.9, 0.7969082124228322],
    [1, 0.8427007929497149],
    [1.2, 0.9103139782296353],
    [1.25, 0.9229001282564583],
    [1.5, 0.9661051464753108],
    [2, 0.9953222650189527],
    [2.5, 0.999593047982555],
    [2.857, 0.9999466417399131],
    [2.86, 0.9999475988269556],
    [3, 0.9999779095030014],
    [3.5, 0.9999992569016276],
    [4, 0.9999999845827421],
    [5, 0.9999999999984626],
    [5.9, 0.9999999999999999],
    [5.99, 1],
  ])('erf of %s', (x, expected) => {
    expect(ulps(erf(x), expected)).toBeLessThanOrEqual(1);
    expect(erf(-x)).toBe(-erf(x));
  });
});

describe('erf', () => {
  it('is exact at zero, at the infinities and for NaN', () => {
    expect([0, -0, Infinity, -Infinity, NaN].map(erf)).toEqual([0, -0, 1, -1, NaN]);
  });

  it('never falls as x rises', () => {
    let last = -1;
    for (let x = -6.5; x <= 6.5; x += 1 / 512) {
      expect(erf(x)).toBeGreaterThanOrEqual(last - 1.2e-16);
      last = erf(x);
    }
  });
});

describe('identities', () => {
  it('log takes back what exp does', () => {
    fc.assert(
      fc.property(between(-700, 700), (x) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(1e-15 + 2.3e-16 * Math.abs(x));
      }),
      runs,
    );
  });

  it('sin² + cos² is 1 for an argument of any size', () => {
    fc.assert(
      fc.property(any, (x) => {
        if (!Number.isFinite(x)) return;
        expect(Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1)).toBeLessThanOrEqual(5e-16);
      }),
      runs,
    );
  });

  it('sin and cos agree with the built-in ones around multiples of π/2', () => {
    for (let n = -3000; n <= 3000; n++) {
      const x = (n * Math.PI) / 2;
      expectLike(sin, Math.sin, x);
      expectLike(cos, Math.cos, x);
    }
  });
});

describe('powi', () => {
  it.each([
    [2, 0, 1],
    [2, 10, 1024],
    [-3, 3, -27],
    [0, 0, 1],
    [0.5, 1074, 5e-324],
    [10, 22, 1e22],
  ])('%s to the power %s is %s', (x, n, expected) => {
    expect(powi(x, n)).toBe(expected);
  });

  it('stays close to the true power for many factors', () => {
    const relative = powi(0.999, 100_000) / Math.pow(0.999, 100_000) - 1;
    expect(Math.abs(relative)).toBeLessThan(1e-11);
  });
});

describe('the same bits on every machine', () => {
  it.each([
    ['exp', exp, '7d318a92'],
    ['expm1', expm1, '196d3294'],
    ['log', (x: number) => log(Math.abs(x)), 'c38e428c'],
    ['log1p', (x: number) => log1p(Math.abs(x)), '75e0a2e4'],
    ['tanh', tanh, 'c51800bb'],
    ['sin', sin, 'ed786555'],
    ['cos', cos, '28913f0a'],
    ['erf', erf, 'a266b1ea'],
  ] as const)('%s', (_name, f, hash) => {
    const values = Array.from({ length: 4001 }, (_, i) => f((i - 2000) / 7 + 1 / 1024));
    expect(hashOf(values)).toBe(hash);
  });
});
