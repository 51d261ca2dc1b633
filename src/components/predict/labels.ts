// The words of a prediction.
import { formatCount, formatShort } from '../../a11y';
import { answerLabels } from '../answer';
import type { ExpressionProblem } from '../answer';

/** What {@link Predict} says; any of it can be replaced. */
export interface PredictLabels {
  /** Before the question. */
  predict: string;
  commit: string;
  again: string;
  /** The name of the field for a number. */
  field: string;
  /** Asked to commit to nothing. */
  emptyNumber: string;
  emptyChoice: string;
  emptySketch: string;
  /** What cannot be read as a number. */
  problem: (problem: ExpressionProblem) => string;
  /** What the reader said. */
  youSaid: (said: string) => string;
  right: string;
  /** What is so, after an answer that is not right. */
  wrong: (answer: string) => string;
  /** After an answer where there is no right one, or before it is shown. */
  see: string;
  /** Over figures that wait for an answer. */
  locked: string;
  sketchName: string;
  sketchHow: string;
  /** A place in which the curve can be bent. */
  knot: (epoch: number) => string;
  knotValue: (loss: number) => string;
  yourCurve: string;
  theRun: string;
  epoch: string;
  loss: string;
}

export const defaultLabels: PredictLabels = {
  predict: 'Predict',
  commit: 'That is my answer',
  again: 'Answer again',
  field: 'Your answer',
  emptyNumber: 'Type a number first; a fraction or 2 * 21 will do as well.',
  emptyChoice: 'Choose one first.',
  emptySketch: 'Draw a curve first: drag across the plot, or move a point with the arrow keys.',
  problem: answerLabels.problem,
  youSaid: (said) => `You said ${said}.`,
  right: 'That is right.',
  wrong: (answer) => `It is ${answer}.`,
  see: 'Now see what happens.',
  locked: 'Answer first; then this comes alive.',
  sketchName: 'Your curve of the loss',
  sketchHow: 'Drag across the plot, or use Tab and the arrow keys.',
  knot: (epoch) => `Loss at epoch ${formatCount(epoch)}`,
  knotValue: (loss) => formatShort(loss, 3),
  yourCurve: 'your curve',
  theRun: 'the run',
  epoch: 'epoch',
  loss: 'loss',
};
