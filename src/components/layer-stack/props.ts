// The props of the layer stack.
import type { FigureProps } from '../figure';
import type { LayerStackLabels } from './labels';
import type { SlowMotionProps } from './use-slow-motion';

/** What the stack shows the numbers of. */
export type LayerStackView = 'sample' | 'batch';

/** Props of {@link LayerStack}. */
export interface LayerStackProps extends FigureProps, SlowMotionProps {
  /** The training point to follow, from 0; makes it the page's to change. */
  sample?: number;
  /** The training point to begin with, from 0. @default 0 */
  defaultSample?: number;
  /** Called when the reader asks for another point. */
  onSampleChange?: (sample: number) => void;
  /** One point's numbers, or histograms of the next batch's; makes it the page's to change. */
  view?: LayerStackView;
  /** What to show at first. @default 'sample' */
  defaultView?: LayerStackView;
  /** Called when the reader asks for the other view. */
  onViewChange?: (view: LayerStackView) => void;
  /** Offers the next training step in slow motion, a row below the heading. @default false */
  slowMotion?: boolean;
  /** Whether the point and the unit looked at are those of the run's other figures. @default true */
  linked?: boolean;
  /** Words to use instead of the default ones. */
  labels?: Partial<LayerStackLabels>;
}
