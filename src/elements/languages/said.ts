// Which language the page says an element is in, as HTML has it: the nearest `lang`, out of shadow trees too.
import { parentOf } from '../find-run';
import { whenLanguagesChange } from './known';

/** The language that a page says for an element; '' if it says none. */
export function languageSaidFor(element: Element): string {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const said = node instanceof Element ? node.getAttribute('lang') : null;
    if (said !== null) return said.trim();
  }
  return '';
}

/** Whether this can be the name of a language: `de`, `de-AT`, but not `de_AT`. */
export function isLanguageTag(said: string): boolean {
  try {
    return Intl.getCanonicalLocales(said).length === 1;
  } catch {
    return false;
  }
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when the page says another `lang` somewhere, or there is another language. */
export function watchLanguage(callback: () => void): () => void {
  const stop = whenLanguagesChange(callback);
  listeners.add(callback);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((listener) => listener()));
    observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    stop();
    listeners.delete(callback);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
