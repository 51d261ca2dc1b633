// Pages of plain HTML with nothing but the script file, served from memory beside the built files, and
// a browser to look at them.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from 'playwright';
import { inject } from 'vitest';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The policy of a page that allows nothing but its own files. */
export const strictPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

/** A page to serve: its HTML, and the policy that it is sent with. */
export interface PlainPage {
  html: string;
  policy?: string;
}

/** A page that was opened, and what went wrong on it so far. */
export interface OpenPage {
  page: Page;
  /** What the console said, exceptions, files that were not there. */
  problems: string[];
  /** The files that were asked for. */
  requests: string[];
  close(this: void): Promise<void>;
}

export interface PlainSite {
  /** Where the built files are, on disk. */
  folder: string;
  /** The address of the site, and the same under another origin. */
  start: string;
  elsewhere: string;
  open(this: void, page: PlainPage | string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(this: void): Promise<void>;
}

/** Serves the built files, and pages beside them. */
export async function plainSite(): Promise<PlainSite> {
  const folder = inject('standalone');
  const pages = new Map<string, PlainPage>();
  const server = await serve(folder, pages);
  const { port } = server.address() as AddressInfo;
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: browserArguments(),
    ...(executablePath ? { executablePath } : {}),
  });
  const start = `http://127.0.0.1:${port}/`;

  const open = async (shown: PlainPage | string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1000, height: 900 },
      locale: 'en-US',
      colorScheme: 'light',
      ...options,
    });
    const page = await context.newPage();
    const problems: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('request', (request) => requests.push(request.url().replace(start, '')));
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    });
    await page.addInitScript(watch);
    let address = shown;
    if (typeof shown !== 'string') {
      const name = `page-${pages.size}.html`;
      pages.set(`/${name}`, shown);
      address = start + name;
    }
    await page.goto(address as string, { waitUntil: 'load' });
    return { page, problems, requests, close: () => context.close() };
  };
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { folder, start, elsewhere: `http://localhost:${port}/`, open, close };
}

/** A whole document around some elements. */
export function documentOf(body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>A plain page</title>
  <script src="/pancake.js" defer></script>
  ${head}
</head>
<body>
${body}
</body>
</html>`;
}

async function serve(folder: string, pages: ReadonlyMap<string, PlainPage>): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages.get(pathname);
    if (page) {
      response.writeHead(200, {
        'content-type': types['.html'],
        ...(page.policy ? { 'content-security-policy': page.policy } : {}),
      });
      response.end(page.html);
      return;
    }
    // Browsers ask for it by themselves.
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    readFile(path.join(folder, path.posix.normalize(pathname))).then(
      (body) => {
        response.writeHead(200, { 'content-type': types[path.extname(pathname)] ?? 'text/plain' });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

/** What a page keeps for the tests, from its very beginning. */
export interface Watched {
  /** The directives that were violated. */
  violations: string[];
  /** Events of the elements, as `type: status`. */
  events: string[];
  /** The frames asked for so far. */
  frames: number;
  shift: number;
}

function watch() {
  const seen: Watched = { violations: [], events: [], frames: 0, shift: 0 };
  (globalThis as { seen?: Watched }).seen = seen;
  addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as { value?: number }).value ?? 0;
  }).observe({ type: 'layout-shift', buffered: true });
  const request = requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    seen.frames++;
    return request(callback);
  };
}

/** What the page kept. */
export const watched = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: Watched }).seen);
