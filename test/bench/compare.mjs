// node test/bench/compare.mjs [--quick] [--json FILE]: one epoch here and elsewhere.
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureBars } from './bars.mjs';
import { compileC } from './contestants/c.mjs';
import { base, contestants } from './contestants/index.mjs';
import { examine, expectations } from './learning.mjs';
import { installPeers } from './peers.mjs';
import { makeProblem, points, shapes } from './problems.mjs';
import { race } from './race.mjs';
import { showBars, showLearning, showTimes } from './report.mjs';
import { startRunner } from './runners.mjs';
import { ratios, summarize } from './statistics.mjs';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const plan = options.quick
  ? { rounds: 10, slice: 15, warmUp: 120 }
  : { rounds: 60, slice: 30, warmUp: 500 };

const built = new URL('../../dist/engine.js', import.meta.url);
if (!existsSync(built)) {
  console.error('dist/engine.js is missing: run `npm run build` first.');
  process.exit(1);
}
installPeers();
const engine = await import(built.href);
const program = compileC();
if (!program) console.log('There is no gcc here: C is left out, and its bars with it.\n');
const everyone = contestants({ kernels: engine.kernels?.name ?? null, program });

/** Lets everybody learn and race on one shape, and prints what came of it. */
async function compare(shape) {
  console.log(`## ${shape.name}, ${points} points\n`);
  const problem = makeProblem(engine, shape);
  const expected = expectations(problem, shape.epochs);
  const runners = new Map();
  const entries = [];
  for (const contestant of everyone) {
    const runner = await startRunner(contestant, problem);
    await runner.train(shape.epochs);
    const learnt = examine(await runner.judge(), expected[contestant.learns]);
    await runner.ready();
    runners.set(contestant.id, runner);
    const { id, name, note } = contestant;
    entries.push({ id, name, note, learnt });
  }
  console.log(`${showLearning(shape, entries)}\n`);

  const times = await race(runners, plan);
  for (const runner of runners.values()) runner.stop();
  for (const entry of entries) {
    entry.time = summarize(times.get(entry.id));
    entry.ratio = summarize(ratios(times.get(entry.id), times.get(base)));
  }
  const bars = measureBars(shape.id, times);
  console.log(`Times, the middle of ${plan.rounds} rounds\n\n${showTimes(entries)}\n`);
  console.log(`${showBars(bars)}\n`);
  return { shape, contestants: entries, bars };
}

const results = [];
for (const shape of shapes) results.push(await compare(shape));

if (options.json) {
  const result = { node: process.version, plan, results };
  writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
}

const wrong = results.flatMap(({ shape, contestants: entries }) =>
  entries.filter(({ learnt }) => !learnt.ok).map(({ name }) => `${name} at ${shape.name}`),
);
if (wrong.length) {
  console.error(`Did not learn what it had to: ${wrong.join('; ')}.`);
  process.exitCode = 1;
}
