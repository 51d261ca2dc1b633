// What a page can say of a gradient check.
import type { Layer, Loss, TensorLike } from '../../engine';
import type { FigureProps } from '../figure';
import type { GradientCheckLabels } from './labels';
import type { PlantedMistake } from './mistakes';

/** A number of the model or of the input. */
export interface CheckedNumber {
  /** `input`, or the parameter's name, as in `model.parameters()`: `0.weight`. */
  name: string;
  /** The number's place in it, row by row. */
  place: number;
}

/** Props of {@link GradientCheck}. */
export interface GradientCheckProps extends FigureProps {
  /** A model or a layer to check instead of a run's; needs `x`. */
  model?: Layer;
  /** The batch to check it on, (B, I). */
  x?: TensorLike;
  /** The objective of `model`. @default the sum of its outputs */
  loss?: Loss<'mean' | 'sum'>;
  /** The targets of `loss`. */
  target?: TensorLike;
  /** How many of a run's training points to check on, from the first. @default 16 */
  samples?: number;
  /** ε, how far each number is moved, up and down; makes it the page's to change. */
  eps?: number;
  /** The ε to begin with. @default 1e-5 */
  defaultEps?: number;
  /** Called when the reader asks for another ε. */
  onEpsChange?: (eps: number) => void;
  /** The largest error that passes. @default 1e-6 */
  tolerance?: number;
  /** How many rows a layer has until it is opened. @default 8 */
  maxRows?: number;
  /** The most numbers of a tensor that are checked; in large models, fewer. @default 128 */
  maxEntries?: number;
  /** The number whose error is drawn by ε, or null for the most telling one. */
  chosen?: CheckedNumber | null;
  /** The number to begin with. @default the worst if it is wrong, else the steepest */
  defaultChosen?: CheckedNumber | null;
  /** Called when the reader chooses another. */
  onChosenChange?: (chosen: CheckedNumber | null) => void;
  /** The layers in the order of the model, or the one with the largest error first. */
  order?: 'model' | 'worst';
  /** The order to begin with. @default 'model' */
  defaultOrder?: 'model' | 'worst';
  /** Called when the reader asks for the other order. */
  onOrderChange?: (order: 'model' | 'worst') => void;
  /** Whether the reader may plant mistakes. @default false */
  mistakes?: boolean;
  /** The mistake planted, or null for none; makes it the page's to change. */
  mistake?: PlantedMistake | null;
  /** The mistake to begin with. @default null */
  defaultMistake?: PlantedMistake | null;
  /** Called when the reader asks for another mistake. */
  onMistakeChange?: (mistake: PlantedMistake | null) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<GradientCheckLabels>;
}
