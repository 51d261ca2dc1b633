// The package under a strict Content-Security-Policy with trusted types: a page of everything, in Chromium.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComponentType } from 'react';
import type * as Package from 'react-pancake';
import { browserArguments, findBrowser } from '../../.ci/browser.mjs';
import { built, load, root, text } from './dist';

const strict = "default-src 'self'; require-trusted-types-for 'script'";
const withWasm = `${strict}; script-src 'self' 'wasm-unsafe-eval'`;

/** What the page that a server sent is made of. */
const names = [
  'DecisionBoundary',
  'LayerStack',
  'ChainRuleStepper',
  'NetworkGraph',
  'LossChart',
] as const;

let folder: string;
let server: Server;
let browser: Browser;
let policy: string | null;
let body = '';

/** A page's program, bundled with the package as a site does it. */
async function program(name: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: root, loader: 'jsx' },
    alias: { 'react-pancake/engine': built('engine.js'), 'react-pancake': built('index.js') },
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    outdir: folder,
    entryNames: name,
    define: { 'process.env.NODE_ENV': '"production"' },
    absWorkingDir: root,
    logLevel: 'error',
  });
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pancake-policy-'));
  const all = await readFile(path.join(root, 'test/consumers/shared/everything.jsx'), 'utf8');
  // All but the challenge, each figure in a row of its own room.
  const without = all.replace(/^\s*<?CodeChallenge( name="square" \/>|,)$/gm, '');
  expect(without).not.toContain('CodeChallenge');
  const everything = without.replace('./own-figures', './test/consumers/shared/own-figures.jsx');
  await program(
    'everything',
    `${everything}
    import { createRoot } from 'react-dom/client';
    import { kernels, PancakeSharing } from 'react-pancake';
    if (location.search === '?plain') kernels.use('plain');
    window.kernels = kernels;
    createRoot(document.getElementById('root')).render(<PancakeSharing share><Everything /></PancakeSharing>);`,
  );
  await program(
    'challenge',
    `import { createRoot } from 'react-dom/client';
    import { CodeChallenge } from 'react-pancake';
    const sandbox = new URLSearchParams(location.search).get('sandbox') ?? undefined;
    localStorage.setItem('draft', 'class Square { forward(x) { return x; } backward(d) { return d; } }');
    createRoot(document.getElementById('root')).render(<CodeChallenge name="square" sandbox={sandbox} storageKey="draft" />);`,
  );
  await program(
    'sent',
    `import { hydrateRoot } from 'react-dom/client';
    import { ChainRuleStepper, DecisionBoundary, LayerStack, LossChart, NetworkGraph, Pancake } from 'react-pancake';
    hydrateRoot(
      document.getElementById('root'),
      <Pancake data="moons" points={40} posterEpoch={5}>
        <DecisionBoundary /><LayerStack /><ChainRuleStepper /><NetworkGraph /><LossChart />
      </Pancake>,
    );`,
  );
  writeFileSync(path.join(folder, 'style.css'), text('style.css'));
  writeFileSync(path.join(folder, 'sandbox.html'), text('sandbox.html'));
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const name = pathname.slice(1);
    const headers = policy === null ? {} : { 'content-security-policy': policy };
    if (name === 'sandbox.html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(text('sandbox.html'));
    } else if (path.extname(name)) {
      readFile(path.join(folder, path.basename(name))).then(
        (file) => response.writeHead(200, { 'content-type': types[path.extname(name)]! }).end(file),
        () => response.writeHead(404).end(),
      );
    } else {
      response
        .writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' })
        .end(
          `<!doctype html><html lang="en"><title>Page</title><link rel="stylesheet" href="/style.css"><div id="root">${body}</div><script type="module" src="/${name}.js"></script></html>`.replace(
            '',
            '',
          ),
        );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = findBrowser();
  browser = await chromium.launch({
    args: browserArguments(),
    ...(executablePath ? { executablePath } : {}),
  });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  page: Page;
  violations: () => Promise<string[]>;
  errors: string[];
}

async function open(address: string, given: string | null): Promise<Opened> {
  policy = given;
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`.trim());
    });
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/${address}`, { waitUntil: 'load' });
  await page.waitForSelector('#root > *');
  return {
    page,
    errors,
    violations: () =>
      page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations),
  };
}

/** Reads the page from top to bottom, so that all of its figures come near, and works some of them. */
async function readAll(page: Page): Promise<void> {
  for (;;) {
    const ended = await page.evaluate(async () => {
      scrollBy(0, 600);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
      return scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    });
    if (ended) break;
  }
  await page.waitForFunction(() => !document.querySelector('[data-far], [aria-busy="true"]'));
  const controls = page.locator('[data-pancake="TrainerControls"]').first();
  await controls.getByRole('button', { name: 'Play' }).click();
  await page.waitForFunction(
    () =>
      Number(document.querySelector<HTMLElement>('[data-pancake="LossChart"]')!.dataset['epoch']) >
      3,
  );
  await controls.getByRole('button', { name: 'Pause' }).click();
  const chart = page.locator('[data-pancake="LossChart"]').first();
  await chart.getByRole('button', { name: /share/i }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /SVG/ }).first().click();
  await download;
}

