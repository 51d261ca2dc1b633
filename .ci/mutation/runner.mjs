// The test runner of `npm run test:mutation`: keeps all unit tests loaded in one process, as one bundle with the
// instrumented sources, and switches mutants on and off. A mutant takes as long as the tests that meet it, the
// likeliest first, up to the first failure. With a process or a worker for each, all of them would take days.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { bundleTests, specialists } from './bundle.mjs';
import { collect, runTest, worked } from './tests.mjs';

/**
 * @typedef {import('./tests.mjs').Test} Test
 * @typedef {import('@stryker-mutator/api/test-runner').TestResult} TestResult
 * @typedef {import('@stryker-mutator/api/test-runner').MutantRunOptions} MutantRunOptions
 */

// How long a mutant is looked for, in seconds of work, by the likeliest tests first. One that is not found by then
// counts as survived, so that the score is a floor.
const patience = 1000 * Number(process.env.PANCAKE_PATIENCE || Infinity);
if (!(patience > 0))
  throw new Error(`PANCAKE_PATIENCE is not a number of seconds: ${process.env.PANCAKE_PATIENCE}`);

// In the working folder, which is Stryker's copy of the repository.
const timesFile = () => path.resolve('mutation-times.json');

/** What the instrumented sources look at to know which mutant is on. */
const switches = () => (globalThis.__stryker__ ??= {});

/**
 * Turns a mutant on, and ends what it made endless: every changed place of the sources asks which mutant is on, so
 * a loop that goes on and on is thrown out at the next of them. Its time is the processor's, which other work on the
 * machine does not use up.
 */
class Clock {
  /** When the present test is over, in milliseconds of this process's work. */
  end = Infinity;
  over = false;
  passed = 0;

  constructor(/** @type {string} */ mutant, /** @type {number | undefined} */ hitLimit) {
    const ns = switches();
    ns.hitCount = 0;
    ns.hitLimit = hitLimit ?? Infinity;
    Object.defineProperty(ns, 'activeMutant', { configurable: true, get: () => this.look(mutant) });
  }

  start(/** @type {number} */ limit) {
    this.end = worked() + limit;
  }

  look(/** @type {string} */ mutant) {
    if (++this.passed % 1024 === 0 && worked() > this.end) {
      this.over = true;
      throw new Error('The mutant made a test go on and on.');
    }
    return mutant;
  }

  stop() {
    const ns = switches();
    const { hitCount } = ns;
    Object.defineProperty(ns, 'activeMutant', { configurable: true, writable: true });
    ns.activeMutant = ns.hitCount = undefined;
    return hitCount;
  }
}

class WarmRunner {
  constructor() {
    this.loads = 0;
    /** Whether no mutant was on since the tests were loaded. */
    this.untouched = true;
    /** @type {Map<string, Test>} */
    this.tests = new Map();
    /** @type {Map<string, Map<string, number>>} of each source, how often which tests failed, lately above all */
    this.failures = new Map();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // What is thrown out of a timer belongs to no test, and must not take the process along.
    process.on('uncaughtException', () => {});
    this.bundle = await bundleTests();
  }

  /** Loads the tests, and the sources with them, anew: modules remember things. */
  async load() {
    const { files } = await import(`${pathToFileURL(this.bundle).href}?${++this.loads}`);
    this.tests = new Map((await collect(files)).map((test) => [test.id, test]));
    this.untouched = true;
  }

  /** @param {import('@stryker-mutator/api/test-runner').DryRunOptions} options */
  async dryRun({ testFiles }) {
    const ns = switches();
    ns.activeMutant = ns.currentTestId = ns.mutantCoverage = undefined;
    await this.load();
    const named = testFiles?.map((file) => path.resolve(file));
    const chosen = [...this.tests.values()].filter(
      ({ file }) => !named || named.includes(path.resolve(file)),
    );
    /** @type {TestResult[]} */
    const tests = [];
    for (const test of chosen) {
      ns.currentTestId = test.id;
      tests.push(await runTest(test));
    }
    ns.currentTestId = undefined;
    const times = Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    writeFileSync(timesFile(), JSON.stringify(times));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: ns.mutantCoverage };
  }

  /** @param {MutantRunOptions} options */
  async mutantRun(options) {
    const ofLoading = options.mutantActivation === 'static';
    if (ofLoading) switches().activeMutant = options.activeMutant.id;
    if (ofLoading || this.tests.size === 0) await this.load();
    let { result, failed } = await this.tryOut(options);
    // A mutant may leave something behind that fails other tests later. It must not pass for their merit.
    if (ofLoading || (failed && (await runTest(failed)).status === TestStatus.Failed)) {
      const { untouched } = this;
      await this.load();
      if (!ofLoading && !untouched) {
        ({ result } = await this.tryOut(options));
        await this.load();
      }
    }
    this.untouched = false;
    return result;
  }

  /** @param {MutantRunOptions} options */
  async tryOut({ activeMutant, testFilter, hitLimit, disableBail, sandboxFileName }) {
    const clock = new Clock(activeMutant.id, hitLimit);
    /** @type {TestResult[]} */
    const tests = [];
    /** @type {Test | undefined} */
    let failed;
    const place = path.relative(process.cwd(), sandboxFileName);
    const begin = worked();
    for (const test of this.likeliestFirst(testFilter, place)) {
      if (worked() - begin > patience) break;
      const limit = 1000 + 4 * (this.times?.[test.id] ?? 0);
      clock.start(limit);
      const result = await runTest(test, 10 * limit);
      tests.push(result);
      if (result.status === TestStatus.Failed) failed ??= test;
      if (failed && !disableBail) break;
    }
    if (failed) this.remember(failed, place);
    const hitCount = clock.stop();
    const tooLong = clock.over
      ? { status: DryRunStatus.Timeout, reason: 'A test went on and on.' }
      : determineHitLimitReached(hitCount, hitLimit);
    const result = toMutantRunResult(tooLong ?? { status: DryRunStatus.Complete, tests });
    return { result, failed };
  }

  /**
   * The tests by their chance to fail for what they cost: what failed for a change of the same file may well fail
   * again, the more so if it was one of the last, as mutants come about in the order of the lines.
   *
   * @param {string[] | undefined} ids those that meet the mutant
   * @param {string} place the source that the mutant is in
   */
  likeliestFirst(ids, place) {
    this.times ??= existsSync(timesFile()) ? JSON.parse(readFileSync(timesFile(), 'utf8')) : {};
    const { times } = this;
    const all = (ids ?? Object.keys(times))
      .map((id) => this.tests.get(id))
      .filter((test) => test !== undefined);
    const fitting = all.filter(
      ({ file }) => specialists[file]?.some((part) => place.includes(part)) ?? true,
    );
    const failures = this.failures.get(place);
    const promise = (/** @type {Test} */ { id }) =>
      (0.01 + (failures?.get(id) ?? 0)) / (1 + (times[id] ?? 0));
    return (fitting.length > 0 ? fitting : all)
      .map((test) => ({ test, promise: promise(test) }))
      .sort((a, b) => b.promise - a.promise)
      .map(({ test }) => test);
  }

  /** @param {Test} failed @param {string} place */
  remember({ id }, place) {
    const before = [...(this.failures.get(place) ?? [])];
    const failures = new Map(before.map(([one, weight]) => [one, 0.9 * weight]));
    this.failures.set(place, failures.set(id, (failures.get(id) ?? 0) + 1));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'warm', WarmRunner)];
