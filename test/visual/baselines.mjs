// The pictures that were looked at and found good, and what browser drew them.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** @import { Picture } from './compare.mjs' */

const folder = fileURLToPath(new URL('baselines', import.meta.url));
const ending = '.webp';
const record = path.join(folder, 'drawn-by.json');

/**
 * @typedef {object} Drawer
 * @property {string} chromium its version
 * @property {string} platform such as linux-x64
 * @property {string} handwriting what it makes of a page with some of everything (probe.mjs)
 */

/** @returns {Drawer | null} what drew the baselines, or null where there are none */
export function drawnBy() {
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : null;
}

/** @param {Drawer} drawer */
export function rememberDrawer(drawer) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(record, `${JSON.stringify(drawer, null, 2)}\n`);
}

/**
 * Whether two browsers draw alike: letters and curves may change with a major version, and with the
 * processor and the libraries of a machine.
 * @param {Drawer} one
 * @param {Drawer} other
 */
export function drawAlike(one, other) {
  const major = (/** @type {Drawer} */ { chromium }) => chromium.split('.')[0];
  return (
    one.platform === other.platform &&
    major(one) === major(other) &&
    one.handwriting === other.handwriting
  );
}

/** @returns {string[]} the names of all baselines */
export function baselineNames() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

const fileOf = (/** @type {string} */ name) => path.join(folder, name + ending);

/**
 * @param {string} name
 * @returns {Promise<Picture | null>} null if there is none
 */
export async function readBaseline(name) {
  const file = fileOf(name);
  return existsSync(file) ? decode(readFileSync(file)) : null;
}

/**
 * @param {string} name
 * @param {Picture} picture
 */
export async function writeBaseline(name, picture) {
  mkdirSync(folder, { recursive: true });
  const file = await image(picture).removeAlpha().webp({ lossless: true, effort: 4 }).toBuffer();
  writeFileSync(fileOf(name), file);
}

/** @param {string} name */
export function removeBaseline(name) {
  rmSync(fileOf(name), { force: true });
}

/**
 * @param {Uint8Array} file PNG or WebP
 * @returns {Promise<Picture>}
 */
export async function decode(file) {
  const { data, info } = await sharp(file)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/**
 * @param {string} file
 * @param {Picture} picture
 */
export async function writePng(file, picture) {
  mkdirSync(path.dirname(file), { recursive: true });
  await image(picture).png().toFile(file);
}

/** @param {Picture} picture */
function image({ width, height, data }) {
  return sharp(data, { raw: { width, height, channels: 4 } });
}
