// The language of one element: what the page says of it, and the words that there are for that.
import { attributesOf, type Language } from '../../a11y';
import { words } from '../labels';
import { languageFor } from './known';
import { isLanguageTag, languageSaidFor, watchLanguage } from './said';

/** Which language an element speaks. */
export class Speech {
  private unwatch = () => {};

  constructor(
    private readonly host: HTMLElement,
    private readonly changed: () => void,
  ) {}

  /** Calls back from now on when the language may be another. */
  listen(): void {
    this.unwatch();
    this.unwatch = watchLanguage(this.changed);
  }

  stop(): void {
    this.unwatch();
  }

  /** What is wrong with the element's own `lang`, in words. */
  get problem(): string | null {
    const own = this.host.getAttribute('lang')?.trim();
    return own && !isLanguageTag(own) ? words.attribute('lang', own, words.language) : null;
  }

  /** The language; null for English, undefined while it is on its way. */
  language(): Language | null | undefined {
    return languageFor(languageSaidFor(this.host));
  }

  /** Says on what is drawn in which language it is, whatever is said around. */
  mark(place: HTMLElement, language: Language | null): void {
    const { lang, dir } = language ? attributesOf(language) : ({ lang: 'en', dir: 'ltr' } as const);
    place.lang = lang;
    place.dir = dir;
  }
}
