// LayerSpace: the data and the grid of the plane in the space of one of the model's layers.
import { memo, useCallback, useId, useMemo, useRef, useState, type PointerEvent } from 'react';
import { useEscape } from '../../a11y';
import { NonFiniteError } from '../../engine';
import { useBeforePaint, useTrainerFrame, useThemeChange } from '../../hooks';
import { useWidth } from '../figure';
import { ChosenPoint, textPlace } from './chosen-point';
import { Contours } from './contours';
import { aspectRatio, valueBound, type DataPoint, type Plane } from './layout';
import { SpacePainter } from './layer-space-paint';
import { Marks, markSize, placed } from './marks';
import { mistakesOf } from './mistakes';
import { PlaneRow, planeShape } from './plane-view';
import { PointKeys, PointList, labelOf, usePointReader } from './point-list';
import { nearestRow } from './points';
import { Readout } from './readout';
import { Rings, type RingsHandle } from './rings';
import { AxisNames, SpaceAxes, spaceScale, type LayerSpaceProps } from './space-parts';

/** The picture of a layer's space, live. */
export const LayerSpace = memo(function LayerSpace(props: LayerSpaceProps) {
  const { trainer, picture, thresholds, words, shown, shownTest, data, place, units } = props;
  const { mistakes, point, choosePoint, readout } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const upright = useRef<SVGPathElement>(null);
  const level = useRef<SVGPathElement>(null);
  const marks = useRef<SVGGElement>(null);
  const here = useRef<SVGGElement>(null);
  const lines = useRef(new Map<number, SVGPathElement>());
  const rings = useRef<RingsHandle>(null);
  const painter = useRef<SpacePainter | null>(null);
  const clip = useId();
  const width = useWidth(box, 400);
  const reader = usePointReader(shown, shownTest, point, choosePoint);
  const { at: looked } = reader;
  const height = width / aspectRatio(data.domain);
  const [view, setView] = useState<Plane | null>(null);
  const size = markSize(width);
  const { overlay } = picture;
  const choice = useMemo(() => ({ place, units, overlay }), [place, units, overlay]);

  const putInPlace = useCallback(() => {
    const at = painter.current;
    if (!at?.view || !marks.current) return;
    for (const [i, split] of (['train', 'test'] as const).entries()) {
      const points = i === 0 ? shown : shownTest;
      const paths = marks.current.children[i]!.children;
      points.forEach((one, k) => {
        paths[k]?.setAttribute('transform', placed(...at.placeOf(split, one), size));
      });
    }
    if (looked && here.current) {
      const [x, y] = at.placeOf(looked.split, looked.point);
      here.current.setAttribute('transform', `translate(${x} ${y})`);
      const label = here.current.querySelector('text');
      const beside = textPlace(x, y, label?.textContent ?? '', 1, width);
      label?.setAttribute('x', String(beside.x - x));
      label?.setAttribute('y', String(beside.y - y));
      label?.setAttribute('text-anchor', beside.anchor);
    }
    if (!rings.current) return;
    const wrong = mistakesOf(trainer);
    rings.current.draw('train', shown, wrong, (one) => at.placeOf('train', one));
    rings.current.draw('test', shownTest, wrong, (one) => at.placeOf('test', one));
  }, [trainer, shown, shownTest, size, looked, width]);

  const draw = useCallback(
    (always: boolean) => {
      try {
        const drew = painter.current?.paint(trainer, choice, width, height);
        if (drew || always) putInPlace();
        setView(painter.current?.view ?? null);
      } catch (error) {
        // Far from the data a model may overflow; the last picture stays.
        if (!(error instanceof NonFiniteError)) throw error;
      }
    },
    [trainer, choice, width, height, putInPlace],
  );
  useTrainerFrame(() => draw(false), trainer);

  useBeforePaint(() => {
    painter.current = new SpacePainter({
      canvas: canvas.current!,
      upright: upright.current!,
      level: level.current!,
      contours: lines.current,
    });
  }, []);
  useThemeChange(canvas, () => {
    painter.current?.readColors();
    draw(false);
  });
  // After every rendering: React may have made new marks.
  useBeforePaint(() => draw(true), [draw, thresholds, mistakes, looked]);

  useEscape(point !== null, () => choosePoint(null));
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const at = painter.current;
    if (!at?.view) return;
    const area = event.currentTarget.getBoundingClientRect();
    const scale = width / area.width;
    const place = (one: DataPoint) => at.placeOf('train', one);
    const [x, y] = [(event.clientX - area.left) * scale, (event.clientY - area.top) * scale];
    choosePoint(nearestRow(shown, place, x, y, event.pointerType === 'touch' ? 2 * scale : scale));
  };
  const bound = valueBound(data);
  const viewBox = `0 0 ${width} ${height}`;
  return (
    <PlaneRow
      words={words}
      scale={spaceScale(props)}
      readout={
        readout === 'activations' && (
          <Readout trainer={trainer} place={looked?.point ?? null} words={words} />
        )
      }
    >
      <div ref={box} className="pancake-plane pancake-space" style={planeShape(data)}>
        <canvas ref={canvas} width={64} height={64} aria-hidden="true" />
        <svg
          viewBox={viewBox}
          role="group"
          aria-label={words.spaceName}
          data-x={view?.x.domain().join(' ')}
          data-y={view?.y.domain().join(' ')}
          onPointerMove={(event) => event.pointerType !== 'touch' && follow(event)}
          onPointerDown={follow}
          onPointerLeave={(event) => event.pointerType !== 'touch' && choosePoint(null)}
        >
          <clipPath id={clip}>
            <rect width={width} height={height} />
          </clipPath>
          <SpaceAxes {...{ view, width, height, data, units }} />
          <g clipPath={`url(#${clip})`}>
            <path ref={upright} className="pancake-space-line" data-way="upright" />
            <path ref={level} className="pancake-space-line" data-way="level" />
          </g>
          <g ref={marks}>
            {[shown, shownTest].map((points, i) => (
              <Marks
                key={i}
                points={points}
                split={i === 0 ? 'train' : 'test'}
                task={data.task}
                plane={null}
                size={size}
                bound={bound}
              />
            ))}
          </g>
          {mistakes && <Rings ref={rings} />}
          <AxisNames {...{ width, height, data, units, words }} />
          <PointList
            {...{ trainer, data, reader, words }}
            space={{ place, units }}
            keys={`${clip}-keys`}
          >
            {() =>
              looked ? (
                <g ref={here} className="pancake-space-here">
                  <circle className="pancake-probe-handle" r={12} />
                  <ChosenPoint
                    row={looked.point.row}
                    split={looked.split}
                    x={0}
                    y={0}
                    text={labelOf(looked, trainer, words)}
                    width={width}
                  />
                </g>
              ) : (
                <circle className="pancake-probe-handle" cx={width / 2} cy={height / 2} r={12} />
              )
            }
          </PointList>
        </svg>
        <PointKeys id={`${clip}-keys`} {...{ data, words }} />
        <Contours
          thresholds={thresholds}
          allStrong={data.task === 'multiclass'}
          viewBox={viewBox}
          lines={lines}
        />
      </div>
    </PlaneRow>
  );
});
