// The last step: every gradient measured, and how the measuring depends on ε.
import { useState } from 'react';
import { useNumbers } from '../../a11y';
import { ErrorCurve, epsilons } from '../gradient-check';
import type { StepFacts } from './sentences';
import { measure, placeTextOf, slopeTargets, steepest, type SlopeTarget } from './slopes';
import type { ChainView } from './view';

interface CheckProps {
  view: ChainView;
  facts: StepFacts;
  epsilon: number;
}

/** A row for each gradient: what the chain rule says, what was measured, and the difference. */
export function Check({ view, facts, epsilon }: CheckProps) {
  const { formatNumber, formatShort } = useNumbers();
  const { chain, words } = view;
  const targets = slopeTargets(chain);
  const [chosen, choose] = useState<string | null>(null);
  const current = targets.find(({ by }) => by === chosen) ?? targets[0];
  if (!current) return null;
  const rows = targets.map((target) => rowOf(target));
  return (
    <div className="pancake-chain-check">
      <div className="pancake-chain-check-table">
        <table aria-label={words.titles.check(facts)}>
          <thead>
            <tr>
              <th scope="col">{words.slope}</th>
              <th scope="col">{words.analytic}</th>
              <th scope="col">{words.measured}</th>
              <th scope="col">{words.difference}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ target, index, analytic, measured }) => (
              <tr
                key={target.by}
                data-term={target.term}
                data-chosen={target === current || undefined}
              >
                <th scope="row">
                  <button
                    type="button"
                    className="pancake-more"
                    aria-pressed={target === current}
                    onClick={() => choose(target.by)}
                  >
                    {words.derivative(
                      chain.names.objective,
                      `${target.by}${placeTextOf(target, index)}`,
                    )}
                  </button>
                </th>
                <td data-analytic={Number.isFinite(analytic) ? analytic : undefined}>
                  {Number.isFinite(analytic) ? formatShort(analytic) : words.large}
                </td>
                <td data-measured={Number.isFinite(measured) ? measured : undefined}>
                  {Number.isFinite(measured) ? formatShort(measured, 8) : words.large}
                </td>
                <td>{formatNumber(Math.abs(measured - analytic), 6)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Curve view={view} target={current} epsilon={epsilon} />
    </div>
  );

  function rowOf(target: SlopeTarget) {
    const index = steepest(target);
    const analytic = target.gradient.data[index]!;
    return { target, index, analytic, measured: measure(chain, target, index, epsilon) };
  }
}

interface CurveProps {
  view: ChainView;
  target: SlopeTarget;
  epsilon: number;
}

/** How far the measured slope is off at every ε. */
function Curve({ view: { chain, words }, target, epsilon }: CurveProps) {
  const index = steepest(target);
  const at = (eps: number) => ({
    epsilon: eps,
    error: Math.abs(measure(chain, target, index, eps) - target.gradient.data[index]!),
  });
  const points = epsilons.map(at);
  if (!points.some(({ error }) => Number.isFinite(error))) return null;
  return (
    <figure className="pancake-error-curve" aria-label={words.curve}>
      <figcaption>{words.curve}</figcaption>
      <ErrorCurve
        points={points}
        here={at(Math.abs(epsilon))}
        words={{
          rounding: words.rounding,
          truncation: words.truncation,
          here: `${words.epsilon} = ${words.epsilonValue(epsilon)}`,
          tolerance: '',
          all: words.curve,
        }}
      />
      <p>{words.curveHint}</p>
    </figure>
  );
}
