// Words and numbers for readers, and for those who listen; where the keyboard's focus is.
export { useEscape } from './escape';
export { focusBeside, isByKey } from './focus';
export { listOf, pluralOf, type List, type Plural, type PluralForms } from './grammar';
export { firstControlOf, onFigureFocus, onFigureKey, watchTab } from './one-stop';
export {
  PancakeLanguage,
  attributesOf,
  useLabels,
  useLanguage,
  useLanguageAttributes,
  useNumbers,
  type Language,
  type PancakeLanguageProps,
} from './language';
export {
  englishNumbers,
  formatCount,
  formatNumber,
  formatPower,
  formatShort,
  formatTight,
  isBegunNumber,
  numbersOf,
  parseNumber,
  type Numbers,
} from './numbers';
