// Light and dark colours in the style sheet survive builders that write for older browsers.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';
import { guardLightDark } from '../../.ci/light-dark.mjs';
import { layeredStyle, raisedStyle, styleFile } from '../../.ci/style.mjs';

const themes = path.join(path.dirname(styleFile), 'themes');
const sheets: [string, string][] = [
  ['style.css', raisedStyle()],
  ['style.layered.css', layeredStyle()],
  ...readdirSync(themes).map((name): [string, string] => [
    name,
    guardLightDark(readFileSync(path.join(themes, name), 'utf8')),
  ]),
];

/** A style sheet as Vite and Next write it: for Chrome 111, which does not know light-dark(). */
const built = (css: string) =>
  transform({
    filename: 'style.css',
    code: Buffer.from(css),
    minify: true,
    targets: { chrome: 111 << 16 },
  }).code.toString();

const guarded = /@supports \(color:light-dark\(red, ?blue\)\)\{[^{}]*\{[^{}]*\}\}/g;

describe('light-dark()', () => {
  it.each(sheets)('stays as it is in %s', (_, css) => {
    const text = built(css);
    expect(text.match(/light-dark\(#/g)!.length).toBeGreaterThan(5);
    expect(text.replace(guarded, '')).not.toContain('light-dark(');
    // What lightningcss puts in its place; it adds these to a color-scheme too, where they do no harm.
    expect(text).not.toContain('var(--lightningcss-');
  });

  it('has the light colour beside it for browsers that do not know it', () => {
    const css = guardLightDark(
      '/* { */ .a, .b { margin: 0; color: var(--c, light-dark(#fff, #000)); }',
    );
    expect(css.replace(/\s+/g, ' ')).toBe(
      ' .a, .b { margin: 0; color: var(--c, #fff); } ' +
        '@supports (color: light-dark(red, blue)) { .a, .b { color: var(--c, light-dark(#fff, #000)); } }',
    );
  });

  it('says so where it cannot be told which colour is the light one', () => {
    expect(() => guardLightDark('.a { color: light-dark(var(--a), #000); }')).toThrow(
      'two plain colours',
    );
  });
});
