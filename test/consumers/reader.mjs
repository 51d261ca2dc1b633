// A reader: a page in Chromium that notices what its console says, what it loads and what runs on it.
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { browserArguments, ensureBrowser } from '../../.ci/browser.mjs';

/** @typedef {import('playwright').Page} Page */

export async function openBrowser() {
  return chromium.launch({ executablePath: await ensureBrowser(), args: browserArguments() });
}

/**
 * Opens a page in a window of its own.
 * @param {import('playwright').Browser} browser
 * @param {string} address
 */
export async function openPage(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  // Generous, since a busy machine must not fail a site that is only slow.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  /** @type {Promise<number>[]} */
  const weights = [];
  page.on('console', (message) => {
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    problems.push(`console.${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(error.stack ?? String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    else if (weighed.has(response.request().resourceType())) weights.push(weightOf(response));
  });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'networkidle' });
  return {
    page,
    problems,
    /** What the page asked for so far: HTML, scripts and style sheets, in bytes as gzip makes them. */
    weight: async () => (await Promise.all(weights)).reduce((sum, one) => sum + one, 0),
    close: () => context.close(),
  };
}

const weighed = new Set(['document', 'script', 'stylesheet']);

async function weightOf(/** @type {import('playwright').Response} */ response) {
  const body = await response.body().catch(() => null); // a redirection has none
  return body ? gzipSync(body).length : 0;
}

/** Runs in the page before anything else does. */
function watch() {
  const { requestAnimationFrame: request } = window;
  const seen = { frames: 0, shift: 0 };
  const pixelsOf = (/** @type {HTMLCanvasElement} */ canvas) => {
    const { width, height } = canvas;
    if (!width || !height) return new Uint32Array();
    // Read from a copy: reading makes a canvas slow, and the browser says so.
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    return new Uint32Array(copy?.getImageData(0, 0, width, height).data.buffer ?? []);
  };
  Object.assign(window, { seen, pixelsOf, nextFrame: request.bind(window) });
  window.requestAnimationFrame = (callback) => {
    seen.frames++;
    return request.call(window, callback);
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.shift += /** @type {{ value?: number }} */ (/** @type {unknown} */ (entry)).value ?? 0;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * How many of its next sixty frames somebody on the page asked for.
 * @param {Page} page
 */
export function framesAsked(page) {
  return page.evaluate(async () => {
    const { seen, nextFrame } = /** @type {any} */ (window);
    const before = seen.frames;
    for (let i = 0; i < 60; i++) await new Promise(nextFrame);
    return /** @type {number} */ (seen.frames - before);
  });
}

/** Scrolls through the page, so that each of its figures is seen. @param {Page} page */
export function readToTheEnd(page) {
  return page.evaluate(async () => {
    const { nextFrame } = /** @type {any} */ (window);
    const seen = () => scrollY + innerHeight;
    for (let last = 0; last < seen();) {
      last = seen();
      scrollBy({ top: innerHeight / 2, behavior: 'instant' });
      for (let i = 0; i < 10; i++) await new Promise(nextFrame);
    }
  });
}

/**
 * A canvas's pixels, or none before it is painted.
 * @param {Page} page
 * @param {string} selector
 */
export function pixelsOf(page, selector) {
  return page.evaluate((wanted) => {
    const canvas = document.querySelector(wanted);
    const pixels = canvas ? /** @type {any} */ (window).pixelsOf(canvas) : [];
    return /** @type {number[]} */ ([...pixels]);
  }, selector);
}

/** How far things have moved that nobody touched. @param {Page} page */
export const shiftOf = (page) =>
  page.evaluate(() => /** @type {number} */ (/** @type {any} */ (window).seen.shift));
