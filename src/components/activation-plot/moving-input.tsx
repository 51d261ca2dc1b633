// The moving input: its handle below the plot, and all that stands at that place.
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useNumbers } from '../../a11y';
import { asShare, overPlot } from '../figure';
import type { ActivationPlotLabels, ActivationReading } from './labels';
import { placeValue, runAt, tangentAt, type View } from './layout';
import { moveByKey, roundInput } from './move-input';

interface MarksProps {
  reading: ActivationReading;
  view: View;
}

/**
 * Where the input is, in the drawing itself: a server cannot know how wide the column is, over which the
 * handle lies.
 */
export function PosterInput({ reading: { x }, view }: MarksProps) {
  const { formatShort } = useNumbers();
  const text = `x ${formatShort(x)}`;
  const width = 7 * text.length + 20;
  return (
    <g
      className="pancake-poster"
      transform={`translate(${view.x(x)} ${view.plotHeight + 12})`}
      data-part="input"
    >
      <rect
        className="pancake-activation-input"
        x={-width / 2}
        y={-10}
        width={width}
        height={20}
        rx={10}
      />
      <text dy="0.33em" textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

/** The points on both curves, the tangent and its triangle. */
export function InputMarks({ reading, view }: MarksProps) {
  const { formatNumber } = useNumbers();
  const clip = useId();
  const { x, value, slope } = reading;
  if (!Number.isFinite(value) || !Number.isFinite(slope)) return null;
  const at = view.x(x);
  const [atValue, atSlope, zero] = [view.y(value), placeValue(view, slope), view.y(0)];
  const run = runAt(view, x, reading);
  const tip = view.y(value + run * slope);
  const [valueText, slopeText] = textHeights(atValue, atSlope, view.plotHeight);
  return (
    <g className="pancake-activation-here">
      <line className="pancake-activation-guide" x1={at} x2={at} y2={view.plotHeight} />
      <clipPath id={clip}>
        <rect y={-4} width={view.plotWidth} height={view.plotHeight + 5} />
      </clipPath>
      {run !== 0 && (
        <g clipPath={`url(#${clip})`}>
          <path
            className="pancake-activation-run"
            d={`M${at} ${atValue}H${view.x(x + run)}`}
            data-part="run"
          />
          <path
            className="pancake-activation-rise"
            d={`M${view.x(x + run)} ${atValue}V${tip}`}
            data-part="rise"
          />
          <path
            className="pancake-activation-rise"
            d={`M${at} ${zero}V${atSlope}`}
            data-part="stem"
          />
        </g>
      )}
      <line
        className="pancake-activation-tangent"
        data-part="tangent"
        clipPath={`url(#${clip})`}
        {...tangentAt(view, x, reading)}
      />
      <circle cx={at} cy={atValue} r={5} data-part="value-point" />
      <path
        d={`M${at} ${atSlope - 6}L${at + 6} ${atSlope}L${at} ${atSlope + 6}L${at - 6} ${atSlope}Z`}
        data-part="slope-point"
      />
      <text {...beside(at, slope, view)} y={valueText} dy="0.33em" data-part="value-text">
        {formatNumber(value)}
      </text>
      <text {...beside(at, reading.bend, view)} y={slopeText} dy="0.33em" data-part="slope-text">
        {formatNumber(slope)}
      </text>
    </g>
  );
}

// Above a curve there is room on the side to which it falls.
function beside(at: number, rises: number, { plotWidth }: View) {
  const isLeft = at > plotWidth - 56 || (rises >= 0 && at > 56);
  return { x: at + (isLeft ? -8 : 8), textAnchor: isLeft ? 'end' : 'start' } as const;
}

// A little above their points; where these are close, one above the other.
function textHeights(value: number, slope: number, plotHeight: number): [number, number] {
  const lower = Math.min(plotHeight - 9, Math.max(value, slope) - 9);
  const upper = Math.max(2, Math.min(lower - 16, Math.min(value, slope) - 9));
  const last = Math.max(lower, upper + 16);
  return value <= slope ? [upper, last] : [last, upper];
}

interface HandleProps extends MarksProps {
  from: number;
  to: number;
  onMove: (x: number) => void;
  words: ActivationPlotLabels;
  /** Whether the drawing shows it, for as long as there is no script to move it. */
  hidden: boolean;
}

/**
 * The place where the input is moved: with a mouse anywhere in the plot, with a finger or a pen by
 * the handle; a tap elsewhere brings it there.
 */
export function InputHandle(props: HandleProps) {
  const { reading, view, from, to, onMove, words, hidden } = props;
  const { formatShort } = useNumbers();
  const area = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);

  const follow = (event: { clientX: number }) => {
    const box = area.current!.getBoundingClientRect();
    const pixels = ((event.clientX - box.left) / (box.width || 1)) * view.plotWidth;
    onMove(roundInput(view.x.invert(pixels), from, to));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const onHandle = handle.current!.contains(event.target as Node);
    if (event.button !== 0 || !(onHandle || event.pointerType === 'mouse')) return;
    // Only a real pointer can be held.
    if (event.isTrusted) event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
    if (!onHandle) follow(event);
    event.preventDefault();
    handle.current!.focus({ preventScroll: true });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragging.current) follow(event);
  };
  const stop = () => {
    dragging.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveByKey(event, reading.x, from, to);
    if (next === null) return;
    event.preventDefault();
    onMove(next);
  };
  return (
    // What the keyboard does stands on the handle.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={area}
      className="pancake-activation-area"
      style={overPlot(view)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onClick={(event) => {
        if (!handle.current!.contains(event.target as Node)) follow(event);
      }}
    >
      <div
        ref={handle}
        className="pancake-activation-handle"
        style={{
          left: asShare(view.x(reading.x), view.plotWidth),
          visibility: hidden ? 'hidden' : undefined,
        }}
        role="slider"
        tabIndex={0}
        aria-label={words.input}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={reading.x}
        aria-valuetext={words.read(reading)}
        onKeyDown={onKeyDown}
      >
        <span>{`x ${formatShort(reading.x)}`}</span>
      </div>
    </div>
  );
}
