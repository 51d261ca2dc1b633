// The language in force: which words the components use, and how they write numbers.
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { englishNumbers, numbersOf, type Numbers } from './numbers';

/** A language of the components. Those that come along are `react-pancake/locales/de` and so on. */
export interface Language {
  /** Its BCP 47 tag, `'de'`; may say which digits it writes, `'ar-u-nu-latn'`. */
  tag: string;
  /** Which way it is written. @default 'ltr' */
  direction?: 'ltr' | 'rtl';
  /** The labels of each component by its name; what is missing stays English. */
  words: Readonly<Record<string, object | undefined>>;
}

const LanguageContext = createContext<Language | null>(null);

/** Props of {@link PancakeLanguage}. */
export interface PancakeLanguageProps {
  /** The language, or null for the built-in English. */
  language: Language | null;
  children?: ReactNode;
}

/**
 * The language of all components inside: `<PancakeLanguage language={de}>`. It adds nothing to the
 * page; the page itself says `lang` and `dir`, as pages do.
 */
export function PancakeLanguage({ language, children }: PancakeLanguageProps) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The language in force, or null for the built-in English. */
export function useLanguage(): Language | null {
  return useContext(LanguageContext);
}

/** How numbers are written in the language in force. */
export function useNumbers(): Numbers {
  const language = useContext(LanguageContext);
  return language ? numbersOf(language.tag) : englishNumbers;
}

/**
 * A component's labels: the English ones, over them those of the language in force, over them its own.
 * The same object for as long as nothing changes.
 *
 * @param component its name among the language's words
 */
export function useLabels<Labels extends object>(
  component: string,
  defaults: Labels,
  own: Partial<Labels> | undefined,
): Labels {
  const translated = useContext(LanguageContext)?.words[component];
  return useMemo(() => ({ ...defaults, ...translated, ...own }), [defaults, translated, own]);
}

/** The `lang` and `dir` of the language in force, for a component's root; nothing for English. */
export function useLanguageAttributes(): { lang?: string; dir?: 'ltr' | 'rtl' } {
  const language = useContext(LanguageContext);
  return language ? attributesOf(language) : {};
}

/** A language as attributes of an element. */
export function attributesOf({ tag, direction = 'ltr' }: Language) {
  return { lang: tag.replace(/-u-.*$/, ''), dir: direction };
}
