// The weights' own place on the map, with the loss there.
import { useNumbers } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';

const lossOf = (run: Snapshot) => run.loss;

/** The point; frames move it. */
export function Here({ trainer }: { trainer: Trainer }) {
  const { formatNumber } = useNumbers();
  const loss = useTrainerValue(lossOf, trainer);
  return (
    <g data-part="here" className="pancake-landscape-here" aria-hidden="true">
      <circle className="pancake-landscape-point" r={6} />
      <text data-part="hereLabel" className="pancake-landscape-label pancake-landscape-value">
        {formatNumber(loss)}
      </text>
    </g>
  );
}
