// The props of the stepper.
import type { Layer, Loss, TensorLike } from '../../engine';
import type { Trainer } from '../../trainer';
import type { GivenAnswer } from '../answer';
import type { FigureProps } from '../figure';
import type { ChainRuleStepperLabels } from './labels';
import type { ChainNames } from './names';

/** Props that do not depend on what is stepped through. */
export interface SharedProps extends Omit<FigureProps, 'trainer'> {
  /** The step shown, from 0; makes it the page's to change. */
  step?: number;
  /** @default 0 */
  defaultStep?: number;
  /** Called when the reader asks for another step. */
  onStepChange?: (step: number) => void;
  /** ε, how far a number is moved to measure a slope; makes it the page's to change. */
  epsilon?: number;
  /** @default 0.001 */
  defaultEpsilon?: number;
  /** Called when the reader asks for another ε. */
  onEpsilonChange?: (epsilon: number) => void;
  /** The sample of the batch whose numbers are shown, from 0; makes it the page's to change. */
  sample?: number;
  /** @default 0 */
  defaultSample?: number;
  /** Called when the reader asks for another sample. */
  onSampleChange?: (sample: number) => void;
  /** The values over which the products are folded, such as `['F2', 'F3']`; makes them the page's. */
  folded?: readonly string[];
  /** @default none */
  defaultFolded?: readonly string[];
  /** Called when the reader folds or unfolds. */
  onFoldedChange?: (folded: readonly string[]) => void;
  /** Whether results are hidden until the reader types them; makes it the page's to change. */
  hideAnswers?: boolean;
  /** @default false */
  defaultHideAnswers?: boolean;
  /** Called when the reader hides or shows the answers. */
  onHideAnswersChange?: (hidden: boolean) => void;
  /** Called when the reader has typed an answer, with the step that it belongs to. */
  onAnswer?: (answer: GivenAnswer & { step: number }) => void;
  /** Whether it begins to play by itself, unless the reader asked for reduced motion. @default false */
  autoplay?: boolean;
  /** The pace that it plays at, in steps a second. @default 0.5 */
  pace?: number;
  /** Whether the code of each step is offered, and open from the start. @default 'closed' */
  code?: 'open' | 'closed' | 'none';
  /** Names for the values and parameters: `{ input: 'v', values: ['M', 'E'] }`. */
  names?: ChainNames;
  /** Words to use instead of the default ones. */
  labels?: Partial<ChainRuleStepperLabels>;
}

/**
 * Props of {@link ChainRuleStepper}. It steps through the `model` given, else through the run given
 * or that of the nearest `<Pancake>`, else through the notebook's E = (k·v)².
 */
export interface ChainRuleStepperProps extends SharedProps {
  /** The run to step through; its weights are followed live. @default that of the nearest `<Pancake>` */
  trainer?: Trainer;
  /** With a run: the training points that make up the batch, from 0. @default the point looked at */
  samples?: number | readonly number[];

  /** The layer or model to step through, or a function that makes it once. */
  model?: Layer | (() => Layer);
  /** With a model: its input, one sample or a batch; makes it the page's to change. */
  x?: TensorLike;
  /** @default ones */
  defaultX?: TensorLike;
  /** Called when the reader asks for another input. */
  onXChange?: (x: number[][]) => void;
  /** With a model: the loss to differentiate. @default the output, or the sum of all outputs */
  loss?: Loss<'mean' | 'sum'>;
  /** With a loss: what it compares with. */
  target?: TensorLike;

  /** The parameter k of E = (k·v)²; makes it the page's to change. */
  k?: number;
  /** @default 0.5 */
  defaultK?: number;
  /** Called when the reader asks for another k. */
  onKChange?: (k: number) => void;
  /** The input v of E = (k·v)²; makes it the page's to change. */
  v?: number;
  /** @default 42 */
  defaultV?: number;
  /** Called when the reader asks for another v. */
  onVChange?: (v: number) => void;
}
