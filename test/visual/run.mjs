// npm run test:visual: every story, light and dark, at 1200 and 375 pixels, against its baseline.
//   -- <part of a story's id> ...   these stories only
//   -- --update [<part> ...]        what differs is as it should be: makes the baselines anew
//   -- --share                      the main figures only
//   -- --built                      takes storybook-static as it is, instead of building
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../../.ci/browser.mjs';
import { prepare, root, stop } from '../../.ci/prepare.mjs';
import { serve } from '../bench/serve.mjs';

prepare();

const { drawAlike, drawnBy, rememberDrawer, writePng } = await import('./baselines.mjs');
const { openBrowser } = await import('./camera.mjs');
const { checkStories, orphans } = await import('./check.mjs');
const { handwriting } = await import('./probe.mjs');
const { share } = await import('./share.mjs');

const command = 'npm run test:visual -- --update';
const results = fileURLToPath(new URL('results', import.meta.url));

const { values: options, positionals: parts } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: 'boolean', default: false },
    share: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});
const whole = parts.length === 0 && !options.share;

const began = performance.now();
const browser = await openBrowser(
  await ensureBrowser().catch((/** @type {Error} */ { message }) => stop(message)),
);
const here = {
  chromium: browser.version(),
  platform: `${process.platform}-${process.arch}`,
  handwriting: await handwriting(browser),
};
const there = drawnBy();
if (there && !drawAlike(there, here)) {
  const say = ({ chromium, platform, handwriting }) =>
    `Chromium ${chromium} on ${platform}, handwriting ${handwriting}`;
  if (!options.update) {
    console.log(
      `Nothing was compared: the baselines were drawn by ${say(there)}, this is ${say(here)}, which may\n` +
        `draw letters and curves otherwise. To make baselines of it: ${command}`,
    );
    await leave(0);
  }
  if (!whole) {
    console.log(
      `The baselines were drawn by ${say(there)}, this is ${say(here)}: make all anew, with ${command}`,
    );
    await leave(1);
  }
}

const storybook = options.built
  ? path.join(root, 'storybook-static')
  : path.join(root, 'node_modules/.cache/pancake/storybook');
if (!options.built) build(storybook);
const server = await serve(storybook);
const all = storiesOf(storybook);
const asked = all.filter(
  (id) =>
    (parts.length === 0 || parts.some((part) => id.includes(part))) &&
    (!options.share || share.includes(id)),
);
const unknown = options.share ? share.filter((id) => !all.includes(id)) : [];
if (asked.length === 0 || unknown.length > 0) {
  console.log(
    unknown.length > 0
      ? `test/visual/share.mjs names what is no story: ${unknown.join(', ')}`
      : `No story's id has ${parts.join(' or ')} in it.`,
  );
  server.close();
  await leave(1);
}

const { taken, written, findings } = await checkStories(
  browser,
  server.address,
  asked,
  options.update,
);
if (whole) findings.push(...orphans(new Set(all), options.update));
server.close();
if (options.update) rememberDrawer(here);

rmSync(results, { recursive: true, force: true });
for (const { name, what, ...pictures } of findings) {
  console.log(`${name}: ${what}`);
  for (const [kind, picture] of Object.entries(pictures)) {
    if (picture) await writePng(path.join(results, `${name}.${kind}.png`), picture);
  }
}
for (const name of written) console.log(`new baseline: ${name}`);
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(
  `${asked.length} stories, ${taken} pictures, ${findings.length} not as expected, ${seconds} s.`,
);
if (findings.length > 0 && !options.update) {
  console.log(
    `What was expected, what is there and where they differ: ${path.relative(root, results)}/\n` +
      `If it is meant to be so: ${command}, or ${command} <part of a story's id>`,
  );
}
await leave(findings.length > 0 ? 1 : 0);

/** @param {number} code */
async function leave(code) {
  await browser.close();
  process.exit(code);
}

/** @param {string} folder */
function build(folder) {
  const storybookProgram = path.join(root, 'node_modules/storybook/dist/bin/dispatcher.js');
  const args = [
    storybookProgram,
    'build',
    '--test',
    '--disable-telemetry',
    '--quiet',
    '-o',
    folder,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (status !== 0) stop(`Storybook could not be built:\n${stdout}${stderr}`);
}

/** @param {string} folder */
function storiesOf(folder) {
  const { entries } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
  return Object.values(entries)
    .filter(({ type }) => type === 'story')
    .map(({ id }) => String(id));
}
