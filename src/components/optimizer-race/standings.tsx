// The table: each optimizer's learning rate, and where it is at this step.
import { useNumbers } from '../../a11y';
import type { LaneState } from '../../trainer';
import { NumberField } from '../figure';
import { nearestOf, type OptimizerRaceLabels } from './labels';
import { LineSample } from './line-sample';

interface StandingsProps {
  lanes: readonly LaneState[];
  hidden: ReadonlySet<string>;
  onToggle: (name: string) => void;
  onRate: (name: string, learningRate: number) => void;
  words: OptimizerRaceLabels;
}

export function Standings({ lanes, hidden, onToggle, onRate, words }: StandingsProps) {
  const { formatNumber } = useNumbers();
  const nearest = nearestOf(lanes.filter(({ name }) => !hidden.has(name)));
  return (
    <table className="pancake-race-table">
      <caption className="pancake-hidden">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.optimizer}</th>
          <th scope="col">{words.learningRate}</th>
          <th scope="col">{words.loss}</th>
          <th scope="col">{words.distance}</th>
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane, place) => (
          <tr
            key={lane.name}
            data-row={lane.name}
            data-hidden={hidden.has(lane.name) || undefined}
            data-nearest={lane === nearest || undefined}
          >
            <th scope="row">
              <button
                type="button"
                className="pancake-race-toggle"
                aria-pressed={!hidden.has(lane.name)}
                onClick={() => onToggle(lane.name)}
              >
                <LineSample place={place} />
                {words.toggle(lane.name)}
              </button>
            </th>
            <td>
              <NumberField
                className="pancake-race-rate"
                aria-label={words.learningRateOf(lane.name)}
                value={lane.learningRate}
                onChange={(rate) => onRate(lane.name, rate)}
                problem={(rate) => (rate >= 0 && rate < Infinity ? null : words.notARate)}
              />
            </td>
            {lane.divergedAt === null ? (
              <>
                <td data-value={lane.loss}>{formatNumber(lane.loss)}</td>
                <td data-value={lane.distance}>
                  {formatNumber(lane.distance)}
                  {lane === nearest && <small>{words.nearest}</small>}
                </td>
              </>
            ) : (
              <td className="pancake-race-diverged" colSpan={2}>
                {words.diverged(lane.divergedAt)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
