// What the stepper draws: the line of functions, and the chain rule as a sentence of tiles.
import { formatShort } from '../../a11y';
import { atWork, foundAt, steps, type ChainRule, type Factor } from './chain-rule';
import type { ChainRuleStepperLabels } from './labels';

interface PictureProps {
  numbers: ChainRule | null;
  step: number;
  v: number;
  epsilon: number;
  words: ChainRuleStepperLabels;
}

interface Part {
  factor: Factor;
  /** The number. */
  value: number;
  /** Whether the reader has come so far that it is worked out. */
  known: boolean;
  /** Whether this step works with it. */
  lit: boolean;
  words: ChainRuleStepperLabels;
}

/** The figure at a step. */
export function Picture({ numbers, step, v, epsilon, words }: PictureProps) {
  const { name } = steps[step]!;
  const working = atWork[name];
  const of = (factor: Factor): Part => ({
    factor,
    value: numbers ? numbers[factor] : NaN,
    known: numbers !== null && step >= foundAt(factor),
    lit: working.includes(factor),
    words,
  });
  return (
    <div className="pancake-chain">
      <div className="pancake-line">
        <span className="pancake-node" data-lit={working.includes('v') || undefined}>
          <i>v</i> = {formatShort(v)}
        </span>
        <Edge name={words.multiply} lit={working.includes('k')} slope={of('dM_dv')} />
        <Node name="M" {...of('M')} />
        <Edge name={words.square} lit={name === 'square'} slope={of('dE_dM')} />
        <Node name="E" {...of('E')} />
      </div>
      <div className="pancake-product">
        <Tile {...of('dE_dv')} />
        <span>
          <span>=</span>
          <Tile {...of('dE_dM')} formula="2M" />
        </span>
        <span>
          <span>×</span>
          <Tile {...of('dM_dv')} formula="k" />
        </span>
        <span className="pancake-product-aside">
          <span>{words.numericalSlope}</span>
          <SlopeTile {...of('slope')} epsilon={epsilon} />
        </span>
      </div>
      <div className="pancake-product">
        <Tile {...of('dE_dk')} />
        <span>
          <span>=</span>
          <Tile {...of('dE_dM')} formula="2M" reused lit={working.includes('dE_dk')} />
        </span>
        <span>
          <span>×</span>
          <Tile {...of('dM_dk')} formula="v" />
        </span>
      </div>
    </div>
  );
}

/** A number, or a question mark in its place, in the room that the number will take. */
function Known({ value, known, words, digits }: Part & { digits?: number }) {
  const text = Number.isFinite(value) ? formatShort(value, digits) : words.large;
  return (
    <span className="pancake-known" style={{ minWidth: `${text.length}ch` }}>
      {known ? (
        text
      ) : (
        <>
          <span aria-hidden="true">?</span>
          <span className="pancake-hidden">{words.unknown}</span>
        </>
      )}
    </span>
  );
}

function partAttributes({ factor, value, known, lit }: Part) {
  return {
    'data-factor': factor,
    'data-value': known && Number.isFinite(value) ? value : undefined,
    'data-lit': lit || undefined,
  };
}

/** A value on the line of functions: `M = 21`. */
function Node({ name, ...part }: Part & { name: string }) {
  return (
    <span className="pancake-node" {...partAttributes(part)}>
      <i>{name}</i> = <Known {...part} />
    </span>
  );
}

interface EdgeProps {
  name: string;
  lit: boolean;
  slope: Part;
}

/** A function between two values, with its local slope below once it is known. */
function Edge({ name, lit, slope: { value, known, lit: slopeLit, words } }: EdgeProps) {
  return (
    <span className="pancake-edge">
      <span>
        <span data-lit={lit || undefined}>{name}</span>
      </span>
      {known && (
        <span className="pancake-edge-slope" data-sign={Math.sign(value) || 0}>
          <span data-lit={slopeLit || undefined}>
            <span>{words.slope} </span>
            {Number.isFinite(value) ? formatShort(value) : words.large}
          </span>
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
function Tile({
  formula,
  reused = false,
  ...part
}: Part & {
  /** What the number is, in symbols. */
  formula?: string;
  /** Whether the factor has a tile of its own already. */
  reused?: boolean;
}) {
  const { 'data-factor': factor, ...attributes } = partAttributes(part);
  const [top, bottom] = factor.replace('d', '').split('_d') as [string, string];
  return (
    <span
      className="pancake-tile"
      {...(reused ? { 'data-reused': factor } : { 'data-factor': factor })}
      {...attributes}
    >
      <Fraction top={top} bottom={bottom} />
      <small>
        {formula && <span>{formula} = </span>}
        <Known {...part} />
      </small>
    </span>
  );
}

/** The slope that was measured instead of derived. */
function SlopeTile({ epsilon, ...part }: Part & { epsilon: number }) {
  return (
    <span className="pancake-tile" {...partAttributes(part)}>
      <Known {...part} digits={8} />
      <small>ε = {part.words.epsilonValue(epsilon)}</small>
    </span>
  );
}
