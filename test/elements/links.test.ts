// Whole runs in elements: opened from a link, shared with others, and written down by the menu to share.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrainer, encodeRun, type Trainer } from '../../src/engine-entry';
import { embedCode } from '../../src/components/share/embed';
import { documentOf, plainSite, type PlainSite } from './plain-pages';

let site: PlainSite;
beforeAll(async () => {
  site = await plainSite();
});
afterAll(() => site.close());

type Running = HTMLElement & { trainer: Trainer };
const open = (body: string) => site.open({ html: documentOf(body) });
const alerts = (page: Page) => page.getByRole('alert').allInnerTexts();
const lossOf = (page: Page) => page.locator('[data-pancake=LossChart]').getAttribute('data-loss');

/** A run that options alone do not tell: with a point and a weight of one's own, after some epochs. */
function lived(): Trainer {
  const trainer = createTrainer({ data: 'moons', points: 40, model: [2, 4, 1], seed: 7 });
  trainer.step('epoch', 4);
  trainer.setParameter('0.weight', 2, 0.75);
  trainer.set({ learningRate: 0.3 });
  trainer.step('epoch', 3);
  return trainer;
}

/** What the menu to share would write. */
function codeOf(format: 'html' | 'iframe', trainer: Trainer, weights = false): string {
  return embedCode(format, {
    component: 'LossChart',
    props: { heading: 'One & "two"' },
    run: { record: trainer.record({ weights }), text: encodeRun(trainer, { weights }).text },
    language: null,
    embedAddress: `${site.start}embed.html`,
    height: 300,
    title: 'A chart',
  });
}

describe('a link', () => {
  it('opens the whole run, for all elements that share it', async () => {
    const trainer = lived();
    const { page, problems, close } = await open(
      `<pancake-figure run="a" type="loss-chart" link="${encodeRun(trainer).text}"></pancake-figure>
       <pancake-figure run="a" type="decision-boundary" id="map"></pancake-figure>`,
    );
    await page.locator('[data-pancake=DecisionBoundary][data-epoch="7"]').waitFor();
    expect(await lossOf(page)).toBe(String(trainer.now.loss));
    const weights = await page.evaluate(() => {
      const { model } = document.querySelector<Running>('#map')!.trainer;
      return model.parameters().flatMap(({ value }) => [...value.data]);
    });
    expect(weights).toEqual(trainer.model.parameters().flatMap(({ value }) => [...value.data]));
    expect(problems).toEqual([]);
    await close();
  });

  it('that is damaged, or means harm, is told, and the attributes count', async () => {
    const { text } = encodeRun(lived());
    const { page, problems, close } = await open(
      `<pancake-playground data="xor" link="${text.slice(0, -4)}"></pancake-playground>
       <pancake-figure type="loss-chart" link="&lt;img src=x onerror=alert(1)>"></pancake-figure>`,
    );
    const chart = page.locator('pancake-figure [data-pancake=LossChart]');
    await chart.waitFor();
    await page.locator('[data-pancake=Playground]').waitFor();
    const others = 'The run is the one that the other attributes say.';
    const damaged = 'the link is damaged: part of it is missing, or was changed on its way here';
    const [playground, figure] = await alerts(page);
    expect(playground).toBe(`pancake-playground: link could not be opened: ${damaged}. ${others}`);
    expect(figure).toContain('the link is of version "<"; this page reads version "1"');
    // It is still told when something else has changed.
    await page
      .locator('pancake-figure')
      .evaluate((one) => one.setAttribute('learning-rate', '0.2'));
    await page.waitForFunction(
      () =>
        document.querySelector<Running>('pancake-figure')!.trainer.getSnapshot().learningRate ===
        0.2,
    );
    expect(await alerts(page)).toHaveLength(2);
    const data = await page.evaluate(
      () => document.querySelector<Running>('pancake-playground')!.trainer.record().options.data,
    );
    expect(data).toBe('xor');
    await page.locator('pancake-figure').evaluate((one, link) => {
      one.setAttribute('link', link);
    }, text);
    await chart.and(page.locator('[data-epoch="7"]')).waitFor();
    expect(await alerts(page)).toHaveLength(1);
    expect(problems).toEqual([]);
    await close();
  });

  it('is one for a run; another is told', async () => {
    const [first, second] = [lived(), createTrainer({ data: 'xor' })];
    const { page, close } = await open(
      `<pancake-figure run="a" id="one" type="loss-chart" link="${encodeRun(first).text}"></pancake-figure>
       <pancake-figure run="a" type="value" of="loss" link="${encodeRun(second).text}"></pancake-figure>`,
    );
    await page.locator('[data-pancake=LossChart][data-epoch="7"]').waitFor();
    expect(await alerts(page)).toEqual([
      'pancake-figure: the run "a" has another link already, from <pancake-figure#one>; only that one is opened',
    ]);
    await close();
  });
});

describe('the code that a menu writes', () => {
  it.each([false, true])('as HTML opens the same run, with its weights: %s', async (weights) => {
    const trainer = lived();
    const code = codeOf('html', trainer, weights);
    const { page, problems, close } = await open(code.replace(/<script.*\n/, ''));
    await page.locator('[data-pancake=LossChart][data-epoch="7"]').waitFor();
    expect(await lossOf(page)).toBe(String(trainer.now.loss));
    expect(await page.locator('.pancake-title').innerText()).toBe('One & "two"');
    expect([problems, await alerts(page)]).toEqual([[], []]);
    await close();
  });

  it.each([false, true])(
    'as an iframe opens the same run, with its weights: %s',
    async (weights) => {
      const trainer = lived();
      const { page, problems, close } = await open(codeOf('iframe', trainer, weights));
      const chart = page.frameLocator('iframe').locator('[data-pancake=LossChart]');
      await chart.and(page.frameLocator('iframe').locator('[data-epoch="7"]')).waitFor();
      expect(await chart.getAttribute('data-loss')).toBe(String(trainer.now.loss));
      expect(problems).toEqual([]);
      await close();
    },
  );

  it('has readable options for a run that is nothing more, and weights where they are asked for', () => {
    const fresh = createTrainer({ data: 'moons', model: [2, 4, 1] });
    expect(codeOf('html', fresh)).toContain('model="2,4,1" data="moons"');
    expect(codeOf('html', fresh)).not.toContain('link=');
    expect(codeOf('html', fresh, true)).toContain('link="');
    expect(codeOf('iframe', fresh)).not.toContain('#run=');
  });
});
