// ActivationPlot: a function of one number, its slope, and the input at which both are read.
import { forwardRef, useMemo, type ForwardedRef } from 'react';
import { useLabels } from '../../a11y';
import type { ActivationName, Layer } from '../../engine';
import { useContextTrainer, useSelection, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { Figure, Frame, type FigureProps, island, activationPlotRoom } from '../figure';
import { Body } from './body';
import { defaultLabels, type ActivationPlotLabels } from './labels';

/** Props of {@link ActivationPlot}. */
export interface ActivationPlotProps extends FigureProps {
  /** The activation, by name or as an elementwise layer; makes it the page's to change. */
  of?: ActivationName | Layer;
  /** The activation to begin with. @default the one at `layer`, or 'ReLU' */
  defaultOf?: ActivationName | Layer;
  /** Called with a name when the reader chooses another activation. */
  onOfChange?: (of: ActivationName) => void;
  /** Whether the reader may choose the activation. @default true without `layer` */
  choose?: boolean;
  /** The place x at which the function is read; makes it the page's to change. */
  input?: number;
  /** The place to begin with. @default 0.5 */
  defaultInput?: number;
  /** Called when the reader moves the input. */
  onInputChange?: (input: number) => void;
  /** The least and the greatest input. @default [-5, 5] */
  domain?: readonly [number, number];
  /**
   * An activation's place in the run's model, from 0. A strip then shows where its inputs from the
   * training data fall, live; if the reader has chosen one of its units, those of that unit.
   */
  layer?: number;
  /** Height of the plot with its axes, in pixels. @default 260 */
  height?: number;
  /** Width in pixels. @default as wide as the box it is in */
  width?: number;
  /** Words to use instead of the default ones. */
  labels?: Partial<ActivationPlotLabels>;
}

const Live = forwardRef<HTMLElement, ActivationPlotProps>(function ActivationPlot(props, ref) {
  return props.layer === undefined ? (
    <FreePlot {...props} figure={ref} />
  ) : (
    <RunPlot {...props} layer={props.layer} figure={ref} />
  );
});

/** An activation and its slope, with an input to move along them; with or without a run. */
export const ActivationPlot = island<ActivationPlotProps>(activationPlotRoom, Live);

type Inner<P> = P & { figure: ForwardedRef<HTMLElement> };

function FreePlot({ figure, ...props }: Inner<ActivationPlotProps>) {
  return (
    <Body {...props} inModel={null}>
      {(frame) => <Frame ref={figure} component="ActivationPlot" {...frame} />}
    </Body>
  );
}

function RunPlot({ figure, ...props }: Inner<ActivationPlotProps & { layer: number }>) {
  const { trainer: given, layer: place, heading, caption } = props;
  const trainer = useContextTrainer(given, 'ActivationPlot');
  const words = useLabels('ActivationPlot', defaultLabels, props.labels);
  const { layers } = useTrainerValue(modelOf, trainer).model;
  const [{ neuron }] = useSelection(trainer);
  // A unit is chosen by the activation's own place, or by that of the layer that feeds it.
  const unit =
    neuron && (neuron.layer === place || neuron.layer === place - 1) ? neuron.unit : null;
  const layer = layers[place];
  const inModel = useMemo(
    () => (layer?.elementwise ? { trainer, place, layer, unit } : null),
    [trainer, place, layer, unit],
  );
  if (!inModel) {
    const places = layers.flatMap((one, i) => (one.elementwise ? [i] : []));
    return (
      <Figure ref={figure} component="ActivationPlot" {...{ trainer, heading, caption }}>
        <div className="pancake-message">
          {words.noActivation(place, layer?.describe() ?? null, places)}
        </div>
      </Figure>
    );
  }
  return (
    <Body {...props} inModel={inModel}>
      {(frame) => <Figure ref={figure} component="ActivationPlot" trainer={trainer} {...frame} />}
    </Body>
  );
}

const modelOf = (_: Snapshot, { model }: Trainer) => ({ model });
