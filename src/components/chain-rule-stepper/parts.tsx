// The pieces of the stepper: the line of functions, the tiles of the product, and a number to set.
import { useId, useState, type ReactNode } from 'react';
import { formatShort } from '../../a11y';
import type { Factor } from './chain-rule';
import type { ChainRuleStepperLabels } from './labels';

interface ValueProps {
  factor: Factor;
  /** The number, or null while it is not worked out. */
  value: number | null;
  lit: boolean;
  words: ChainRuleStepperLabels;
}

/** A number, or a question mark in its place. */
function Known({
  value,
  words,
  digits,
}: Pick<ValueProps, 'value' | 'words'> & { digits?: number }) {
  if (value !== null) return formatShort(value, digits);
  return (
    <>
      <span aria-hidden="true">?</span>
      <span className="pancake-hidden">{words.unknown}</span>
    </>
  );
}

/** A value on the line of functions: `M = 21`. */
export function Node({
  name,
  factor,
  value,
  lit,
  words,
}: Omit<ValueProps, 'factor'> & { name: string; factor?: Factor }) {
  return (
    <span
      className="pancake-node"
      data-factor={factor}
      data-value={value ?? undefined}
      data-lit={lit || undefined}
    >
      <i>{name}</i> = <Known value={value} words={words} />
    </span>
  );
}

interface EdgeProps {
  name: string;
  slope: number | null;
  words: ChainRuleStepperLabels;
}

/** A function between two values, with its local slope below once it is known. */
export function Edge({ name, slope, words }: EdgeProps) {
  return (
    <span className="pancake-edge">
      <span>{name}</span>
      {slope !== null && (
        <span className="pancake-edge-slope">
          <span>{words.slope}</span> {formatShort(slope)}
        </span>
      )}
    </span>
  );
}

/** ∂top/∂bottom as mathematics. */
function Fraction({ top, bottom }: { top: string; bottom: string }) {
  return (
    <math>
      <mfrac>
        <mrow>
          <mo>∂</mo>
          <mi>{top}</mi>
        </mrow>
        <mrow>
          <mo>∂</mo>
          <mi>{bottom}</mi>
        </mrow>
      </mfrac>
    </math>
  );
}

/** A factor of the product: its symbol above its number. */
export function Tile({
  factor,
  value,
  lit,
  words,
  formula,
  reused = false,
}: ValueProps & { formula?: string; reused?: boolean }) {
  const [top, bottom] = factor.replace('d', '').split('_d') as [string, string];
  return (
    <span
      className="pancake-tile"
      data-factor={reused ? undefined : factor}
      data-reused={reused ? factor : undefined}
      data-value={value ?? undefined}
      data-lit={lit || undefined}
    >
      <Fraction top={top} bottom={bottom} />
      <small>
        {formula && `${formula} = `}
        <Known value={value} words={words} />
      </small>
    </span>
  );
}

/** The slope that was measured instead of derived. */
export function SlopeTile({
  value,
  lit,
  words,
  epsilon,
}: Omit<ValueProps, 'factor'> & { epsilon: number }) {
  return (
    <span
      className="pancake-tile"
      data-factor="slope"
      data-value={value ?? undefined}
      data-lit={lit || undefined}
    >
      <span>
        <Known value={value} words={words} digits={8} />
      </span>
      <small>ε = {formatShort(epsilon)}</small>
    </span>
  );
}

interface QuantityProps {
  name: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
  words: ChainRuleStepperLabels;
}

/** A number to set by slider, or exactly by typing. */
export function Quantity({ name, value, min, max, step, onChange, words }: QuantityProps) {
  const id = useId();
  // What is being typed, while it is not (yet) a number like the one in force.
  const [draft, setDraft] = useState<string | null>(null);
  const bad = draft !== null && parse(draft) === null;
  const type = (text: string) => {
    setDraft(text);
    const typed = parse(text);
    if (typed !== null) onChange(typed);
  };
  return (
    <div className="pancake-quantity">
      <label htmlFor={`${id}-slider`}>
        <i>{name}</i>
      </label>
      <input
        id={`${id}-slider`}
        className="pancake-range"
        type="range"
        {...{ min, max, step }}
        value={Math.min(max, Math.max(min, value))}
        aria-valuetext={formatShort(value)}
        onChange={(event) => {
          setDraft(null);
          onChange(event.target.valueAsNumber);
        }}
      />
      <input
        className="pancake-field pancake-quantity-field"
        inputMode="decimal"
        aria-label={words.exact(name)}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-bad` : undefined}
        value={draft ?? formatShort(value, 10)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
      />
      {bad && <Problem id={`${id}-bad`}>{words.notANumber(draft)}</Problem>}
    </div>
  );
}

/** What is wrong, said at once. */
export function Problem({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="pancake-problem" role="alert">
      {children}
    </p>
  );
}

function parse(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const value = plain === '' ? NaN : Number(plain);
  return Number.isFinite(value) ? value : null;
}
