// What lies around the pages of the built site, in Chromium: policy, theme, navigation, print.
import { type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, watched, type BuiltSite } from './built-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const first = 'course/01-the-chain-rule/';
const [light, dark] = ['rgb(255, 255, 255)', 'rgb(20, 23, 28)'];

describe('the policy', () => {
  it('allows no eval, and runs the kernels', async () => {
    const { page, problems, close } = await site.open(first);
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).toMatch(/worker-src blob:/);
    expect(problems).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.intruded = true';
      document.head.append(script);
    });
    expect(await page.evaluate(() => 'intruded' in globalThis)).toBe(false);
    await close();
  });
});

describe('the theme', () => {
  it('follows the system until the reader chooses', async () => {
    const { page, close } = await site.open('', { colorScheme: 'dark' });
    expect(await backgroundOf(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => backgroundOf(page)).toBe(light);
    await page.getByLabel('Light or dark').selectOption('dark');
    expect(await backgroundOf(page)).toBe(dark);
    await page.getByLabel('Light or dark').selectOption('system');
    expect(await backgroundOf(page)).toBe(light);
    await close();
  });

  it('goes with the reader from page to page, and is never painted wrong', async () => {
    const { page, close } = await site.open('');
    await page.getByLabel('Light or dark').selectOption('dark');
    await page.goto(site.start + first, { waitUntil: 'networkidle' });
    expect((await watched(page)).themes).toEqual([dark]);
    expect(await page.getByLabel('Light or dark').inputValue()).toBe('dark');
    await close();
  });
});

describe('the navigation', () => {
  it('says where the reader is, and leads on to the last page and back', async () => {
    const { page, close } = await site.open(first);
    const course = site.paths.filter((path) => path.startsWith('course/'));
    for (const path of course) {
      expect(page.url()).toBe(site.start + path);
      const current = page.locator('nav[aria-label="Pages"] [aria-current="page"]');
      expect(await current.getAttribute('href')).toContain(path);
      if (path !== course.at(-1)) {
        await page.locator('a[rel=next]').click();
        await page.waitForLoadState('networkidle');
      }
    }
    await page.locator('a[rel=prev]').click();
    expect(page.url()).toBe(site.start + course.at(-2));
    await close();
  });

  it('stands behind a button on a phone; Escape closes it', async () => {
    const { page, close } = await site.open(first, { viewport: { width: 375, height: 700 } });
    const navigation = page.locator('nav[aria-label="Pages"]');
    const button = page.getByRole('button', { name: 'Pages' });
    expect(await navigation.isVisible()).toBe(false);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await navigation.isVisible()).toBe(true);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    while (!(await navigation.evaluate((nav) => nav.contains(document.activeElement))))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await navigation.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it('can be skipped', async () => {
    const { page, close } = await site.open(first);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await close();
  });
});

describe('on paper', () => {
  it('there is the text, light, with the addresses of links, and nothing to click', async () => {
    const { page, close } = await site.open(first, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('article').isVisible()).toBe(true);
    for (const nav of await page.locator('nav, .site-header').all())
      expect(await nav.isVisible()).toBe(false);
    expect(await page.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe(
      'light',
    );
    expect(await backgroundOf(page)).toBe(light);
    const figure = page.locator('.pancake').first();
    expect(await figure.evaluate((element) => getComputedStyle(element).breakInside)).toBe('avoid');
    await page.locator('article').evaluate((article) => {
      article.insertAdjacentHTML('beforeend', '<p><a href="https://example.org/x">link</a></p>');
    });
    const added = page.locator('article a[href="https://example.org/x"]');
    const shown = await added.evaluate((link) => getComputedStyle(link, '::after').content);
    expect(shown).toContain('https://example.org/x');
    await close();
  });
});

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('the page of plain HTML', () => {
  it('has live figures, the code of each, and an iframe that takes its height', async () => {
    const { page, problems, close } = await site.open('plain/demo.html');
    await expect.poll(() => page.locator('pancake-figure figure').count()).toBeGreaterThan(3);
    const code = await page.locator('.code code').allTextContents();
    expect(code).toHaveLength(await page.locator('[data-example]').count());
    expect(code[0]).toMatch(/^<pancake-run data="moons" model="2,8,1" seed="7">\n {2}<p>/);

    const steered = page.locator('#steered');
    await page.getByLabel('learning-rate').fill('fast');
    await page.getByLabel('learning-rate').press('Tab');
    await expect.poll(() => steered.getByRole('alert').textContent()).toMatch(/number above 0/);
    await page.getByLabel('learning-rate').fill('0.3');
    await page.getByRole('button', { name: 'Play or pause' }).click();
    await expect.poll(() => steered.getByRole('alert').count()).toBe(0);
    await expect.poll(() => steered.locator('figure').getAttribute('data-status')).toBe('running');
    await page.getByRole('button', { name: 'Play or pause' }).click();

    const iframe = page.locator('iframe');
    await iframe.scrollIntoViewIfNeeded();
    await expect
      .poll(() => iframe.evaluate((frame: HTMLIFrameElement) => frame.style.height))
      .toMatch(/px$/);
    const inside = page.frameLocator('iframe').locator('pancake-figure').first();
    expect(await inside.getAttribute('embed-address')).toBe(`${site.start}plain/embed.html`);
    expect(problems).toEqual([]);
    await close();
  });
});
