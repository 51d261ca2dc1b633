// No text becomes a program or a page: what the built package calls, read from its syntax trees.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root, text } from './dist';

const markup = new Set([
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment'],
  ...['setHTMLUnsafe', 'dangerouslySetInnerHTML', 'srcdoc'],
]);

// React and CodeMirror come along in the script files for plain HTML; the rest is held to the letter.
const bundles = ['pancake.js', 'embed.js', 'pancake-editor.js'];
const modules = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.m?js$/.test(file) && !bundles.includes(file));

/** What a program calls or writes to that makes programs or pages of text. */
function dangers(code: string): string[] {
  const found: string[] = [];
  const isName = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      for (const name of ['eval', 'Function', 'importScripts'])
        if (isName(node.expression, name)) found.push(name);
      const [first] = node.arguments ?? [];
      if (first && /^set(Timeout|Interval)$/.test(node.expression.getText()))
        if (ts.isStringLiteralLike(first)) found.push('a timer with text');
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (markup.has(node.name.text)) found.push(node.name.text);
      if (isName(node.expression, 'document') && /^write/.test(node.name.text)) found.push('write');
    }
    if (ts.isPropertyAssignment(node) && markup.has(node.name.getText()))
      found.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.js', code, ts.ScriptTarget.Latest, true));
  return found;
}

describe('the built package', () => {
  it('is looked at whole', () => {
    expect(modules.length).toBeGreaterThan(200);
    expect(dangers('eval("1"); a.innerHTML = b; new Function(c)')).toEqual([
      'eval',
      'innerHTML',
      'Function',
    ]);
  });

  it('makes no program and no page of text', () => {
    const found = modules.flatMap((file) => dangers(text(file)).map((what) => `${file}: ${what}`));
    expect(found.sort()).toEqual([
      // Of no text: it keeps React out of what a server sent.
      'components/figure/far.js: dangerouslySetInnerHTML',
      // The sandbox's page, which is a constant.
      'sandbox/frame.js: srcdoc',
    ]);
  });

  it('asks for no address but its own files', () => {
    const addresses = modules.flatMap(
      (file) =>
        text(file)
          .match(/\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b\s*\(/g)
          ?.map((call) => `${file}: ${call}`) ?? [],
    );
    expect(addresses).toEqual([]);
  });
});
