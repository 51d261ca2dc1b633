// NetworkGraph: every neuron with its map, every weight and every bias, to look at and to change.
import { forwardRef, useMemo, useRef, useState } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useTrainerValue, type NeuronPlace } from '../../hooks';
import type { Reshape, Snapshot, Trainer } from '../../trainer';
import {
  Figure,
  island,
  networkGraphRoom,
  useBoxWidth,
  useControllable,
  type FigureProps,
} from '../figure';
import { usePoster } from '../poster';
import { parametersTable } from '../share';
import { columnsOf, costOf } from './columns';
import { useEdits, type ParameterChange } from './edits';
import { defaultLabels, type NetworkGraphLabels } from './labels';
import { layOutGraph, type Neuron } from './layout';
import { Links } from './links';
import { NumberEditor } from './number-editor';
import { numbersOf, spoken } from './numbers';
import { Neurons, focusNeuron } from './neurons';
import type { Shown } from './paint';
import { PosterMaps } from './poster';
import { Structure, type Editable } from './structure';
import { Tools } from './tools';
import { useDrawing } from './use-drawing';
import { useNeuron } from './use-neuron';

/** Props of {@link NetworkGraph}. */
export interface NetworkGraphProps extends FigureProps {
  /** What the lines show; makes it the page's to change. */
  show?: Shown;
  /** What they show at first. @default 'weights' */
  defaultShow?: Shown;
  /** Called when the reader asks for the other. */
  onShowChange?: (show: Shown) => void;
  /** The neuron that the figures of this run show; makes it the page's to change. */
  neuron?: NeuronPlace | null;
  /** Called when the reader looks at another neuron, or at none. */
  onNeuronChange?: (neuron: NeuronPlace | null) => void;
  /** What the reader may change. @default true */
  editable?: boolean | Partial<Editable>;
  /** Called before a weight or bias is set; `false` refuses it. */
  onParameterChange?: (change: ParameterChange) => boolean | void;
  /** Called before the shape is changed; `false` refuses it. */
  onReshape?: (change: Reshape) => boolean | void;
  /** Words to use instead of the default ones. */
  labels?: Partial<NetworkGraphLabels>;
}

