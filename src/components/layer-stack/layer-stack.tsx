// LayerStack: the stack of pancakes. One point's values go up, the gradients of its loss come down.
import { forwardRef, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../a11y';
import { useContextTrainer, useTrainerFrame, useTrainerValue } from '../../hooks';
import { predictedClass, type Snapshot, type Trainer } from '../../trainer';
import { Figure, useControllable, type FigureProps } from '../figure';
import { Cells, cellId } from './cells';
import { Details } from './details';
import { defaultLabels, type LayerStackLabels } from './labels';
import { columns, paintCells, slabName } from './paint';
import { SampleChooser } from './sample-chooser';
import { slabsOf, workingSlab, type Slab } from './slabs';

/** Props of {@link LayerStack}. */
export interface LayerStackProps extends FigureProps {
  /** The training point to follow, from 0; makes it the page's to change. */
  sample?: number;
  /** @default 0 */
  defaultSample?: number;
  /** Called when the reader asks for another point. */
  onSampleChange?: (sample: number) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<LayerStackLabels>;
}

// Numbers that change faster than this cannot be read, and cost frames.
const repaintInterval = 66;

/** A slab a layer: name, formula, shape, parameters, and one point's values and gradients. */
export const LayerStack = forwardRef<HTMLElement, LayerStackProps>(function LayerStack(
  { trainer: given, sample: givenSample, defaultSample = 0, onSampleChange, labels, ...rest },
  ref,
) {
  const trainer = useContextTrainer(given, 'LayerStack');
  const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
  const { model, data, status, phase } = useTrainerValue(structure, trainer);
  const count = data.x.shape[0]!;
  const [wanted, choose] = useControllable(givenSample, defaultSample, onSampleChange);
  const sample = Math.min(count - 1, Math.max(0, Math.round(wanted)));

  // The structure and the first numbers; from then on the cells are painted, not rendered.
  const { slabs, x, target } = useMemo(
    () => begin(trainer, model, data, sample),
    [trainer, model, data, sample],
  );
  const description = useTrainerValue(
    useCallback(
      (_: Snapshot, run: Trainer) => words.description(factsOf(run, sample)),
      [words, sample],
    ),
    trainer,
  );
  const working = workingSlab(phase, trainer, slabs);

  const stack = useRef<HTMLDivElement>(null);
  const paintedAt = useRef(-Infinity);
  const [reached, setReached] = useState(cellId('input', 'value', 0));
  const readout = useRef<HTMLParagraphElement>(null);
  const paint = useCallback(() => {
    const root = stack.current;
    if (!root || sample >= trainer.data.x.shape[0]!) return;
    paintCells(root, slabsOf(trainer, trainer.trace(sample)), words);
    const cell = root.querySelector(`[data-cell="${reached}"]`);
    if (readout.current?.dataset['reached']) {
      readout.current.textContent = cell?.getAttribute('aria-label') ?? words.hint;
    }
  }, [trainer, sample, words, reached]);
  useTrainerFrame((run, time) => {
    const soon = time - paintedAt.current < repaintInterval && time >= paintedAt.current;
    if (soon && run.now.status === 'running') return;
    paintedAt.current = time;
    paint();
  }, trainer);
  useEffect(paint, [paint, slabs, status]);

  const [isReached, setIsReached] = useState(false);
  const reach = (id: string) => {
    setReached(id);
    setIsReached(true);
  };
  const tabStop = slabs.some(({ key }) => reached.startsWith(`${key} `))
    ? reached
    : cellId('input', 'value', 0);
  return (
    <Figure
      ref={ref}
      component="LayerStack"
      trainer={trainer}
      heading={words.heading}
      note={words.note(sample, phase, working?.step ?? 0, working?.count ?? 0)}
      description={description}
      data-sample={sample}
      {...rest}
    >
      <SampleChooser
        sample={sample}
        count={count}
        onChoose={choose}
        place={words.place(x, target, data.task)}
        words={words}
      />
      {model.layers.length === 0 && <p className="pancake-message">{words.noLayers}</p>}
      <div ref={stack} className="pancake-stack">
        <div className="pancake-stack-head" aria-hidden="true">
          <span />
          <span>{words.value}</span>
          <span>{words.gradient}</span>
        </div>
        {[...slabs].reverse().map((slab) => (
          <SlabView
            key={slab.key}
            slab={slab}
            trainer={trainer}
            sample={sample}
            words={words}
            active={working?.key === slab.key}
            tabStop={tabStop}
            onReach={reach}
          />
        ))}
      </div>
      <p ref={readout} className="pancake-stack-readout" data-reached={isReached || undefined}>
        {words.hint}
      </p>
    </Figure>
  );
});

interface SlabViewProps {
  slab: Slab;
  trainer: Trainer;
  sample: number;
  words: LayerStackLabels;
  active: boolean;
  tabStop: string;
  onReach: (id: string) => void;
}

function SlabView({ slab, trainer, sample, words, active, tabStop, onReach }: SlabViewProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [wide, setWide] = useState(false);
  const name = slabName(slab, words);
  const shape = slab.step?.layer.elementwise === false ? words.shape(...slab.shape) : slab.shape[1];
  const { type } = slab.step ?? { type: slab.key === 'loss' ? words.loss : words.input };
  return (
    <div
      className="pancake-slab"
      role="group"
      aria-label={name}
      aria-current={active ? 'step' : undefined}
      data-active={active || undefined}
      data-slab-key={slab.key}
    >
      <div className="pancake-slab-name">
        <b>{type}</b> <span>{slab.key === 'loss' ? slab.description : shape}</span>
        {slab.step && (
          <button
            type="button"
            className="pancake-slab-open"
            aria-expanded={open}
            aria-controls={`${id}-details`}
            aria-label={words.details(name)}
            onClick={() => setOpen(!open)}
          />
        )}
        {slab.formula && <small>{slab.formula}</small>}
        {slab.parameterCount > 0 && <small>{words.parameters(slab.parameterCount)}</small>}
      </div>
      {columns.map((column) => (
        <Cells
          key={column}
          slab={slab}
          column={column}
          words={words}
          opened={wide}
          onOpen={() => setWide(!wide)}
          tabStop={tabStop}
          onReach={onReach}
        />
      ))}
      <div id={`${id}-details`} className="pancake-slab-details" hidden={!open}>
        {open && <Details trainer={trainer} sample={sample} path={slab.key} words={words} />}
      </div>
    </div>
  );
}

const structure = ({ status, phase }: Snapshot, { model, data }: Trainer) => ({
  status,
  phase,
  model,
  data,
});

// The model and the data are named, so that another one begins anew.
function begin(trainer: Trainer, _model: Trainer['model'], { y }: Trainer['data'], sample: number) {
  const traced = trainer.trace(sample);
  return { slabs: slabsOf(trainer, traced), x: [...traced.x.data], target: y.data[sample]! };
}

function factsOf(trainer: Trainer, wanted: number) {
  const { data } = trainer;
  const count = data.x.shape[0]!;
  const sample = Math.min(wanted, count - 1);
  const { x, y, loss } = trainer.trace(sample);
  const said = trainer.predict(x).data;
  const best = predictedClass(said, 0, said.length);
  return {
    sample,
    count,
    x: [...x.data],
    target: y.data[0]!,
    task: data.task,
    loss,
    prediction:
      data.task === 'multiclass'
        ? `class ${best}, with ${formatNumber(said[best])}`
        : formatNumber(said[0]),
  };
}
