// The words of formulas, and of the button that copies them as LaTeX.

/** The words that stand in a formula; any of them can be replaced. */
export interface FormulaLabels {
  /** Between a value and its condition: `x where x > 0`. */
  where: string;
  /** Before the value without a condition. */
  otherwise: string;
  /** Before what decides which value it is. */
  because: string;
}

export const formulaLabels: FormulaLabels = {
  where: 'where',
  otherwise: 'else',
  because: 'because',
};

/** The words of {@link CopyLaTeX}. */
export interface CopyLaTeXLabels {
  button: string;
  /** The button's name, for those who only hear it. */
  buttonNamed: (what: string) => string;
  copied: string;
  /** Where the page may not write to the clipboard: the text is marked, to be copied by hand. */
  marked: string;
  field: string;
}

export const defaultLabels: CopyLaTeXLabels = {
  button: 'LaTeX',
  buttonNamed: (what) => `Copy ${what} as LaTeX`,
  copied: 'copied',
  marked: 'press Ctrl+C or ⌘C to copy',
  field: 'LaTeX',
};
