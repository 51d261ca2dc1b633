// What a page of figures costs in a browser: frames, epochs, longest task and React commits a
// second, with the processor slowed down one, four and six times. Needs the build and Storybook's.
//   node test/bench/pages.mjs [--quick] [--json FILE]
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';
import * as engine from '../../dist/engine.js';
import { create as createNaive } from './contestants/naive.mjs';
import { countFrames, watch } from './page-probe.mjs';
import { makeProblem, shapes } from './problems.mjs';
import { serve } from './serve.mjs';

const folder = fileURLToPath(new URL('../../storybook-static', import.meta.url));
const quick = process.argv.includes('--quick');
const seconds = quick ? 2 : 5;

/** The pages, and what is expected of each, by how often the processor is slowed down. */
const pages = [
  { name: 'one figure', story: 'stress--one-figure', bars: {} },
  {
    name: 'everything at once',
    story: 'stress--everything-at-once',
    bars: { 1: { frames: 60, epochs: 1000 }, 4: { frames: 30 } },
  },
  {
    name: 'twelve figures',
    story: 'stress--twelve-figures',
    bars: { 1: { frames: 55, longestTask: 50 } },
  },
  {
    name: 'playground',
    story: 'stress--whole-playground',
    bars: { 1: { frames: 60 }, 4: { frames: 30 } },
  },
];

if (!existsSync(folder)) {
  console.error('There is no Storybook to measure: run `npm run build:storybook` first.');
  process.exit(1);
}
const server = await serve(folder);
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: browserArguments(),
});
const results = [];
try {
  // The milliseconds here have nothing in the same run to be held against; this tells the machine.
  console.log(
    `naive loops, 2-10-10-1 in batches of 10: ${(await paceOfMachine()).toFixed(2)} ms an epoch`,
  );
  console.log(
    `${seconds} s each; a task counts as long from 50 ms on, so a shorter one shows as 0\n`,
  );
  console.log(row(['page', 'slowed', 'frames/s', 'epochs/s', 'longest task', 'commits/s', 'bars']));
  for (const page of pages) {
    for (const slowdown of [1, 4, 6]) {
      const measured = await measure(page.story, slowdown);
      results.push({ page: page.name, slowdown, ...measured });
      const { frames, epochs, longestTask, commits } = measured;
      console.log(
        row([
          page.name,
          `${slowdown}x`,
          frames.toFixed(1),
          epochs.toFixed(0),
          `${longestTask.toFixed(0)} ms`,
          commits.toFixed(1),
          judge(measured, page.bars[slowdown]),
        ]),
      );
    }
  }
  console.log(`\nnaive loops again: ${(await paceOfMachine()).toFixed(2)} ms an epoch`);
} finally {
  await browser.close();
  server.close();
}
const json = process.argv.indexOf('--json');
if (json > 0) writeFileSync(process.argv[json + 1], JSON.stringify(results, null, 2));

/** How long an epoch of naive loops takes right now, in milliseconds: the middle of many. */
async function paceOfMachine() {
  const naive = await createNaive(makeProblem(engine, shapes[0]));
  naive.train(500);
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    naive.train(20);
    return (performance.now() - start) / 20;
  });
  return times.sort((a, b) => a - b)[30];
}

/** Opens a story on a slowed page, lets it get going, and counts for a while. */
async function measure(story, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${server.address}/iframe.html?id=${story}&viewMode=story`);
  await page.waitForSelector('[data-pancake][data-status="running"]');
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.waitForTimeout(2000);
  const measured = await page.evaluate(countFrames, seconds * 1000);
  await context.close();
  return measured;
}

function judge(measured, bars = {}) {
  const verdicts = Object.entries(bars).map(([what, bar]) => {
    // A display of 60 Hz gives 59.9 frames as often as 60.
    const reached = what === 'longestTask' ? measured[what] <= bar : measured[what] >= bar * 0.99;
    return `${what} ${bar}: ${reached ? 'reached' : `missed, ${(measured[what] / bar).toFixed(2)} of it`}`;
  });
  return verdicts.join('; ');
}

function row(cells) {
  const widths = [20, 7, 9, 9, 13, 10, 0];
  return cells.map((cell, i) => String(cell).padEnd(widths[i])).join(' ');
}
