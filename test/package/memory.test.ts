// A page that comes and goes leaves nothing behind: figures are put into a page and taken away, in Chromium.
import path from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';
import { cases } from '../support/long';
import { built, root, text } from './dist';

const contents = `
  import { createRoot } from 'react-dom/client';
  import * as all from 'react-pancake';
  const { Pancake, DecisionBoundary, NetworkGraph, LossChart, LayerStack, TrainerControls, Value, OptimizerRace } = all;
  const page = (
    <Pancake data="moons" points={60} model={[2, 6, 1]} seed={3} speed={60} autoplay>
      <p>After <Value of="epoch" /> epochs.</p>
      <DecisionBoundary /><NetworkGraph /><LossChart /><LayerStack /><TrainerControls />
      <OptimizerRace />
    </Pancake>
  );
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  window.comeAndGo = async (times) => {
    for (let i = 0; i < times; i++) {
      const box = document.body.appendChild(document.createElement('main'));
      const root = createRoot(box);
      root.render(page);
      // All figures: of those that come only now and then, code is still compiled while memory is measured.
      const isComing = () => box.querySelector('[data-far], [aria-busy="true"]');
      while (!box.querySelector('canvas') || isComing()) await frame();
      await frame();
      root.unmount();
      box.remove();
    }
    await frame();
  };`;

let browser: Browser;
beforeAll(async () => {
  const executablePath = findBrowser();
  browser = await chromium.launch({
    args: browserArguments(),
    ...(executablePath ? { executablePath } : {}),
  });
});
afterAll(() => browser?.close());

it(
  'takes less than 1 MiB for hundreds of comings and goings, and keeps no node',
  { timeout: 300_000 },
  async () => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root, loader: 'jsx' },
      alias: { 'react-pancake': built('index.js') },
      bundle: true,
      format: 'iife',
      jsx: 'automatic',
      write: false,
      outfile: path.join(root, 'page.js'),
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
    const page = await browser.newPage({ viewport: { width: 1000, height: 3000 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addStyleTag({ content: text('style.css') });
    await page.addScriptTag({ content: outputFiles[0]!.text });
    const devtools = await page.context().newCDPSession(page);
    const comeAndGo = (times: number) =>
      page.evaluate(
        (count) =>
          (globalThis as unknown as { comeAndGo: (n: number) => Promise<void> }).comeAndGo(count),
        times,
      );
    const measure = async () => {
      for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners, documents } = await devtools.send('Memory.getDOMCounters');
      return { usedSize, nodes, jsEventListeners, documents };
    };
    await comeAndGo(120);
    const before = await measure();
    await comeAndGo(cases(500, 100));
    const after = await measure();
    expect(errors).toEqual([]);
    expect(after.usedSize - before.usedSize).toBeLessThan(2 ** 20);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners);
    expect(after.documents).toBe(before.documents);
    if (process.env['PANCAKE_SHOW'] === '1')
      process.stdout.write(JSON.stringify({ before, after }) + '\n');
  },
);
