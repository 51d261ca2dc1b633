// The challenges' checks, in the real sandbox: right code passes, and each typical mistake hears what it is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  challengeIn,
  challenges as sources,
  openHoles,
  type Challenge,
  type ChallengeName,
} from '../../src/components/code-challenge/challenges';
import { askAll, type Check } from '../../src/components/code-challenge/checks/check';
import { questionsOf } from '../../src/components/code-challenge/checks/questions';
import { defaultLabels } from '../../src/components/code-challenge/labels';
import { train } from '../../src/components/code-challenge/run/train';
import { Sandbox } from '../../src/sandbox';

const challenges = Object.fromEntries(
  Object.values(sources).map((source) => [source.name, challengeIn(source, defaultLabels)]),
) as Record<ChallengeName, Challenge>;

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.close());

async function check(name: ChallengeName, code: string): Promise<Check[]> {
  const { defines } = challenges[name];
  const program = await sandbox.start(code, defines);
  return askAll(questionsOf(name, program, defaultLabels));
}

/** What the first failed check says of the solution with a piece of it exchanged. */
async function complaint(name: ChallengeName, right: string, wrong: string): Promise<string> {
  // In one line comments would swallow the rest, so they go first.
  const code = challenges[name].solution.replace(/\/\/.*$/gm, '').replace(/\s+/g, ' ');
  expect(code).toContain(right);
  const failed = (await check(name, code.replace(right, wrong))).find(
    ({ state }) => state === 'failed',
  );
  return failed?.message ?? 'no complaint';
}

const names = Object.keys(challenges) as ChallengeName[];

describe.each(names)('%s', (name) => {
  it('passes with its solution, every check of it', async () => {
    const checks = await check(name, challenges[name].solution);
    expect(checks.filter(({ state }) => state !== 'passed')).toEqual([]);
    expect(checks.length).toBeGreaterThan(2);
  });

  it('has holes in its code, and none in its solution', () => {
    expect(openHoles(challenges[name].code).length).toBeGreaterThan(1);
    expect(openHoles(challenges[name].solution)).toEqual([]);
  });

  it('trains with the solution, and learns', async () => {
    const { defines, solution, run } = challenges[name];
    const program = await sandbox.start(solution, defines);
    const { trainer, ending } = await train(
      program,
      run,
      () => performance.now(),
      () => {},
    );
    expect(ending).toBeNull();
    const before = trainer.getSnapshot().loss;
    trainer.step('epoch', run.epochs);
    const after = trainer.getSnapshot();
    expect(after.epoch).toBe(run.epochs);
    expect(after.loss).toBeLessThan(0.7 * before);
    expect(after.accuracy).toBeGreaterThan(0.9);
  });
});

const mistakes: Record<string, readonly [string, string, RegExp][]> = {
  linear: [
    ['this.b[o])', '0)', /lacks the bias/],
    ['this.b[o])', '-this.b[o])', /bias subtracted/],
    ['weight * row[i]', 'weight * row[i] + this.b[o]', /the output/],
    ['weight * row[i]', 'weight * row[o]', /the output\[0\]\[0\] is .* it must be/],
    ['weight * row[i]', 'weight * row[i + 1]', /NaN: .* beyond the end of a list/],
    ['return x.map((row)', 'x.map((row)', /the output is undefined; is a return missing/],
    ['+= d * this.input[n][i]', '= d * this.input[n][i]', /last point’s share alone/],
    [
      '+= d * this.input[n][i]',
      '+= (d * this.input[n][i]) / dOut.length',
      /grad_w has the right shape but is 4 times too small: sum over the batch/,
    ],
    ['+= d * this.input[n][i]', '-= d * this.input[n][i]', /grad_w has the wrong sign everywhere/],
    ['+= d * this.input[n][i]', '+= this.input[n][i]', /sum of the inputs alone/],
    ['+= d * this.input[n][i]', '+= d', /sum of dObj\/dOut alone/],
    ['+= d * this.input[n][i]', '+= d * this.w[o][i]', /weight as a factor/],
    ['this.grad_b[o] += d', 'this.grad_b[o] = d', /grad_b holds the last point’s share alone/],
    ['this.grad_b[o] += d', 'this.grad_b[o] += 1', /counts the points/],
    ['this.grad_b[o] += d', 'this.grad_b[o] += 0', /still zero everywhere/],
    ['sum + d * this.w[o][i]', 'sum + this.w[o][i]', /sum of the weights alone/],
    ['sum + d * this.w[o][i]', 'sum + d', /sum of dObj\/dOut alone/],
    [
      'row.reduce((sum, d, o) => sum + d * this.w[o][i], 0)',
      'row[0] * this.w[0][i]',
      /only the first output/,
    ],
    [
      'return dOut.map((row) =>',
      'return dOut; dOut.map((row) =>',
      /dObj\/dIn has the shape \[4, 2\]; it must have \[4, 3\]/,
    ],
  ],
  square: [
    ['v * v', '2 * v', /is 2x/],
    ['d * 2 * this.input[n][i]', '2 * this.input[n][i]', /slope 2x alone/],
    ['d * 2 * this.input[n][i]', 'd * this.input[n][i]', /half of what it must be/],
    ['d * 2 * this.input[n][i]', 'd', /as it came in/],
    ['d * 2 * this.input[n][i]', 'd * 2', /uses the slope 2/],
  ],
  mul: [
    ['this.k[0] * v', 'this.k[0] + v', /k \+ x/],
    ['+= d * this.input[n][i]', '+= d', /sum of dObj\/dOut alone/],
    ['+= d * this.input[n][i]', '= d * this.input[n][i]', /last number’s share alone/],
    ['d * this.k[0]', 'this.k[0]', /k alone/],
  ],
  optimizer: [
    ['v - this.lr * g', 'v + this.lr * g', /up the slope/],
    ['v - this.lr * g', 'v - g', /whole gradient/],
    ['v - this.lr * g', 'v', /has not changed/],
    ['v - this.lr * g', '-this.lr * g', /holds only the step/],
    ['() => 0', '(v) => v', /is still there/],
  ],
  'training-loop': [
    ['model.zeroGrad();', '', /gradients of all epochs so far/],
    ['model.backward(dPred);', '', /model.backward is never called/],
    ['v - lr * g', 'v + lr * g', /up the slope/],
    ['v - lr * g', 'v - g', /whole gradient/],
    ['model.forward(x)', 'model.forward([x[0]])', /has the shape \[1, 2\]/],
  ],
  'own-layer': [
    [
      '(1 - 2 * v * v) * Math.exp(-v * v)',
      'Math.exp(-v * v)',
      /dObj\/dIn\[0\]\[0\] is .* it must be/,
    ],
    ['v * Math.exp(-v * v)', 'Math.log(v)', /NaN/],
  ],
};

describe.each(Object.entries(mistakes))('mistakes in %s', (name, list) => {
  it.each(list)('%s → %s', async (right, wrong, words) => {
    expect(await complaint(name as ChallengeName, right, wrong)).toMatch(words);
  });
});
