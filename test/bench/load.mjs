// How long the page is held up by much at once: fifty figures, made in the browser and taken over from a server,
// 100,000 points, twelve layers of 64.
// Counted are the tasks of the page's main thread from the moment that the figures are made, by the
// time that the processor worked on them, which other programs on the machine do not lengthen. Needs
// the build.
//   node test/bench/load.mjs [--quick] [--json FILE] [--only NAME]
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';
import { bundleClient } from './client.mjs';
import { pages } from './load-pages.mjs';

const option = (name) => {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
};
const seconds = process.argv.includes('--quick') ? 3 : 8;
const style = readFileSync(new URL('../../dist/style.css', import.meta.url), 'utf8');
const files = await bundleClient('load-client.mjs');

// What is visited: each page made in the browser, and fifty figures from a server as well.
const visits = Object.keys(pages).map((name) => ({ name, page: name, sent: '' }));
const fifty = 'fifty figures';
visits.splice(2, 0, {
  name: `${fifty}, sent`,
  page: fifty,
  sent: renderToString(createElement(pages[fifty])),
});

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const script = files.get(pathname);
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
  response.end(
    script ??
      `<!doctype html><meta charset="utf-8"><style>${style}</style>` +
        `<div id="root">${visits[searchParams.get('visit') ?? 0].sent}</div>` +
        '<script type="module" src="/client.js"></script>',
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: browserArguments(),
});

const results = [];
try {
  console.log(`${seconds} s each; milliseconds of the processor's time\n`);
  console.log(row(['page', 'tasks from 50 ms on', 'longest', 'at the beginning', 'epochs']));
  for (const [at, { name, page }] of visits.entries()) {
    if (!name.includes(option('--only') ?? '')) continue;
    const measured = await withPage(at, (tab) => visit(tab, page));
    results.push({ page: name, ...measured });
    const { long, longest, first, epochs } = measured;
    console.log(row([name, long.length, longest.toFixed(0), first.toFixed(0), epochs]));
  }
  const [one, ...others] = results;
  for (const { page, longest } of others)
    console.log(`longest task, ${page} / ${one.page}: ${(longest / one.longest).toFixed(1)}`);
} finally {
  await browser.close();
  server.close();
}
if (option('--json')) writeFileSync(option('--json'), JSON.stringify(results, null, 2));

async function withPage(at, work) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/?visit=${at}`);
  await page.waitForFunction(() => window.mount !== undefined);
  const result = await work(page);
  await context.close();
  return result;
}

/** Makes the figures, lets them train for a while, and looks at what the main thread did. */
async function visit(page, name) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'blink.user_timing',
        'disabled-by-default-devtools.timeline',
        'devtools.timeline',
        '__metadata',
      ],
    },
  });
  await page.evaluate((one) => {
    performance.mark('made');
    window.mount(one);
  }, name);
  await page.waitForTimeout(seconds * 1000);
  const epochs = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('[data-epoch]')].map((one) => Number(one.dataset.epoch)),
    ),
  );
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  const made = events.find((event) => event.name === 'made');
  const tasks = events
    .filter(
      ({ name: kind, tid, pid }) => kind === 'RunTask' && tid === made.tid && pid === made.pid,
    )
    .filter(({ ts, dur }) => ts + dur >= made.ts)
    .map(({ ts, tdur }) => ({ at: (ts - made.ts) / 1000, time: tdur / 1000 }));
  const longest = Math.max(...tasks.map(({ time }) => time));
  const first = Math.max(...tasks.filter(({ at }) => at < 1000).map(({ time }) => time));
  return { long: tasks.filter(({ time }) => time >= 50), longest, first, epochs };
}

function row(cells) {
  return cells.map((cell, i) => String(cell).padEnd([18, 21, 9, 18, 0][i])).join(' ');
}
