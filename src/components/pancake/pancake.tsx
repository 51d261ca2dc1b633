// <Pancake>: a run for everything inside it. Alone, it is a whole live figure.
import { useId } from 'react';
import { TrainerContext, runWays, useLazyRun } from '../../hooks';
import { DecisionBoundary } from '../decision-boundary';
import { LossChart } from '../loss-chart';
import { DefaultControls } from '../trainer-controls';
import { pancakeOf, type RunProps } from './around';
import { useLinks } from './linked';

// A run that no link speaks of is made when somebody asks for it.
function Run(props: RunProps) {
  const isLinked = props.link !== undefined || props.linkKey !== undefined;
  return isLinked ? <LinkedRun {...props} /> : <UnlinkedRun {...props} />;
}

function UnlinkedRun({ options, children }: RunProps) {
  const run = useLazyRun(options, runWays);
  return <TrainerContext.Provider value={run}>{children}</TrainerContext.Provider>;
}

function LinkedRun({ options, children, ...links }: RunProps) {
  const run = useLazyRun(options, runWays);
  const problem = useLinks(run.trainer, links, useId());
  return (
    <TrainerContext.Provider value={run}>
      {problem}
      {children}
    </TrainerContext.Provider>
  );
}

function Whole() {
  return (
    <div className="pancake-whole">
      <DecisionBoundary />
      <LossChart />
      <DefaultControls />
    </div>
  );
}

/**
 * A training run, given to all components inside it, wherever in the text they stand:
 * `<Pancake data="moons"><p>…</p><DecisionBoundary /><p>…</p><LossChart /></Pancake>`.
 */
export const Pancake = pancakeOf(Run, Whole);
