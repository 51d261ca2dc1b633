// The words of the button that copies LaTeX.

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
