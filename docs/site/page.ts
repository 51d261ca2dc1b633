// The pages of the site: the start and those that the plugin found.
import { type ComponentType } from 'react';
import { pages as found } from 'virtual:pages';

/** A heading inside a page. */
export interface Heading {
  id: string;
  depth: number;
  text: string;
}

/** What a page's chunk has. */
export interface PageModule {
  default: ComponentType<{ root: string }>;
  headings?: readonly Heading[];
}

/** A page as the navigation knows it. */
export interface ListedPage {
  /** From the site's start, ending with a slash; empty for the start itself. */
  path: string;
  section: 'course' | 'guides' | 'start';
  /** Its place in the course. */
  number: number | null;
  title: string;
  load: () => Promise<PageModule>;
}

export const siteTitle = 'Networks from pancakes';

const start: ListedPage = {
  path: '',
  section: 'start',
  number: null,
  title: siteTitle,
  load: () => import('./start-page'),
};

export const pages = found as readonly ListedPage[];

/** @throws if there is no such page */
export function pageAt(path: string): ListedPage {
  const page = [start, ...pages].find((one) => one.path === path);
  if (page === undefined) throw new Error(`There is no page at "${path}"`);
  return page;
}

/** The pages before and after one, in its own section. */
export function neighbours({ path, section }: ListedPage) {
  const row = pages.filter((page) => page.section === section);
  const place = row.findIndex((page) => page.path === path);
  return { previous: row[place - 1], next: place === -1 ? pages[0] : row[place + 1] };
}

/** A page's title with its number, if it has one. */
export function numberedTitle({ number, title }: Pick<ListedPage, 'number' | 'title'>): string {
  return number === null ? title : `${number}. ${title}`;
}

/** The address of the site's start, from a page at `root` below it. */
export const startAddress = (root: string) => root || './';
