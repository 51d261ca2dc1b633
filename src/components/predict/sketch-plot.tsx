// The plot on which a curve of the loss is sketched, and on which the run's own is drawn over it.
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useRunIfAny, useTrainerFrame } from '../../hooks';
import type { Trainer } from '../../trainer';
import { BottomAxis, Frame, LeftAxis, useWidth } from '../figure';
import type { PredictLabels } from './labels';
import { knotEpochs, type Sketch } from './prediction';
import { pathOf, pathOfRun, plotOf, type Plot } from './sketch-drawing';
import { sketchTable } from './sketch-table';

interface SketchPlotProps {
  sketch: Sketch;
  /** The loss at each knot; null before anything is drawn. */
  losses: readonly number[] | null;
  isFixed: boolean;
  onChange: (losses: readonly number[] | null) => void;
  words: PredictLabels;
}

const height = 200;

export function SketchPlot({ sketch, losses, isFixed, onChange, words }: SketchPlotProps) {
  const box = useRef<HTMLElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const last = useRef<number | null>(null);
  // Moves may come faster than renderings.
  const drawn = useRef<readonly number[] | null>(null);
  // What to go back to when a finger turns out to scroll the page.
  const untouched = useRef<readonly number[] | null>(null);
  // Of all knots one is a stop of Tab: where the reader was last.
  const [stop, setStop] = useState(0);
  const trainer = useRunIfAny();
  const plot = plotOf(sketch, useWidth(box, 600), height);
  const epochs = knotEpochs(sketch);
  const shown = losses ?? epochs.map(() => sketch.max / 2);

  const set = (knot: number, loss: number) => {
    const next = [...shown];
    next[knot] = Math.min(sketch.max, Math.max(0, loss));
    onChange(next);
  };
  // A quick hand skips knots: those between two places lie on the line between them.
  const draw = (event: PointerEvent) => {
    const { left, top } = svg.current!.getBoundingClientRect();
    const knot = plot.knotAt(event.clientX - left);
    const loss = Math.min(sketch.max, Math.max(0, plot.lossAt(event.clientY - top)));
    const from = last.current ?? knot;
    const before = drawn.current ?? shown;
    const next = [...before];
    for (let k = Math.min(from, knot); k <= Math.max(from, knot); k++) {
      const share = from === knot ? 1 : (k - from) / (knot - from);
      next[k] = before[from]! + (loss - before[from]!) * share;
    }
    next[knot] = loss;
    last.current = knot;
    drawn.current = next;
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent, knot: number) => {
    const step = sketch.max / (event.shiftKey ? 5 : event.altKey ? 200 : 20);
    const steps: Record<string, number> = { ArrowUp: step, ArrowDown: -step };
    const neighbour = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key in steps) set(knot, shown[knot]! + steps[event.key]!);
    else if (event.key === 'Home') set(knot, 0);
    else if (event.key === 'End') set(knot, sketch.max);
    else if (neighbour !== undefined) {
      svg.current?.querySelectorAll<SVGElement>('[role="slider"]')[knot + neighbour]?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <Frame
      ref={box}
      component="PredictSketch"
      className="pancake-sketch"
      aria-label={words.sketchName}
      share={false}
      table={() => sketchTable(sketch, losses, isFixed ? trainer : null, words)}
      data-fixed={isFixed || undefined}
    >
      <svg
        ref={svg}
        width="100%"
        height={height}
        role="group"
        aria-label={words.sketchName}
        onPointerDown={(event) => {
          if (isFixed || event.button !== 0) return;
          svg.current!.setPointerCapture(event.pointerId);
          last.current = null;
          drawn.current = null;
          untouched.current = losses;
          draw(event);
        }}
        onPointerCancel={() => drawn.current && onChange(untouched.current)}
        onPointerMove={(event) => {
          if (!isFixed && svg.current!.hasPointerCapture(event.pointerId)) draw(event);
        }}
      >
        <g transform={`translate(${plot.left} ${plot.top})`}>
          <rect className="pancake-sketch-paper" width={plot.width} height={plot.height} />
          <LeftAxis scale={plot.y} ticks={plot.y.ticks(4)} />
          <BottomAxis
            scale={plot.x}
            ticks={plot.x.ticks(plot.width > 400 ? 6 : 4)}
            top={plot.height}
          />
          <text
            className="pancake-sketch-name"
            x={plot.width}
            y={plot.height + 32}
            textAnchor="end"
          >
            {words.epoch}
          </text>
          <text className="pancake-sketch-name" x={-plot.left + 2} y={-8}>
            {words.loss}
          </text>
          <path
            className="pancake-sketch-own"
            data-empty={losses === null || undefined}
            d={pathOf(plot, epochs, shown)}
          />
          {isFixed && trainer && <RunPath trainer={trainer} plot={plot} />}
          {!isFixed &&
            epochs.map((epoch, knot) => (
              <circle
                key={epoch}
                className="pancake-sketch-knot"
                cx={plot.x(epoch)}
                cy={plot.y(shown[knot]!)}
                r={5}
                tabIndex={knot === stop ? 0 : -1}
                role="slider"
                aria-label={words.knot(epoch)}
                aria-orientation="vertical"
                aria-valuemin={0}
                aria-valuemax={sketch.max}
                aria-valuenow={Number(shown[knot]!.toPrecision(3))}
                aria-valuetext={words.knotValue(shown[knot]!)}
                onKeyDown={(event) => onKeyDown(event, knot)}
                onFocus={() => setStop(knot)}
              />
            ))}
        </g>
      </svg>
      <p className="pancake-sketch-how">
        {isFixed ? (
          <>
            <span data-line="own">{words.yourCurve}</span>
            {trainer && <span data-line="run">{words.theRun}</span>}
          </>
        ) : (
          words.sketchHow
        )}
      </p>
    </Frame>
  );
}

function RunPath({ trainer, plot }: { trainer: Trainer; plot: Plot }) {
  const path = useRef<SVGPathElement>(null);
  useTrainerFrame((run) => {
    path.current?.setAttribute('d', pathOfRun(plot, run.curves, run.now.epoch));
  }, trainer);
  return <path ref={path} className="pancake-sketch-run" />;
}
