// GradientCheck: every gradient beside its measurement, layer by layer, the worst first.
import {
  forwardRef,
  useImperativeHandle,
  useMemo,
  useReducer,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react';
import { useLabels } from '../../a11y';
import { Tensor, ensure, rowsOf, show, type Layer } from '../../engine';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import {
  Figure,
  Frame,
  useControllable,
  type FigureProps,
  island,
  gradientCheckRoom,
} from '../figure';
import type { Table } from '../share';
import { useLinkedTerms } from '../formula';
import { CheckView } from './check-view';
import { defaultLabels, type CheckFacts, type GradientCheckLabels } from './labels';
import { possible, withMistake } from './mistakes';
import type { GradientCheckProps } from './props';
import { report, type CheckSource } from './report';
import { useLiveWeights } from './use-live-weights';

const Live = forwardRef<HTMLElement, GradientCheckProps>(function GradientCheck(
  { model, ...props },
  ref,
) {
  return model ? <OfModel ref={ref} model={model} {...props} /> : <OfRun ref={ref} {...props} />;
});

type OfModelProps = Omit<GradientCheckProps, 'model'> & { model: Layer };

const OfModel = forwardRef<HTMLElement, OfModelProps>(function OfModel(
  { model, x, loss, target, trainer: _, samples: __, ...props },
  ref,
) {
  ensure(x !== undefined, () => 'GradientCheck got a model without x, the batch to check it on');
  ensure(!loss || target !== undefined, () => 'GradientCheck got a loss without a target');
  const root = useRoot(ref);
  const [version, checkAgain] = useReducer((count: number) => count + 1, 0);
  // A batch written in place is another array in every render.
  const data = JSON.stringify([x, target]);
  const source = useMemo((): CheckSource => {
    const goal = target === undefined ? undefined : Tensor.from(target);
    return { model, x: Tensor.from(x), loss, target: goal };
    // The weights may have changed in place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [model, data, loss, version]);
  const { content, rest, words, table } = useCheck(source, props, checkAgain);
  const facts = { samples: source.x.shape[0]!, points: null, epoch: null, hasDiverged: false };
  return (
    <Frame
      ref={root}
      component="GradientCheck"
      table={table}
      embed={null}
      {...framed(rest, words, facts)}
    >
      {content}
    </Frame>
  );
});

/**
 * Every gradient of a model beside the slope that is measured by moving the number a little. The
 * model and its gradients stay as they are; a planted mistake is one of the figure alone.
 *
 * @throws PancakeError if there is neither a run nor a model, or a setting makes no sense
 */
export const GradientCheck = island<GradientCheckProps>(gradientCheckRoom, Live);

const OfRun = forwardRef<HTMLElement, Omit<GradientCheckProps, 'model'>>(function OfRun(
  { trainer: given, samples = 16, x: _, loss: __, target: ___, ...props },
  ref,
) {
  ensure(
    Number.isInteger(samples) && samples >= 1,
    () => `GradientCheck got samples = ${show(samples)}; it must be a whole number of at least 1`,
  );
  const trainer = useContextTrainer(given, 'GradientCheck');
  const root = useRoot(ref);
  const version = useLiveWeights(trainer, root, interval);
  const { status } = useTrainerValue(readStatus, trainer);
  const { source, epoch } = useMemo(
    () => ofRun(trainer, samples, version),
    [trainer, samples, version],
  );
  const { content, rest, words, table } = useCheck(source, props, null);
  const facts = {
    samples: source.x.shape[0]!,
    points: trainer.data.x.shape[0]!,
    epoch,
    hasDiverged: status === 'diverged',
  };
  return (
    <Figure
      ref={root}
      component="GradientCheck"
      trainer={trainer}
      table={table}
      data-checked-epoch={epoch}
      {...framed(rest, words, facts)}
    >
      {content}
    </Figure>
  );
});

// At most this often while the run plays, in milliseconds.
const interval = 500;

const readStatus = ({ status }: Snapshot) => ({ status });

// The version is named, since the weights change in place.
function ofRun(trainer: Trainer, samples: number, _version: number) {
  const { data, model, loss } = trainer;
  const count = Math.min(samples, data.x.shape[0]!);
  const rows = Array.from({ length: count }, (_, i) => i);
  const source: CheckSource = {
    model,
    loss,
    x: rowsOf(data.x, rows),
    target: rowsOf(data.y, rows),
  };
  return { source, epoch: trainer.now.epoch };
}

function useRoot(ref: React.ForwardedRef<HTMLElement>): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  useLinkedTerms(root);
  return root;
}

type CheckProps = Omit<
  GradientCheckProps,
  'model' | 'x' | 'loss' | 'target' | 'trainer' | 'samples'
>;

// The check of a source with the reader's settings, and what of the props is the frame's.
function useCheck(source: CheckSource, props: CheckProps, onAgain: (() => void) | null) {
  const {
    eps: givenEps,
    defaultEps = 1e-5,
    onEpsChange,
    tolerance = 1e-6,
    maxRows = 8,
    maxEntries = 128,
    chosen: givenChosen,
    defaultChosen = null,
    onChosenChange,
    order: givenOrder,
    defaultOrder = 'model',
    onOrderChange,
    mistakes = false,
    mistake: givenMistake,
    defaultMistake = null,
    onMistakeChange,
    labels,
    ...rest
  } = props;
  const words = useLabels('GradientCheck', defaultLabels, labels);
  const [eps, setEps] = useControllable(givenEps, defaultEps, onEpsChange);
  const [chosen, choose] = useControllable(givenChosen, defaultChosen, onChosenChange);
  const [order, setOrder] = useControllable(givenOrder, defaultOrder, onOrderChange);
  const [wanted, plant] = useControllable(givenMistake, defaultMistake, onMistakeChange);
  const mistake = possible(source.model, wanted, source.x.shape[0] ?? 1);
  const [kind, layer] = [mistake?.kind, mistake?.layer];
  const checked = useMemo(
    () =>
      kind && layer ? { ...source, model: withMistake(source.model, { kind, layer }) } : source,
    [source, kind, layer],
  );
  const found = useMemo(
    () => report(checked, { eps, tolerance, maxEntries }),
    [checked, eps, tolerance, maxEntries],
  );
  const content: ReactNode = (
    <CheckView
      source={checked}
      model={source.model}
      report={found}
      eps={eps}
      onEps={setEps}
      tolerance={tolerance}
      maxRows={maxRows}
      chosen={chosen}
      onChoose={({ name, place }) => choose({ name, place })}
      order={order}
      onOrder={setOrder}
      hasMistakes={mistakes}
      mistake={mistake}
      onMistake={plant}
      onAgain={onAgain}
      words={words}
    />
  );
  return { content, rest, words, table: () => tableOf(found) };
}

// Each number that was checked, as far as there is anything to check.
function tableOf(found: ReturnType<typeof report>): Table {
  const entries = 'failure' in found ? [] : found.layers.flatMap((layer) => layer.entries);
  return {
    columns: ['number', 'place', 'analytic', 'numeric', 'error', 'verdict'],
    rows: entries.map(({ label, place, analytic, numeric, error, verdict }) => [
      ...[label, place, analytic, numeric, error, verdict],
    ]),
  };
}

function framed(rest: FigureProps, words: GradientCheckLabels, facts: CheckFacts) {
  return {
    heading: words.heading,
    note: words.note(facts),
    ...rest,
  };
}
