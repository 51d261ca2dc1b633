// The whole figure that <Pancake> is without children, of the run around it.
import { DecisionBoundary } from '../../components/decision-boundary';
import { LossChart } from '../../components/loss-chart';
import { TrainerControls } from '../../components/trainer-controls';
import { lookOf, type Look } from '../../theme';
import { kind, lookProps } from './kind';

function Whole(look: Look) {
  return (
    <div className="pancake-run" {...lookOf(look)}>
      <div className="pancake-whole">
        <DecisionBoundary />
        <LossChart />
        <TrainerControls />
      </div>
    </div>
  );
}

export const whole = kind(Whole, lookProps);
