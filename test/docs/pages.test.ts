// Each page of the built site, in Chromium: nothing is reported, nothing moves, every link leads somewhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, shareOf, watched, type BuiltSite } from './built-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it('the site has a start, nine pages of the course, and the guides', () => {
  expect(site.paths).toContain('');
  expect(site.paths.filter((path) => path.startsWith('course/'))).toHaveLength(9);
  expect(site.paths.filter((path) => path.startsWith('guides/')).length).toBeGreaterThan(0);
});

describe('every page', () => {
  for (const width of [320, 1200]) {
    it(`loads at ${width} px its own text only: no report, nothing moves, nothing sticks out`, async () => {
      for (const path of shareOf(site.paths, width === 320 ? 1 : 0)) {
        const { page, problems, requests, close } = await site.open(path, {
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
        expectOwnText(path, requests);
        await close();
      }
    });
  }

  it('can be read before any script has come, and links to places that are there', async () => {
    const ids = new Map<string, Set<string>>();
    const links: { from: string; href: string }[] = [];
    for (const path of site.paths) {
      const { page, close } = await site.open(path, { javaScriptEnabled: false });
      expect(await page.locator('h1').count(), path).toBe(1);
      expect((await page.locator('article').innerText()).length, path).toBeGreaterThan(150);
      expect(await page.locator('nav[aria-label="Pages"]').isVisible(), path).toBe(true);
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
      // A file beside the pages; site.test.ts looks at it.
      if (path === 'plain/demo.html') continue;
      expect(ids.has(path), `${from} links to ${href}`).toBe(true);
      if (hash) expect(ids.get(path), `${from} links to ${href}`).toContain(decodeURI(hash));
    }
    expect(links.filter(({ href }) => href.includes('.mdx'))).toEqual([]);
  });
});

function expectOwnText(path: string, requests: readonly string[]) {
  const texts = requests.filter((file) => /assets\/(\d\d-|start-page)/.test(file));
  const name = path === '' ? 'start-page' : (path.split('/')[1] ?? '');
  if (!path.startsWith('guides/')) expect(texts, path).toHaveLength(1);
  const others = texts.filter((file) => !file.startsWith(`assets/${name}`));
  expect(others, path).toEqual([]);
  expect(
    requests.filter((file) => file.includes('search')),
    path,
  ).toEqual([]);
}
