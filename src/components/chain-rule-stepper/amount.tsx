// A number, or the picture of a tensor of numbers, or a question mark in the room that it will take.
import type { CSSProperties } from 'react';
import { useNumbers } from '../../a11y';
import { type Tensor } from '../../engine';
import type { ChainRuleStepperLabels } from './labels';
import type { ChainView } from './view';

interface AmountProps {
  /** Undefined if it is too large to be worked out. */
  value: Tensor | undefined;
  /** Whether the reader has come so far that it is worked out. */
  known: boolean;
  words: ChainRuleStepperLabels;
  digits?: number;
}

/** The text of a single number; the shape of several. */
export function amountText(
  value: Tensor | undefined,
  { words, numbers }: Pick<ChainView, 'words' | 'numbers'>,
  digits = 7,
) {
  if (!value || !value.data.every(Number.isFinite)) return words.large;
  if (value.size === 1) return numbers.formatShort(value.data[0]!, digits);
  return words.shape(tableShape(value));
}

/** A value as it stands in a line, a tile or a slab. */
export function Amount({ value, known, words, digits }: AmountProps) {
  const numbers = useNumbers();
  const text = amountText(value, { words, numbers }, digits);
  if (known && value && value.size > 1) return <HeatMap value={value} text={text} />;
  const single = !value || value.size === 1;
  return (
    <span className="pancake-known" style={{ minWidth: `${text.length}ch` }}>
      {known ? (
        text
      ) : (
        <>
          <span aria-hidden="true">?</span>
          {!single && (
            <span className="pancake-known-shape" aria-hidden="true">
              {text}
            </span>
          )}
          <span className="pancake-hidden">{words.unknown}</span>
        </>
      )}
    </span>
  );
}

/** What a tensor is as a table: rows and columns. */
export function tableShape({ shape, size }: Tensor): [rows: number, columns: number] {
  const columns = shape.at(-1) ?? 1;
  return [size / columns, columns];
}

// The most cells that are drawn each way; of a larger table every second, third, … is.
const mostCells = 12;

function HeatMap({ value, text }: { value: Tensor; text: string }) {
  const [rows, columns] = tableShape(value);
  const stride = Math.ceil(Math.max(rows, columns) / mostCells);
  const [down, across] = [Math.ceil(rows / stride), Math.ceil(columns / stride)];
  const largest = value.data.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
  const cells = Array.from({ length: down * across }, (_, i) => {
    const [row, column] = [Math.floor(i / across), i % across];
    return { row, column, one: value.data[row * stride * columns + column * stride]! };
  });
  return (
    <span className="pancake-heat">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${across} ${down}`}
        style={{ '--pk-across': across, '--pk-down': down } as CSSProperties}
      >
        {cells.map(({ row, column, one }) => (
          <rect
            key={`${row} ${column}`}
            x={column + 0.06}
            y={row + 0.06}
            width={0.88}
            height={0.88}
            data-sign={Math.sign(one) || 0}
            style={{ '--pk-strength': `${(100 * Math.abs(one)) / largest}%` } as CSSProperties}
          />
        ))}
      </svg>
      <span>{text}</span>
    </span>
  );
}

/** What every element that stands for a term carries, so that all of a term can be found. */
export function termAttributes(term: string, value: Tensor | undefined, known: boolean) {
  const shown = known && value && value.data.every(Number.isFinite);
  return {
    'data-term': term,
    'data-factor': term,
    'data-value': shown && value.size === 1 ? value.data[0] : undefined,
    'data-values': shown && value.size > 1 ? value.data.join(' ') : undefined,
  };
}
