// The plane: the picture, the data, the lines and the probe, drawn frame by frame.
import {
  memo,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react';
import { NonFiniteError, type Dataset } from '../../engine';
import { useBeforePaint, useTrainerFrame, useThemeChange } from '../../hooks';
import type { Trainer } from '../../trainer';
import { BottomAxis, LeftAxis, useBoxWidth, useFirstPaint } from '../figure';
import { spokenActivations } from './activation-rows';
import { ChosenPoint } from './chosen-point';
import { ColorBar, type BarScale } from './color-bar';
import { Contours } from './contours';
import type { DecisionBoundaryLabels } from './labels';
import { aspectRatio, layOut, tickCount, valueBound, type DataPoint } from './layout';
import { Cloud, PosterCloud, mostElements } from '../marks';
import { Marks, markSize } from './marks';
import { mistakesOf } from './mistakes';
import { BoundaryPainter, type Picture } from './paint';
import { barScale } from './picture';
import { PointKeys, PointList, labelOf, usePointReader } from './point-list';
import type { ChoosePoint } from './points';
import { PosterPicture, PosterRings, useBoundaryPoster } from './poster';
import { Probe, useProbe } from './probe';
import { Readout } from './readout';
import { RegionLabels } from './region-labels';
import { Rings, type RingsHandle } from './rings';

/** What the plane and a layer's space have in common. */
export interface ViewProps {
  trainer: Trainer;
  picture: Picture;
  thresholds: readonly number[];
  words: DecisionBoundaryLabels;
  shown: readonly DataPoint[];
  shownTest: readonly DataPoint[];
  data: Dataset;
  /** Whether mistakes are ringed. */
  mistakes: boolean;
  /** The training point that is looked at. */
  point: number | null;
  choosePoint: ChoosePoint;
  readout: 'value' | 'activations';
}

/** A row of the picture and its colour bar, with room for the readout. */
export function PlaneRow(props: {
  /** The picture, in a box of the data's shape. */
  children: ReactNode;
  scale: BarScale;
  words: DecisionBoundaryLabels;
  readout: ReactNode;
}) {
  const { children, scale, words, readout } = props;
  return (
    <div className="pancake-plane-body">
      <div className="pancake-plane-row">
        {children}
        <ColorBar scale={scale} className={words.className} />
      </div>
      {readout}
    </div>
  );
}

// Apart, so that what is said about the run can change without it.
export const PlaneView = memo(function PlaneView(props: ViewProps & { grid: number }) {
  const { trainer, grid, picture, thresholds, words, shown, shownTest, data } = props;
  const { mistakes, point, choosePoint, readout } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const lines = useRef(new Map<number, SVGPathElement>());
  const rings = useRef<RingsHandle>(null);
  const ringed = useRef<unknown>(null);
  const painter = useRef<BoundaryPainter | null>(null);
  const clip = useId();
  const { width, isKnown } = useBoxWidth(box, 400);
  const plane = useMemo(() => layOut(data.domain, width), [data.domain, width]);
  const bound = useMemo(() => valueBound(data), [data]);
  const [neuronBound, setNeuronBound] = useState<number | null>(null);
  const many = useMemo(() => {
    const isMany = shown.length + shownTest.length > mostElements;
    return isMany ? { train: shown, test: shownTest } : null;
  }, [shown, shownTest]);
  const probe = useProbe(plane, shown, choosePoint);
  const reader = usePointReader(shown, shownTest, point, choosePoint);
  const poster = useBoundaryPoster(trainer, picture, thresholds);

  const paint = useCallback(() => {
    // React takes a canvas away for as long as it hides what is around it.
    if (!isKnown || !canvas.current) return;
    try {
      // Not before there is something to paint: it costs as much as many elements.
      painter.current ??= new BoundaryPainter(canvas.current, grid);
      painter.current.paint(trainer, picture, lines.current, plane.width, plane.height);
      setNeuronBound(painter.current.bound);
      if (!rings.current) return void (ringed.current = null);
      const wrong = mistakesOf(trainer);
      if (ringed.current === wrong) return;
      const place = ({ x, y }: DataPoint) => [plane.x(x), plane.y(y)] as const;
      rings.current.draw('train', shown, wrong, place);
      rings.current.draw('test', shownTest, wrong, place);
      ringed.current = wrong;
    } catch (error) {
      // Far from the data a model may overflow; the last picture stays.
      if (!(error instanceof NonFiniteError)) throw error;
    }
  }, [trainer, picture, plane, shown, shownTest, isKnown, grid]);
  useTrainerFrame(paint, trainer);
  useThemeChange(canvas, () => {
    painter.current?.readColors();
    paint();
  });

  useBeforePaint(
    () => () => {
      painter.current = null;
    },
    [grid, trainer],
  );
  // Before the browser paints, so that the picture and its axes change together.
  const firstPaint = useFirstPaint();
  useBeforePaint(() => {
    ringed.current = null;
    if (isKnown) firstPaint(paint);
  }, [paint, grid, thresholds, mistakes, poster, isKnown, firstPaint]);

  const names = namesRegions(picture, data);
  const viewBox = `0 0 ${plane.width} ${plane.height}`;
  const chosen = reader.at?.point;
  const chosenText = reader.at && labelOf(reader.at, trainer, words);
  const isNear = reader.at?.split === 'train' && probe.near === reader.at.point.row;
  const withActivations = readout === 'activations';
  const spoken = useMemo(
    () =>
      withActivations ? (x: number, y: number) => spokenActivations(trainer, x, y, words) : null,
    [withActivations, trainer, words],
  );
  return (
    <PlaneRow
      words={words}
      scale={barScale(trainer, picture, data, bound, neuronBound ?? poster?.bound ?? null)}
      readout={
        withActivations && (
          <Readout trainer={trainer} place={probe.place ?? chosen ?? null} words={words} />
        )
      }
    >
      <div
        ref={box}
        className="pancake-plane"
        style={planeShape(data)}
        aria-busy={!isKnown || undefined}
      >
        <canvas ref={canvas} width={grid} height={grid} data-grid={grid} aria-hidden="true" />
        {many && !poster && isKnown && (
          <Cloud {...{ points: many, plane, bound }} task={data.task} />
        )}
        {isKnown && (
          <svg
            viewBox={viewBox}
            // As large where no style sheet says so, as in a feed.
            width={plane.width}
            height={plane.height}
            overflow="visible"
            role="group"
            aria-label={words.heading}
            {...probe.handlers}
          >
            {poster && (
              <PosterPicture
                {...{ poster, plane, trainer }}
                allStrong={data.task === 'multiclass'}
                names={
                  names ? { classes: data.classes, words, points: [...shown, ...shownTest] } : null
                }
              />
            )}
            <clipPath id={clip}>
              <rect width={plane.width} height={plane.height} />
            </clipPath>
            <BottomAxis
              scale={plane.x}
              ticks={plane.x.ticks(tickCount(plane.width))}
              top={plane.height}
            />
            <LeftAxis scale={plane.y} ticks={plane.y.ticks(tickCount(plane.width))} />
            <g clipPath={`url(#${clip})`}>
              {many && poster && (
                <PosterCloud {...{ points: many, plane, bound }} task={data.task} />
              )}
              {(many ? [] : [shown, shownTest]).map((points, i) => (
                <Marks
                  key={i}
                  points={points}
                  split={i === 0 ? 'train' : 'test'}
                  task={data.task}
                  plane={plane}
                  size={markSize(plane.width)}
                  bound={bound}
                />
              ))}
              {mistakes && <Rings ref={rings} />}
              {mistakes && poster && (
                <PosterRings
                  trainer={trainer}
                  placeOf={(_, { x, y }) => [plane.x(x), plane.y(y)]}
                  parts={{ train: shown, test: shownTest }}
                />
              )}
            </g>
            {reader.at && (
              <ChosenPoint
                row={reader.at.point.row}
                split={reader.at.split}
                x={plane.x(reader.at.point.x)}
                y={plane.y(reader.at.point.y)}
                text={isNear ? null : chosenText}
                width={plane.width}
              />
            )}
            <Probe
              trainer={trainer}
              plane={plane}
              picture={picture}
              words={words}
              control={probe}
              pointText={isNear ? chosenText : null}
              spoken={spoken}
            />
            <PointList {...{ trainer, data, reader, words }} space={null} keys={`${clip}-keys`}>
              {({ point: { x, y } }) => (
                <circle className="pancake-probe-handle" cx={plane.x(x)} cy={plane.y(y)} r={12} />
              )}
            </PointList>
          </svg>
        )}
        <PointKeys id={`${clip}-keys`} {...{ data, words }} />
        {!poster && isKnown && (
          <Contours
            thresholds={thresholds}
            allStrong={data.task === 'multiclass'}
            viewBox={viewBox}
            lines={lines}
          >
            {names && (
              <RegionLabels
                {...{ trainer, grid, plane, shown, shownTest, words }}
                classes={data.classes}
              />
            )}
          </Contours>
        )}
      </div>
    </PlaneRow>
  );
});

// Where every region has one colour, it has a name.
function namesRegions({ overlay, neuron }: Picture, { task }: Dataset): boolean {
  if (neuron || overlay === 'uncertainty' || task === 'regression') return false;
  return task === 'multiclass' || overlay === 'hard';
}

/** The shape of the picture's box: that of the data's plane. */
export function planeShape({ domain }: Dataset) {
  const aspect = aspectRatio(domain);
  return { aspectRatio: aspect, '--pk-aspect': aspect } as CSSProperties;
}
