// The style sheet's plugin, for rollup and vite alike: src/theme/style.css with its imports in place and
// its selectors raised. In a page, p and span and button have rules already, such as `.article p`, and
// in no layer; ours would lose against some of them. So each selector here gets a `:not()` of an id
// that nothing has: it outweighs the page's rules, and ours keep their order among themselves.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardLightDark } from './light-dark.mjs';

export const styleFile = fileURLToPath(new URL('../src/theme/style.css', import.meta.url));

/** Of the weight of two ids; it holds for every element that is not of this id twice over. */
const heavy = ':not(#_#_)';

// What a page may set by rules of its own.
const unraised = ['tokens.css', 'palettes.css', 'root.css'];

/** @returns a plugin */
export function style() {
  return {
    name: 'style',
    enforce: /** @type {const} */ ('pre'),
    load(/** @type {string} */ id) {
      const [file, query = ''] = id.split('?');
      if (file !== styleFile || /\b(raw|url)\b/.test(query)) return null;
      for (const part of styleParts()) this.addWatchFile?.(part);
      return raisedStyle();
    },
  };
}

/** The files of the style sheet, in their order. */
export const styleParts = () => {
  const imports = [...readFileSync(styleFile, 'utf8').matchAll(/^@import '(\.\/[\w-]+\.css)';$/gm)];
  return imports.map(([, name]) => path.join(path.dirname(styleFile), name));
};

/** The style sheet as pages get it. */
export const raisedStyle = () =>
  together((css, name) => (unraised.includes(name) ? css : raise(css)));

/**
 * The same in a cascade layer, `pancake`, and not raised: for pages whose own rules are in layers, or
 * that want to have the last word.
 */
export const layeredStyle = () => `@layer pancake {\n${together((css) => css)}}\n`;

/** @param {(css: string, name: string) => string} change */
function together(change) {
  const parts = styleParts().map((file) => change(readFileSync(file, 'utf8'), path.basename(file)));
  return guardLightDark(parts.join('\n'));
}

/**
 * Raises every selector of a style sheet.
 * @param {string} css without nested rules
 */
export function raise(css) {
  const comment = /\/\*[^]*?\*\//g;
  // What stands before a brace, and is not an at-rule, is a list of selectors.
  return css.replace(comment, '').replace(/([^{};]+)\{/g, (rule, prelude) => {
    const [, before, list] = /^(\s*)([^]*?)\s*$/.exec(prelude) ?? [];
    if (list.startsWith('@')) return rule;
    return `${before}${selectors(list).map(raiseOne).join(', ')} {`;
  });
}

/** The selectors of a list, whose commas are those outside of brackets. */
function selectors(/** @type {string} */ list) {
  const found = [''];
  let depth = 0;
  for (const letter of list.replace(/\s+/g, ' ')) {
    depth += Number('(['.includes(letter)) - Number(')]'.includes(letter));
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((one) => one.trim());
}

/** A tag's name comes first in a selector; all else can follow. */
const raiseOne = (/** @type {string} */ selector) =>
  selector.replace(/^[a-z][\w-]*|^/, (tag) => tag + heavy);
