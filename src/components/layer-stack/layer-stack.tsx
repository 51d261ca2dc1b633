// LayerStack: the stack of pancakes. One point's values go up, the gradients of its loss come down.
import { forwardRef, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../a11y';
import { useContextTrainer, useTrainerFrame, useTrainerValue } from '../../hooks';
import { predictedClass, type Snapshot, type Trainer } from '../../trainer';
import { Figure, useControllable, type FigureProps } from '../figure';
import { cellOf, moveFocus } from './cells';
import { defaultLabels, type LayerStackLabels } from './labels';
import { cellId, hasCell, paintCells, repaintInterval } from './paint';
import { SampleChooser } from './sample-chooser';
import { SlabView } from './slab-view';
import { follow, workingSlab } from './slabs';

/** Props of {@link LayerStack}. */
export interface LayerStackProps extends FigureProps {
  /** The training point to follow, from 0; makes it the page's to change. */
  sample?: number;
  /** The training point to begin with, from 0. @default 0 */
  defaultSample?: number;
  /** Called when the reader asks for another point. */
  onSampleChange?: (sample: number) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<LayerStackLabels>;
}

/** A slab a layer: name, formula, shape, parameters, and one point's values and gradients. */
export const LayerStack = forwardRef<HTMLElement, LayerStackProps>(function LayerStack(
  { trainer: given, sample: givenSample, defaultSample = 0, onSampleChange, labels, ...rest },
  ref,
) {
  const trainer = useContextTrainer(given, 'LayerStack');
  const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
  const { model, data, loss, status, phase, divergedAt } = useTrainerValue(structure, trainer);
  const count = data.x.shape[0]!;
  const [wanted, choose] = useControllable(givenSample, defaultSample, onSampleChange);
  const sample = within(wanted, count);
  const { description, failure } = useTrainerValue(
    useCallback((_: Snapshot, run: Trainer) => report(run, sample, words), [words, sample]),
    trainer,
  );

  // The structure and the first numbers; from then on the cells are painted, not rendered.
  const slabs = useMemo(
    () => begin(trainer, sample, [model, data, loss, failure]),
    [trainer, sample, model, data, loss, failure],
  );
  const working = workingSlab(phase, trainer, slabs);
  const { x, target } = useMemo(() => pointOf(data, sample), [data, sample]);

  const [opened, setOpened] = useState<ReadonlySet<string>>(none);
  const [focused, setFocused] = useState(firstCell);
  const [reading, setReading] = useState<string | null>(null);
  const read = reading !== null && hasCell(slabs, opened, reading) ? reading : null;

  const stack = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLDivElement>(null);
  const paintedAt = useRef(-Infinity);
  const paint = useCallback(() => {
    const root = stack.current;
    if (!root) return;
    paintCells(root, follow(trainer, within(sample, trainer.data.x.shape[0]!)).slabs, words);
    const cell = read && root.querySelector<HTMLElement>(`[data-cell="${read}"]`);
    if (readout.current) {
      readout.current.textContent = (cell && cell.dataset['reading']) ?? words.hint;
    }
  }, [trainer, sample, words, read]);
  useTrainerFrame((run, time) => {
    const since = time - paintedAt.current;
    const soon = since >= 0 && since < repaintInterval(slabs);
    if (soon && run.now.status === 'running') return;
    paintedAt.current = time;
    paint();
  }, trainer);
  // React knows only the first numbers: what it has put in anew is painted at once.
  useEffect(paint, [paint, slabs, status, opened]);

  const fold = (key: string) =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const readCell = (target: EventTarget) => {
    const id = cellOf(target)?.dataset['cell'];
    if (id) setReading(id);
    return id;
  };
  const { task } = data;
  return (
    <Figure
      ref={ref}
      component="LayerStack"
      trainer={trainer}
      heading={words.heading}
      note={
        divergedAt === null
          ? words.note(sample, phase, working?.step ?? 0, working?.count ?? 0)
          : words.diverged(divergedAt)
      }
      description={description}
      caption={failure === null && words.caption}
      data-sample={sample}
      {...rest}
    >
      <SampleChooser
        sample={sample}
        count={count}
        onChoose={choose}
        place={words.place(x, target, task)}
        words={words}
      />
      {model.layers.length === 0 && <div className="pancake-message">{words.noLayers}</div>}
      {failure !== null && <div className="pancake-message">{words.overflow(failure)}</div>}
      <div
        ref={stack}
        role="presentation"
        className="pancake-stack"
        hidden={slabs.length === 0}
        onKeyDown={moveFocus}
        onMouseOver={(event) => readCell(event.target)}
        onFocus={(event) => {
          const id = readCell(event.target);
          if (id) setFocused(id);
        }}
      >
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
            opened={opened.has(slab.key)}
            onFold={() => fold(slab.key)}
            tabStop={hasCell(slabs, opened, focused) ? focused : firstCell}
            read={read}
            beside={
              slab.key === 'loss'
                ? { value: words.target(target, task), gradient: words.start }
                : nothingBeside
            }
          />
        ))}
      </div>
      <div
        ref={readout}
        className="pancake-stack-readout"
        data-read={read !== null || undefined}
        hidden={slabs.length === 0}
      >
        {words.hint}
      </div>
    </Figure>
  );
});

const firstCell = cellId('input', 'value', 0);
const none: ReadonlySet<string> = new Set();
const nothingBeside = {};

const structure = ({ status, phase, epoch }: Snapshot, { model, data, loss }: Trainer) => ({
  status,
  phase,
  model,
  data,
  loss,
  divergedAt: status === 'diverged' ? epoch : null,
});

// What the slabs are made of is named, so that anything else of it begins anew.
function begin(trainer: Trainer, sample: number, _madeOf: unknown[]) {
  return follow(trainer, within(sample, trainer.data.x.shape[0]!)).slabs;
}

// The data may get smaller; the figure then follows its last point.
function within(sample: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.round(sample)));
}

function pointOf({ x, y }: Trainer['data'], sample: number) {
  const size = x.size / x.shape[0]!;
  return {
    x: [...x.data.slice(sample * size, (sample + 1) * size)],
    target: y.data[sample * (y.size / y.shape[0]!)]!,
  };
}

// In words: the point, what the model says of it, and its loss.
function report(trainer: Trainer, wanted: number, words: LayerStackLabels) {
  const { data } = trainer;
  const count = data.x.shape[0]!;
  const sample = within(wanted, count);
  const { trace, failure } = follow(trainer, sample);
  if (!trace) return { description: words.overflow(failure), failure };
  const said = trainer.predict(trace.x).data;
  const best = predictedClass(said, 0, said.length);
  const prediction =
    data.task === 'multiclass'
      ? `class ${best}, with ${formatNumber(said[best])}`
      : formatNumber(said[0]);
  const { x, target } = pointOf(data, sample);
  const facts = { sample, count, x, target, task: data.task, loss: trace.loss, prediction };
  return { description: words.description(facts), failure };
}
