// The style sheet, read as text: its tokens, and what they are in each palette, theme, light and dark.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { styleFile } from '../../.ci/style.mjs';
import type { Palette } from '../../src/theme';

const folder = path.dirname(styleFile);

/** A file of src/theme, without its comments. */
export const themeFile = (name: string) =>
  readFileSync(path.join(folder, name), 'utf8').replace(/\/\*[^]*?\*\//g, '');

/** The variables that some CSS sets, each with its last value, on one line. */
export function declared(css: string): Map<string, string> {
  const found = css.matchAll(/(--[\w-]+):\s*([^;]+);/g);
  return new Map([...found].map(([, name, value]) => [name!, value!.replace(/\s+/g, ' ')]));
}

/** What a palette sets. */
export function paletteTokens(palette: Palette): Map<string, string> {
  const block = new RegExp(`\\[data-palette='${palette}'\\] \\{([^}]*)\\}`).exec(
    themeFile('palettes.css'),
  );
  return declared(block![1]!);
}

/** The colour of an internal variable such as `--pk-ink`, as `#rrggbb`. */
export function tokenColor(
  name: string,
  mode: 'light' | 'dark',
  given: ReadonlyMap<string, string>,
): string {
  const value = declared(themeFile('tokens.css')).get(name)!;
  const [, own, otherwise] = /^var\((--[\w-]+)(?:, (.+))?\)$/.exec(value)!;
  const set = given.get(own!);
  if (own!.startsWith('--pk-')) return tokenColor(own!, mode, given);
  return inMode(set === undefined || set === 'initial' ? otherwise! : set, mode, given);
}

function inMode(value: string, mode: 'light' | 'dark', given: ReadonlyMap<string, string>): string {
  const [, inside] = /^var\((--pk-[\w-]+)\)$/.exec(value) ?? [];
  if (inside) return tokenColor(inside, mode, given);
  const [, light, dark] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value)!;
  return mode === 'light' ? light! : dark!;
}
