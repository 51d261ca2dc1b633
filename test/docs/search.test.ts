// The site's search, by keyboard alone.
import { type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type BuiltSite } from './built-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const first = 'course/01-the-chain-rule/';
const status = (page: Page) => page.getByRole('dialog').getByRole('status');

describe('the search', () => {
  it('opens with /, finds, goes to the heading, and leaves no trace', async () => {
    const { page, problems, requests, close } = await site.open(first);
    expect(requests.filter((file) => file.endsWith('.json'))).toEqual([]);
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('summary');
    await expect.poll(() => status(page).innerText()).toMatch(/^\d+ places found$/);
    const here = page.getByRole('region', { name: 'On this page' }).getByRole('link');
    const others = page.getByRole('region', { name: 'On other pages' }).getByRole('link');
    expect(await here.first().getAttribute('href')).toBe('#summary');
    expect(await others.count()).toBeGreaterThan(0);

    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(await here.first().getAttribute('href'));
    for (let count = await here.count(); count > 0; count--) await page.keyboard.press('ArrowDown');
    const wanted = await others.first().getAttribute('href');
    expect(await focused(page)).toBe(wanted);
    await page.keyboard.press('Enter');
    await page.waitForURL(new URL(wanted!, site.start + first).href);
    expect(problems).toEqual([]);
    await close();
  });

  it('takes the first place with Enter, on this page without loading it again', async () => {
    const { page, close } = await site.open(first);
    await page.evaluate(() => Object.assign(globalThis, { same: true }));
    await page.keyboard.press('/');
    await page.keyboard.type('summary');
    await expect.poll(() => page.getByRole('dialog').getByRole('link').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#summary$/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => 'same' in globalThis)).toBe(true);
    await close();
  });

  it('writes on from a result, and Escape gives the focus back', async () => {
    const { page, close } = await site.open(first);
    const button = page.getByRole('button', { name: 'Search' });
    await button.click();
    const field = page.getByRole('searchbox');
    await field.pressSequentially('summ');
    await expect.poll(() => page.getByRole('dialog').getByRole('link').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('ary');
    expect(await field.inputValue()).toBe('summary');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it('forgives a slip, and says when there is nothing', async () => {
    const { page, close } = await site.open('');
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox');
    await field.fill('gradeint');
    await expect.poll(() => status(page).innerText()).toMatch(/found$/);
    await field.fill('xylophone quartet');
    await expect
      .poll(() => status(page).innerText())
      .toBe('Nothing found for “xylophone quartet”.');
    await close();
  });

  it('has each heading of each page', async () => {
    const { page, close } = await site.open('');
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox');
    for (const path of site.paths.filter((one) => one.startsWith('course/'))) {
      const html = await site.read(`${path}index.html`);
      const [, id = '', heading = ''] = /<h2 id="([^"]+)">([^<]+)</.exec(articleOf(html)) ?? [];
      await field.fill(heading.replaceAll('&#x27;', '’'));
      const hit = page.locator(`dialog a[href="./${path}#${id}"], dialog a[href="${path}#${id}"]`);
      await expect.poll(() => hit.count(), { message: `${path}: ${heading}` }).toBe(1);
    }
    await close();
  });
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href'));
const articleOf = (html: string) => html.slice(html.indexOf('<article'));
