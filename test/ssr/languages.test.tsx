// Pages in other languages: every word comes from the labels, and every number is written as the language does.
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Pancake, PancakeLanguage, LossChart } from 'react-pancake';
import { de } from 'react-pancake/locales/de';
import type { WholeLanguage } from '../../src/locales/words';
import { textsOf } from '../support/page-text';
import { pseudoLanguage, unmarked } from '../support/pseudo-language';
import { serverCases } from '../support/server-cases';

const languages = Object.values(
  import.meta.glob<Record<string, WholeLanguage>>('../../src/locales/*/index.ts', { eager: true }),
).flatMap((module) => Object.values(module));
const cases = Object.keys(serverCases);

const render = (name: string, language: WholeLanguage) =>
  renderToString(<PancakeLanguage language={language}>{serverCases[name]!.page}</PancakeLanguage>);

// What the test's pages say themselves.
const pages = [
  ...['Moons', 'Loss', 'Layers', 'Sure?', 'The answer.', 'Right.', 'The loss?', 'one', 'two'],
  ...['One run, wherever it is shown:', 'and again'],
];
// Names as they are written in code, with what they are made of, those of optimizers, and derivatives.
const code =
  /^((Linear|Sigmoid|ReLU|LeakyReLU|Tanh|Softplus|ELU|SiLU|GELU|Sin|Square|BinaryCrossEntropy|SGD|Momentum|RMSProp|Adam)(\(.*\))?|Linear\.\w+|linearBackward|src\/\S+|d\w+\/d\w+ ?.*|y = max\(0, x\))$/;

describe('in a language in which all labels are marked', () => {
  it.each(cases)('%s has nothing else to say', (name) => {
    const left = textsOf(render(name, pseudoLanguage))
      .map((text) => unmarked(text).trim())
      .filter((text) => /\p{L}{2}/u.test(text) && !pages.includes(text) && !code.test(text));
    expect([...new Set(left)]).toEqual([]);
  });
});

describe.each(languages.map((language) => [language.tag, language] as const))(
  '%s',
  (_, language) => {
    it.each(cases)('%s is whole, and says which language it is in', (name) => {
      const html = render(name, language);
      const found = [...html.matchAll(/<(?:figure|div)\b[^>]* data-pancake="(\w+)"/g)];
      expect(found.map(([, figure]) => figure)).toEqual(serverCases[name]!.figures);
      expect(/.{0,40}(NaN|undefined|\[object).{0,40}/.exec(html)?.[0]).toBe(undefined);
      expect(render(name, language)).toBe(html);
    });
  },
);

describe('German', () => {
  // A shape, a name such as 0.weight, an address.
  const named = /^\d+\.(weight|bias|k)|src\//;

  it.each(cases)('%s has commas in its numbers', (name) => {
    const points = textsOf(render(name, de)).filter(
      (text) => /\d\.\d(?!\d\d\b)/.test(text) && !named.test(text),
    );
    expect(points).toEqual([]);
  });

  it('stands on the figures, and on a run that brings it', () => {
    const html = renderToString(
      <Pancake language={de} data="moons" points={20} model={[2, 1]}>
        <LossChart />
      </Pancake>,
    );
    expect(html).toMatch(/^<div class="pancake-run" lang="de" dir="ltr">/);
    expect(html).toMatch(/<figure lang="de" dir="ltr" data-pancake="LossChart"/);
    expect(html).toContain('>Epoche</text>');
  });

  it('gives way to the labels of a figure itself, and English to a language’s gaps', () => {
    const half = { tag: 'de', words: { LossChart: { epoch: 'Epoche' } } };
    const html = renderToString(
      <PancakeLanguage language={half}>
        <Pancake data="moons" points={20} model={[2, 1]}>
          <LossChart labels={{ heading: 'Mein Verlust' }} />
        </Pancake>
      </PancakeLanguage>,
    );
    expect(html).toContain('Mein Verlust');
    expect(html).toContain('>Epoche</text>');
    expect(html).toContain('train');
  });
});
