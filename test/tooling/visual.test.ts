// The comparison behind the visual check: what it must see, and what it may overlook.
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { drawAlike } from '../visual/baselines.mjs';
import { compare, rounded, tolerance, type Picture } from '../visual/compare.mjs';

const width = 375;
const height = 800;
const page = '#16171b';

/** A dark page with what is given drawn on it, as SVG. */
async function picture(svg: string, size = { width, height }): Promise<Picture> {
  const ground = `<rect width="100%" height="100%" fill="${page}"/>`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${ground}${svg}</svg>`;
  const { data, info } = await sharp(Buffer.from(image))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return rounded({ width: info.width, height: info.height, data });
}
const bar = (x: number, fill = '#6ab0f3') =>
  `<rect x="${x}" y="100" width="12" height="40" fill="${fill}"/>`;
const card = (fill: string) => `<rect x="10" y="300" width="200" height="90" fill="${fill}"/>`;
// A digit of the smallest text, 11 pixels, as strokes: no font of the machine takes part.
const one = '<path d="M20 24l3-3v9" stroke="#9a9aa2" stroke-width="1.2" fill="none"/>';
const seven = '<path d="M20 21h5l-3 9" stroke="#9a9aa2" stroke-width="1.2" fill="none"/>';

describe('two pictures', () => {
  it('are the same if nothing changed', async () => {
    const result = compare(await picture(bar(10) + one), await picture(bar(10) + one));
    expect(result).toEqual({ same: true, pixels: 0, share: 0, difference: null });
  });

  it.each([
    ['a bar is a pixel further right', bar(10), bar(11)],
    ['a bar has the colour of the other class', bar(10), bar(10, '#f08a3c')],
    ['a bar is as pale as what cannot be pressed', bar(10), bar(10, '#48759f')],
    ['a digit of the smallest text is another', bar(10) + one, bar(10) + seven],
    ['a card is no longer set off from the page', card('#26272d'), card(page)],
    ['a mark is missing', `${bar(10)}<circle cx="50" cy="50" r="3" fill="#fff"/>`, bar(10)],
  ])('differ if %s', async (_, before, after) => {
    const { same, pixels, share, difference } = compare(
      await picture(before),
      await picture(after),
    );
    expect(same).toBe(false);
    expect(pixels).toBeGreaterThan(tolerance.pixels);
    expect(share).toBe(pixels / (width * height));
    expect(difference).toMatchObject({ width, height });
  });

  it('differ if the page became longer, by the rows that are new', async () => {
    const before = await picture(bar(10));
    const after = await picture(bar(10), { width, height: height + 2 });
    for (const result of [compare(before, after), compare(after, before)]) {
      expect(result).toMatchObject({ same: false, pixels: 2 * width });
    }
  });

  it('are the same if colours are rounded otherwise', async () => {
    const other = '#6bb1f2';
    expect(compare(await picture(bar(10)), await picture(bar(10, other))).same).toBe(true);
  });
});

it('colours are kept to six levels of 255, and no pixel is see-through', () => {
  const data = Uint8Array.from({ length: 256 * 4 }, (_, i) => i >> 2);
  const kept = rounded({ width: 256, height: 1, data });
  kept.data.forEach((value, i) => {
    if (i % 4 === 3) expect(value).toBe(255);
    else expect(Math.abs(value - data[i]!)).toBeLessThanOrEqual(6);
  });
});

it('browsers draw alike that are of one major version, platform and handwriting', () => {
  const here = { chromium: '156.0.8078.108', platform: 'linux-x64', handwriting: 'a1' };
  expect(drawAlike(here, { ...here, chromium: '156.0.9000.1' })).toBe(true);
  expect(drawAlike(here, { ...here, chromium: '157.0.8078.108' })).toBe(false);
  expect(drawAlike(here, { ...here, platform: 'darwin-arm64' })).toBe(false);
  expect(drawAlike(here, { ...here, handwriting: 'b2' })).toBe(false);
});
