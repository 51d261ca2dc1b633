// NetworkGraph: every neuron with its map, every weight and every bias, to look at and to change.
import { forwardRef, useCallback, useMemo, useRef, useState } from 'react';
import { useLabels } from '../../a11y';
import {
  useBeforePaint,
  useContextTrainer,
  useSelection,
  useTrainerFrame,
  useTrainerValue,
  type NeuronPlace,
  useCaught,
} from '../../hooks';
import { NonFiniteError } from '../../engine';
import { watchTheme } from '../../theme';
import type { Reshape, Snapshot, Trainer } from '../../trainer';
import {
  Figure,
  useControllable,
  useBoxWidth,
  useFirstPaint,
  type FigureProps,
  island,
  networkGraphRoom,
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
import { Neurons } from './neurons';
import { LinkWriter, MapPainter, looksOf, type Shown } from './paint';
import { useParts } from './parts';
import { PosterMaps } from './poster';
import { FeatureChooser, Structure, type Editable } from './structure';
import { ValueReader } from './values';

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
  const [selection, select] = useSelection(trainer);
  const selected = controlledNeuron === undefined ? selection.neuron : controlledNeuron;
  const [pinned, setPinned] = useState<Neuron | null>(null);
  const [chosenNumber, chooseNumber] = useState(0);
  const [hovered, setHovered] = useState<Neuron | null>(null);
  const edits = useEdits(trainer, onParameterChange, onReshape);

  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const plane = useRef<HTMLDivElement>(null);
  const { width, isKnown } = useBoxWidth(box, 640);
  const columns = useMemo(() => columnsOf(model, data), [model, data]);
  const layout = useMemo(() => layOutGraph(columns, width, unfolded), [columns, width, unfolded]);
  const drawn = useParts(layout.links.length, linksAtOnce, usePoster());
  const links = useMemo(() => layout.links.slice(0, drawn), [layout, drawn]);
  const painter = useRef<MapPainter | null>(null);
  const [writer] = useState(() => new LinkWriter());
  const [reader] = useState(() => new ValueReader());
  const poster = usePoster();
  // What lines and biases are in the HTML; from then on they are the writer's.
  const [sent] = useState(() => (poster ? looksOf(reader.read(trainer, show)) : null));
  const largest = useTrainerValue(
    useCallback((_: Snapshot, run: Trainer) => reader.read(run, show).largest, [reader, show]),
    trainer,
  );
  // The neurons' names say their numbers: those at rest, and while the run plays those of its start.
  useTrainerValue(restingWeights, trainer);

  const paint = useCallback(() => {
    if (!isKnown) return;
    const { values, largest: scale } = reader.read(trainer, show);
    writer.write(values, layout, columns, scale);
    if (data.x.shape[1] !== 2) return;
    // The first maps come once all lines are there: both together would be much for a frame.
    if (!painter.current && drawn < layout.links.length) return;
    try {
      painter.current ??= new MapPainter(canvas.current!);
      painter.current.paint(trainer, columns, layout);
    } catch (error) {
      // Far from the data a model may overflow; the last picture stays.
      if (!(error instanceof NonFiniteError)) throw error;
    }
  }, [trainer, show, layout, columns, data, reader, writer, isKnown, drawn]);
  const caught = useCaught();
  useTrainerFrame((run) => {
    // In the frame of a change of the model, React has not yet made the new columns.
    if (run.model === model) paint();
  }, trainer);
  const firstPaint = useFirstPaint();
  const latest = useRef(paint);
  useBeforePaint(() => {
    const forget = watchTheme(
      canvas.current!,
      caught(() => {
        painter.current?.readColors();
        latest.current();
      }),
    );
    return () => {
      forget();
      painter.current = null;
    };
  }, [caught]);
  useBeforePaint(() => {
    latest.current = paint;
    writer.attach(plane.current!);
    if (firstPaint(isKnown) === 'now') paint();
  }, [writer, paint, isKnown, firstPaint, links]);

  const tell = (neuron: Neuron | null) => {
    const place = neuron && { layer: columns[neuron.column]!.place, unit: neuron.unit };
    onNeuronChange?.(place);
    if (controlledNeuron === undefined) select({ neuron: place });
  };
  const look = (neuron: Neuron | null) => {
    setHovered(neuron);
    tell(neuron ?? pinned);
  };
  const close = () => {
    setPinned(null);
    setHovered(null);
    tell(null);
  };
  const open = (neuron: Neuron, number = 0) => {
    const isSame = pinned?.column === neuron.column && pinned.unit === neuron.unit;
    if (isSame && number === chosenNumber) return close();
    setPinned(neuron);
    chooseNumber(number);
    tell(neuron);
  };
  const remove = ({ column, unit }: Neuron) => {
    const { kind, hidden } = columns[column]!;
    if (kind !== 'hidden' || !may.structure || !trainer.architecture) return;
    close();
    edits.reshape({ kind: 'removeNeuron', layer: hidden, unit });
  };

  // The model may have changed since.
  const current = pinned && pinned.unit < (columns[pinned.column]?.units ?? 0) ? pinned : null;
  const numbers = current ? numbersOf(columns, current, words) : [];
  const architecture = trainer.architecture;
  const cost = costOf(
    columns.map(({ units }) => units),
    data.x.shape[0]!,
  );
  const emphasis = hovered ?? current;

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
      <div className="pancake-network-tools">
        <div className="pancake-choice pancake-choice-joined" role="group" aria-label={words.show}>
          {(['weights', 'gradients'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="pancake-toggle"
              aria-pressed={show === one}
              onClick={() => setShow(one)}
            >
              {words[one]}
            </button>
          ))}
        </div>
        {may.features && architecture && data.x.shape[1] === 2 && (
          <FeatureChooser architecture={architecture} edits={edits} words={words} />
        )}
        {(may.weights || may.structure) && (
          <button
            type="button"
            className="pancake-button pancake-network-undo"
            disabled={!edits.canUndo}
            onClick={edits.undo}
          >
            {words.undo}
          </button>
        )}
      </div>

      <div ref={box} className="pancake-network-scroll">
        <div
          ref={plane}
          className="pancake-network-plane"
          style={{ width: layout.width, height: layout.height }}
        >
          {isKnown && (
            <Links
              {...{ columns, layout, links, sent, emphasis }}
              onOpen={(link) => open(link.to, 1 + link.from.unit)}
            />
          )}
          {poster && data.x.shape[1] === 2 && <PosterMaps {...{ trainer, columns, layout }} />}
          <canvas
            ref={canvas}
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
              nameOf={(neuron) =>
                spoken(reader.read(trainer, 'weights').values, columns, neuron, words)
              }
              selected={selected}
              opened={current}
              onLook={look}
              onOpen={open}
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
      {current && numbers.length > 0 && (
        <NumberEditor
          key={`${current.column}.${current.unit}`}
          trainer={trainer}
          title={words.neuron(columns[current.column]!, current.unit)}
          numbers={numbers}
          chosen={Math.min(chosenNumber, numbers.length - 1)}
          onChoose={chooseNumber}
          onClose={close}
          onRemove={
            may.structure && architecture && columns[current.column]!.kind === 'hidden'
              ? () => remove(current)
              : null
          }
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

const linksAtOnce = 100;

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