const Live = forwardRef<HTMLElement, NetworkGraphProps>(function NetworkGraph(
  {
    trainer: given,
    show: controlledShow,
    defaultShow = 'weights',
    onShowChange,
    neuron: controlledNeuron,
    onNeuronChange,
    editable = true,
    onParameterChange,
    onReshape,
    labels,
    ...rest
  },
  ref,
) {
  const trainer = useContextTrainer(given, 'NetworkGraph');
  const words = useLabels('NetworkGraph', defaultLabels, labels);
  const may = useMemo(() => permissions(editable), [editable]);
  const [show, setShow] = useControllable(controlledShow, defaultShow, onShowChange);
  const { model, data } = useTrainerValue(modelAndData, trainer);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(nothingUnfolded);
  const [considered, consider] = useState<string | null>(null);
  const edits = useEdits(trainer, onParameterChange, onReshape);

  const box = useRef<HTMLDivElement>(null);
  const { width, isKnown } = useBoxWidth(box, 640, { inFrame: true });
  const columns = useMemo(() => columnsOf(model, data), [model, data]);
  const layout = useMemo(() => layOutGraph(columns, width, unfolded), [columns, width, unfolded]);
  const poster = usePoster();
  const isPlane = data.x.shape[1] === 2;
  const drawing = useDrawing(trainer, { model, data }, show, { columns, layout }, isKnown);
  const { links, sent, reader, largest } = drawing;
  // The neurons' names say their numbers: those at rest, and while the run plays those of its start.
  useTrainerValue(restingWeights, trainer);
  const { opened, ...neuron } = useNeuron(trainer, columns, controlledNeuron, onNeuronChange);
  const remove = ({ column, unit }: Neuron) => {
    const { kind, hidden } = columns[column]!;
    if (kind !== 'hidden' || !may.structure || !trainer.architecture) return;
    neuron.close();
    edits.reshape({ kind: 'removeNeuron', layer: hidden, unit });
  };

  const numbers = opened ? numbersOf(columns, opened, words) : [];
  const architecture = trainer.architecture;
  const cost = costOf(
    columns.map(({ units }) => units),
    data.x.shape[0]!,
  );

  return (
    <Figure
      ref={ref}
      component="NetworkGraph"
      table={() => parametersTable(trainer)}
      trainer={trainer}
      heading={words.heading}
      note={words.note(show, largest)}
      caption={words.caption}
      description={words.description(columns, cost)}
      data-show={show}
      data-largest={largest}
      {...rest}
    >
      <Tools
        {...{ show, edits, words }}
        onShow={setShow}
        architecture={isPlane ? architecture : null}
        editable={may}
      />

      <div ref={box} className="pancake-network-scroll" aria-busy={!isKnown || undefined}>
        <div
          ref={drawing.plane}
          className="pancake-network-plane"
          style={{ width: layout.width, height: layout.height }}
        >
          {isKnown && (
            <Links
              {...{ columns, layout, links, sent }}
              emphasis={neuron.hovered ?? opened}
              onOpen={(link) => neuron.open(link.to, 1 + link.from.unit)}
            />
          )}
          {poster && isPlane && <PosterMaps {...{ trainer, columns, layout }} />}
          <canvas
            ref={drawing.canvas}
            className="pancake-network-maps"
            width={1}
            height={1}
            aria-hidden="true"
          />
          {isKnown && (
            <Neurons
              columns={columns}
              layout={layout}
              words={words}
              sent={sent}
              nameOf={(one) => spoken(reader.read(trainer, 'weights').values, columns, one, words)}
              selected={neuron.selected}
              opened={opened}
              onLook={neuron.look}
              onOpen={neuron.open}
              onRemove={remove}
            />
          )}
        </div>
        <Structure
          columns={columns}
          layout={layout}
          architecture={architecture}
          editable={may}
          edits={edits}
          points={data.x.shape[0]!}
          words={words}
          onConsider={consider}
        />
      </div>

      <div className="pancake-choice">
        {layout.folded.map((count, column) =>
          count > 0 || unfolded.has(column) ? (
            <button
              key={column}
              type="button"
              className="pancake-button"
              onClick={() => setUnfolded(toggled(unfolded, column))}
            >
              {words.column(columns[column]!)}: {count > 0 ? words.more(count) : words.fewer}
            </button>
          ) : null,
        )}
      </div>
      {opened && numbers.length > 0 && (
        <NumberEditor
          key={`${opened.column}.${opened.unit}`}
          trainer={trainer}
          title={words.neuron(columns[opened.column]!, opened.unit)}
          numbers={numbers}
          chosen={Math.min(neuron.number, numbers.length - 1)}
          onChoose={neuron.chooseNumber}
          onClose={neuron.close}
          onRemove={
            may.structure && architecture && columns[opened.column]!.kind === 'hidden'
              ? () => remove(opened)
              : null
          }
          onLeave={(goes) => focusNeuron(drawing.plane.current!, opened, goes)}
          edits={edits}
          editable={may.weights}
          words={words}
        />
      )}
      <p className="pancake-network-cost" role="status" data-parameters={cost.parameters}>
        {considered && !edits.problem ? (
          <>
            <span aria-hidden="true">{words.cost(cost)}</span>
            <span className="pancake-network-considered">{considered}</span>
          </>
        ) : (
          (edits.problem ?? words.cost(cost))
        )}
        {may.structure && !architecture && ` ${words.fixed}`}
      </p>
    </Figure>
  );
});

/** The neurons of a run's model, from left to right, wired by their weights. */
export const NetworkGraph = island<NetworkGraphProps>(networkGraphRoom, Live);

const nothingUnfolded: ReadonlySet<number> = new Set();
const restingWeights = ({ status }: Snapshot, run: Trainer) =>
  status === 'running' ? null : run.weightsVersion;
const modelAndData = (_: Snapshot, { model, data }: Trainer) => ({ model, data });

function permissions(editable: boolean | Partial<Editable>): Editable {
  const all = editable !== false;
  const each = { weights: all, structure: all, activation: all, features: all };
  return typeof editable === 'object' ? { ...each, ...editable } : each;
}

function toggled(set: ReadonlySet<number>, entry: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(entry)) next.add(entry);
  return next;
}
