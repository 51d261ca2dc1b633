// The guides' snippets: each is compiled with the types that users get, and run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '@mdx-js/mdx';
import { createElement, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raisedStyle } from '../../.ci/style.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const guides = path.join(root, 'docs/guides');
// Inside the tests, so that what is written there is read with the project's own names and settings.
const workshop = path.join(import.meta.dirname, 'snippets.tmp');

interface Snippet {
  name: string;
  language: string;
  text: string;
}

const snippets = readdirSync(guides).flatMap((file) =>
  [...readFileSync(path.join(guides, file), 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(
    ([, language, text], i): Snippet => ({
      name: `${path.basename(file, '.mdx')}-${i + 1}`,
      language: language!,
      text: text!,
    }),
  ),
);
const of = (...languages: string[]) =>
  snippets.filter(({ language }) => languages.includes(language));
const fileOf = ({ name, language }: Snippet) => path.join(workshop, `${name}.${language}`);

beforeAll(() => {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop);
  for (const snippet of of('tsx', 'ts')) writeFileSync(fileOf(snippet), snippet.text);
});
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

it('each has a language that is looked after here', () => {
  // Those in HTML are read in Chromium, in test/elements.
  const known = of('html', 'tsx', 'ts', 'mdx', 'js', 'css', 'sh', 'py');
  expect(snippets.filter((snippet) => !known.includes(snippet))).toEqual([]);
  expect(of('tsx', 'ts', 'mdx').length).toBeGreaterThan(15);
});

it('fit the types', () => {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) =>
    readFileSync(file, 'utf8'),
  ) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const ambient = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => path.join(root, 'src', file));
  const program = ts.createProgram([...of('tsx', 'ts').map(fileOf), ...ambient], {
    ...options,
    noEmit: true,
    // A snippet shows one thing, and may leave another unused.
    noUnusedLocals: false,
  });
  const found = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.startsWith(workshop))
    .map(
      ({ file, messageText }) =>
        `${path.basename(file!.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  expect(found).toEqual([]);
});

/** What a figure leaves on a page whose options make no sense. */
const failed = /role="alert"[^>]*>[^<]*(must|cannot|is not)/;

describe('run', () => {
  it.each(of('tsx').map((snippet) => [snippet.name, snippet] as const))(
    '%s',
    async (_, snippet) => {
      const module = (await import(/* @vite-ignore */ fileOf(snippet))) as {
        default: ComponentType;
      };
      const html = renderToString(createElement(module.default));
      expect(html).toContain('data-pancake=');
      expect(html).not.toMatch(failed);
    },
  );

  it.each(of('ts').map((snippet) => [snippet.name, snippet] as const))('%s', async (_, snippet) => {
    const module = (await import(/* @vite-ignore */ fileOf(snippet))) as { ok?: boolean };
    expect(module.ok).toBe(true);
  });

  it.each(of('mdx').map((snippet) => [snippet.name, snippet] as const))(
    '%s',
    async (_, snippet) => {
      const file = path.join(workshop, `${snippet.name}.mdx.js`);
      writeFileSync(file, String(await compile(snippet.text)));
      const module = (await import(/* @vite-ignore */ file)) as { default: ComponentType };
      const html = renderToString(createElement(module.default));
      expect(html).toContain('data-pancake=');
      expect(html).not.toMatch(failed);
    },
  );
});

describe('can be read:', () => {
  it.each(of('js').map((snippet) => [snippet.name, snippet] as const))('%s', (_, { text }) => {
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  });

  const theme = raisedStyle();
  it.each(of('css').map((snippet) => [snippet.name, snippet] as const))(
    '%s, with variables that there are',
    (_, { text }) => {
      const wanted = [...text.matchAll(/--pancake-[\w-]+/g)].map(([name]) => name);
      expect(wanted.filter((name) => !theme.match(`var\\(${name}\\b`))).toEqual([]);
    },
  );

  it.each(of('sh').map((snippet) => [snippet.name, snippet] as const))('%s', (_, { text }) => {
    for (const line of text.trim().split('\n')) expect(line).toMatch(/^npm install [\w@/ -]+$/);
  });

  for (const { name, text } of of('py')) {
    it(name, ({ skip }) => {
      const python = (code: string) =>
        spawnSync('python3', ['-c', code], { input: text, encoding: 'utf8' });
      if (python('').status !== 0) skip('python3 is not on this machine');
      expect(python('import ast, sys; ast.parse(sys.stdin.read())').stderr).toBe('');
    });
  }
});
