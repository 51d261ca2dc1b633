// The hidden answer: typed, judged, found.
export { Answer, type AnswerProps } from './answer';
export { AnswerHints, type AnswerHintsProps } from './answer-hints';
export { evaluate, type Evaluation, type ReadingOptions } from './expression';
export { ExpressionError } from './expression-error';
export { judge } from './judge';
export { defaultLabels as answerLabels } from './labels';
export type { AnswerLabels, HintSituation } from './labels';
export type { ExpressionProblem } from './problems';
export type {
  AnswerState,
  Factor,
  GivenAnswer,
  Hint,
  Mistake,
  Question,
  Verdict,
} from './question';
