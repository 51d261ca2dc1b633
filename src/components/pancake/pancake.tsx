// <Pancake>: a run for everything inside it. Alone, it is a whole live figure.
import { forwardRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { PancakeLanguage, attributesOf, useLanguage, type Language } from '../../a11y';
import { TrainerContext, useLazyRun } from '../../hooks';
import { lookOf, type Look } from '../../theme';
import type { TrainerOptions } from '../../trainer';
import { DecisionBoundary } from '../decision-boundary';
import { FigureErrorBoundary, separateOptions } from '../figure';
import { LossChart } from '../loss-chart';
import { TrainerControls } from '../trainer-controls';

/** Props of {@link Pancake}: the options of its run, and what is inside. */
export interface PancakeProps
  extends TrainerOptions, Look, Omit<ComponentPropsWithoutRef<'div'>, keyof TrainerOptions> {
  /** What shows the run. @default its decision boundary, its loss and its controls */
  children?: ReactNode;
  /**
   * The language of what is inside, such as `de` of `react-pancake/locales/de`; null for English.
   * @default the language of the nearest `<PancakeLanguage>`, else English
   */
  language?: Language | null;
}

/**
 * A training run, given to all components inside it, wherever in the text they stand:
 * `<Pancake data="moons"><p>…</p><DecisionBoundary /><p>…</p><LossChart /></Pancake>`.
 */
export const Pancake = forwardRef<HTMLDivElement, PancakeProps>(function Pancake(props, ref) {
  const [options, rest] = separateOptions(props);
  const { children, language: own, theme, palette, density, className = '', ...attributes } = rest;
  const around = useLanguage();
  const language = own === undefined ? around : own;
  // Another attempt after an error begins with a run of its own.
  const [attempt, setAttempt] = useState(0);
  return (
    <div
      ref={ref}
      className={`pancake-run ${className}`.trim()}
      {...lookOf({ theme, palette, density })}
      {...(own && attributesOf(own))}
      {...attributes}
    >
      <PancakeLanguage language={language}>
        <FigureErrorBoundary onRetry={() => setAttempt((count) => count + 1)}>
          <PancakeRun key={attempt} {...options}>
            {children ?? <WholeFigure />}
          </PancakeRun>
        </FigureErrorBoundary>
      </PancakeLanguage>
    </div>
  );
});

function PancakeRun({ children, ...options }: TrainerOptions & { children: ReactNode }) {
  const run = useLazyRun(options);
  return <TrainerContext.Provider value={run}>{children}</TrainerContext.Provider>;
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
