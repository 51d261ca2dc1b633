// What the unit tests import of Vitest, for a process that is not Vitest's: its own parts, put together.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  chai,
  customMatchers,
  getState,
  setState,
} from '@vitest/expect';
import { fn, spyOn } from '@vitest/spy';

export {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  it,
  onTestFinished,
  test,
} from '@vitest/runner';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const expect = Object.assign(
  (/** @type {unknown} */ value, /** @type {string | undefined} */ message) =>
    chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
  {
    getState: () => getState(expect),
    setState: (/** @type {object} */ state) => setState(state, expect),
    extend: (/** @type {object} */ matchers) => chai.expect.extend(expect, matchers),
  },
);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);

/** The lines of a value, in any order: a snapshot differs from JSON in order, spaces and commas at an end. */
const bare = (/** @type {string} */ text) =>
  text
    .split(/[\s,{}]+/)
    .sort()
    .join();

expect.extend({
  ...customMatchers,
  toMatchInlineSnapshot: (/** @type {unknown} */ received, /** @type {string} */ snapshot) => ({
    pass: bare(JSON.stringify(received, null, 1)) === bare(snapshot),
    message: () => `expected ${JSON.stringify(received)} to be ${snapshot}`,
  }),
});

export const vi = { fn, spyOn };
