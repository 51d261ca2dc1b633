// How a formula is put into words: the numbers and the few words of the language in force.
import { useMemo } from 'react';
import { englishNumbers, useLabels, useNumbers, type Numbers } from '../../a11y';
import { formulaLabels, type FormulaLabels } from './labels';

/** What writing a formula takes of a language. */
export interface FormulaLanguage {
  numbers: Pick<Numbers, 'localize'>;
  words: FormulaLabels;
}

export const english: FormulaLanguage = { numbers: englishNumbers, words: formulaLabels };

/** The language in force. */
export function useFormulaLanguage(): FormulaLanguage {
  const numbers = useNumbers();
  const words = useLabels('MathFormula', formulaLabels, undefined);
  return useMemo(() => ({ numbers, words }), [numbers, words]);
}
