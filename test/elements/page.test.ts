// Plain HTML with the script file, as a reader's browser shows it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrainer, type Trainer } from '../../src/engine-entry';
import { documentOf, plainSite, strictPolicy, watched, type PlainSite } from './plain-pages';

let site: PlainSite;
beforeAll(async () => {
  site = await plainSite();
});
afterAll(() => site.close());

type Running = HTMLElement & { trainer: Trainer };
const open = (body: string, policy?: string) => site.open({ html: documentOf(body), policy });
const alerts = (page: Page) => page.getByRole('alert').allInnerTexts();
const rootOf = (page: Page, type: string) =>
  page.locator(`[type="${type}"] [data-pancake][data-status]`);

const shared = `
  <pancake-run name="main" data="moons" model="2,6,1" seed="7">
    <p>The loss is <pancake-figure type="value" of="loss">about 0.7</pancake-figure>.</p>
    <pancake-figure type="decision-boundary"><span>A map.</span></pancake-figure>
  </pancake-run>
  <p>Elsewhere:</p>
  <pancake-figure run="main" type="loss-chart" height="200"></pancake-figure>
  <pancake-figure run="main" type="trainer-controls"></pancake-figure>`;

describe('elements', () => {
  it('share a run wherever they stand, with the numbers of the engine', async () => {
    const { page, problems, close } = await open(shared);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    const trainer = createTrainer({ data: 'moons', model: [2, 6, 1], seed: 7 });
    trainer.step('epoch');
    const { loss } = trainer.getSnapshot();
    for (const type of ['decision-boundary', 'loss-chart', 'trainer-controls']) {
      const root = rootOf(page, type);
      await root.and(page.locator('[data-epoch="1"]')).waitFor();
      expect(await root.getAttribute('data-loss'), type).toBe(String(loss));
    }
    const value = page.locator('[type=value] data');
    expect(Number(await value.getAttribute('value'))).toBe(loss);
    expect(await page.getByText('A map.').isVisible()).toBe(false);
    expect(problems).toEqual([]);
    await close();
  });

  it('follow their attributes, and tell the page what happens', async () => {
    const { page, close } = await open(
      `<pancake-figure id="one" type="loss-chart" data="xor" speed="max" stop-when="epoch: 3"
         heading="Before"></pancake-figure>`,
    );
    await rootOf(page, 'loss-chart').waitFor();
    const said = await page.evaluate(async () => {
      const figure = document.querySelector<Running>('#one')!;
      const events: string[] = [];
      figure.addEventListener('pancake-statuschange', (event) =>
        events.push((event as CustomEvent<{ status: string }>).detail.status),
      );
      const isComplete = new Promise<number>((resolve) =>
        figure.addEventListener('pancake-complete', (event) =>
          resolve((event as CustomEvent<{ epoch: number }>).detail.epoch),
        ),
      );
      figure.setAttribute('learning-rate', '0.5');
      figure.setAttribute('heading', 'After');
      const rate = figure.trainer.getSnapshot().learningRate;
      figure.removeAttribute('learning-rate');
      const usual = figure.trainer.getSnapshot().learningRate;
      figure.trainer.play();
      return { rate, usual, epoch: await isComplete, events };
    });
    expect(said).toEqual({ rate: 0.5, usual: 0.1, epoch: 3, events: ['running', 'done'] });
    await page.getByText('After', { exact: true }).waitFor();
    await close();
  });

  it('say in their place what is wrong, until it is mended', async () => {
    const { page, problems, close } = await open(`
      <pancake-figure id="bad" type="loss-chart" learning-rate="fast"></pancake-figure>
      <pancake-figure type="los-chart">What it would show.</pancake-figure>
      <pancake-figure type="loss-chart" run="a" seed="1"></pancake-figure>
      <pancake-figure type="loss-chart" run="a" seed="2"></pancake-figure>
      <pancake-figure id="misfit" type="loss-chart" model="2,3"></pancake-figure>
      <pancake-figure type="set" learning-rate="3"></pancake-figure>`);
    await page.getByRole('alert').nth(4).waitFor();
    const [rate, type, conflict, misfit, alone] = await alerts(page);
    expect(rate).toBe('pancake-figure: learning-rate is "fast"; it must be a number above 0');
    expect(type).toMatch(/^pancake-figure: type is "los-chart"; it must be one of .*loss-chart/);
    expect(await page.getByText('What it would show.').isVisible()).toBe(true);
    expect(conflict).toBe(
      'pancake-figure: seed is "2"; the run "a" has another seed already, from <pancake-figure>',
    );
    expect(misfit).toMatch(/^pancake-figure: model gives 3 outputs a point; .* must be 1$/);
    expect(alone).toMatch(/^pancake-figure: a set changes the run around it; put it inside/);
    await page.locator('#bad').evaluate((figure) => figure.setAttribute('learning-rate', '1'));
    await page.locator('#misfit').evaluate((figure) => figure.setAttribute('model', '2,3,1'));
    await rootOf(page, 'loss-chart').nth(3).waitFor();
    expect(await alerts(page)).toHaveLength(3);
    expect(problems).toEqual([]);
    await close();
  });

  it('take points from between their tags, also later', async () => {
    const { page, close } = await open(`
      <pancake-figure type="decision-boundary">
        <script type="text/csv">x,y,label
        0,0,no
        1,1,yes
        2,1,yes</script>
      </pancake-figure>`);
    await rootOf(page, 'decision-boundary').waitFor();
    const count = () =>
      page.evaluate(
        () => document.querySelector<Running>('pancake-figure')!.trainer.data.x.shape[0],
      );
    expect(await count()).toBe(3);
    await page.evaluate(async () => {
      document.querySelector('pancake-figure script')!.textContent += '\n3,1,no';
      await Promise.resolve();
    });
    expect(await count()).toBe(4);
    await close();
  });

  it('leave nothing running when they are removed, and go on when they are put back', async () => {
    const { page, problems, close } = await open(
      `<div id="here"><pancake-playground data="moons" autoplay></pancake-playground></div>
       <div id="there"></div>`,
    );
    await page.waitForFunction(
      () => document.querySelector<Running>('pancake-playground')!.trainer.getSnapshot().epoch > 1,
    );
    const seen = await page.evaluate(async () => {
      const element = document.querySelector<Running>('pancake-playground')!;
      const { trainer } = element;
      const figure = element.shadowRoot!.querySelector('[data-pancake=Playground]');
      const frames = () => (globalThis as unknown as { seen: { frames: number } }).seen.frames;
      const frame = () => new Promise(requestAnimationFrame);
      document.querySelector('#there')!.append(element);
      await frame();
      const moved = element.shadowRoot!.querySelector('[data-pancake=Playground]') === figure;
      const goesOn = trainer.getSnapshot().status;
      element.remove();
      await frame();
      const before = frames();
      for (let i = 0; i < 3; i++) await frame();
      const asked = frames() - before - 3;
      const empty = element.shadowRoot!.querySelectorAll('[data-pancake]').length;
      const { status, epoch } = trainer.getSnapshot();
      document.querySelector('#here')!.append(element);
      const again = element.trainer.getSnapshot();
      return {
        ...{ moved, goesOn, asked, empty, status },
        sameRun: element.trainer === trainer && again.epoch >= epoch,
        again: again.status,
      };
    });
    expect(seen).toEqual({
      ...{ moved: true, goesOn: 'running', asked: 0, empty: 0, status: 'paused' },
      ...{ sameRun: true, again: 'running' },
    });
    expect(problems).toEqual([]);
    await close();
  });
});

