// Code in lock-step with what runs: the engine's own, and the notebook's NumPy.
export { CodeListing, type CodeListingProps } from './code-listing';
export { CodePanes, type CodePanesProps, type ShownCode } from './code-panes';
export type { CodeExcerpt, CodeLine, CodeOfPasses, CodePass, CodeRole } from './excerpt';
export {
  defaultLabels as defaultCodeLabels,
  type CodeLabels,
  type LayerCodeLabels,
  type LayerCodePhase,
} from './labels';
export { LayerCode, type LayerCodeProps } from './layer-code';
export { numpyOf } from './numpy';
export { sourcesOf } from './sources';
export { tokenize, type Token, type TokenKind } from './tokens';
export { termsOfStep, type CodeTerm, type CodeTerms } from './terms';
