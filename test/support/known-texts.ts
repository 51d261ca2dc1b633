// Texts of programs and files to compare, as they were written down in test/reference: what is the same in several of
// them is kept once. Numbers of data and weights are left out; other tests look at those.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const place = (file: string) => fileURLToPath(new URL(`../reference/${file}`, import.meta.url));

/** A text in parts, as blank lines separate them, with # for each number of data and weights. */
function partsOf(text: string): string[] {
  const bare = text.replace(/-?\d+\.\d{4,}(e-?\d+)?|-?\d+(\.\d+)?e-\d+/g, '#');
  return bare.split(/\n\n+/).map((part) => {
    const lines = part.split('\n');
    return lines.filter((line, i) => line !== lines[i - 1] || !line.includes('#')).join('\n');
  });
}

function known(file: string): Map<string, string[]> {
  const [texts = '', index = ''] = readFileSync(place(file), 'utf8').split('\n\n==== index ====\n');
  const parts = texts.split(/(?:^|\n\n)==== \d+ ====\n/).slice(1);
  return new Map(
    index
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [name = '', numbers = ''] = line.split(' = ');
        return [name, numbers.split(' ').map((number) => parts[Number(number)]!)];
      }),
  );
}

function remember(file: string, texts: ReadonlyMap<string, readonly string[]>): void {
  const parts = [...new Set([...texts.values()].flat())];
  const written = parts.map((part, i) => `==== ${i} ====\n${part}`).join('\n\n');
  const index = [...texts].map(
    ([name, own]) => `${name} = ${own.map((part) => parts.indexOf(part)).join(' ')}`,
  );
  writeFileSync(place(file), `${written}\n\n==== index ====\n${index.join('\n')}\n`);
}

/**
 * Compares texts with those that were written down. `PANCAKE_UPDATE=1` writes them anew: what they say now is as it
 * should be.
 *
 * @param file its name in test/reference
 * @param texts made within the tests, so that whoever looks for what a test reaches finds it
 */
export function compareTexts(file: string, texts: Readonly<Record<string, () => string>>): void {
  const named = Object.entries(texts);
  if (process.env['PANCAKE_UPDATE'])
    remember(file, new Map(named.map(([name, text]) => [name, partsOf(text())])));
  const before = known(file);

  it('are all known, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual([...before.keys()].sort());
  });

  it.each(named)('%s', (name, text) => {
    expect(partsOf(text())).toEqual(before.get(name));
  });
}
