// What a language does with numbers and lists of words, as Intl knows it.

/** The forms that a language has; `other` is needed, the rest where the language tells them apart. */
export type PluralForms<Form> = Partial<Record<Intl.LDMLPluralRule, Form>> & { other: Form };

/** Chooses the form that goes with a count. */
export type Plural = <Form>(count: number, forms: PluralForms<Form>) => Form;

/**
 * The plurals of a language: `plural(3, { one: 'Punkt', other: 'Punkte' })`. Arabic has `zero`, `one`,
 * `two`, `few`, `many` and `other`.
 *
 * @param tag a BCP 47 tag
 */
export function pluralOf(tag: string): Plural {
  const rules = new Intl.PluralRules(tag);
  return (count, forms) => {
    const form = forms[rules.select(count)];
    return form === undefined ? forms.other : form;
  };
}

/** Words one after the other, with the language's "and" (or "or") before the last. */
export type List = (words: readonly string[]) => string;

/**
 * The lists of a language: `list(['a', 'b', 'c'])` is `a, b und c`.
 *
 * @param tag a BCP 47 tag
 * @param type `'conjunction'` is "and", `'disjunction'` is "or"
 */
export function listOf(
  tag: string,
  type: Extract<Intl.ListFormatType, 'conjunction' | 'disjunction'> = 'conjunction',
): List {
  const format = new Intl.ListFormat(tag, { type });
  return (words) => format.format(words);
}