describe('the script', () => {
  it('runs under a strict policy, and brings its styles along', async () => {
    const { page, problems, close } = await open(shared, strictPolicy);
    await rootOf(page, 'trainer-controls').waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await rootOf(page, 'loss-chart').and(page.locator('[data-status="running"]')).waitFor();
    const { violations } = await watched(page);
    const [weight, styles] = await page
      .locator('[type=loss-chart] .pancake-title')
      .evaluate((title) => [getComputedStyle(title).fontWeight, document.styleSheets.length]);
    expect({ problems, violations, weight, styles }).toEqual({
      ...{ problems: [], violations: [], weight: '600', styles: 0 },
    });
    await close();
  });

  it('keeps a page and its figures apart', async () => {
    const style = '<style>button { background: red !important } p { display: none }</style>';
    const html = documentOf(`${style}${shared}`).replace('/pancake.js', '/none.js');
    const { page, close } = await site.open({ html });
    const globals = () => page.evaluate(() => Object.keys(globalThis));
    const before = await globals();
    await page.addScriptTag({ url: '/pancake.js' });
    const button = page.getByRole('button', { name: 'Step', exact: true });
    await button.waitFor();
    expect(await button.evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe(
      'rgb(255, 0, 0)',
    );
    expect((await globals()).filter((name) => !before.includes(name))).toEqual([]);
    await close();
  });

  it('may come late, and twice; what stands between the tags is there until then', async () => {
    const html = documentOf(shared).replace('/pancake.js', '/embed-parent.js');
    const { page, problems, close } = await site.open({ html });
    expect(await page.getByText('A map.').isVisible()).toBe(true);
    await page.addScriptTag({ url: '/pancake.js' });
    await rootOf(page, 'decision-boundary').waitFor();
    const first = await page.evaluate(() => customElements.get('pancake-run') !== undefined);
    await page.addScriptTag({ url: '/pancake.js?again' });
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await rootOf(page, 'loss-chart').and(page.locator('[data-epoch="1"]')).waitFor();
    expect([first, problems]).toEqual([true, []]);
    await close();
  });

  it('leaves the elements of another version alone, and says so', async () => {
    const { page, problems, close } = await site.open({ html: '<!doctype html><title>.</title>' });
    await page.evaluate(() => {
      class Other extends HTMLElement {
        static version = '9.9.9';
      }
      customElements.define('pancake-figure', Other);
    });
    await page.addScriptTag({ url: `${site.start}pancake.js` });
    expect(problems).toEqual([expect.stringMatching(/^warning: react-pancake 9\.9\.9 is on this/)]);
    expect(await page.evaluate(() => customElements.get('pancake-run') === undefined)).toBe(true);
    await close();
  });

  it('works from a file on disk', async () => {
    const file = path.join(site.folder, 'on-disk.html');
    writeFileSync(file, documentOf(shared).replace('/pancake.js', 'pancake.js'));
    const { page, problems, close } = await site.open(pathToFileURL(file).href);
    await rootOf(page, 'loss-chart').waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('fetches the editor from its own address, when a challenge is near', async () => {
    const { page, requests, problems, close } = await open(
      `<div style="height: 3000px"></div>
       <pancake-figure type="code-challenge" name="square"></pancake-figure>`,
    );
    const challenge = page.locator('[data-pancake="CodeChallenge"]');
    await challenge.waitFor();
    expect(requests).not.toContain('pancake-editor.js');
    await challenge.scrollIntoViewIfNeeded();
    await page.locator('pancake-figure .cm-content').waitFor();
    expect(requests).toContain('pancake-editor.js');
    expect(problems).toEqual([]);
    await close();
  });
});

it("the guide's HTML does what it says", async () => {
  const guide = readFileSync('docs/guides/plain-html.mdx', 'utf8');
  const snippets = [...guide.matchAll(/^```html\n([^]*?)^```$/gm)].map(([, html]) => html!);
  const body = snippets.filter((html) => !html.includes('src="')).join('\n');
  expect(body.match(/<pancake-figure/g)!.length).toBeGreaterThan(5);
  const { page, problems, close } = await open(body);
  for (const figure of await page.locator('pancake-figure [part=figure] > *').all()) {
    await figure.waitFor();
  }
  expect({ problems, alerts: await alerts(page) }).toEqual({ problems: [], alerts: [] });
  await close();
});

it('nothing moves when a figure takes the place that was kept for it', async () => {
  const { page, close } = await open(`
    <pancake-figure type="loss-chart" height="240" style="display: block; min-height: 320px">
      A curve.
    </pancake-figure>
    <p>Below.</p>`);
  await rootOf(page, 'loss-chart').waitFor();
  expect((await watched(page)).shift).toBeLessThan(0.01);
  await close();
});

it('every figure can be shown, without a problem that axe finds, light and dark', async () => {
  const more: Record<string, string> = {
    'code-challenge': 'name="square"',
    goal: 'when="accuracy: 0.9"',
    'layer-code': 'phase="forward"',
    predict: 'question="Will it?"',
    set: 'learning-rate="3"',
    value: 'of="loss"',
  };
  const { kinds } = await import('../../src/elements/kinds');
  const figures = Object.keys(kinds).map(
    (type) => `<pancake-figure type="${type}" ${more[type] ?? ''}></pancake-figure>`,
  );
  const body = `<main><h1>All</h1><pancake-run data="xor" model="2,3,1">${figures.join('\n')}</pancake-run></main>`;
  for (const colorScheme of ['light', 'dark'] as const) {
    const head =
      '<meta name="color-scheme" content="light dark"><style>body { background: Canvas }</style>';
    const { page, problems, close } = await site.open(
      { html: documentOf(body, head) },
      { colorScheme },
    );
    for (const type of Object.keys(kinds)) {
      await page.locator(`pancake-figure[type="${type}"] [part=figure] > *`).first().waitFor();
    }
    expect(await alerts(page)).toEqual([]);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
      );
    });
    expect({ problems, found }).toEqual({ problems: [], found: [] });
    await close();
  }
});
