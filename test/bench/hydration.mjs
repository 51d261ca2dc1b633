// How soon a page with fifty runs answers its first click, against a page with one: taken over from a
// server, and made in the browser. Needs the build.
//   node test/bench/hydration.mjs [--quick] [--json FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { renderToString } from 'react-dom/server';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';
import { bundleClient } from './client.mjs';
import { article } from './hydration-page.mjs';

const rounds = process.argv.includes('--quick') ? 3 : 9;
const counts = [1, 50];
const style = readFileSync(new URL('../../dist/style.css', import.meta.url), 'utf8');

const files = await bundleClient('hydration-client.mjs');
const sent = new Map(counts.map((count) => [count, renderToString(article(count))]));

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const script = files.get(pathname);
  if (script) {
    response.setHeader('content-type', 'text/javascript');
    return response.end(script);
  }
  response.setHeader('content-type', 'text/html');
  const html = searchParams.has('mount') ? '' : sent.get(Number(searchParams.get('count')));
  response.end(
    `<!doctype html><meta charset="utf-8"><style>${style}</style>` +
      `<div id="root">${html ?? ''}</div><script type="module" src="/client.js"></script>`,
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: browserArguments(),
});

const results = [];
try {
  for (const mode of ['taken over', 'made in the browser']) {
    const measured = new Map(counts.map((count) => [count, []]));
    for (let round = 0; round <= rounds; round++) {
      for (const count of counts) {
        const one = await visit(count, mode);
        // The first visit of each warms up.
        if (round > 0) measured.get(count).push(one);
      }
    }
    const [one, many] = counts.map((count) => middle(measured.get(count)));
    results.push({ mode, one, many, ratio: many.interactive / one.interactive });
    console.log(`${mode}, the middle of ${rounds} visits in turn:`);
    for (const [count, { interactive, blocked, longest }] of [
      [1, one],
      [50, many],
    ]) {
      console.log(
        `  ${String(count).padStart(2)} runs: first click after ${interactive.toFixed(0)} ms of script, ` +
          `long tasks ${blocked.toFixed(0)} ms, the longest ${longest.toFixed(0)} ms`,
      );
    }
    console.log(`  ratio of the first clicks: ${(many.interactive / one.interactive).toFixed(2)}`);
  }
} finally {
  await browser.close();
  server.close();
}
const json = process.argv.indexOf('--json');
if (json > 0) writeFileSync(process.argv[json + 1], JSON.stringify(results, null, 2));

/** Opens the page, clicks on the first run's Play until it plays, and waits for quiet. */
async function visit(count, mode) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({
      type: 'longtask',
    });
    window.played = new Promise((resolve) => {
      const press = () => {
        const figure = document.querySelector('[data-pancake="TrainerControls"]');
        if (figure?.dataset.status === 'running') {
          const [script] = performance.getEntriesByName('script');
          return void resolve(performance.now() - script.startTime);
        }
        // Not before the page's script runs: until then the HTML itself is still on its way.
        if (performance.getEntriesByName('script').length) {
          figure?.querySelector('.pancake-button-main')?.click();
        }
        setTimeout(press, 4);
      };
      press();
    });
  });
  const query = `count=${count}${mode === 'taken over' ? '' : '&mount'}`;
  await page.goto(`${address}/?${query}`);
  const interactive = await page.evaluate(() => window.played);
  const tasks = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return window.longTasks.map(({ duration }) => duration);
  });
  await context.close();
  const blocked = tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);
  return { interactive, blocked, longest: Math.max(0, ...tasks) };
}

function middle(visits) {
  const of = (name) => visits.map((visit) => visit[name]).sort((a, b) => a - b)[visits.length >> 1];
  return { interactive: of('interactive'), blocked: of('blocked'), longest: of('longest') };
}
