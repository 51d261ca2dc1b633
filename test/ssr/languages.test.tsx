// Every word on a page comes from the labels: in a language in which these are marked, nothing else is left.
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PancakeLanguage } from 'react-pancake';
import { pseudoLanguage, unmarked } from '../support/pseudo-language';
import { serverCases } from '../support/server-cases';

const spoken = /\s(?:aria-label|aria-valuetext|aria-description|title|placeholder|alt)="([^"]*)"/g;

/** All that is seen or heard of a page, a piece at a time. Code is no language of people. */
function pieces(html: string): string[] {
  const plain = html
    .replace(/<(style|script|pre|textarea|code)\b.*?<\/\1>/gs, '')
    .replace(/<!--.*?-->/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'");
  const texts = plain.replace(/<[^>]*>/g, '\n').split('\n');
  return [...texts, ...[...plain.matchAll(spoken)].map(([, text]) => text!)];
}

// What the test's pages say themselves.
const pages = [
  ...['Moons', 'Loss', 'Layers', 'Sure?', 'The answer.', 'Right.', 'The loss?', 'one', 'two'],
  ...['One run, wherever it is shown:', 'and again'],
];
// Names as they are written in code, with what they are made of, and derivatives.
const code =
  /^((Linear|Sigmoid|ReLU|LeakyReLU|Tanh|Softplus|ELU|SiLU|GELU|Sin|Square|BinaryCrossEntropy)(\(.*\))?|Linear\.\w+|linearBackward|src\/\S+|d\w+\/d\w+ ?.*|y = max\(0, x\))$/;

it.each(Object.keys(serverCases))('%s has no English left', (name) => {
  const html = renderToString(
    <PancakeLanguage language={pseudoLanguage}>{serverCases[name]!.page}</PancakeLanguage>,
  );
  const left = pieces(html)
    .map((text) => unmarked(text).trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !pages.includes(text) && !code.test(text));
  expect([...new Set(left)]).toEqual([]);
});
