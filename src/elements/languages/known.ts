// The languages that the figures of this page can speak.
import { attributesOf, type Language } from '../../a11y';

/** The languages that come along, each as a file beside the script: `pancake.de.js`. */
export const filedLanguages: readonly string[] = ['ar', 'de', 'es', 'fr', 'ja', 'zh'];

const known = new Map<string, Language>();
// What became of those that were sent for; a language is sent for once.
const sentFor = new Map<string, 'awaited' | 'missing'>();
const listeners = new Set<() => void>();
let fetchFile: ((tag: string) => Promise<void>) | null = null;

/**
 * Gives the elements of the page a language: one of `react-pancake/locales`, or one of your own. Elements
 * speak it where the page says so with `lang`. English, which is built in, can be replaced as well.
 */
export function addLanguage(language: Language): void {
  known.set(attributesOf(language).lang.toLowerCase(), language);
  tellListeners();
}

/** From now on a language that comes along and is not there yet is fetched, by this. */
export function fetchLanguagesBy(fetch: (tag: string) => Promise<void>): void {
  fetchFile = fetch;
}

/**
 * The language for a tag, `de` for `de-AT` too; null for the built-in English, which also stands in
 * for a language that nobody speaks here; undefined while it is on its way.
 */
export function languageFor(tag: string): Language | null | undefined {
  for (const one of lessAndLess(tag.toLowerCase())) {
    const language = known.get(one);
    if (language) return language;
    if (!fetchFile || !filedLanguages.includes(one)) continue;
    if (!sentFor.has(one)) sendFor(one, fetchFile);
    if (sentFor.get(one) === 'awaited') return undefined;
  }
  return null;
}

/** Calls back when there is another language. */
export function whenLanguagesChange(callback: () => void): () => void {
  listeners.add(callback);
  return () => listeners.delete(callback);
}

function sendFor(tag: string, fetch: (tag: string) => Promise<void>): void {
  sentFor.set(tag, 'awaited');
  void fetch(tag).then(() => {
    sentFor.set(tag, 'missing');
    if (!known.has(tag)) tellListeners();
  });
}

function tellListeners(): void {
  for (const listener of [...listeners]) listener();
}

// `zh-hant-tw`, `zh-hant`, `zh`, as RFC 4647 looks languages up.
function lessAndLess(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
}
