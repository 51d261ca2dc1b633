// The bars: what a gradient holds, and what each step adds to it.
import { useRef } from 'react';
import { useNumbers } from '../../a11y';
import { useWidth } from '../figure';
import { mostSteps } from './gradient-log';
import type { GradientAccumulationLabels } from './labels';

/** One step's numbers. */
export interface Bar {
  step: number;
  held: number;
  used: number;
}

interface BarsProps {
  bars: readonly Bar[];
  name: string;
  words: GradientAccumulationLabels;
}

const height = 170;
const [top, bottom, start, end] = [12, 148, 52, 8];

/** A bar for each step, the one to come at the end. */
export function Bars({ bars, name, words }: BarsProps) {
  const { formatShort } = useNumbers();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const ticks = ticksFor(bars.flatMap(({ held, used }) => [held, used, used - held]));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const y = (value: number) => bottom - ((bottom - top) * (value - low)) / (high - low);
  const pitch = (width - start - end) / mostSteps;
  const last = bars.at(-1)!;
  const count = bars.length;
  return (
    <div ref={box} className="pancake-accumulation-bars">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.picture(name, count)}
        data-low={low}
        data-high={high}
      >
        {ticks.map((value) => (
          <g key={value} className="pancake-accumulation-tick">
            <line x1={start} x2={width - end} y1={y(value)} y2={y(value)} data-zero={value === 0} />
            <text x={start - 8} y={y(value) + 4} textAnchor="end">
              {formatShort(value, 3)}
            </text>
          </g>
        ))}
        {bars.map(({ step, held, used }, i) => {
          const x = start + i * pitch;
          const added = used - held;
          return (
            <g
              key={step}
              data-step={step}
              data-held={held}
              data-used={used}
              data-next={step === last.step || undefined}
            >
              <rect
                className="pancake-accumulation-held"
                x={x + 0.12 * pitch}
                width={0.76 * pitch}
                {...between(y(0), y(held))}
              />
              <rect
                className="pancake-accumulation-added"
                data-sign={Math.sign(added) || 0}
                x={x + 0.28 * pitch}
                width={0.44 * pitch}
                {...between(y(held), y(used))}
              />
              <line
                className="pancake-accumulation-used"
                x1={x + 0.04 * pitch}
                x2={x + 0.96 * pitch}
                y1={y(used)}
                y2={y(used)}
              />
              {held !== 0 && (
                <circle
                  className="pancake-accumulation-alone"
                  cx={x + 0.5 * pitch}
                  cy={y(added)}
                  r={Math.min(4, 0.22 * pitch)}
                />
              )}
            </g>
          );
        })}
        {count >= 8 && (
          <text x={start} y={height - 6}>
            {words.stepNumber(bars[0]!.step)}
          </text>
        )}
        <text
          x={start + (count - 0.5) * pitch}
          y={height - 6}
          textAnchor={count > mostSteps - 3 ? 'end' : count < 3 ? 'start' : 'middle'}
        >
          {words.stepToCome}
        </text>
      </svg>
      <p className="pancake-accumulation-key">
        <span data-key="held">{words.held}</span>
        <span data-key="added">{words.added}</span>
        <span data-key="used">{words.used}</span>
        {bars.some(({ held }) => held !== 0) && <span data-key="alone">{words.alone}</span>}
      </p>
    </div>
  );
}

function between(a: number, b: number) {
  return { y: Math.min(a, b), height: Math.abs(a - b) };
}

// From the lowest to the highest number, zero among them, at 1, 2 or 5 times a power of ten.
function ticksFor(values: readonly number[]): number[] {
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = highest - lowest;
  if (!(span > 0)) return [-1, 0, 1];
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const distance = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= span / 3)!;
  // What is too small to see makes no room of its own.
  const unseen = 0.02;
  const first = Math.floor(lowest / distance + unseen);
  const last = Math.ceil(highest / distance - unseen);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * distance);
}
