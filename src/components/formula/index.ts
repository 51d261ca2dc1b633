// Formulas as mathematics, each term of which can be pointed at.
export { CopyLaTeX } from './copy-latex';
export type { CopyLaTeXLabels, FormulaLabels } from './labels';
export { useFormulaLanguage, type FormulaLanguage } from './language';
export { placeIn, placeText, type Formula } from './formula';
export { toLaTeX } from './latex';
export { layerFormulas, type LayerFormulas } from './layer-formulas';
export { useLinkedTerms } from './linked-terms';
export { lossFormulas, type LossFormulas } from './loss-formulas';
export { MathFormula, type MathFormulaProps } from './math-formula';
export type { TermName } from './math-node';
export { derivative, type StepNames } from './names';
export type { ParameterFormulas } from './parameter-formulas';
export { parameterName } from './parameter-names';
export { Fraction } from './symbols';
export { toText } from './text';
