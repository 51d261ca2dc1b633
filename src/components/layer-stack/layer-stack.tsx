// LayerStack: the stack of pancakes. One point's values go up, the gradients of its loss come down.
import { forwardRef, useCallback, useMemo, useRef, useState } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { Figure, PlaceChooser, useControllable, island, layerStackRoom } from '../figure';
import { traceTable } from '../share';
import { cellOf, moveFocus } from './cells';
import { begin, pointOf, report, structure, within } from './facts';
import { defaultLabels } from './labels';
import { cellId, hasCell } from './paint';
import type { LayerStackProps } from './props';
import { SlabView } from './slab-view';
import { workingSlab } from './slabs';
import { SlowMotionRow } from './slow-motion';
import { activeKeys } from './stages';
import { useLinkedSample } from './use-linked-sample';
import { usePainting, useTravel } from './use-painting';
import { replayTime, useSlowMotion } from './use-slow-motion';
import { ViewChooser } from './view-chooser';

const Live = forwardRef<HTMLElement, LayerStackProps>(function LayerStack(props, ref) {
  const {
    trainer: given,
    sample: givenSample,
    defaultSample = 0,
    onSampleChange,
    ...others
  } = props;
  const { view: givenView, defaultView = 'sample', onViewChange, ...withoutView } = others;
  const { stage, defaultStage, onStageChange, pace, defaultPace, onPaceChange, ...still } =
    withoutView;
  const { slowMotion = false, linked = true, labels, ...rest } = still;

  const trainer = useContextTrainer(given, 'LayerStack');
  const words = useLabels('LayerStack', defaultLabels, labels);
  const { model, data, loss, status, phase, divergedAt } = useTrainerValue(structure, trainer);
  const count = data.x.shape[0]!;
  const link = useLinkedSample(trainer, givenSample, defaultSample, onSampleChange, linked);
  const chosen = within(link.sample, count);
  const [view, setView] = useControllable(givenView, defaultView, onViewChange);
  const slow = useSlowMotion(trainer, slowMotion, {
    ...{ stage, defaultStage, onStageChange },
    ...{ pace, defaultPace, onPaceChange },
  });
  const { moment } = slow;

  // In slow motion the figure follows the chosen point if it is in the batch, else the batch's first.
  const rows = moment?.rehearsal.rows;
  const position = Math.max(0, rows?.indexOf(chosen) ?? 0);
  const sample = rows?.[position] ?? chosen;
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
  const active = moment ? activeKeys(slabs, moment) : working ? [working.key] : [];
  const { x, target: chosenTarget } = useMemo(() => pointOf(data, chosen), [data, chosen]);
  const { target } = useMemo(() => pointOf(data, sample), [data, sample]);

  const [opened, setOpened] = useState<ReadonlySet<string>>(none);
  const [focused, setFocused] = useState(firstCell);
  const [reading, setReading] = useState<string | null>(null);
  const read = reading !== null && hasCell(slabs, opened, reading) ? reading : null;

  const travelling = useRef<HTMLDivElement>(null);
  const { stack, readout } = usePainting({
    trainer,
    slabs,
    sample,
    view,
    moment,
    position,
    words,
    read,
    opened,
    status,
  });
  const stageTime = slow.isReplaying
    ? replayTime / (moment?.rehearsal.stages.length ?? 1)
    : 1000 / slow.pace;
  useTravel(stack, travelling, slabs, moment, position, stageTime);

  const fold = (key: string) =>
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const readCell = (target: EventTarget) => {
    const cell = cellOf(target);
    const id = cell?.dataset['cell'];
    if (id) setReading(id);
    link.lookAt(cell ? neuronOf(cell) : null);
    return id;
  };
  const note = () => {
    if (divergedAt !== null) return words.diverged(divergedAt);
    if (moment) return words.stepNote(moment.rehearsal.step + 1, sample, rows!.length, view);
    if (view === 'batch') return words.batchNote;
    return words.note(sample, phase, working?.step ?? 0, working?.count ?? 0);
  };
  const captions = { sample: words.caption, batch: words.batchCaption };
  const isShowing = slabs.length > 0;
  return (
    <Figure
      ref={ref}
      component="LayerStack"
      table={() => traceTable(trainer.trace(sample).steps)}
      embed={{ sample }}
      trainer={trainer}
      heading={words.heading}
      note={note()}
      description={description}
      caption={failure === null && captions[view]}
      data-sample={sample}
      data-view={view}
      {...rest}
    >
      <div className="pancake-stack-choice">
        <PlaceChooser
          place={chosen}
          count={count}
          onChoose={link.choose}
          words={{
            name: words.point,
            of: words.ofPoints,
            previous: words.previous,
            next: words.next,
          }}
        >
          <span className="pancake-chooser-place">{words.place(x, chosenTarget, data.task)}</span>
        </PlaceChooser>
        <ViewChooser view={view} onChoose={setView} words={words} />
      </div>
      {slowMotion && isShowing && (
        <SlowMotionRow
          trainer={trainer}
          slabs={slabs}
          slow={slow}
          words={words}
          remark={sample === chosen || view === 'batch' ? null : words.notInBatch(chosen, sample)}
        />
      )}
      {model.layers.length === 0 && <div className="pancake-message">{words.noLayers}</div>}
      {failure !== null && <div className="pancake-message">{words.overflow(failure)}</div>}
      <div
        ref={stack}
        role="presentation"
        className="pancake-stack"
        hidden={!isShowing}
        onKeyDown={moveFocus}
        onMouseOver={(event) => readCell(event.target)}
        onMouseLeave={() => link.lookAt(null)}
        onFocus={(event) => {
          const id = readCell(event.target);
          if (id) setFocused(id);
        }}
        onBlur={() => link.lookAt(null)}
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
            view={view}
            moment={moment}
            words={words}
            active={active.includes(slab.key)}
            current={active.length === 1 && active[0] === slab.key}
            opened={opened.has(slab.key)}
            onFold={() => fold(slab.key)}
            tabStop={hasCell(slabs, opened, focused) ? focused : firstCell}
            read={read}
            linkedUnit={String(link.neuron?.layer) === slab.key ? link.neuron!.unit : null}
            beside={
              slab.key === 'loss'
                ? {
                    value: view === 'batch' ? '' : words.target(target, data.task),
                    gradient: words.start,
                  }
                : nothingBeside
            }
          />
        ))}
        <div ref={travelling} className="pancake-stack-travelling" aria-hidden="true" />
      </div>
      <div
        ref={readout}
        className="pancake-stack-readout"
        data-read={read !== null || undefined}
        hidden={!isShowing || view === 'batch'}
      >
        {words.hint}
      </div>
    </Figure>
  );
});

/** A slab a layer: its name and facts, and the values and gradients of one point or of the batch. */
export const LayerStack = island<LayerStackProps>(layerStackRoom, Live);

const firstCell = cellId('input', 'value', 0);
const none: ReadonlySet<string> = new Set();
const nothingBeside = {};

// A unit of a layer that stands in the model itself, as figures of the network know it.
function neuronOf({ dataset }: HTMLElement) {
  const layer = Number(dataset['slab']);
  if (!Number.isInteger(layer)) return null;
  return { layer, unit: Number(dataset['cell']!.split(' ').at(-1)) };
}
