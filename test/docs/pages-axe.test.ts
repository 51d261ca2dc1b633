// Each page of the built site, as axe finds it: light, and its colours dark.
import axe from 'axe-core';
import { type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, shareOf, type BuiltSite } from './built-site';

let site: BuiltSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it('no page has an accessibility problem that can be found, light or dark', async () => {
  for (const path of shareOf(site.paths, 1)) {
    const { page, close } = await site.open(path, { bypassCSP: true });
    await page.evaluate(axe.source);
    expect(await violationsOf(page), `${path}, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body).colorScheme))
      .toBe('dark');
    // All that can differ.
    expect(await violationsOf(page, ['color-contrast']), `${path}, dark`).toEqual([]);
    await close();
  }
});

/** What axe finds, in short. */
async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(
        document,
        only ? { runOnly: only } : {},
      ),
    rules,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
