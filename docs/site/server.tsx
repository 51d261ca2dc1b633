// Renders a page to HTML, for the build and for `npm run start:docs`.
import { renderToString } from 'react-dom/server';
import { Layout } from './layout';
import { numberedTitle, pageAt, pages, siteTitle } from './page';

/** All addresses of the site, from its start. */
export const paths = ['', ...pages.map(({ path }) => path)];

/** The HTML of a page, and its title. `root` is the way from it to the site's start. */
export async function render(path: string, root: string): Promise<{ html: string; title: string }> {
  const page = pageAt(path);
  const html = renderToString(<Layout page={page} module={await page.load()} root={root} />);
  return { html, title: path === '' ? siteTitle : `${numberedTitle(page)} · ${siteTitle}` };
}
