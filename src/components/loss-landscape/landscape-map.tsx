// The map: shades and contour lines on a canvas and in SVG, and on top what moves with the run.
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
} from 'react';
import { englishNumbers, useEscape, useNumbers, type Numbers } from '../../a11y';
import { useBeforePaint, useTrainerFrame, useThemeChange } from '../../hooks';
import { weightPathOf, type LossSlice, type Trainer } from '../../trainer';
import { BottomAxis, LeftAxis, useWidth } from '../figure';
import { ColorBar } from './color-bar';
import { Handle } from './handle';
import { Here, MovingParts } from './moving-parts';
import type { LossLandscapeLabels } from './labels';
import { LiveParts } from './live';
import { LandscapePainter } from './paint';
import { PosterPicture, useLandscapePoster } from './poster';
import { Probe } from './probe';
import { sameShades, type LossShades } from './shades';
import type { AimControl } from './use-aim';
import { useSliceWork } from './use-slice-work';
import { layOut, type MapLayout, type MapPlace } from './window';

interface LandscapeMapProps {
  trainer: Trainer;
  slice: LossSlice;
  aim: AimControl;
  arrow: boolean;
  words: LossLandscapeLabels;
  /** Null where the weights cannot be set by hand. */
  onSet: ((place: MapPlace) => void) | null;
  /** Tells whether part of the picture has no finite loss. */
  onBeyond: (beyond: boolean) => void;
}

// What a server, which cannot measure, takes the width to be.
const assumedWidth = 320;

export const LandscapeMap = memo(function LandscapeMap(props: LandscapeMapProps) {
  const { trainer, slice, aim, arrow, words, onBeyond } = props;
  const { view, follow } = aim;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const lines = useRef<SVGPathElement>(null);
  const mark = useRef<HTMLSpanElement>(null);
  const drawn = useRef<{ painter: LandscapePainter; live: LiveParts } | null>(null);
  const size = useWidth(box, assumedWidth);
  const layout = useMemo(() => layOut(view, size), [view, size]);
  const { poster, parts, mark: sentMark } = useLandscapePoster(trainer, slice, view, size, arrow);
  const [shades, setShades] = useState<LossShades | null>(poster?.scale ?? null);
  const [place, setPlace] = useState<MapPlace | null>(null);
  // Where the weights were last set: their own number is there, and another would lie on it.
  const [taken, setTaken] = useState<MapPlace | null>(null);
  const onSet =
    props.onSet &&
    ((to: MapPlace) => {
      setTaken(to);
      setPlace((asked) => asked && to);
      props.onSet!(to);
    });
  const path = weightPathOf(trainer);
  const isEditable = onSet !== null;

  const latest = useRef(() => {});
  const wake = useSliceWork(box, trainer, slice, latest);
  const draw = useCallback(() => {
    // A model that was just replaced: the next rendering brings its slice.
    if (!drawn.current || trainer.model !== slice.of) return;
    const { painter, live } = drawn.current;
    path.look();
    follow({ a: slice.here[0], b: slice.here[1] });
    painter.paint(slice);
    painter.place(view, size);
    const { shades: now } = painter;
    setShades((before) => (sameShades(before, now) ? before : now));
    onBeyond(now?.beyond ?? false);
    live.draw(trainer, slice, path, view, size, now, arrow);
    wake();
  }, [trainer, slice, path, view, size, arrow, follow, onBeyond, wake]);
  useTrainerFrame(draw, trainer);

  useBeforePaint(() => {
    const painter = new LandscapePainter(canvas.current!, lines.current!);
    drawn.current = { painter, live: new LiveParts(box.current, mark.current) };
    return () => {
      drawn.current = null;
    };
  }, [isEditable]);
  useBeforePaint(() => {
    latest.current = draw;
    draw();
  }, [draw, isEditable]);
  useThemeChange(canvas, () => {
    drawn.current?.painter.readColors();
    draw();
  });
  useEffect(() => path.follow(), [path]);

  useEscape(place !== null, () => setPlace(null));
  const placeOf = (event: PointerEvent): MapPlace => {
    const area = box.current!.getBoundingClientRect();
    const inBox = (at: number, from: number, length: number) => ((at - from) / length) * size;
    return {
      a: layout.x.invert(inBox(event.clientX, area.left, area.width)),
      b: layout.y.invert(inBox(event.clientY, area.top, area.height)),
    };
  };
  const ask = (event: PointerEvent) => setPlace(placeOf(event));
  return (
    <div className="pancake-landscape-row" style={{ paddingInlineStart: roomFor(layout) }}>
      {/* The probe in it does for the keyboard what a click does. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={box}
        className="pancake-landscape-map"
        data-editable={isEditable || undefined}
        // A finger that moves scrolls the page; one that taps asks.
        onPointerMove={(event) => event.pointerType !== 'touch' && ask(event)}
        onPointerDown={ask}
        onPointerLeave={(event) => event.pointerType !== 'touch' && setPlace(null)}
        onClick={(event) => onSet?.(placeOf(event as unknown as PointerEvent))}
      >
        <Picture canvas={canvas} lines={lines} size={size} />
        <svg
          viewBox={`0 0 ${size} ${size}`}
          // As large where no style sheet says so, as in a feed.
          width={size}
          height={size}
          overflow="visible"
          role="group"
          aria-label={words.heading}
        >
          {poster && <PosterPicture poster={poster} size={size} />}
          <MapAxes layout={layout} />
          <MovingParts {...{ size, words, parts }} startEpoch={path.length ? path.epochAt(0) : 0} />
          <Here trainer={trainer} parts={parts} />
          <Probe
            {...{ trainer, slice, view, layout, words, place, onSet }}
            isTaken={place?.a === taken?.a && place?.b === taken?.b}
            onMove={setPlace}
            onZoom={aim.zoomBy}
          />
        </svg>
        <span hidden data-keys="">
          {words.probe(isEditable)}
        </span>
        {onSet && <Handle {...{ trainer, slice, view, words, placeOf, onSet }} onAsk={setPlace} />}
      </div>
      <ColorBar shades={shades} mark={mark} sentMark={sentMark} />
    </div>
  );
});

interface PictureProps {
  canvas: RefObject<HTMLCanvasElement | null>;
  lines: RefObject<SVGPathElement | null>;
  size: number;
}

// Never rendered again but for its size: what is in it is the painter's.
const Picture = memo(function Picture({ canvas, lines, size }: PictureProps) {
  return (
    <div className="pancake-landscape-picture" aria-hidden="true">
      <canvas ref={canvas} />
      <svg viewBox={`0 0 ${size} ${size}`}>
        <path ref={lines} className="pancake-landscape-lines" />
      </svg>
    </div>
  );
});

function MapAxes({ layout: { x, y, size } }: { layout: MapLayout }) {
  // On a small map the numbers would touch.
  const numbers = useNumbers();
  const ticks = size < 200 ? 3 : 5;
  return (
    <>
      <BottomAxis
        scale={x}
        ticks={x.ticks(ticks)}
        top={size}
        format={(tick) => formatTick(tick, numbers)}
      />
      <LeftAxis scale={y} ticks={y.ticks(ticks)} format={(tick) => formatTick(tick, numbers)} />
    </>
  );
}

// Beside the map for its ticks; more than usual only where a weight is huge.
function roomFor({ y }: MapLayout): number {
  return Math.max(
    36,
    ...y.ticks(5).map((tick) => 10 + 6.4 * formatTick(tick, englishNumbers).length),
  );
}

function formatTick(value: number, { formatShort, formatTight }: Numbers): string {
  return Math.abs(value) < 1e5 ? formatShort(value) : formatTight(value);
}
