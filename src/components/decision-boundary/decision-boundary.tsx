// DecisionBoundary: what the model says of every point of the plane, with the data on it.
import { forwardRef, useImperativeHandle, useMemo, useRef } from 'react';
import { useLabels } from '../../a11y';
import { NonFiniteError, ensure, show } from '../../engine';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { Figure, island, decisionBoundaryRoom } from '../figure';
import { mostElements } from '../marks';
import { pointsTable, predictionTable, type Table } from '../share';
import { FullscreenButton, OverlayChooser, SpaceChooser } from './choosers';
import { defaultLabels } from './labels';
import { LaterSpace } from './later-space';
import { visiblePoints, type DataPoint } from './layout';
import { mistakesOf } from './mistakes';
import { thresholdsFor } from './picture';
import { layerName, unitCounts } from './places';
import { PlaneView, type ViewProps } from './plane-view';
import { useChosenPoint } from './points';
import { ofRoot, type DecisionBoundaryProps } from './props';
import { useFullscreen } from './use-fullscreen';
import { useView } from './use-view';

// More cells than that are smaller than pixels.
const mostCells = 1000;

const Live = forwardRef<HTMLElement, DecisionBoundaryProps>(function DecisionBoundary(props, ref) {
  const { trainer: given, labels, style, width, ...rest } = ofRoot(props);
  const { grid = 100, contours, points = 'all', readout = 'value', linked = true } = props;
  const { overlayControl = false, spaceControl = false, fullscreen = false } = props;
  ensure(
    Number.isInteger(grid) && grid >= 1 && grid <= mostCells,
    () =>
      `DecisionBoundary got the grid ${show(grid)}; it must be a whole number from 1 to ${mostCells}`,
  );
  const trainer = useContextTrainer(given, 'DecisionBoundary');
  const words = useLabels('DecisionBoundary', defaultLabels, labels);
  const run = useTrainerValue(readerState, trainer);
  const { data, test } = run;
  const inputs = data.x.shape[1]!;
  const isPlane = inputs === 2;
  const wrong = run.accuracy === null ? null : Math.round((1 - run.accuracy) * data.x.shape[0]!);

  const view = useView(trainer, data.task, props);
  const { picture, space, facts } = view;
  const { overlay, neuron } = picture;
  const [point, choosePoint] = useChosenPoint(trainer, linked);
  const thresholds = useMemo(
    () => thresholdsFor(trainer, data, overlay, neuron, contours),
    [trainer, data, overlay, neuron, contours],
  );

  const visible = useMemo(() => visiblePoints(data), [data]);
  const visibleTest = useMemo(() => test && visiblePoints(test), [test]);
  const shown = points === 'none' ? null : visible;
  const shownTest = points === 'all' ? visibleTest : null;
  const outside = (shown?.outside ?? 0) + (shownTest?.outside ?? 0);

  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  const [fullness, toggleFullscreen] = useFullscreen(root);

  let meaning = overlay === 'probability' ? words.note(data.task) : words.overlayNote(overlay);
  if (run.status === 'diverged') meaning = words.diverged(run);
  else if (facts.space) meaning = words.spaceNote(facts.space);
  else if (facts.neuron) meaning = words.neuron(facts.neuron.layer, facts.neuron.unit);
  // In a layer's space every point is moved in every frame.
  const all = (shown?.points.length ?? 0) + (shownTest?.points.length ?? 0);
  const every = facts.space ? Math.ceil(all / mostElements) : 1;
  const few = useMemo(() => everyOne(shown?.points ?? nothing, every), [shown, every]);
  const fewTest = useMemo(() => everyOne(shownTest?.points ?? nothing, every), [shownTest, every]);
  const shared: ViewProps = {
    trainer,
    picture,
    thresholds,
    words,
    shown: few,
    shownTest: fewTest,
    data,
    mistakes: view.mistakes && points !== 'none',
    point,
    choosePoint,
    readout,
  };
  return (
    <Figure
      ref={root}
      component="DecisionBoundary"
      table={() => tableOf(trainer, isPlane ? grid : null)}
      trainer={trainer}
      heading={words.heading}
      note={
        fullscreen && isPlane ? (
          <>
            {meaning}
            <FullscreenButton
              isFull={fullness !== null}
              onToggle={toggleFullscreen}
              words={words}
            />
          </>
        ) : (
          meaning
        )
      }
      caption={
        facts.space
          ? [
              words.spaceCaption(facts.space, data.task),
              every > 1 && words.someDrawn(few.length + fewTest.length, all),
            ]
              .filter(Boolean)
              .join(' ')
          : words.caption(data.task, data.classes, shownTest !== null)
      }
      description={words.description({ run, data, test, wrong, outside, view: facts })}
      style={fullness ? style : { width, ...style }}
      data-wrong={wrong ?? undefined}
      data-overlay={data.task === 'regression' ? undefined : overlay}
      data-neuron={neuron ? `${neuron.layer}.${neuron.unit}` : undefined}
      data-space={space?.place}
      data-units={space?.units.join(' ')}
      data-point={point ?? undefined}
      data-fullscreen={fullness ?? undefined}
      data-own-tab={fullness ? '' : undefined}
      {...rest}
    >
      {isPlane && (overlayControl || spaceControl || view.isRefused) && (
        <div className="pancake-boundary-tools">
          {(overlayControl || view.isRefused) && (
            <OverlayChooser
              task={data.task}
              overlay={overlay}
              onOverlay={view.setOverlay}
              mistakes={view.mistakes}
              onMistakes={view.setMistakes}
              words={words}
            />
          )}
          {spaceControl && (
            <SpaceChooser
              layers={run.model.layers.map((_, place) => layerName(trainer, place))}
              counts={unitCounts(trainer)}
              space={space?.place ?? null}
              onSpace={view.setSpace}
              units={view.units}
              onUnits={view.setUnits}
              words={words}
            />
          )}
        </div>
      )}
      {!isPlane && <div className="pancake-message">{words.notAPlane(inputs)}</div>}
      {isPlane && space && <LaterSpace {...shared} {...space} />}
      {isPlane && !space && <PlaneView {...shared} grid={grid} />}
      {isPlane && shared.mistakes && <MistakeCount {...shared} hasTest={shownTest !== null} />}
    </Figure>
  );
});

