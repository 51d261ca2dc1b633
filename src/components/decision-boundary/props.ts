// What an author can say of a decision boundary.
import type { NeuronPlace } from '../../hooks';
import type { FigureProps } from '../figure';
import type { DecisionBoundaryLabels } from './labels';
import type { Overlay } from './overlays';

/** Props of the decision boundary. */
export interface DecisionBoundaryProps extends FigureProps {
  /** How many cells the plane is cut into, each way: from 1 to 1000. @default 100 */
  grid?: number;
  /**
   * The values at which contour lines are drawn; the middle one of three or five is the strong one.
   * Several classes are always divided where two of them tie.
   * @default [0.25, 0.5, 0.75], or for regression the round values of the colour bar
   */
  contours?: readonly number[];
  /** Which points are drawn. @default 'all' */
  points?: 'all' | 'train' | 'none';
  /** What the colours say of the classes; makes it the page's to change. Not for regression. */
  overlay?: Overlay;
  /** What they say to begin with. @default 'probability' */
  defaultOverlay?: Overlay;
  /** Called when the reader chooses another overlay. */
  onOverlayChange?: (overlay: Overlay) => void;
  /** Whether points classified wrong are ringed and counted; makes it the page's to change. */
  mistakes?: boolean;
  /** Whether they are to begin with. @default false */
  defaultMistakes?: boolean;
  /** Called when the reader asks for the rings, or for none. */
  onMistakesChange?: (mistakes: boolean) => void;
  /** Whether the reader gets buttons for the overlay and the mistakes. @default false */
  overlayControl?: boolean;
  /**
   * The neuron whose output is shown in place of the model's, or null for none. One that the model
   * does not have counts as none.
   * @default the neuron that is chosen in any figure of the run, if `linked`
   */
  neuron?: NeuronPlace | null;
  /** Whether the neuron and the point looked at are those of all figures of the run. @default true */
  linked?: boolean;
  /**
   * The place in the model of the layer in whose space the data and the plane's grid are drawn, or
   * null for the plane itself; makes it the page's to change. A layer that the model does not have
   * counts as null.
   */
  space?: number | null;
  /** The one to begin with. @default null */
  defaultSpace?: number | null;
  /** Called when the reader chooses another space. */
  onSpaceChange?: (space: number | null) => void;
  /** Whether the reader gets a slider through the layers, and choosers of two units. @default false */
  spaceControl?: boolean;
  /** The two units that make the axes of the space; makes them the page's to change. */
  units?: readonly [number, number];
  /** The ones to begin with. @default [0, 1] */
  defaultUnits?: readonly [number, number];
  /** Called when the reader chooses other units. */
  onUnitsChange?: (units: readonly [number, number]) => void;
  /** Whether what every layer makes of the probed point is shown below. @default 'value' */
  readout?: 'value' | 'activations';
  /** Whether there is a button that fills the screen with the figure. @default false */
  fullscreen?: boolean;
  /** The figure's width in pixels. @default the width of its box */
  width?: number;
  /** Words to use instead of the default ones. */
  labels?: Partial<DecisionBoundaryLabels>;
}

type OwnName = Exclude<keyof DecisionBoundaryProps, keyof FigureProps | 'width' | 'labels'>;

const own: Record<OwnName, true> = {
  grid: true,
  contours: true,
  points: true,
  overlay: true,
  defaultOverlay: true,
  onOverlayChange: true,
  mistakes: true,
  defaultMistakes: true,
  onMistakesChange: true,
  overlayControl: true,
  neuron: true,
  linked: true,
  space: true,
  defaultSpace: true,
  onSpaceChange: true,
  spaceControl: true,
  units: true,
  defaultUnits: true,
  onUnitsChange: true,
  readout: true,
  fullscreen: true,
};

/** The props without those that only this figure understands. */
export function ofRoot(props: DecisionBoundaryProps): Omit<DecisionBoundaryProps, OwnName> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !(name in own)));
}
