// What must hold on every site, in the order in which a reader meets it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { framesAsked, openPage, pixelsOf, readToTheEnd, shiftOf } from './reader.mjs';

/**
 * @typedef {import('playwright').Page} Page
 *
 * @typedef {object} Visit
 * @property {string} address of the site
 * @property {string} folder of the site
 * @property {import('./sites.mjs').Mode} mode
 * @property {import('playwright').Browser} browser
 * @property {{ weight?: number }} measured
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {(visit: Visit) => Promise<void>} run throws where something does not hold
 */

/** The run on the first page of every site. */
const moons = { data: 'moons', model: [2, 10, 10, 1], seed: 7 };
const boundary = '[data-pancake="DecisionBoundary"]';
const picture = `${boundary} canvas`;

/** @type {Check} */
const serverHtml = {
  name: "the server's HTML has the figure and its numbers",
  async run({ address, folder }) {
    const html = await read(address, '/');
    const [figure] = /<figure[^>]* data-pancake="DecisionBoundary"[^>]*>/.exec(html) ?? [];
    assert.ok(figure, 'there is no DecisionBoundary in the HTML');
    const [, epoch] = / data-epoch="(\d+)"/.exec(figure) ?? [];
    const [, loss] = / data-loss="([^"]+)"/.exec(figure) ?? [];
    assert.equal(Number(loss), await lossAfter(folder, Number(epoch)));
  },
};

/** @type {Check} */
const hydration = {
  name: 'hydration says nothing, moves nothing, and the style sheet is applied',
  async run({ address, browser, mode, measured }) {
    await reading(browser, `${address}/`, async ({ page, weight }) => {
      await isLive(page);
      measured.weight = await weight();
      const colors = new Set(await pixelsOf(page, picture)).size;
      // A colour that a builder's style sheet has made invalid leaves black, or nothing.
      assert.ok(colors > 20, `the picture of the plane has ${colors} colours`);
      const box = await page.locator(picture).first().boundingBox();
      assert.ok(box && box.width > 200, `the canvas is ${box?.width} pixels wide`);
      const ink = await page.locator(boundary).evaluate((figure) => {
        const { style } = document.documentElement;
        return ['light', 'dark'].map((scheme) => {
          style.colorScheme = scheme;
          return getComputedStyle(figure).color;
        });
      });
      assert.notEqual(ink[0], ink[1], "the colours do not follow the page's color-scheme");
      // A development server brings its style sheets by script, after the text.
      if (mode.isBuilt) assert.ok((await shiftOf(page)) < 0.01, 'things move while the page loads');
    });
  },
};

/** @type {Check} */
const training = {
  name: 'training runs, and gives the numbers that it gives in Node',
  async run({ address, folder, browser }) {
    await reading(browser, `${address}/`, async ({ page }) => {
      await isLive(page);
      const before = await pixelsOf(page, picture);
      for (const epoch of [1, 2, 3]) {
        await button(page, 'Step').click();
        await page.waitForSelector(`${boundary}[data-epoch="${epoch}"]`);
      }
      const { loss } = await stateOf(page);
      assert.equal(loss, await lossAfter(folder, 3));
      await play(page, 20);
      await button(page, 'Pause').click();
      await page.waitForSelector(`${boundary}[data-status="paused"]`);
      assert.ok((await stateOf(page)).loss < loss, 'the loss has not become less');
      assert.notDeepEqual(await pixelsOf(page, picture), before, 'the picture has not changed');
    });
  },
};

/** @type {Check} */
const leaving = {
  name: 'leaving the page ends all that runs, coming back lets it run again',
  async run({ address, browser }) {
    await reading(browser, `${address}/`, async ({ page }) => {
      await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
      for (const comeBack of [
        () => link(page, 'Back').click(),
        () => page.goBack(),
        () => link(page, 'Back').click(),
      ]) {
        await isLive(page);
        assert.equal((await stateOf(page)).epoch, 0, 'a run that was left is not begun anew');
        await play(page, 5);
        assert.ok((await framesAsked(page)) > 0, 'frames are not counted');
        await link(page, 'Away').click();
        await page.getByRole('heading', { name: 'Away', level: 1 }).waitFor();
        assert.equal(await page.locator('[data-pancake]').count(), 0);
        await comesToRest(page);
        await comeBack();
      }
      await isLive(page);
      const stayed = await page.evaluate(() => 'isSameDocument' in window);
      assert.ok(stayed, 'the pages were loaded anew: nothing was left and come back to');
    });
  },
};