describe('a page of everything but the challenge, under default-src ‘self’ and trusted types', () => {
  it('runs in plain kernels without a violation', async () => {
    const { page, violations, errors } = await open('everything?plain', strict);
    await readAll(page);
    expect(await violations()).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.locator('[data-pancake="Error"]').count()).toBe(0);
    expect(await page.locator('[data-pancake]').count()).toBeGreaterThan(30);
    await page.close();
  });

  it('runs in WebAssembly without a violation, where that is allowed', async () => {
    const { page, violations, errors } = await open('everything', withWasm);
    await readAll(page);
    expect(await violations()).toEqual([]);
    expect(errors).toEqual([]);
    expect(
      await page.evaluate(
        () => (globalThis as unknown as { kernels: { name: string } }).kernels.name,
      ),
    ).toBe('wasm');
    await page.close();
  });

  it('tries WebAssembly once where nobody says whether it may, and does without', async () => {
    const { page, violations, errors } = await open('everything', strict);
    await readAll(page);
    expect(await violations()).toEqual(['script-src: wasm-eval']);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says which directive a PNG needs', async () => {
    const { page } = await open('everything?plain', strict);
    const chart = page.locator('[data-pancake="LossChart"]').first();
    await chart.getByRole('button', { name: /share/i }).click();
    await page.getByRole('button', { name: /PNG/ }).first().click();
    await page.getByText(/img-src data:/).waitFor();
    await page.close();
  });
});

describe('a code challenge', () => {
  it('says which directive it needs, and keeps its text field', async () => {
    const { page, errors } = await open('challenge', strict);
    await page.locator('textarea, [contenteditable="true"]').first().waitFor();
    await page.getByRole('button', { name: /check/i }).first().click();
    await page.getByText(/Content-Security-Policy needs/).waitFor({ timeout: 20_000 });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('runs under the policy with its page on the site itself', async () => {
    const { page, errors } = await open(`challenge?sandbox=/sandbox.html`, strict);
    await page.getByRole('button', { name: /check/i }).first().click();
    await page.waitForFunction(
      () =>
        document.querySelector('[data-pancake="CodeChallenge"]')!.getAttribute('data-state') ===
        'failed',
    );
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('HTML from a server', () => {
  beforeAll(async () => {
    const { renderToString } = await import('react-dom/server');
    const { createElement } = await import('react');
    const all = (await load('index.js')) as unknown as typeof Package;
    const figures = names.map((name) => createElement(all[name] as ComponentType));
    const run = { data: 'moons', points: 40, posterEpoch: 5 } as const;
    body = renderToString(createElement(all.Pancake, run, ...figures));
  });
  afterAll(() => void (body = ''));

  it('has style attributes that a policy may refuse, and nothing else', async () => {
    const count = body.match(/ style="/g)!.length;
    const refused = await open('sent', withWasm);
    const allowed = await open('sent', `${withWasm}; style-src-attr 'unsafe-inline'`);
    await Promise.all([allDrawn(refused.page), allDrawn(allowed.page)]);
    expect(await refused.violations()).toEqual(Array(count).fill('style-src-attr: inline'));
    expect(await allowed.violations()).toEqual([]);
    expect([...refused.errors, ...allowed.errors]).toEqual([]);
    await Promise.all([refused.page.close(), allowed.page.close()]);
  });

  it('looks the same where a policy refuses its style attributes, once the scripts have run', async () => {
    const refused = (await open('sent', withWasm)).page;
    const allowed = (await open('sent', `${withWasm}; style-src-attr 'unsafe-inline'`)).page;
    await Promise.all([refused, allowed].map((page) => drawn(page, 'DecisionBoundary')));
    // Far below, this one is as the server sent it.
    expect(await refused.evaluate(isDrawn, 'LossChart')).toBe(false);
    expect(await refused.evaluate(looks, 'LossChart')).toEqual(
      await allowed.evaluate(looks, 'LossChart'),
    );
    await Promise.all([refused, allowed].map((page) => allDrawn(page)));
    for (const name of names) {
      expect(await refused.evaluate(looks, name)).toEqual(await allowed.evaluate(looks, name));
    }
    await Promise.all([refused.close(), allowed.close()]);
  });
});

/** Whether React has the figure: what a server sent of one has no mark of it. */
function isDrawn(name: string): boolean {
  const parts = [...document.querySelectorAll(`[data-pancake="${name}"] > *`)];
  return parts.every((part) => Object.keys(part).some((key) => key.startsWith('__react')));
}

async function drawn(page: Page, name: string): Promise<void> {
  await page.waitForFunction(isDrawn, name);
}

async function allDrawn(page: Page): Promise<void> {
  await page.setViewportSize({ width: 900, height: 6000 });
  for (const name of names) await drawn(page, name);
}

/** Where each element of a figure stands in it, and in which colour. */
function looks(name: string): string[] {
  const figure = document.querySelector(`[data-pancake="${name}"]`)!;
  const origin = figure.getBoundingClientRect();
  return [figure, ...figure.querySelectorAll('*')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { backgroundColor, color, overflow } = getComputedStyle(element);
    const box = [left - origin.left, top - origin.top, width, height].map((px) => px.toFixed(1));
    const classes = element.getAttribute('class') ?? '';
    return [element.localName, classes, ...box, backgroundColor, color, overflow].join(' ');
  });
}
