// The language of the elements: what the page says, in files that come when they are needed.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ar as arabic } from '../../src/locales/ar';
import { filedLanguages } from '../../src/elements/languages/known';
import { documentOf, plainSite, type PlainSite } from './plain-pages';

let site: PlainSite;
beforeAll(async () => {
  site = await plainSite();
});
afterAll(() => site.close());

const controls = '<pancake-figure type="trainer-controls"></pancake-figure>';
const german = (html: string) => html.replace('lang="en"', 'lang="de-AT"');
const fetched = (requests: string[]) => requests.filter((one) => /pancake\.\w+\.js/.test(one));
const play = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

it('that come along all have a file', () => {
  const folders = readdirSync('src/locales', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect([...filedLanguages].sort()).toEqual(folders.sort());
});

it('is that of the page, and its file comes by itself, once', async () => {
  const { page, requests, problems, close } = await site.open({
    html: german(documentOf(`${controls}<pancake-figure type="loss-chart"></pancake-figure>`)),
  });
  await play(page, 'Start').waitFor();
  const marked = await page
    .locator('pancake-figure [part=figure]')
    .first()
    .evaluate(({ lang, dir }: HTMLElement) => [lang, dir]);
  expect(marked).toEqual(['de', 'ltr']);
  expect(fetched(requests)).toEqual(['pancake.de.js']);
  expect(problems).toEqual([]);
  await close();
});

it.each([
  [
    'before',
    (html: string) => html.replace('<script', '<script src="/pancake.de.js"></script><script'),
  ],
  [
    'after',
    (html: string) =>
      html.replace('</head>', '<script src="/pancake.de.js" async></script></head>'),
  ],
])('may be in the page, %s the script', async (_, withFile) => {
  const html = withFile(german(documentOf(controls)));
  const { page, requests, problems, close } = await site.open({ html });
  await play(page, 'Start').waitFor();
  expect(fetched(requests)).toEqual(['pancake.de.js']);
  expect(problems).toEqual([]);
  await close();
});

it('is English for an English page, and follows what the page says, for a part of it too', async () => {
  const { page, requests, close } = await site.open({
    html: documentOf(
      `<div>${controls}</div><section lang="ja"><pancake-run>${controls}</pancake-run></section>`,
    ),
  });
  await play(page, 'Play').waitFor();
  await play(page, '再生').waitFor();
  expect(fetched(requests)).toEqual(['pancake.ja.js']);
  await page.locator('div pancake-figure').evaluate((one) => one.setAttribute('lang', 'fr'));
  await play(page, 'Lancer').waitFor();
  await page.evaluate(() => {
    document.querySelector('div pancake-figure')!.removeAttribute('lang');
    document.documentElement.lang = 'es';
  });
  await play(page, 'Iniciar').waitFor();
  await close();
});

it('stays English where there is no file, no words, or no such language', async () => {
  const { page, close } = await site.open({
    html: documentOf(
      `<p lang="it">${controls}</p>
       <pancake-figure type="loss-chart" lang="de_DE"></pancake-figure>`,
    ),
  });
  await play(page, 'Play').waitFor();
  expect(await page.getByRole('alert').innerText()).toBe(
    'pancake-figure: lang is "de_DE"; it must be a language such as de or zh-Hans',
  );
  await close();
});

it('works from a file on disk, and without the file of the language', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pancake-alone-'));
  try {
    for (const name of ['pancake.js', 'pancake.fr.js']) {
      cpSync(path.join(site.folder, name), path.join(folder, name));
    }
    const file = path.join(folder, 'page.html');
    const html = documentOf(
      `<div lang="fr">${controls}</div><div lang="zh">${controls}</div>`,
    ).replace('/pancake.js', 'pancake.js');
    writeFileSync(file, html);
    const { page, close } = await site.open(pathToFileURL(file).href);
    await play(page, 'Lancer').waitFor();
    await play(page, 'Play').waitFor();
    await close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('turns with Arabic', async () => {
  const { page, requests, problems, close } = await site.open({
    html: documentOf(controls).replace('lang="en"', 'lang="ar" dir="rtl"'),
  });
  await play(page, arabic.words.TrainerControls.play).waitFor();
  const figure = page.locator('pancake-figure [part=figure] > *').first();
  expect(await figure.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  expect([fetched(requests), problems]).toEqual([['pancake.ar.js'], []]);
  await close();
});

it('may be one of your own, written from right to left; what is between the tags goes its own way', async () => {
  const { page, close } = await site.open({
    html: documentOf(
      `<div lang="fa" dir="rtl">${controls}</div>
       <div lang="he" dir="rtl"><pancake-figure type="spoiler"><p>שלום.</p></pancake-figure></div>`,
    ),
  });
  await play(page, 'Play').waitFor();
  const [before, content] = await page.evaluate(() =>
    ['pancake-figure', 'p'].map((name) => {
      const one = document.querySelector(name)!;
      const figure = one.shadowRoot?.querySelector('[part=figure] > *');
      return getComputedStyle(figure ?? one).direction;
    }),
  );
  expect([before, content]).toEqual(['ltr', 'rtl']);
  await page.evaluate(() => {
    const run = customElements.get('pancake-run') as unknown as {
      addLanguage(language: object): void;
    };
    const words = { TrainerControls: { play: 'پخش' } };
    run.addLanguage({ tag: 'fa-u-nu-latn', direction: 'rtl', words });
  });
  await play(page, 'پخش').waitFor();
  const figure = page.locator('[lang=fa] pancake-figure [part=figure] > *').first();
  expect(await figure.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  await close();
});

it('of the page for iframes is said by its address', async () => {
  const { page, problems, close } = await site.open(
    `${site.start}embed.html?type=value,trainer-controls&of=loss&lang=de`,
  );
  await play(page, 'Start').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(problems).toEqual([]);
  await close();
});
