// <Pancake>: a run for everything inside it. Alone, it is a whole live figure.
import { forwardRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { TrainerContext, useTrainer } from '../../hooks';
import type { TrainerOptions } from '../../trainer';
import { DecisionBoundary } from '../decision-boundary';
import { FigureErrorBoundary, separateOptions } from '../figure';
import { LossChart } from '../loss-chart';
import { TrainerControls } from '../trainer-controls';

/** Props of {@link Pancake}: the options of its run, and what is inside. */
export interface PancakeProps
  extends TrainerOptions, Omit<ComponentPropsWithoutRef<'div'>, keyof TrainerOptions> {
  /** What shows the run. @default its decision boundary, its loss and its controls */
  children?: ReactNode;
}

/**
 * A training run, given to all components inside it, wherever in the text they stand:
 * `<Pancake data="moons"><p>…</p><DecisionBoundary /><p>…</p><LossChart /></Pancake>`.
 */
export const Pancake = forwardRef<HTMLDivElement, PancakeProps>(function Pancake(props, ref) {
  const [options, rest] = separateOptions(props);
  const { children, className = '', ...attributes } = rest;
  // Another attempt after an error begins with a run of its own.
  const [attempt, setAttempt] = useState(0);
  return (
    <div ref={ref} className={`pancake-run ${className}`.trim()} {...attributes}>
      <FigureErrorBoundary onRetry={() => setAttempt((count) => count + 1)}>
        <PancakeRun key={attempt} {...options}>
          {children ?? <WholeFigure />}
        </PancakeRun>
      </FigureErrorBoundary>
    </div>
  );
});

function PancakeRun({ children, ...options }: TrainerOptions & { children: ReactNode }) {
  const trainer = useTrainer(options);
  return <TrainerContext.Provider value={trainer}>{children}</TrainerContext.Provider>;
}

function WholeFigure() {
  return (
    <div className="pancake-whole">
      <DecisionBoundary />
      <LossChart />
      <TrainerControls />
    </div>
  );
}
