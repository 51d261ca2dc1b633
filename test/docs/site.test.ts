// The built site, page by page, in Chromium: nothing is reported, nothing moves, every link leads
// somewhere, and search, theme, keyboard and print work.
import axe from 'axe-core';
import { type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, watched, type BuiltSite } from './built-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite();
}, 180_000);
afterAll(() => site.close());

const first = 'course/01-the-chain-rule/';
const [light, dark] = ['rgb(255, 255, 255)', 'rgb(20, 23, 28)'];

describe('every page', () => {
  it('is there: a start, nine of the course, and the guides', () => {
    expect(site.paths).toContain('');
    expect(site.paths.filter((path) => path.startsWith('course/'))).toHaveLength(9);
    expect(site.paths.filter((path) => path.startsWith('guides/')).length).toBeGreaterThan(0);
  });

  for (const width of [320, 1200]) {
    it(`loads at ${width} px: no report, nothing moves, nothing sticks out`, async () => {
      for (const path of site.paths) {
        const { page, problems, close } = await site.open(path, {
          viewport: { width, height: 800 },
        });
        const { shift, violations } = await watched(page);
        expect(problems, path).toEqual([]);
        expect(violations, path).toEqual([]);
        expect(shift, path).toBeLessThan(0.01);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(beyond, `${path}: pixels beyond the edge`).toBeLessThanOrEqual(0);
        await close();
      }
    });
  }

  it('can be read before any script has come', async () => {
    for (const path of site.paths) {
      const { page, close } = await site.open(path, { javaScriptEnabled: false });
      expect(await page.locator('h1').count(), path).toBe(1);
      expect((await page.locator('article').innerText()).length, path).toBeGreaterThan(150);
      expect(await page.locator('nav[aria-label="Pages"]').isVisible(), path).toBe(true);
      await close();
    }
  });

  it('links to places that are there', async () => {
    const ids = new Map<string, Set<string>>();
    const links: { from: string; href: string }[] = [];
    for (const path of site.paths) {
      const { page, close } = await site.open(path, { javaScriptEnabled: false });
      const found = await page.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((a) => a.href),
      }));
      ids.set(path, new Set(found.ids));
      links.push(...found.links.map((href) => ({ from: path, href })));
      await close();
    }
    const inside = links.filter(({ href }) => href.startsWith(site.start));
    expect(inside.length).toBeGreaterThan(site.paths.length);
    for (const { from, href } of inside) {
      const [path = '', hash] = href.slice(site.start.length).split('#');
      expect(ids.has(path), `${from} links to ${href}`).toBe(true);
      if (hash) expect(ids.get(path), `${from} links to ${href}`).toContain(decodeURI(hash));
    }
    expect(links.filter(({ href }) => href.includes('.mdx'))).toEqual([]);
  });

  it('has no accessibility problem that can be found, light or dark', async () => {
    for (const path of site.paths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, close } = await site.open(path, { colorScheme, bypassCSP: true });
        expect(await violationsOf(page), `${path}, ${colorScheme}`).toEqual([]);
        await close();
      }
    }
  });

  it('loads its own text only', async () => {
    for (const path of site.paths) {
      const { requests, close } = await site.open(path);
      const texts = requests.filter((file) => /assets\/(\d\d-|start-page)/.test(file));
      const name = path === '' ? 'start-page' : (path.split('/')[1] ?? '');
      if (!path.startsWith('guides/')) expect(texts, path).toHaveLength(1);
      expect(
        texts.every((file) => file.startsWith(`assets/${name}`)),
        path,
      ).toBe(true);
      expect(
        requests.filter((file) => file.includes('search')),
        path,
      ).toEqual([]);
      await close();
    }
  });
});

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

/** What axe finds, in short. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
