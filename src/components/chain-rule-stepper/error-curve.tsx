// How far a measured slope is off, by ε: truncation on the right, rounding on the left.
import { formatNumber } from '../../a11y';
import type { Chain } from './chain';
import type { ChainRuleStepperLabels } from './labels';
import { measure, type SlopeTarget } from './slopes';

interface ErrorCurveProps {
  chain: Chain;
  target: SlopeTarget;
  index: number;
  epsilon: number;
  words: ChainRuleStepperLabels;
}

const [width, height] = [260, 96];
const exponents = Array.from({ length: 12 }, (_, i) => -12 + i);

/** The error against ε, both on a scale of powers of ten. */
export function ErrorCurve({ chain, target, index, epsilon, words }: ErrorCurveProps) {
  const analytic = target.gradient.data[index]!;
  const errorAt = (eps: number) => Math.abs(measure(chain, target, index, eps) - analytic);
  const points = exponents.map((exponent) => ({
    exponent,
    error: errorAt(Number(`1e${exponent}`)),
  }));
  const here = { exponent: Math.log10(Math.abs(epsilon)), error: errorAt(epsilon) };
  const logs = points.flatMap(({ error }) =>
    error > 0 && Number.isFinite(error) ? [Math.log10(error)] : [],
  );
  if (logs.length === 0) return null;
  const [low, high] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  // No error at all lies on the floor: it has no logarithm.
  const y = (error: number) => {
    const log = error > 0 ? Math.log10(error) : low;
    return (
      height - 18 - ((Math.min(high, Math.max(low, log)) - low) / (high - low || 1)) * (height - 30)
    );
  };
  const x = (exponent: number) => 34 + ((exponent + 12) / 11) * (width - 46);
  const shown = points.filter(({ error }) => Number.isFinite(error));
  const isHere = Number.isFinite(here.error) && here.exponent >= -12 && here.exponent <= -1;
  return (
    <figure className="pancake-error-curve">
      <figcaption>{words.curve}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.curve}
        data-errors={shown.map(({ error }) => error).join(' ')}
      >
        <path
          d={shown
            .map(({ exponent, error }, i) => `${i ? 'L' : 'M'}${x(exponent)} ${y(error)}`)
            .join('')}
        />
        {shown.map(({ exponent, error }) => (
          <circle key={exponent} cx={x(exponent)} cy={y(error)} r={2.5} />
        ))}
        {isHere && (
          <circle className="pancake-here" cx={x(here.exponent)} cy={y(here.error)} r={5} />
        )}
        {[-12, -8, -4, -1].map((exponent) => (
          <text key={exponent} x={x(exponent)} y={height - 4} textAnchor="middle">
            {words.epsilonValue(Number(`1e${exponent}`))}
          </text>
        ))}
        {[low, high].map((log) => (
          <text key={log} x={28} y={y(Number(`1e${log}`)) + 4} textAnchor="end">
            {formatNumber(Number(`1e${log}`), 0).replace(/^1\.00·/, '')}
          </text>
        ))}
      </svg>
      <p>{words.curveHint}</p>
    </figure>
  );
}
