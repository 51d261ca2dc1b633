// A language for tests, in which every word that comes from a label stands between ⟦ and ⟧.
import { english } from '../../src/locales/en';
import type { WholeLanguage } from '../../src/locales/words';

/** The English of all components, marked. */
export const pseudoLanguage: WholeLanguage = {
  tag: 'en',
  words: marked(english) as WholeLanguage['words'],
};

/** What is left of a text without all that is marked. */
export function unmarked(text: string): string {
  let depth = 0;
  let left = '';
  for (const letter of text) {
    if (letter === '⟦') depth++;
    else if (letter === '⟧') depth--;
    else if (depth === 0) left += letter;
  }
  return left;
}

function marked(value: unknown): unknown {
  // Nothing to be seen is nothing to be marked; twice is as good as once.
  if (typeof value === 'string') return value === '' ? '' : `⟦${value}⟧`;
  if (typeof value === 'function') {
    return (...inputs: unknown[]) => marked((value as (...all: unknown[]) => unknown)(...inputs));
  }
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)]));
  }
  return value;
}
