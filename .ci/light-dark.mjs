// Colours for light and dark that survive a site's builder. Vite and Next write style sheets for browsers
// that do not know light-dark() yet, and put something in its place that is a colour only where the same
// style sheet sets a color-scheme: figures were black. They leave alone what stands in an @supports that
// asks for light-dark(); so there it goes, and beside it the light colour for browsers without it.

const comment = /\/\*[^]*?\*\//g;
const innermostRule = /([^{};]+)\{([^{}]*)\}/g;
const pair = /light-dark\(\s*([^(),]+),\s*([^(),]+)\)/g;

/**
 * Moves every light-dark() of a style sheet into an @supports of its own.
 * @param {string} css without nested rules
 * @throws {Error} if a light-dark() has anything but two plain colours
 */
export function guardLightDark(css) {
  return css.replace(comment, '').replace(innermostRule, (rule, prelude, body) => {
    if (!body.includes('light-dark(')) return rule;
    const light = `${prelude}{${body.replace(pair, '$1')}}`;
    if (light.includes('light-dark(')) {
      throw new Error(`light-dark() takes two plain colours here: ${body.trim()}`);
    }
    const both = body
      .split(';')
      .filter((/** @type {string} */ one) => one.includes('light-dark('))
      .map((/** @type {string} */ one) => `${one};`);
    return `${light}\n@supports (color: light-dark(red, blue)) {${prelude}{${both.join('')}\n}\n}`;
  });
}
