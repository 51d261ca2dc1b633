// Whether this machine draws as the one that made the baselines: letters, curves, shades and a canvas.
import { createHash } from 'node:crypto';
import { decode } from './baselines.mjs';
import { rounded } from './compare.mjs';

/** @import { Browser } from 'playwright' */

const page = `<!doctype html><meta charset="utf-8">
<body style="margin: 8px; font-family: sans-serif; background: #fff">
${[10, 11, 12, 13, 15, 17].map((size) => `<p style="margin: 2px; font-size: ${size}px">∂L/∂w = −0.1274, epoch 40, ${size} <code style="font-family: monospace">y = x @ W + b</code></p>`).join('')}
<math display="block"><mfrac><mi>∂L</mi><mi>∂w</mi></mfrac><mo>=</mo><msup><mi>x</mi><mn>2</mn></msup></math>
<svg width="300" height="120" viewBox="0 0 300 120">
  ${[0, 1, 2, 3, 4, 5].map((i) => `<path d="M${10 + i * 7.3} 110C60 ${20 + i * 9.1} 120 ${90 - i * 5.7} 290 ${12.5 + i * 14.2}" fill="none" stroke="#1b64b0" stroke-width="${0.6 + i * 0.35}" opacity="${1 - i * 0.13}"/>`).join('')}
  <circle cx="61.4" cy="53.7" r="21.3" fill="#c8560f" fill-opacity=".4" stroke="#1c1f24" stroke-dasharray="3 2"/>
  <g transform="rotate(17 200 60)"><rect x="180" y="40" width="33.3" height="21.7" rx="3.5" fill="#009265"/></g>
</svg>
<canvas width="12" height="12" style="width: 150px; height: 97px"></canvas>
<script>
  const context = document.querySelector('canvas').getContext('2d');
  for (let i = 0; i < 144; i++) {
    context.fillStyle = 'rgb(' + [i, 255 - i, (i * 37) % 256].join() + ')';
    context.fillRect(i % 12, Math.floor(i / 12), 1, 1);
  }
</script>`;

/**
 * What a browser makes of a page that has some of everything, as a fingerprint.
 * @param {Browser} browser
 * @returns {Promise<string>}
 */
export async function handwriting(browser) {
  const context = await browser.newContext({ viewport: { width: 420, height: 420 } });
  const tab = await context.newPage();
  await tab.setContent(page);
  await tab.evaluate(() => document.fonts.ready);
  const { data } = rounded(await decode(await tab.screenshot()));
  await context.close();
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}
