// A rehype plugin for what is too wide: a wide table or listing scrolls by itself, by keyboard too,
// and a short piece of code in a line of text, such as `E = (k v)²`, is not broken there.

/** As many characters as fit a phone's line. */
const short = 24;

/**
 * @typedef {object} Node Of a hast tree, as far as is needed here.
 * @property {string} type
 * @property {string} [tagName]
 * @property {string} [value]
 * @property {Record<string, unknown>} [properties]
 * @property {Node[]} [children]
 */

export function readable() {
  /** @returns {Node} */
  const improve = (/** @type {Node} */ node) => {
    const { tagName, properties = {}, children = [] } = node;
    if (tagName === 'pre') {
      properties['tabIndex'] = 0;
      return node;
    }
    if (tagName === 'code' && (children[0]?.value?.length ?? 0) <= short) {
      properties['className'] = ['short-code'];
    }
    if (node.children) node.children = children.map(improve);
    return tagName === 'table' ? framed(node) : node;
  };
  return (/** @type {Node} */ tree) => {
    improve(tree);
  };
}

/** @returns {Node} */
function framed(/** @type {Node} */ table) {
  const properties = { className: ['table-frame'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}
