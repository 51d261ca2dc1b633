// Collects tests with Vitest's own runner, and runs one of them at a time.
import { TestStatus } from '@stryker-mutator/api/test-runner';
import { collectTests, getFn, getHooks } from '@vitest/runner';
import { slow } from './bundle.mjs';

/**
 * @typedef {object} Test
 * @property {string} id
 * @property {string} name
 * @property {string} file
 * @property {import('@vitest/runner').Test} task
 * @typedef {readonly (readonly [file: string, load: () => Promise<unknown>])[]} Files
 */

const timeout = 600_000;
const config = {
  root: process.cwd(),
  setupFiles: [],
  sequence: { hooks: 'stack', setupFiles: 'list', shuffle: false, concurrent: false, seed: 1 },
  allowOnly: false,
  passWithNoTests: true,
  testTimeout: timeout,
  hookTimeout: timeout,
  retry: 0,
  maxConcurrency: 1,
  tags: [],
};

/** Whether a test is left out, by its name. */
const isSlow = (/** @type {string} */ name) => slow.some((end) => name.endsWith(end));

/** Suites whose `beforeAll` has been called. */
const begun = new WeakSet();

/**
 * @param {Files} files
 * @returns {Promise<Test[]>}
 */
export async function collect(files) {
  const loads = new Map(files);
  const trace = (/** @type {unknown} */ _, /** @type {any} */ ...rest) => rest.at(-1)();
  const importFile = (/** @type {string} */ file) => loads.get(file)?.();
  const tree = await collectTests([...loads.keys()], { config, importFile, trace });
  // Short, as Stryker tells of each mutant which tests meet it, in one text for all of them.
  let count = 0;
  return tree.flatMap((file) => {
    if (file.result?.errors?.length)
      throw new Error(`${file.filepath}: ${file.result.errors[0].message}`);
    const tasks = testsIn(file).filter((task) => !isSlow(task.name));
    return tasks.map((task) => {
      const name = namesOf(task).join(' ');
      return { id: (count++).toString(36), name, file: file.filepath, task };
    });
  });
}

/** @returns {import('@vitest/runner').Test[]} */
const testsIn = (/** @type {any} */ { tasks }) =>
  tasks.flatMap((/** @type {any} */ one) => {
    if (one.type !== 'test') return testsIn(one);
    return one.mode === 'skip' || one.mode === 'todo' ? [] : [one];
  });

const suitesOf = (/** @type {any} */ { suite, file }) => {
  const suites = [];
  for (let one = suite; one; one = one.suite) suites.unshift(one);
  return suites[0] === file ? suites : [file, ...suites];
};

const namesOf = (/** @type {any} */ task) =>
  [...suitesOf(task).slice(1), task].map(({ name }) => name);

/** Fails when a test waits for what never comes. */
async function within(/** @type {number} */ limit, /** @type {Promise<unknown>} */ work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const end = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${limit} ms.`)), limit);
  });
  await Promise.race([work, end]).finally(() => clearTimeout(timer));
}

/** How long this process has worked, in milliseconds: what else the machine does is no part of it. */
export const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * @param {Test} test
 * @param {number} [limit] in milliseconds
 * @returns {Promise<import('@stryker-mutator/api/test-runner').TestResult>}
 */
export async function runTest({ id, name, file, task }, limit = timeout) {
  const start = worked();
  let error;
  /** @type {unknown[]} */
  const cleanUps = [];
  const suites = suitesOf(task);
  try {
    for (const suite of suites) {
      if (begun.has(suite)) continue;
      begun.add(suite);
      for (const hook of getHooks(suite).beforeAll) await hook(task.context, suite);
    }
    for (const suite of suites) {
      for (const hook of getHooks(suite).beforeEach) cleanUps.push(await hook(task.context, suite));
    }
    await within(limit, getFn(task)());
  } catch (reason) {
    error = reason ?? new Error('Something was thrown that is nothing.');
  }
  for (const suite of suites.reverse()) {
    for (const hook of getHooks(suite).afterEach) {
      try {
        await hook(task.context, suite);
      } catch (reason) {
        error ??= reason;
      }
    }
  }
  for (const cleanUp of cleanUps) if (typeof cleanUp === 'function') await cleanUp();
  const result = { id, name, fileName: file, timeSpentMs: Math.round(worked() - start) };
  if (error === undefined) return { ...result, status: TestStatus.Success };
  if (error.code === 'VITEST_PENDING') return { ...result, status: TestStatus.Skipped };
  const failureMessage = error instanceof Error ? error.message : String(error);
  return { ...result, status: TestStatus.Failed, failureMessage };
}
