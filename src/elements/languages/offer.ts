// What the file of a language does: gives it to the elements, whichever script comes first.
import type { Language } from '../../a11y';
import type { PancakeRunElement } from '../elements';

/** Gives a language to the elements of the page, now or as soon as there are any. */
export function offerLanguage(language: Language): void {
  void customElements.whenDefined('pancake-run').then((element) => {
    // Elements of an older version may know nothing of languages.
    (element as Partial<typeof PancakeRunElement>).addLanguage?.(language);
  });
}
