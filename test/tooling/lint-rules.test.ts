// The rules of the house, shown on small files that do not exist.
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    // The files are in no TypeScript project, so rules that ask for types stay out.
    overrideConfig: [
      tseslint.configs.disableTypeChecked,
      { languageOptions: { parserOptions: { projectService: false, project: null } } },
    ] as ESLint.Options['overrideConfig'],
  });
});

/** The rules that a file breaks. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return [...new Set(result!.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

const importing = (from: string) =>
  `import { thing } from '${from}';\nexport const other = thing;\n`;

describe('words are in labels', () => {
  it.each([
    '<p>Words</p>',
    '<p>{"Words"}</p>',
    '<p aria-label="Some words" />',
    '<p title={open ? "Words" : `${x}`} />',
    '<p aria-label={`${x} words`} />',
  ])('%s fails', async (jsx) => {
    const code = `export const Thing = (open: boolean, x: number) => [open, x, ${jsx}];\n`;
    expect(await broken('src/components/thing/thing.tsx', code)).toContain('words/labels');
  });

  it.each(['<p>{x}</p>', '<p>x = Σ</p>', '<p aria-label={words.name} className="some words" />'])(
    '%s does not',
    async (jsx) => {
      const code = `export const Thing = (x: number, words: { name: string }) => [x, words, ${jsx}];\n`;
      expect(await broken('src/components/thing/thing.tsx', code)).not.toContain('words/labels');
    },
  );
});

describe('text never becomes a program or a page', () => {
  it.each([
    ['eval(text);', 'no-eval'],
    ['new Function(text);', 'no-new-func'],
    ['element.innerHTML = text;', 'no-restricted-syntax'],
    ["element.insertAdjacentHTML('beforeend', text);", 'no-restricted-syntax'],
    ['document.write(text);', 'no-restricted-syntax'],
    ['export const a = <p dangerouslySetInnerHTML={text} />;', 'no-restricted-syntax'],
  ])('%s fails', async (code, rule) => {
    expect(await broken('src/components/thing/thing.tsx', `${code}\n`)).toContain(rule);
  });

  it('setting text does not', async () => {
    const code = 'element.textContent = text;\n';
    expect(await broken('src/components/thing/thing.tsx', code)).not.toContain(
      'no-restricted-syntax',
    );
  });
});

describe('imports go down', () => {
  it.each([
    ['src/engine/thing.ts', 'react'],
    ['src/engine/thing.ts', 'd3-contour'],
    ['src/engine/layers/thing.ts', '../../trainer'],
    ['src/trainer/thing.ts', 'react'],
    ['src/trainer/thing.ts', '../hooks/use-trainer'],
    ['src/trainer/thing.ts', '../theme/tokens'],
    ['src/engine-entry.ts', './hooks'],
    ['src/hooks/thing.ts', '../components/LossChart'],
    ['src/hooks/thing.ts', '..'],
    ['src/hooks/thing.ts', '../engine-entry'],
    ['src/a11y/thing.ts', '../engine'],
    ['src/theme/thing.ts', '../a11y/labels'],
    ['src/components/LossChart/LossChart.tsx', '../../index'],
    ['src/components/LossChart/LossChart.tsx', 'react-pancake'],
    ['src/components/LossChart/LossChart.tsx', '../../engine-entry'],
    ['stories/thing.stories.tsx', '../src'],
    ['src/attic/thing.ts', './other'],
    ['src/locales/nl/thing.ts', '../../components/loss-chart/loss-chart'],
    ['src/components/LossChart/LossChart.tsx', '../../locales/nl'],
  ])('%s may not import %s', async (file, from) => {
    expect(await broken(file, importing(from))).toEqual(['rooms/imports']);
  });

  it.each([
    ['src/locales/nl/thing.ts', '../../components/loss-chart/labels'],
    ['src/engine/layers/thing.ts', '../tensor'],
    ['src/trainer/thing.ts', '../engine/tensor'],
    ['src/trainer/thing.ts', '../engine/index'],
    ['src/engine-entry.ts', './trainer'],
    ['src/engine-entry.ts', './engine'],
    ['src/trainer/thing.ts', '../engine'],
    ['src/hooks/thing.ts', '../trainer'],
    ['src/hooks/thing.ts', 'react'],
    ['src/components/LossChart/LossChart.tsx', '../../hooks'],
    ['src/components/LossChart/LossChart.tsx', '../../engine/index'],
    ['src/components/LossChart/LossChart.tsx', '@visx/visx'],
    ['src/index.ts', './components/LossChart'],
    ['src/index.ts', './engine-entry'],
    ['stories/thing.stories.tsx', 'react-pancake'],
    ['docs/examples/thing.tsx', '../../src/components/LossChart'],
  ])('%s may import %s', async (file, from) => {
    expect(await broken(file, importing(from))).toEqual([]);
  });

  it.each([
    `export * from '../hooks';`,
    `export { thing } from '../hooks';`,
    `export const later = import('../hooks');`,
    `import type { Thing } from '../hooks';\nexport type Other = Thing;`,
    `export type Other = import('../hooks').Thing;`,
  ])('in every form: %s', async (code) => {
    expect(await broken('src/trainer/thing.ts', code)).toContain('rooms/imports');
  });
});

describe("a component's folder", () => {
  const file = 'src/components/LossChart/LossChart.tsx';

  it.each(['../DecisionBoundary/layout', '../figure/Frame', '../figure/live/region'])(
    'is not entered past its index: %s',
    async (from) => {
      expect(await broken(file, importing(from))).toEqual(['rooms/imports']);
    },
  );

  it.each(['../DecisionBoundary', '../DecisionBoundary/index', '../figure', './layout'])(
    'is imported by its index, and from inside freely: %s',
    async (from) => {
      expect(await broken(file, importing(from))).toEqual([]);
    },
  );

  it('is not entered by the React entry either', async () => {
    expect(await broken('src/index.ts', importing('./components/figure/Frame'))).toEqual([
      'rooms/imports',
    ]);
  });
});

describe('one seed, one run', () => {
  it.each(['Math.random()', 'Date.now()'])('src has no %s', async (call) => {
    for (const file of ['src/engine/thing.ts', 'src/components/Value/thing.ts']) {
      expect(await broken(file, `export const x = ${call};`)).toEqual(['no-restricted-properties']);
    }
  });

  it('src has no new Date', async () => {
    expect(await broken('src/hooks/thing.ts', 'export const x = new Date();')).toEqual([
      'no-restricted-syntax',
    ]);
  });

  it.each(['exp', 'log', 'log1p', 'expm1', 'tanh', 'sin', 'cos', 'pow', 'hypot'])(
    'engine and trainer do not use Math.%s',
    async (name) => {
      const code = `export const x = Math.${name}(1, 2);`;
      expect(await broken('src/engine/layers/thing.ts', code)).toEqual([
        'no-restricted-properties',
      ]);
      expect(await broken('src/trainer/thing.ts', code)).toEqual(['no-restricted-properties']);
      expect(await broken('src/components/Value/thing.ts', code)).toEqual([]);
    },
  );

  it('nor take it out of Math by destructuring', async () => {
    expect(await broken('src/engine/thing.ts', 'export const { exp } = Math;')).toEqual([
      'no-restricted-properties',
    ]);
  });

  it('engine/math.ts has them, but no chance', async () => {
    expect(await broken('src/engine/math.ts', 'export const x = Math.exp(1);')).toEqual([]);
    expect(await broken('src/engine/math/exp.ts', 'export const x = 2 ** 0.5;')).toEqual([]);
    expect(await broken('src/engine/math.ts', 'export const x = Math.random();')).toEqual([
      'no-restricted-properties',
    ]);
  });

  it.each([
    ['x ** 3', false],
    ['x ** 0.5', false],
    ['10 ** x', false],
    ['x ** 2', true],
    ['x + 2 ** x', false],
    ['x + 2 ** 0.5', false],
    ['x + 2 ** 32', true],
    ['x + 2 ** -53', true],
    ['Math.sqrt(x)', true],
  ])('%s: allowed is %s', async (expression, allowed) => {
    const code = `export const f = (x: number) => ${expression};`;
    expect(await broken('src/engine/thing.ts', code)).toEqual(
      allowed ? [] : ['no-restricted-syntax'],
    );
  });
});

it.each(['window', 'document', 'requestAnimationFrame'])('the engine has no %s', async (name) => {
  expect(await broken('src/engine/thing.ts', `export const x = ${name};`)).toEqual([
    'no-restricted-globals',
  ]);
});

it('a hook under a condition is an error', async () => {
  const code = `import { useState } from 'react';
export function useThing(on: boolean) {
  if (on) useState(0);
}
`;
  expect(await broken('src/hooks/use-thing.ts', code)).toEqual(['react-hooks/rules-of-hooks']);
});

it('a picture without a text is an error', async () => {
  const code = 'export const Thing = () => <img src="x.png" />;\n';
  expect(await broken('src/components/Value/Value.tsx', code)).toEqual(['jsx-a11y/alt-text']);
});
