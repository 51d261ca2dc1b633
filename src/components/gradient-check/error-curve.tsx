// How far a measured slope is off, by ε: rounding on the left, truncation on the right.
import { useMemo, useRef } from 'react';
import { formatPower } from '../../a11y';
import { useWidth } from '../figure';

/** A measurement's ε, and its error; NaN where nothing could be measured. */
export interface ErrorPoint {
  epsilon: number;
  error: number;
}

interface ErrorCurveProps {
  /** The errors, from the smallest ε to the largest. */
  points: readonly ErrorPoint[];
  /** The ε in use, which is marked, and the error with it. */
  here: ErrorPoint;
  /** Below it an error passes; a line if given. */
  tolerance?: number;
  /** What is written into the picture, and what it says to those who cannot see it. */
  words: { rounding: string; truncation: string; here: string; tolerance: string; all: string };
}

/** The ε of a curve: all powers of ten from 1e-12 to 1e-1. */
export const epsilons: readonly number[] = Array.from({ length: 12 }, (_, i) =>
  Number(`1e${i - 12}`),
);

/** Which errors a curve shows. */
export interface CurveSides {
  /** It rises towards a tiny ε. */
  rounding: boolean;
  /** It rises towards a large ε. */
  truncation: boolean;
  /** There is no error at all. */
  isExact: boolean;
}

/** Which errors a curve shows: it rises well above its least. */
export function sidesOf(points: readonly ErrorPoint[]): CurveSides {
  const errors = points.map(({ error }) => error).filter(Number.isFinite);
  const least = 20 * Math.max(Math.min(...errors), 1e-17);
  return {
    rounding: (errors[0] ?? 0) > least,
    truncation: (errors.at(-1) ?? 0) > least,
    isExact: errors.every((error) => error === 0),
  };
}

const height = 190;
const margin = { top: 20, right: 12, bottom: 22, left: 42 };
const leastLog = -17;

/** The error against ε, both on scales of powers of ten. */
export function ErrorCurve({ points, here, tolerance, words }: ErrorCurveProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 320);
  const { x, y, low, high } = useMemo(
    () => scales(points, here, tolerance, width),
    [points, here, tolerance, width],
  );
  const shown = points.filter(({ error }) => Number.isFinite(error));
  const errors = shown.map(({ error }) => error);
  const sides = sidesOf(points);
  const isHere = here.epsilon >= 1e-12 && here.epsilon <= 1e-1;
  const floor = height - margin.bottom;
  const ticks = evenTicks(low, high);
  return (
    <div ref={box} className="pancake-check-curve">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={words.all}
        data-errors={errors.join(' ')}
      >
        {ticks.map((log) => (
          <g key={log}>
            <line
              className="pancake-rule"
              x1={margin.left}
              x2={width - margin.right}
              y1={y(Number(`1e${log}`))}
              y2={y(Number(`1e${log}`))}
            />
            <text x={margin.left - 8} y={y(Number(`1e${log}`)) + 4} textAnchor="end">
              {formatPower(Number(`1e${log}`))}
            </text>
          </g>
        ))}
        {[-12, -10, -8, -6, -4, -2].map((log) => (
          <text key={log} x={x(Number(`1e${log}`))} y={height - 6} textAnchor="middle">
            {formatPower(Number(`1e${log}`))}
          </text>
        ))}
        {isHere && (
          <g className="pancake-check-here">
            <line x1={x(here.epsilon)} x2={x(here.epsilon)} y1={margin.top - 4} y2={floor} />
            <text
              x={x(here.epsilon)}
              y={margin.top - 8}
              textAnchor={anchor(x(here.epsilon), width)}
            >
              {words.here}
            </text>
          </g>
        )}
        {tolerance !== undefined && tolerance > 0 && (
          <g className="pancake-check-tolerance">
            <line x1={margin.left} x2={width - margin.right} y1={y(tolerance)} y2={y(tolerance)} />
            <text x={x(3e-9)} y={y(tolerance) - 5} textAnchor="middle">
              {words.tolerance}
            </text>
          </g>
        )}
        <path d={shown.map((point, i) => `${i ? 'L' : 'M'}${at(point)}`).join('')} />
        {shown.map((point) => (
          <circle key={point.epsilon} cx={x(point.epsilon)} cy={y(point.error)} r={2.5} />
        ))}
        {isHere && Number.isFinite(here.error) && (
          <circle className="pancake-check-here" cx={x(here.epsilon)} cy={y(here.error)} r={5} />
        )}
        {sides.rounding && (
          <text className="pancake-check-side" x={margin.left + 6} y={floor - 8}>
            {words.rounding}
          </text>
        )}
        {sides.truncation && (
          <text
            className="pancake-check-side"
            x={width - margin.right}
            y={floor - 8}
            textAnchor="end"
          >
            {words.truncation}
          </text>
        )}
      </svg>
    </div>
  );

  function at({ epsilon, error }: ErrorPoint): string {
    return `${x(epsilon).toFixed(1)} ${y(error).toFixed(1)}`;
  }
}

function scales(
  points: readonly ErrorPoint[],
  here: ErrorPoint,
  tolerance: number | undefined,
  width: number,
) {
  const logs = [...points, here]
    .filter(({ error }) => error > 0 && Number.isFinite(error))
    .map(({ error }) => Math.log10(error));
  if (tolerance) logs.push(Math.log10(tolerance));
  const low = Math.max(leastLog, Math.floor(Math.min(-8, ...logs)) - 1);
  const high = Math.max(low + 2, Math.ceil(Math.max(-4, ...logs)));
  const [top, bottom] = [margin.top + 4, height - margin.bottom - 6];
  return {
    low,
    high,
    x: (epsilon: number) =>
      margin.left +
      8 +
      ((Math.log10(epsilon) + 12) / 11) * (width - margin.left - margin.right - 16),
    // No error at all lies on the floor: it has no logarithm.
    y: (error: number) => {
      const log = error > 0 ? Math.log10(error) : low;
      return bottom - ((Math.min(high, Math.max(low, log)) - low) / (high - low)) * (bottom - top);
    },
  };
}

// Few enough that they stand apart: every second, third or fourth power of ten.
function evenTicks(low: number, high: number): number[] {
  const step = Math.max(1, Math.ceil((high - low) / 5));
  const ticks: number[] = [];
  for (let log = high; log >= low; log -= step) ticks.push(log);
  return ticks;
}

function anchor(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < margin.left + 30) return 'start';
  return x > width - margin.right - 30 ? 'end' : 'middle';
}
