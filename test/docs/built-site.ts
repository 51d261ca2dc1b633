// The course and the guides, built once for all tests (build.ts), served below an address that the build
// knows nothing of; and a browser to look at them.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { inject } from 'vitest';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';
import { isLong } from '../support/long';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** A page that was opened, and what went wrong on it so far. */
export interface OpenPage {
  page: Page;
  /** What the console said, exceptions, files that were not there, violations of the policy. */
  problems: string[];
  /** The addresses that were asked for, from the site's start. */
  requests: string[];
  close(this: void): Promise<void>;
}

export interface BuiltSite {
  /** All pages, from the site's start. */
  paths: string[];
  /** The site's start; its last part is a folder. */
  start: string;
  /** A file of the site, as it was written. */
  read(this: void, file: string): Promise<string>;
  open(this: void, path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(this: void): Promise<void>;
}

/** In the long run all pages; otherwise every third one, from the first or the second. */
export function shareOf(paths: readonly string[], first: 0 | 1): readonly string[] {
  return isLong ? paths : paths.filter((_, i) => i % 3 === first);
}

/** Serves the built site, and starts a browser. */
export async function openSite(): Promise<BuiltSite> {
  const folder = inject('site');
  const server = await serve(folder);
  const start = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/base/`;
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: browserArguments(),
    ...(executablePath ? { executablePath } : {}),
  });
  return {
    paths: pathsIn(folder),
    start,
    read: (file) => readFile(path.join(folder, file), 'utf8'),
    open: (page, options) => open(browser, start, page, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'index.html')
    .map((file) => file.split(path.sep).join('/').slice(0, -'index.html'.length))
    .sort();
}

async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.replace(/^\/some\/base\//, '').replace(/(^|\/)$/, '$1index.html');
    const file = path.join(folder, path.posix.normalize(decodeURIComponent(inside)));
    readFile(file).then(
      (body) => {
        response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain' });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function open(
  browser: Browser,
  start: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    locale: 'en-US',
    colorScheme: 'light',
    ...options,
  });
  const problems: string[] = [];
  const requests: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => requests.push(request.url().slice(start.length)));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(watch);
  await page.goto(start + path, {
    waitUntil: options.javaScriptEnabled === false ? 'load' : 'networkidle',
  });
  return { page, problems, requests, close: () => context.close() };
}

/** What the page keeps for the tests, from its very beginning. */
export interface Watched {
  /** The sum of all layout shifts. */
  shift: number;
  /** The directives that were violated. */
  violations: string[];
  /** Each background that the page was painted on. */
  themes: string[];
}

function watch() {
  const seen: Watched = { shift: 0, violations: [], themes: [] };
  (globalThis as { seen?: Watched }).seen = seen;
  addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as { value?: number }).value ?? 0;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const theme = document.body ? getComputedStyle(document.body).backgroundColor : '';
    if (theme !== '' && seen.themes.at(-1) !== theme) seen.themes.push(theme);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What the page kept. */
export const watched = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: Watched }).seen);
