// The picture: the surface below, the paths on it, and the start to drag.
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useBeforePaint, useThemeChange } from '../../hooks';
import type { Race, SurfaceInfo, SurfaceName, SurfacePoint } from '../../trainer';
import { markShapes } from '../marks';
import { BottomAxis, LeftAxis, useWidth } from '../figure';
import { Shades, usePoster } from '../poster';
import type { OptimizerRaceLabels } from './labels';
import { layOut, type Plane } from './layout';
import { dashes } from './line-sample';
import { RacePainter } from './paint';
import { StartHandle, pointAt } from './start-handle';
import { contourLines, mapSide, paintMap, posterOf, surfaceMap } from './surface-map';

interface PictureProps {
  race: Race;
  surface: SurfaceName;
  info: SurfaceInfo;
  /** The optimizers' names. */
  names: readonly string[];
  hidden: ReadonlySet<string>;
  start: SurfacePoint;
  startLoss: number;
  onStart: (start: SurfacePoint) => void;
  words: OptimizerRaceLabels;
}

export function Picture({ race, surface, info, names, hidden, words, ...handle }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const groups = useRef(new Map<string, SVGGElement>());
  const width = useWidth(box, 520);
  const plane = useMemo(() => layOut(info, width), [info, width]);
  const painter = useMemo(() => new RacePainter(plane, words), [plane, words]);
  const clip = useId();
  const poster = usePoster();
  // What the ways are in the HTML; from then on they are the painter's.
  const [sent] = useState(() => (poster ? painter.waysOf(race) : null));

  const drawn = useRef<unknown[]>([]);
  const draw = useCallback(() => {
    const now = [race, race.version, painter, hidden, names];
    if (now.every((entry, i) => entry === drawn.current[i])) return;
    drawn.current = now;
    painter.paint(race, groups.current, hidden);
    const root = box.current?.closest('figure');
    root?.setAttribute('data-step', String(race.now.step));
    root?.setAttribute('data-status', race.now.status);
  }, [race, painter, hidden, names]);
  useBeforePaint(draw);
  useEffect(() => race.onFrame(draw), [race, draw]);

  const tickCount = plane.width < 160 ? 2 : 5;
  return (
    <div className="pancake-race-frame">
      {/* The start comes to where one clicks; the keyboard moves it by its handle. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={box}
        className="pancake-race-plane"
        onClick={(event) => {
          if ((event.target as Element).closest('[role="slider"]')) return;
          handle.onStart(pointAt(event, box.current!, plane, info));
        }}
      >
        <Ground surface={surface} plane={plane} />
        <svg viewBox={`0 0 ${plane.width} ${plane.height}`} aria-hidden="true">
          <clipPath id={clip}>
            <rect width={plane.width} height={plane.height} />
          </clipPath>
          <BottomAxis scale={plane.x} ticks={plane.x.ticks(tickCount)} top={plane.height} />
          <LeftAxis scale={plane.y} ticks={plane.y.ticks(tickCount)} />
          <Minima info={info} plane={plane} words={words} />
          {names.map((name, i) => (
            <g
              key={name}
              ref={(group) => {
                if (group) groups.current.set(name, group);
                else groups.current.delete(name);
              }}
              className="pancake-race-path"
              style={{ color: `var(--pk-class-${i % 8})` }}
              data-optimizer={name}
            >
              <g clipPath={`url(#${clip})`}>
                <path
                  data-part="line"
                  d={sent?.[i]?.line}
                  fill="none"
                  strokeDasharray={dashes[i % 8]}
                />
                <path data-part="dots" d={sent?.[i]?.dots} />
              </g>
              <path data-part="leader" d={sent?.[i]?.leader} />
              <g clipPath={`url(#${clip})`}>
                <path data-part="head" d={markShapes[i % 8]} transform={sent?.[i]?.head} />
              </g>
              <text data-part="name" dy="0.33em" {...sent?.[i]?.name}>
                {sent?.[i]?.text}
              </text>
            </g>
          ))}
        </svg>
        <StartHandle
          area={box}
          {...{ plane, info, words }}
          start={handle.start}
          loss={handle.startLoss}
          onMove={handle.onStart}
        />
      </div>
    </div>
  );
}

interface GroundProps {
  surface: SurfaceName;
  plane: Plane;
}

const Ground = memo(function Ground({ surface, plane }: GroundProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const clip = useId();
  const poster = usePoster();
  const lines = useMemo(
    () => contourLines(surfaceMap(surface), plane.width, plane.height),
    [surface, plane],
  );
  const paint = useCallback(() => paintMap(canvas.current!, surfaceMap(surface)), [surface]);
  useBeforePaint(paint, [paint]);
  useThemeChange(canvas, paint);
  return (
    <>
      <canvas ref={canvas} width={1} height={1} aria-hidden="true" data-surface={surface} />
      <svg viewBox={`0 0 ${plane.width} ${plane.height}`} aria-hidden="true">
        <clipPath id={clip}>
          <rect width={plane.width} height={plane.height} />
        </clipPath>
        {poster && (
          <Shades
            shades={posterOf(surfaceMap(surface))}
            width={plane.width}
            height={plane.height}
          />
        )}
        <g clipPath={`url(#${clip})`}>
          <path
            fill="none"
            className="pancake-race-contours"
            transform={`translate(${-plane.width / mapSide} ${-plane.height / mapSide})`}
            d={lines}
          />
        </g>
      </svg>
    </>
  );
});

interface MinimaProps {
  info: SurfaceInfo;
  plane: Plane;
  words: OptimizerRaceLabels;
}

const Minima = memo(function Minima({ info, plane, words }: MinimaProps) {
  const mark = (point: SurfacePoint, text: string, isLocal: boolean) => (
    <g
      key={String(point)}
      className="pancake-race-minimum"
      transform={`translate(${plane.x(point[0])} ${plane.y(point[1])})`}
      data-x={point[0]}
      data-y={point[1]}
      data-local={isLocal || undefined}
    >
      <path d={isLocal ? 'M-5 0H5M0-5V5' : 'M-8 0H8M0-8V8'} />
      {/* Where there is one kind only, the caption says what the cross is. */}
      {info.localMinima.length > 0 && <text y={30}>{text}</text>}
    </g>
  );
  return (
    <>
      {info.minima.map((point) => mark(point, words.minimum, false))}
      {info.localMinima.map((point) => mark(point, words.localMinimum, true))}
    </>
  );
});
