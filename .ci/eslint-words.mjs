// Words for readers are in labels: an ESLint rule against words in the JSX of components.

const spoken = new Set([
  ...['aria-label', 'aria-valuetext', 'aria-description', 'aria-roledescription'],
  ...['title', 'placeholder', 'alt'],
]);

/** Two letters in a row are a word; x, y and Σ are symbols. */
const isWord = (/** @type {string} */ text) => /\p{L}{2}/u.test(text);

/**
 * The texts that an expression writes out: its strings, and what stands between the values of a template.
 * @param {any} node
 * @returns {string[]}
 */
function textsOf(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map((/** @type {any} */ quasi) => quasi.value.cooked);
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
      return textsOf(node.right);
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsOf(node.left), ...textsOf(node.right)] : [];
    case 'JSXExpressionContainer':
      return textsOf(node.expression);
    default:
      return [];
  }
}

/** @type {import('eslint').Rule.RuleModule} */
const labels = {
  meta: {
    type: 'problem',
    docs: { description: 'What is seen or spoken in a component comes from its labels' },
    messages: { word: 'Put "{{ text }}" into labels.ts, so that it can be translated.' },
    schema: [],
  },
  create(context) {
    /**
     * @param {any} node
     * @param {string[]} texts
     */
    const check = (node, texts) => {
      const text = texts.find(isWord);
      if (text !== undefined) {
        context.report({ node, messageId: 'word', data: { text: text.trim() } });
      }
    };
    return {
      JSXText: (/** @type {any} */ node) => check(node, [node.value]),
      JSXAttribute: (/** @type {any} */ node) => {
        if (spoken.has(node.name.name)) check(node, textsOf(node.value));
      },
      'JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer': (
        /** @type {any} */ node,
      ) => check(node, textsOf(node)),
    };
  },
};

export default { rules: { labels } };
