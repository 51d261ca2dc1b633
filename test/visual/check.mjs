// Holds the pictures of stories against the baselines, or makes them the new ones.
import { baselineNames, readBaseline, removeBaseline, writeBaseline } from './baselines.mjs';
import { openCamera, themes, widths } from './camera.mjs';
import { compare } from './compare.mjs';

/** @import { Browser } from 'playwright' */
/** @import { Picture } from './compare.mjs' */

/**
 * @typedef {object} Finding What is wrong with a picture, or with a story in all of its pictures.
 * @property {string} name of the picture: `<story>.<width>.<theme>`
 * @property {string} what in a few words
 * @property {Picture} [actual]
 * @property {Picture} [expected]
 * @property {Picture} [difference]
 */

/**
 * @typedef {object} Outcome
 * @property {number} taken pictures
 * @property {string[]} written baselines that are new or changed, when updating
 * @property {Finding[]} findings
 */

/**
 * @param {Browser} browser
 * @param {string} address of the built Storybook
 * @param {readonly string[]} stories their ids
 * @param {boolean} update whether what differs becomes the baseline
 * @returns {Promise<Outcome>}
 */
export async function checkStories(browser, address, stories, update) {
  /** @type {Outcome} */
  const outcome = { taken: 0, written: [], findings: [] };
  const look = async (/** @type {number} */ width) => {
    const camera = await openCamera(browser, address, width);
    for (const story of stories) await checkStory(camera, story, update, outcome);
    return camera;
  };
  // A page that is left alone in the browser may be given one frame a second.
  for (const camera of await Promise.all(widths.map(look))) await camera.close();
  return outcome;
}

/**
 * @param {Awaited<ReturnType<typeof openCamera>>} camera
 * @param {string} story
 * @param {boolean} update
 * @param {Outcome} outcome
 */
async function checkStory(camera, story, update, outcome) {
  const failure = await camera.show(story);
  for (const theme of themes) {
    const name = `${story}.${camera.width}.${theme}`;
    if (failure !== null) {
      outcome.findings.push({ name, what: failure });
      continue;
    }
    await camera.turn(theme);
    outcome.taken++;
    const expected = await readBaseline(name);
    // One picture is enough where it is the expected one.
    if (expected && compare(expected, await camera.shoot()).same) continue;
    const actual = await camera.shootAtRest();
    if (actual === null) outcome.findings.push({ name, what: 'does not come to rest' });
    else if (update) {
      if (expected && compare(expected, actual).same) continue;
      await writeBaseline(name, actual);
      outcome.written.push(name);
    } else if (expected === null) {
      outcome.findings.push({ name, what: 'has no baseline', actual });
    } else {
      const { same, pixels, share, difference } = compare(expected, actual);
      if (same) continue;
      const size = ({ width, height }) => `${width} × ${height}`;
      const what =
        `${(share * 100).toFixed(share < 0.001 ? 3 : 1)} % (${pixels} pixels)` +
        (size(actual) === size(expected) ? '' : `; ${size(expected)} is ${size(actual)}`);
      outcome.findings.push({ name, what, actual, expected, difference: difference ?? undefined });
    }
  }
}

/**
 * Baselines without a story, which go when updating.
 * @param {ReadonlySet<string>} stories all there are
 * @param {boolean} update
 * @returns {Finding[]}
 */
export function orphans(stories, update) {
  const left = baselineNames().filter((name) => !stories.has(name.split('.')[0] ?? ''));
  if (update) for (const name of left) removeBaseline(name);
  return update ? [] : left.map((name) => ({ name, what: 'is a baseline without a story' }));
}
