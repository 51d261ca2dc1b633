// The plane of the editor: the points, the model's opinion behind them, and the hand that moves them.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBeforePaint, useSelection, useTrainerFrame, useThemeChange } from '../../hooks';
import { NonFiniteError } from '../../engine';
import type { Trainer } from '../../trainer';
import { BottomAxis, LeftAxis, useWidth } from '../figure';
import { Cloud, PosterCloud, mostElements, type PlacedPoint, type PlacedPoints } from '../marks';
import { Shades, usePoster } from '../poster';
import { layOut } from './layout';
import type { DataEditorLabels, Tool } from './labels';
import { Mark } from './mark';
import { Backdrop, posterOf } from './paint';
import type { EditPoint, Part } from './points';
import type { DataControl } from './use-data';
import { useHand } from './use-hand';
import { useKeyboard } from './use-keyboard';

interface PlaneProps {
  trainer: Trainer;
  control: DataControl;
  tool: Tool;
  label: number;
  part: Part;
  onLabel: (label: number) => void;
  maxPoints: number;
  boundary: boolean;
  locked: boolean;
  words: DataEditorLabels;
  onFull: () => void;
  /** Says something to those who listen. */
  say: (text: string) => void;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}

export function Plane(props: PlaneProps) {
  const { trainer, control, tool, boundary, locked, words, onText, onFile } = props;
  const { points, like } = control;
  const box = useRef<HTMLDivElement>(null);
  const backdrop = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box, 320);
  const plane = useMemo(() => layOut(like.domain, width), [like.domain, width]);
  const [selected, select] = useState(-1);
  const [, choose] = useSelection(trainer);
  const brush = useRef<SVGCircleElement>(null);
  const hand = useHand({ ...props, plane, box, brush, onSelect: select });
  const keyboard = useKeyboard({ ...props, plane, selected, onSelect: select, letGo: hand.letGo });
  const painter = useRef<Backdrop | null>(null);
  const many = useMemo(() => (points.length > mostElements ? inParts(points) : null), [points]);
  const bound = useMemo(
    () => points.reduce((most, { label }) => Math.max(most, Math.abs(label)), 1e-9),
    [points],
  );

  useEffect(() => {
    const isTrained = points[selected]?.part === 'train';
    choose({ point: isTrained ? selected : null });
  }, [selected, points, choose]);

  useTrainerFrame((run) => boundary && paintQuietly(painter.current, run), trainer);
  useBeforePaint(() => {
    if (!boundary) return;
    painter.current = new Backdrop(backdrop.current!);
    paintQuietly(painter.current, trainer);
  }, [boundary, trainer]);
  useThemeChange(
    backdrop,
    () => {
      painter.current?.readColors();
      paintQuietly(painter.current, trainer);
    },
    boundary,
  );
  const isPoster = usePoster();
  const hasPoster = isPoster && boundary && trainer.data.x.shape[1] === 2;
  const poster = hasPoster ? quietly(() => posterOf(trainer)) : null;
  const ticks = plane.width < 200 ? 2 : 5;
  return (
    <div
      ref={box}
      className="pancake-data-plane"
      style={{ aspectRatio: plane.width / plane.height }}
      data-tool={tool}
      role="application"
      aria-label={words.plane}
      tabIndex={locked ? -1 : 0}
      data-count={points.length}
      {...(locked ? {} : { ...hand.handlers, onKeyDown: keyboard.onKeyDown })}
      onFocus={keyboard.onFocus}
      onBlur={keyboard.onBlur}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (text) onText(text);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      {boundary && (
        <canvas
          ref={backdrop}
          className="pancake-data-backdrop"
          width={1}
          height={1}
          aria-hidden="true"
        />
      )}
      {many && !isPoster && <Cloud {...{ points: many, plane, bound }} task={like.task} />}
      <svg viewBox={`0 0 ${plane.width} ${plane.height}`} aria-hidden="true">
        {poster && (
          <Shades ground="paper" shades={poster} width={plane.width} height={plane.height} />
        )}
        <rect fill="none" className="pancake-data-edge" width={plane.width} height={plane.height} />
        <BottomAxis scale={plane.x} ticks={plane.x.ticks(ticks)} top={plane.height} />
        <LeftAxis scale={plane.y} ticks={plane.y.ticks(ticks)} />
        {!many &&
          points.map((point, i) => (
            <Mark
              key={i}
              point={point}
              at={i}
              task={like.task}
              bound={bound}
              plane={plane}
              selected={i === selected}
            />
          ))}
        {many && isPoster && <PosterCloud {...{ points: many, plane, bound }} task={like.task} />}
        {many && points[selected] && (
          <Mark
            point={points[selected]}
            at={selected}
            task={like.task}
            bound={bound}
            plane={plane}
            selected
          />
        )}
        {keyboard.cursor && (
          <path
            className="pancake-data-cursor"
            d="M-9 0H9M0-9V9"
            transform={`translate(${plane.x(keyboard.cursor.x)} ${plane.y(keyboard.cursor.y)})`}
            data-x={keyboard.cursor.x}
            data-y={keyboard.cursor.y}
          />
        )}
        <circle ref={brush} className="pancake-data-brush" visibility="hidden" />
      </svg>
      {points.length === 0 && <p className="pancake-data-empty">{words.empty}</p>}
    </div>
  );
}

function paintQuietly(backdrop: Backdrop | null, trainer: Trainer): void {
  quietly(() => backdrop?.paint(trainer));
}

// Far from the data a model may overflow; the last picture stays.
function quietly<T>(draw: () => T): T | null {
  try {
    return draw();
  } catch (error) {
    if (error instanceof NonFiniteError) return null;
    throw error;
  }
}

function inParts(points: readonly EditPoint[]): PlacedPoints {
  const parts: Record<Part, PlacedPoint[]> = { train: [], test: [] };
  for (const { x, y, label, part } of points) parts[part].push({ x, y, target: label });
  return parts;
}
