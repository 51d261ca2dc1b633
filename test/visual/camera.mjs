// Shows one story after the other in a built Storybook and takes pictures of each, all alike: fonts of
// our own, reduced motion, no caret, no transitions, one pixel ratio, one language and time zone.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromium } from 'playwright';
import { browserArguments } from '../../.ci/browser.mjs';
import { root } from '../../.ci/prepare.mjs';
import { decode } from './baselines.mjs';
import { rounded } from './compare.mjs';

/** @import { Browser, Page } from 'playwright' */
/** @import { Picture } from './compare.mjs' */

export const themes = /** @type {const} */ (['light', 'dark']);
export const widths = [1200, 375];

// A page is at least as high as this; a longer one is taken whole.
const height = 800;
// How often a picture is taken again until it is the same twice, and the pause between, in milliseconds.
const patience = 60;
const pause = 50;

/**
 * A browser that knows our fonts and no others.
 * @param {string} executablePath
 * @returns {Promise<Browser>}
 */
export function openBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      ...browserArguments(),
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
      // What is painted anew in part has seams, which depend on the moment.
      '--disable-partial-raster',
    ],
    env: { ...process.env, FONTCONFIG_FILE: writeFontsFile() },
  });
}

/** The families that a page asks for, and the fonts that they get; all others get the last. */
const fonts = {
  'ui-monospace': 'JetBrains Mono',
  monospace: 'JetBrains Mono',
  math: 'Noto Sans Math',
};
const otherwise = 'Noto Sans';
const unhinted =
  '<edit name="antialias"><bool>true</bool></edit><edit name="hintstyle"><const>hintnone</const></edit>';

function writeFontsFile() {
  const cache = path.join(root, 'node_modules/.cache/pancake/fonts');
  mkdirSync(cache, { recursive: true });
  const file = path.join(cache, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${path.join(root, 'node_modules/@expo-google-fonts')}</dir>`,
    `<cachedir>${cache}</cachedir>`,
    ...Object.entries(fonts).map(
      ([family, font]) =>
        `<alias binding="strong"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
    ),
    `<match><edit name="family" mode="append_last" binding="strong"><string>${otherwise}</string></edit></match>`,
    // Letters as they are: moving them to whole pixels is a matter of the machine.
    ...['pattern', 'font'].map((target) => `<match target="${target}">${unhinted}</match>`),
    '</fontconfig>',
  ];
  writeFileSync(file, lines.join('\n'));
  return file;
}

const still = `*, ::before, ::after {
  animation-duration: 0s !important;
  animation-delay: 0s !important;
  transition-duration: 0s !important;
  transition-delay: 0s !important;
  caret-color: transparent !important;
}`;

/**
 * A page of one width, in which stories are shown.
 * @param {Browser} browser
 * @param {string} address of the built Storybook
 * @param {number} width in pixels
 */
export async function openCamera(browser, address, width) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const blank = () => open(page, address, still);
  await blank();

  /** @returns {Promise<Picture>} */
  const shoot = async () => {
    const { data } = await devtools.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
    });
    return rounded(await decode(Buffer.from(data, 'base64')));
  };

  // The page as high as what is on it, once that is known: figures measure their boxes after they are drawn.
  const fit = async () => {
    const [body, whole] = await page.evaluate(settledHeights);
    const shown = page.viewportSize()?.height ?? 0;
    if (whole > shown) await page.setViewportSize({ width, height: whole });
    else if (Math.max(body, height) < shown) {
      await page.setViewportSize({ width, height: Math.max(body, height) });
      const [, left] = await page.evaluate(settledHeights);
      if (left > Math.max(body, height)) await page.setViewportSize({ width, height: left });
    } else return;
    await page.evaluate(settledHeights);
  };

  return {
    width,

    /**
     * Shows a story, light, until its play function has ended.
     * @param {string} id
     * @returns {Promise<string | null>} what went wrong, or null
     */
    async show(id) {
      await page.setViewportSize({ width, height });
      const failure = await page.evaluate(showStory, id).catch(async () => {
        // Storybook loads its page anew when the story before does not let go.
        await blank();
        return page.evaluate(showStory, id);
      });
      // A message may go on with the whole page.
      return failure && stripVTControlCharacters(failure).split(/\n\s*\n\s*Ignored/)[0];
    },

    /**
     * Turns the story that is shown light or dark.
     * @param {(typeof themes)[number]} theme
     */
    async turn(theme) {
      await page.evaluate(turnTo, theme);
      await fit();
    },

    shoot,

    close: () => context.close(),

    /**
     * A picture of the story at rest.
     * @returns {Promise<Picture | null>} null if it does not come to rest
     */
    async shootAtRest() {
      let before = await shoot();
      for (let i = 0; i < patience; i++) {
        await page.waitForTimeout(pause);
        await fit();
        const now = await shoot();
        if (now.width === before.width && Buffer.compare(now.data, before.data) === 0) return now;
        before = now;
      }
      return null;
    },
  };
}

/**
 * Storybook without a story.
 * @param {Page} page
 * @param {string} address
 * @param {string} css
 */
async function open(page, address, css) {
  // axe, which looks at each story by itself, is the business of other tests.
  await page.goto(`${address}/iframe.html?globals=a11y.manual:!true&viewMode=story&id=none--none`);
  await page.waitForFunction('window.__STORYBOOK_PREVIEW__?.storyStoreValue');
  await page.addStyleTag({ content: css });
}

/* What follows runs in the page. */

/** @param {string} id */
async function showStory(id) {
  const channel = window['__STORYBOOK_ADDONS_CHANNEL__'];
  /** @type {(events: Record<string, (about: any) => string | null>, then: () => void) => Promise<string | null>} */
  const first = (events, then) =>
    new Promise((resolve) => {
      const listeners = Object.entries(events).map(([name, say]) => {
        const listener = (/** @type {any} */ about) => {
          for (const [event, other] of listeners) channel.off(event, other);
          resolve(say(about));
        };
        channel.on(name, listener);
        return /** @type {const} */ ([name, listener]);
      });
      then();
    });
  const select = (/** @type {string} */ storyId) => () =>
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  // Nothing of the story before is left.
  await first({ storyMissing: () => null }, select('none--none'));
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
  scrollTo(0, 0);
  channel.emit('updateGlobals', { globals: { theme: 'light' } });
  return first(
    {
      storyFinished: ({ status }) => (status === 'success' ? null : 'its play function failed'),
      playFunctionThrewException: ({ message }) => `its play function failed: ${message}`,
      storyThrewException: ({ message }) => `it threw: ${message}`,
      storyErrored: ({ title }) => `it cannot be shown: ${title}`,
      storyMissing: () => 'Storybook does not know it',
    },
    select(id),
  );
}

/** @param {string} theme */
async function turnTo(theme) {
  window['__STORYBOOK_ADDONS_CHANNEL__'].emit('updateGlobals', { globals: { theme } });
  await document.fonts.ready;
}

/** @returns {Promise<[body: number, whole: number]>} in pixels, the same for some frames */
async function settledHeights() {
  // A figure that has come, and whose drawing follows.
  const isBusy = () => document.querySelector('[aria-busy="true"]') !== null;
  const measure = () => [
    // Rounded as the browser does it, so that it does not matter from which side a page comes to its height.
    Math.round(document.body.getBoundingClientRect().bottom),
    document.documentElement.scrollHeight,
  ];
  let heights = measure();
  for (let same = 0, frames = 0; same < 6 && frames < 300; frames++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = measure();
    same = String(now) === String(heights) && !isBusy() ? same + 1 : 0;
    heights = now;
  }
  return /** @type {[number, number]} */ (heights);
}