/** A heat map of the model over the data's plane, with contour lines, the data and a probe. */
export const DecisionBoundary = island<DecisionBoundaryProps>(decisionBoundaryRoom, Live);

// What the model says over the plane; of points with more than two inputs, the points themselves.
function tableOf(trainer: Trainer, grid: number | null): Table {
  if (grid === null) return pointsTable(trainer);
  const { points, prediction } = trainer.plane(grid);
  return predictionTable(points, prediction);
}

// The count in words, at a reader's pace.
function MistakeCount({ trainer, words, hasTest }: ViewProps & { hasTest: boolean }) {
  const text = useTrainerValue((_: Snapshot, run: Trainer) => {
    try {
      const { train, test } = mistakesOf(run);
      return words.mistakeCount({
        train: train.length,
        trainPoints: run.data.x.shape[0]!,
        test: hasTest && test ? test.length : null,
        testPoints: run.testData?.x.shape[0] ?? 0,
      });
    } catch (error) {
      if (!(error instanceof NonFiniteError)) throw error;
      return '';
    }
  }, trainer);
  return <p className="pancake-mistake-count">{text}</p>;
}

// One point of so many.
const everyOne = (points: readonly DataPoint[], every: number) =>
  every > 1 ? points.filter((_, i) => i % every === 0) : points;

// Always the same, so that nothing is drawn anew for it.
const nothing: readonly DataPoint[] = [];

const readerState = (run: Snapshot, { data, testData, model }: Trainer) => ({
  ...run,
  data,
  test: testData,
  model,
});
