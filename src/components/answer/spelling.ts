// Spelling: the many ways in which keyboards write one sign, read as one.

const signs: Record<string, string> = {
  ...spell('-', '−–—‒‐‑﹣'),
  ...spell('*', '×·⋅∙•∗✕'),
  ...spell('/', '÷∕⁄:'),
  ...spell('d', '∂𝜕𝝏'),
};
const subscripts = '₀₁₂₃₄₅₆₇₈₉';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function spell(plain: string, others: string): Record<string, string> {
  return Object.fromEntries(Array.from(others, (other) => [other, plain]));
}

/**
 * A text with each sign in its plainest form, one for one, so that a place in the one is a place in
 * the other: `∂E/∂M − 2×F₁` is `dE/dM - 2*F1`. Powers written above the line stay as they are.
 */
export function plainSpelling(characters: readonly string[]): string {
  return characters.map(plain).join('');
}

function plain(character: string): string {
  const sign = signs[character];
  if (sign !== undefined) return sign;
  const subscript = subscripts.indexOf(character);
  if (subscript >= 0) return String(subscript);
  // Letters of formulas, as in 𝑘, and the wide ones of East Asian keyboards.
  if (/[\u{1d400}-\u{1d7ff}\uff01-\uff5e]/u.test(character))
    character = character.normalize('NFKC');
  return character.length === 1 ? character : '\ufffd';
}

/** The number that is written above the line, `⁻³`, or null. */
export function readSuperscript(text: string): number | null {
  const digits = Array.from(text, (c) => (c === '⁻' ? '-' : superscripts.indexOf(c)));
  return /^[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(text) ? Number(digits.join('')) : null;
}

/** A name as it is looked up: `∂E/∂M` and `dE/dM` are `dE_dM`. */
export function plainName(name: string): string {
  return plainSpelling(Array.from(name)).replaceAll(/\s+/g, '').replace('/', '_');
}

const derivativeName = /^d([\p{L}\p{Nd}]+)_d([\p{L}\p{Nd}]+)$/u;

/** Whether a name is that of a derivative, in any spelling. */
export function isDerivative(name: string): boolean {
  return derivativeName.test(plainName(name));
}

/** A name as it is written for readers: `dE_dM` is `dE/dM`, any other stays as it is. */
export function writeName(name: string): string {
  const found = derivativeName.exec(plainName(name));
  return found ? `d${found[1]}/d${found[2]}` : name;
}
