// DecisionBoundary: what the model says of every point of the plane, with the data on it.
import { forwardRef, memo, useCallback, useId, useMemo, useRef } from 'react';
import { NonFiniteError, type Dataset } from '../../engine';
import { useBeforePaint, useContextTrainer, useTrainerFrame, useTrainerValue } from '../../hooks';
import { watchTheme } from '../../theme';
import type { Snapshot, Trainer } from '../../trainer';
import { BottomAxis, Figure, LeftAxis, useWidth, type FigureProps } from '../figure';
import { ColorBar } from './color-bar';
import { defaultLabels, type DecisionBoundaryLabels } from './labels';
import { aspectRatio, layOut, valueBound, visiblePoints, type DataPoint } from './layout';
import { Marks } from './marks';
import { BoundaryPainter } from './paint';
import { Probe, useProbe } from './probe';

/** Props of {@link DecisionBoundary}. */
export interface DecisionBoundaryProps extends FigureProps {
  /** How many cells the plane is cut into, each way. @default 100 */
  grid?: number;
  /**
   * The values at which contour lines are drawn; the middle one of three or five is the strong one.
   * Several classes are always divided where two of them tie.
   * @default [0.25, 0.5, 0.75], or [0] for regression
   */
  contours?: readonly number[];
  /** Which points are drawn. @default 'all' */
  points?: 'all' | 'train' | 'none';
  /** The figure's width in pixels. @default the width of its box */
  width?: number;
  /** Words to use instead of the default ones. */
  labels?: Partial<DecisionBoundaryLabels>;
}

/** A heat map of the model over the data's plane, with contour lines, the data and a probe. */
export const DecisionBoundary = forwardRef<HTMLElement, DecisionBoundaryProps>(
  function DecisionBoundary(
    { trainer: given, grid = 100, contours, points = 'all', width, labels, style, ...rest },
    ref,
  ) {
    const trainer = useContextTrainer(given, 'DecisionBoundary');
    const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
    const run = useTrainerValue(readerState, trainer);
    const { data, test } = run;
    const inputs = data.x.shape[1]!;
    const thresholds = useMemo(() => thresholdsFor(data, contours), [data, contours]);
    const wrong = run.accuracy === null ? null : Math.round((1 - run.accuracy) * data.x.shape[0]!);

    const visible = useMemo(() => visiblePoints(data), [data]);
    const visibleTest = useMemo(() => test && visiblePoints(test), [test]);
    const shown = points === 'none' ? null : visible;
    const shownTest = points === 'all' ? visibleTest : null;
    const outside = (shown?.outside ?? 0) + (shownTest?.outside ?? 0);
    return (
      <Figure
        ref={ref}
        component="DecisionBoundary"
        trainer={trainer}
        heading={words.heading}
        note={run.status === 'diverged' ? words.diverged(run) : words.note(data.task)}
        caption={words.caption(data.task, data.classes, shownTest !== null)}
        description={words.description({ run, data, test, wrong, outside })}
        style={{ width, ...style }}
        data-wrong={wrong ?? undefined}
        {...rest}
      >
        {inputs === 2 ? (
          <PlaneView
            trainer={trainer}
            grid={grid}
            thresholds={thresholds}
            words={words}
            shown={shown?.points ?? nothing}
            shownTest={shownTest?.points ?? nothing}
            data={data}
          />
        ) : (
          <div className="pancake-message">{words.notAPlane(inputs)}</div>
        )}
      </Figure>
    );
  },
);

// Always the same, so that nothing is drawn anew for it.
const nothing: readonly DataPoint[] = [];

const defaultContours = { binary: [0.25, 0.5, 0.75], regression: [0] };

// For several classes: the classes themselves, each with the line around it.
function thresholdsFor({ task, classes }: Dataset, contours: readonly number[] | undefined) {
  if (task !== 'multiclass') return contours ?? defaultContours[task];
  return Array.from({ length: classes }, (_, k) => k);
}

interface PlaneViewProps {
  trainer: Trainer;
  grid: number;
  thresholds: readonly number[];
  words: DecisionBoundaryLabels;
  shown: readonly DataPoint[];
  shownTest: readonly DataPoint[];
  data: Trainer['data'];
}

// Apart, so that what is said about the run can change without it.
const PlaneView = memo(function PlaneView(props: PlaneViewProps) {
  const { trainer, grid, thresholds, words, shown, shownTest, data } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const lines = useRef(new Map<number, SVGPathElement>());
  const painter = useRef<BoundaryPainter | null>(null);
  const clip = useId();
  const width = useWidth(box, 400);
  const plane = useMemo(() => layOut(data.domain, width), [data.domain, width]);
  const bound = valueBound(data);
  const probe = useProbe(plane);

  const paint = useCallback(() => {
    try {
      painter.current?.paint(trainer, lines.current, plane.width, plane.height);
    } catch (error) {
      // Far from the data a model may overflow; the last picture stays.
      if (!(error instanceof NonFiniteError)) throw error;
    }
  }, [trainer, plane]);
  useTrainerFrame(paint, trainer);

  // Before the browser paints, so that the picture and its axes change together.
  useBeforePaint(() => {
    painter.current = new BoundaryPainter(canvas.current!, grid);
    return watchTheme(() => {
      painter.current?.readColors();
      paint();
    });
  }, [grid, paint]);
  useBeforePaint(paint, [paint, grid, thresholds]);

  // On a small plane the numbers would touch.
  const tickCount = plane.width < 160 ? 2 : 5;
  const viewBox = `0 0 ${plane.width} ${plane.height}`;
  const strong = Math.floor(thresholds.length / 2);
  const isStrong = (i: number) => data.task === 'multiclass' || i === strong;
  return (
    <div className="pancake-plane-row">
      <div ref={box} className="pancake-plane" style={{ aspectRatio: aspectRatio(data.domain) }}>
        <canvas ref={canvas} data-grid={grid} aria-hidden="true" />
        <svg viewBox={viewBox} role="group" aria-label={words.heading} {...probe.handlers}>
          <clipPath id={clip}>
            <rect width={plane.width} height={plane.height} />
          </clipPath>
          <BottomAxis scale={plane.x} ticks={plane.x.ticks(tickCount)} top={plane.height} />
          <LeftAxis scale={plane.y} ticks={plane.y.ticks(tickCount)} />
          <g clipPath={`url(#${clip})`}>
            <Marks points={shown} split="train" task={data.task} plane={plane} bound={bound} />
            <Marks points={shownTest} split="test" task={data.task} plane={plane} bound={bound} />
          </g>
          <Probe trainer={trainer} plane={plane} words={words} control={probe} />
        </svg>
        {/* A picture of its own, so that the points are not painted again with every new line. */}
        <svg className="pancake-contours" viewBox={viewBox} aria-hidden="true">
          {thresholds.map((threshold, i) => (
            <path
              key={threshold}
              ref={(path) => {
                if (path) lines.current.set(threshold, path);
                else lines.current.delete(threshold);
              }}
              className={`pancake-contour ${isStrong(i) ? 'pancake-contour-strong' : ''}`}
              data-threshold={threshold}
            />
          ))}
        </svg>
      </div>
      {data.task === 'binary' && <ColorBar low={0} high={1} />}
      {data.task === 'regression' && <ColorBar low={-bound} high={bound} />}
    </div>
  );
});

const readerState = (run: Snapshot, { data, testData }: Trainer) => ({
  ...run,
  data,
  test: testData,
});
