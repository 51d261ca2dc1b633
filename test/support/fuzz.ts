// Random cases for fuzz tests: how many, from which seed, and values that nobody should write.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PancakeError } from '../../src/engine';
import { cases } from './long';

declare const __FUZZ_SEED__: number;

/**
 * A test of a property on random cases: `all` in the long run, a share of them otherwise. Its name tells the
 * seed; `PANCAKE_SEED=7 npm run test:long` tries other cases.
 */
export function fuzz<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => void,
  { all = 10_000, share = 300 } = {},
): void {
  const numRuns = cases(all, share);
  it(`${name} (${numRuns} cases, seed ${__FUZZ_SEED__})`, () => {
    fc.assert(fc.property(arbitrary, check), { numRuns, seed: __FUZZ_SEED__ });
  });
}

/** What an author may write by mistake in the place of anything. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      undefined,
      null,
      true,
      false,
      NaN,
      Infinity,
      -Infinity,
      -0,
      -1,
      0.5,
      1e308,
      5e-324,
      2 ** 53,
    ],
    ...['', ' ', 'none', '__proto__', 'constructor', 'toString', '1', '[2, 1]'],
    ...[
      [],
      {},
      [[]],
      [null],
      Object.create(null),
      () => 1,
      new Date(0),
      new Map(),
      Symbol.iterator,
    ],
  ),
  fc.double(),
  fc.integer(),
  fc.string({ maxLength: 8 }),
  fc.array(fc.oneof(fc.integer({ min: -3, max: 12 }), fc.double(), fc.constant('4')), {
    maxLength: 5,
  }),
  fc.dictionary(fc.string({ maxLength: 5 }), fc.integer(), { maxKeys: 3 }),
);

/** Calls it; whatever it throws must be an error that tells its reader what to mend. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PancakeError)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
    expect(error.message.length).toBeLessThan(600);
    expect(error.message).not.toMatch(
      /\[object|\bundefined is not\b|Cannot read|is not a function/,
    );
    return undefined;
  }
}
