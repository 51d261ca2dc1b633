// The linter's rules. Which room may import which is in .ci/eslint-rooms.mjs.
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import rooms from './.ci/eslint-rooms.mjs';
import words from './.ci/eslint-words.mjs';

const code = ['**/*.ts', '**/*.tsx'];

// One seed gives one run: nothing in the package draws chance or the time by itself.
const noChance = [
  { object: 'Math', property: 'random', message: 'Use createRng(seed): one seed, one run.' },
  { object: 'Date', property: 'now', message: 'Take the time from the injected frame source.' },
];
const noClock = ['NewExpression', 'CallExpression'].map((kind) => ({
  selector: `${kind}[callee.name='Date']`,
  message: 'Take the time from the injected frame source.',
}));

// Text from outside never becomes a page or a program.
const asText = 'Text is put into a page as text: it may come from anybody.';
const noMarkup = [
  'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
  'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)$/]',
  'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
  'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  'Property[key.name="dangerouslySetInnerHTML"]',
].map((selector) => ({ selector, message: asText }));

// The standard leaves the last bit of these open, and JavaScript engines differ in it.
const inexact = [
  ...['exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
];
const sameBits =
  'Its last bit differs between JavaScript engines; use src/engine/math.ts, the same on every machine.';
const noInexact = inexact.map((property) => ({ object: 'Math', property, message: sameBits }));
// x ** 2 and a whole power of two are exact enough: every engine gives the same bits.
const trivialPower = [
  ':not([right.value=2])',
  String.raw`:not([left.value=2][right.raw=/^\d+$/])`,
  String.raw`:not([left.value=2][right.argument.raw=/^\d+$/])`,
].join('');
const noPower = ['BinaryExpression[operator="**"]', 'AssignmentExpression[operator="**="]'].map(
  (kind) => ({
    selector: `${kind}${trivialPower}`,
    message: `${sameBits} For a whole power multiply.`,
  }),
);

const pageGlobals = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'self'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'HTMLElement', 'Element', 'Node', 'Event'],
  ...['CustomEvent', 'ImageData', 'Image', 'alert', 'getComputedStyle', 'matchMedia'],
].map((name) => ({ name, message: 'The engine knows no page; it runs anywhere.' }));

/** React hears nothing of what these throw: `useCaught` takes it to the figure around. */
const noUncaught = [
  'NewExpression[callee.name=/^(Resize|Intersection|Mutation)Observer$/]',
  'CallExpression[callee.name=/^(setTimeout|setInterval|requestIdleCallback|queueMicrotask)$/]',
].map((caller) => ({
  selector: `${caller}:not([arguments.0.callee.name='caught'])`,
  message: 'Wrap the callback: caught(…), of useCaught, so that its errors are told by the figure.',
}));
const noLazy = {
  selector: "CallExpression[callee.name='lazy']",
  message: 'What failed to load once fails for ever in React.lazy; use a Later.',
};

export default defineConfig(
  {
    ignores: [
      ...[
        'dist',
        'docs-dist',
        'storybook-static',
        'coverage',
        'test/consumers/*/**',
        'test/reference',
      ],
      'test/bench/node_modules',
      'src/engine/kernels/assembly', // AssemblyScript: its own compiler checks it.
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: code,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
    rules: { 'no-undef': 'off' }, // no browser code in these; Node says so at once
  },
  {
    files: ['src/**/*.{ts,tsx}', 'stories/**/*.{ts,tsx}', 'docs/**/*.{ts,tsx}', '**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
  },
  {
    files: ['src/**/*.{ts,tsx}', 'stories/**/*.{ts,tsx}', 'docs/**/*.{ts,tsx}'],
    plugins: { rooms },
    rules: { 'rooms/imports': 'error' },
  },
  {
    files: ['src/components/**/*.tsx'],
    plugins: { words },
    rules: { 'words/labels': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', ...noChance],
      'no-restricted-syntax': ['error', ...noClock, ...noMarkup],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
    },
  },
  {
    files: ['src/components/**/*.{ts,tsx}', 'src/hooks/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...noClock, ...noMarkup, ...noUncaught, noLazy],
    },
  },
  {
    files: ['src/engine/**/*.ts', 'src/trainer/**/*.ts', 'src/engine-entry.ts'],
    ignores: ['src/engine/math.ts', 'src/engine/math/**'],
    rules: {
      'no-restricted-properties': ['error', ...noChance, ...noInexact],
      'no-restricted-syntax': ['error', ...noClock, ...noMarkup, ...noPower],
    },
  },
  {
    files: ['src/engine/**/*.ts', 'src/engine-entry.ts'],
    rules: { 'no-restricted-globals': ['error', ...pageGlobals] },
  },
  {
    // Test doubles and broken input on purpose.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // A test may carry a component's values out of it.
    files: ['test/**/*.tsx'],
    rules: { 'react-hooks/globals': 'off', 'react-hooks/immutability': 'off' },
  },
);
