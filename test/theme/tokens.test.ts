// Tokens: each is used and documented, and no colour or size goes past them.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layeredStyle, raise, raisedStyle, styleFile, styleParts } from '../../.ci/style.mjs';
import { declared, themeFile } from './tokens';

const sheet = styleParts()
  .map((file) => themeFile(path.basename(file)))
  .join('\n');
const used = new Set([...sheet.matchAll(/var\(\s*(--pancake-[\w-]+)/g)].map(([, name]) => name!));
const guide = readFileSync('docs/guides/theming.mdx', 'utf8');
const documented = [...guide.matchAll(/^\| `(--pancake-[\w-]+)`/gm)].map(([, name]) => name!);
const themes = readdirSync(path.join(path.dirname(styleFile), 'themes'));
const parts = styleParts()
  .map((file) => path.basename(file))
  .filter((name) => !['tokens.css', 'palettes.css', 'contrast.css'].includes(name));

describe('a token', () => {
  it('is documented if it is used, and used if it is documented', () => {
    expect([...documented].sort()).toEqual([...used].sort());
  });

  it('is public or internal, and every internal one is set before it is used', () => {
    const names = [...sheet.matchAll(/--[\w-]+/g)].map(([name]) => name);
    expect(names.filter((name) => !/^--(pancake|pk)-/.test(name))).toEqual([]);
    const code = sourcesOf('src/components').map((file) => readFileSync(file, 'utf8'));
    const isSet = (name: string) =>
      new RegExp(`${name}:`).test(sheet) ||
      code.some((text) => new RegExp(`'${name}'[:,]`).test(text));
    const asked = [...`${sheet}${code.join()}`.matchAll(/var\((--pk-[\w-]*\w)[,)]/g)];
    expect(asked.map(([, name]) => name!).filter((name) => !isSet(name))).toEqual([]);
  });

  it.each(themes)('%s sets those that there are, and nothing else', (name) => {
    const css = themeFile(`themes/${name}`);
    const set = [...declared(css).keys()];
    expect(set.filter((token) => !used.has(token))).toEqual([]);
    expect(css.replace(/\s+/g, ' ')).toMatch(
      /^ ?@layer pancake, pancake-defaults, pancake-theme; @layer pancake-theme \{ :root \{ (--pancake-[\w-]+: [^;{}]+; )+\} \} ?$/,
    );
    expect(guide).toContain(`react-pancake/themes/${name}`);
  });
});

describe.each(parts)('%s', (name) => {
  const css = themeFile(name);
  it('takes its colours from tokens', () => {
    expect(css.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\(|: (white|black)\b/gi)).toBeNull();
  });

  it('takes its letters from tokens', () => {
    expect(css.match(/font-size: \d[\d.]*px|font:[^;]*\d px|monospace|system-ui/g)).toBeNull();
  });

  it('takes its corners, lines and heights of controls from tokens', () => {
    expect(
      css.match(
        /(border-radius|stroke-width): [\d.]*[1-9][\d.]*(px)?;|(outline|border(-[a-z]+)*): [\d.]+px solid (?!transparent|currentcolor|var\(--pk-here-strong\))|min-height: (24|28|32|44)px/g,
      ),
    ).toBeNull();
  });
});

describe('nothing leaks out:', () => {
  const selectors = [...sheet.matchAll(/([^{};]+)\{/g)]
    .map(([, prelude]) => prelude!.trim())
    .filter((prelude) => !prelude.startsWith('@'));

  it('every class and every rule is of figures', () => {
    for (const selector of selectors) {
      for (const [, name] of selector.matchAll(/\.([a-z][\w-]*)/g)) {
        expect(name, selector).toMatch(/^pancake(-|$)|^cm-/);
      }
      if (/^:where\(:root|^\[data-palette=/.test(selector)) continue;
      expect(selector).toMatch(/\.pancake|^\[data-(later|fullscreen|lit|executing|verdict|folded)/);
    }
  });

  it('there is no animation, and no id, whose name could be taken', () => {
    expect(sheet).not.toMatch(/@keyframes|@font-face|@property/);
    expect(selectors.filter((selector) => /#[\w-]/.test(selector))).toEqual([]);
  });
});

describe('raising', () => {
  it('adds the same weight to every selector, tag names first', () => {
    expect(raise('.a, ul.b > p { c: d; }\n@media (x) { :is(.e, .f)::before { g: h(i, j) } }')).toBe(
      ':not(#_#_).a, ul:not(#_#_).b > p {c: d; }\n'.replace('{c', '{ c') +
        '@media (x) { :not(#_#_):is(.e, .f)::before { g: h(i, j) } }',
    );
  });

  it('leaves what a page may set as it is, and the layered style sheet', () => {
    expect(raisedStyle()).toMatch(/^\.pancake \{\n {2}display: block;/m);
    expect(raisedStyle()).toMatch(/^\[data-palette='brown-teal'\]/m);
    expect(layeredStyle()).not.toContain('#_');
  });
});

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => /\.tsx?$/.test(file.name))
    .map((file) => path.join(file.parentPath, file.name));
}
