// The two style sheets: the same look, and in one of them a page's own rules have the last word.
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Package from 'react-pancake';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';
import { load, text } from './dist';

const authors =
  '.pancake-button { background-color: rgb(1, 2, 3); } .pancake-title { color: rgb(4, 5, 6); }';
const base = '@layer base { button { background-color: rgb(7, 8, 9); padding: 30px; } }';

let browser: Browser;
let html = '';

beforeAll(async () => {
  const { Playground } = (await load('index.js')) as unknown as typeof Package;
  html = renderToString(createElement(Playground, { data: 'moons', posterEpoch: 5 }));
  const executablePath = findBrowser();
  browser = await chromium.launch({
    args: browserArguments(),
    ...(executablePath ? { executablePath } : {}),
  });
});
afterAll(() => browser.close());

/** What a page shows with a style sheet and rules of its own: each element's box, and some colours. */
async function shown(sheet: string, own = '') {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${own}</style><style>${text(sheet)}</style>${html}`,
  );
  const seen = await look(page);
  await page.close();
  return seen;
}

const look = (page: Page) =>
  page.evaluate(() => ({
    boxes: [...document.querySelectorAll('.pancake, .pancake *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor } = getComputedStyle(element);
      return [element.tagName, x, y, width, height, color, backgroundColor].join(' ');
    }),
    button: getComputedStyle(document.querySelector('.pancake-button')!).backgroundColor,
    title: getComputedStyle(document.querySelector('.pancake-title')!).color,
  }));

it('style.layered.css looks as style.css does', async () => {
  const [plain, layered] = [await shown('style.css'), await shown('style.layered.css')];
  expect(plain.boxes.length).toBeGreaterThan(200);
  expect(layered.boxes).toEqual(plain.boxes);
});

it('a page’s own rules outweigh style.layered.css, and not style.css', async () => {
  const layered = await shown('style.layered.css', authors);
  expect([layered.button, layered.title]).toEqual(['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
  const plain = await shown('style.css', authors);
  expect(plain.boxes).toEqual((await shown('style.css')).boxes);
});

it('a page’s earlier layers do not reach into either', async () => {
  for (const sheet of ['style.css', 'style.layered.css']) {
    expect((await shown(sheet, base)).boxes, sheet).toEqual((await shown(sheet)).boxes);
  }
});
