// The circuit as a drawing: values above the wires, gradients in outlined tags below them.
import { useRef } from 'react';
import { useNumbers } from '../../a11y';
import { useWidth } from '../figure';
import type { FanOutRule, FanOutWay } from './circuits';
import type { FanOutLabels } from './labels';
import type { FanOutNumbers } from './numbers';

interface PictureProps {
  way: FanOutWay;
  rule: FanOutRule;
  a: number;
  k: number;
  /** How far the way back has come: not begun, along the first way, along both. */
  step: number;
  numbers: FanOutNumbers;
  words: FanOutLabels;
}

const height = 182;
const [upper, middle, lower] = [30, 80, 132];
const narrow = 460;

/** a on the left, two ways, and their sum on the right. */
export function Picture({ way, rule, a, k, step, numbers, words }: PictureProps) {
  const { formatShort } = useNumbers();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const isNarrow = width < narrow;
  const [left, fork, join, right] = [
    34,
    isNarrow ? 82 : 120,
    width - (isNarrow ? 92 : 120),
    width - 34,
  ];
  const between = (fork + join) / 2;
  const { ways, gradient, second, b } = numbers;
  const [first, back] = ways;
  const atFork = step >= 2 ? gradient : first;
  const name = words.way(way, formatShort(k, 3));
  const bend = isNarrow ? 16 : 40;
  const path = (y: number) =>
    `M${fork} ${middle}C${fork + bend} ${middle} ${fork} ${y} ${fork + bend} ${y}H${join - bend}` +
    `C${join} ${y} ${join - bend} ${middle} ${join} ${middle}`;
  const short = (value: number) => formatShort(value, isNarrow ? 3 : 5);
  return (
    <div ref={box} className="pancake-fan-out-picture">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.picture(words.formula(way))}
      >
        <path className="pancake-wire" d={`M${left} ${middle}H${fork}`} />
        <path className="pancake-wire" data-active={step === 1 || undefined} d={path(upper)} />
        <path className="pancake-wire" data-active={step === 2 || undefined} d={path(lower)} />
        <path className="pancake-wire" d={`M${join} ${middle}H${right}`} />
        <circle className="pancake-fork" cx={fork} cy={middle} r={4} />
        <circle className="pancake-join" cx={join} cy={middle} r={12} />
        <text x={join} y={middle + 5} textAnchor="middle">
          +
        </text>
        {name && (
          <>
            <rect
              className="pancake-join"
              x={between - 34}
              y={lower - 14}
              width={68}
              height={28}
              rx={6}
            />
            <text x={between} y={lower + 5} textAnchor="middle">
              {name}
            </text>
          </>
        )}
        <Value x={left} y={middle} name="a" value={a} text={short(a)} />
        <Value x={right} y={middle} name="b" value={b} text={short(b)} />
        <text className="pancake-way-value" x={between} y={upper - 10} textAnchor="middle">
          {short(a)}
        </text>
        <text
          className="pancake-way-value"
          x={name ? join - (isNarrow ? 30 : 60) : between}
          y={lower - 10}
          textAnchor="middle"
        >
          {short(second)}
        </text>
        {step >= 1 && (
          <>
            <Gradient
              x={between}
              y={upper + 18}
              value={first}
              text={short(first)}
              part="first"
              isLost={step >= 2 && rule === 'overwrite'}
            />
            <Gradient x={right} y={middle + 32} value={1} text="1" part="b" />
            <Gradient
              x={left}
              y={middle + 32}
              value={atFork}
              text={short(atFork)}
              part={rule}
              lit
            />
          </>
        )}
        {step >= 2 && (
          <Gradient
            x={between}
            y={name ? lower + 32 : lower + 18}
            value={back}
            text={short(back)}
            part="second"
          />
        )}
      </svg>
      <p className="pancake-fan-out-key" aria-hidden="true">
        <span>{words.forward} →</span> <span className="pancake-gradient-key">{words.back} ←</span>
      </p>
    </div>
  );
}

interface ValueProps {
  x: number;
  y: number;
  name: string;
  value: number;
  text: string;
}

function Value({ x, y, name, value, text }: ValueProps) {
  return (
    <g data-term={name} data-value={value}>
      <rect
        className="pancake-fan-out-value"
        x={x - 32}
        y={y - 14}
        width={64}
        height={28}
        rx={14}
      />
      <text x={x} y={y + 5} textAnchor="middle">
        <tspan fontStyle="italic">{name}</tspan> = {text}
      </text>
    </g>
  );
}

interface GradientProps {
  x: number;
  y: number;
  value: number;
  text: string;
  /** Where it stands: on one of the ways, at b, or at a, by the rule. */
  part: string;
  lit?: boolean;
  /** Whether another gradient takes its place. */
  isLost?: boolean;
}

// In another shape than the values, and with its direction.
function Gradient({ x, y, value, text, part, lit = false, isLost = false }: GradientProps) {
  const half = 10 + text.length * 4;
  const isAtA = part === 'add' || part === 'overwrite';
  return (
    <g
      className="pancake-fan-out-gradient"
      data-term={isAtA ? 'db_da' : part === 'b' ? 'db_db' : undefined}
      data-gradient={part}
      data-value={value}
      data-sign={Math.sign(value) || 0}
      data-lit={lit || undefined}
      data-lost={isLost || undefined}
    >
      <path
        d={`M${x - half - 6} ${y}L${x - half + 2} ${y - 10}H${x + half}V${y + 10}H${x - half + 2}Z`}
      />
      <text x={x + 1} y={y + 4} textAnchor="middle">
        {text}
      </text>
      {isLost && <line x1={x - half + 2} x2={x + half - 2} y1={y + 7} y2={y - 7} />}
    </g>
  );
}
