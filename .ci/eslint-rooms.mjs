// The rooms of src/ and which of them may import which: an ESLint rule.
//   docs, stories -> components -> hooks -> trainer -> engine;  a11y and theme are leaves.
//   elements, for plain HTML, and lazy, the shells of components, stand on components.
//   locales, the languages, see the labels of components only.
import path from 'node:path';

/**
 * Room -> the rooms under it. `index` and `engine-entry` are the entry files of the package.
 * @type {Record<string, readonly string[]>}
 */
const below = {
  engine: [],
  a11y: [],
  theme: [],
  sandbox: [],
  trainer: ['engine'],
  hooks: ['trainer', 'engine', 'a11y', 'theme'],
  components: ['sandbox', 'hooks', 'trainer', 'engine', 'a11y', 'theme'],
  lazy: ['components', 'hooks', 'trainer', 'engine', 'a11y', 'theme'],
  elements: ['components', 'hooks', 'trainer', 'engine', 'a11y', 'theme'],
  locales: ['components', 'hooks', 'trainer', 'engine', 'a11y'],
  'engine-entry': ['trainer', 'engine'],
  index: [
    'locales',
    'components',
    'sandbox',
    'hooks',
    'trainer',
    'engine',
    'engine-entry',
    'a11y',
    'theme',
  ],
  pages: ['locales', 'components', 'hooks', 'trainer', 'engine', 'engine-entry', 'a11y', 'theme'],
};

/** Rooms that use no package at all: they run anywhere. */
const alone = ['engine', 'trainer', 'engine-entry', 'sandbox'];

/**
 * @param {string} file from the repository's root, with forward slashes
 * @returns {string | undefined}
 */
function roomOf(file) {
  const [top, next, deeper] = file.split('/');
  if (top === 'docs' || top === 'stories') return 'pages';
  if (top !== 'src' || next === undefined) return undefined;
  if (/^index(\.[jt]sx?)?$/.test(next) && deeper === undefined) return 'index';
  if (/^engine-entry(\.[jt]s)?$/.test(next)) return 'engine-entry';
  return next;
}

/**
 * The folder of a component's file, `components/figure/` included.
 * @param {string} file
 */
function componentOf(file) {
  const [, , folder, inside] = file.split('/');
  return file.startsWith('src/components/') && inside !== undefined ? folder : undefined;
}

/**
 * What is wrong with one import, or undefined.
 * @param {string} from the importing file, from the repository's root
 * @param {string} specifier as written in the import
 * @returns {string | undefined}
 */
export function importProblem(from, specifier) {
  const room = roomOf(from);
  if (room === undefined) return undefined;
  const allowed = below[room];
  if (allowed === undefined) {
    return `src/${room} is not one of the rooms (${Object.keys(below).join(', ')})`;
  }
  const written = specifier.split('?')[0] ?? specifier;

  if (!written.startsWith('.')) {
    if (room !== 'pages' && /^react-pancake(\/|$)/.test(written)) {
      return 'inside the package import by a relative path, not from "react-pancake"';
    }
    if (alone.includes(room)) return `${room} uses no package ("${written}"): it runs anywhere`;
    return undefined;
  }

  const target = path.posix.normalize(path.posix.join(path.posix.dirname(from), written));
  const to = roomOf(target);
  if (target === 'src' || to === 'index') {
    return 'nothing imports from src/index.ts; import from the room that has it';
  }
  if (to === undefined || to === room) {
    if (to !== 'components') return undefined;
  } else if (!allowed.includes(to)) {
    const may = allowed.length > 0 ? `it may import ${allowed.join(', ')}` : 'it imports no room';
    return `${room} may not import from ${to}; ${may}`;
  }

  const inside = componentOf(target);
  const isIndex = /^src\/components\/[^/]+\/index(\.[jt]sx?)?$/.test(target);
  // A language has the words without the components.
  const isWords = room === 'locales' && /\/([\w-]+-)?(labels|sentences)$/.test(target);
  if (inside !== undefined && inside !== componentOf(from) && !isIndex && !isWords) {
    return `import from components/${inside} by its index.ts, not from the files inside`;
  }
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
const imports = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports go down the rooms, and through an index into a component' },
    messages: { problem: '{{ problem }}.' },
    schema: [],
  },
  create(context) {
    const from = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /** @param {{ source?: unknown }} node */
    const check = (node) => {
      const source = /** @type {import('estree').Literal | null | undefined} */ (node.source);
      if (typeof source?.value !== 'string') return;
      const problem = importProblem(from, source.value);
      if (problem !== undefined) {
        context.report({ node: source, messageId: 'problem', data: { problem } });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};

export default { rules: { imports } };