/** @type {Check} */
const everything = {
  name: 'every component renders, hydrates and says nothing',
  async run({ address, browser }) {
    const html = await read(address, '/everything/');
    const names = (/** @type {string} */ text) =>
      [...text.matchAll(/ data-pancake="(\w+)"/g)].map(([, name]) => String(name));
    const rendered = [...new Set(names(html))].sort();
    assert.ok(rendered.length >= 20, `the server renders ${rendered.join(', ')} only`);
    await reading(browser, `${address}/everything/`, async ({ page }) => {
      await page.waitForSelector('#own-figures');
      await readToTheEnd(page);
      const hydrated = [...new Set(names(await page.content()))].sort();
      assert.deepEqual(hydrated, rendered);
      assert.deepEqual(await page.locator('[data-pancake="Error"]').allInnerTexts(), []);
      const classes = await page.getAttribute('#own-figures', 'data-same-classes');
      assert.equal(classes, 'true', 'the two entries do not share their classes');
    });
  },
};

/** @type {Check} */
const challenge = {
  name: 'a challenge gets its editor, runs code in its sandbox, and trains',
  async run({ address, browser }) {
    await reading(browser, `${address}/everything/`, async ({ page }) => {
      const figure = page.locator('[data-pancake="CodeChallenge"]');
      // At once: another element takes its place when the figure comes.
      await figure.evaluate((element) => element.scrollIntoView());
      await figure.locator('.cm-editor').waitFor();
      await button(figure, 'Show the solution').click();
      await button(figure, 'Yes, show it').click();
      await button(figure, 'Put it into the editor').click();
      await button(figure, 'Check my code').click();
      await page.waitForSelector('[data-pancake="CodeChallenge"][data-state="solved"]');
    });
  },
};

/** A server component that uses the engine. @type {Check} */
export const checkServerComponent = {
  name: 'a server component trains with the engine alone',
  async run({ address, folder, browser }) {
    const html = await read(address, '/server');
    const [, loss] = /<output>([^<]+)<\/output>/.exec(html) ?? [];
    assert.equal(Number(loss), await lossAfter(folder, 20));
    await reading(browser, `${address}/server`, async ({ page }) => isLive(page));
  },
};

/** @type {readonly Check[]} */
export const checks = [serverHtml, hydration, training, leaving, everything, challenge];

/**
 * Opens a page, does something on it, and fails if its console said anything.
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {(opened: Awaited<ReturnType<typeof openPage>>) => Promise<void>} work
 */
async function reading(browser, address, work) {
  const opened = await openPage(browser, address);
  const said = () => opened.problems.join('\n');
  try {
    await work(opened);
  } catch (error) {
    // What the console said often tells why.
    throw new Error(`${String(error)}\n${said()}`.trim(), { cause: error });
  } finally {
    await opened.close();
  }
  assert.equal(said(), '');
}

/** @param {string} address @param {string} page */
async function read(address, page) {
  const response = await fetch(address + page);
  const html = await response.text();
  assert.equal(response.status, 200, html);
  return html;
}

/**
 * The loss after so many epochs, by the engine that the site has installed.
 * @param {string} folder
 * @param {number} epochs
 */
async function lossAfter(folder, epochs) {
  const file = path.join(folder, 'node_modules/react-pancake/dist/engine.js');
  const { createTrainer } = await import(pathToFileURL(file).href);
  const trainer = createTrainer(moons);
  if (epochs > 0) trainer.step('epoch', epochs);
  return trainer.getSnapshot().loss;
}

/** @param {Page | import('playwright').Locator} place @param {string} name */
const button = (place, name) => place.getByRole('button', { name, exact: true }).first();

/** @param {Page} page @param {string} name */
const link = (page, name) => page.getByRole('main').getByRole('link', { name, exact: true });

/** Waits until the boundary's picture is there: then its script has come and runs. */
async function isLive(/** @type {Page} */ page) {
  await page.waitForFunction((selector) => {
    const canvas = document.querySelector(selector);
    return canvas && /** @type {any} */ (window).pixelsOf(canvas).some(Boolean);
  }, picture);
}

/** @param {Page} page */
const stateOf = (page) =>
  page.locator(boundary).evaluate((/** @type {HTMLElement} */ { dataset }) => ({
    epoch: Number(dataset['epoch']),
    loss: Number(dataset['loss']),
  }));

/** Presses Play, and waits until so many epochs more have been trained. */
async function play(/** @type {Page} */ page, /** @type {number} */ epochs) {
  const { epoch } = await stateOf(page);
  await button(page, 'Play').click();
  await page.waitForFunction(
    ([selector, goal]) =>
      Number(document.querySelector(String(selector))?.getAttribute('data-epoch')) >= Number(goal),
    [boundary, epoch + epochs],
  );
}

/** A transition between pages may go on for some frames; a run would go on for ever. */
async function comesToRest(/** @type {Page} */ page) {
  let asked = await framesAsked(page);
  for (let i = 0; asked > 0 && i < 5; i++) asked = await framesAsked(page);
  assert.equal(asked, 0, `${asked} of 60 frames are asked for on a page without figures`);
  assert.equal(page.workers().length, 0, 'a worker is left');
}
