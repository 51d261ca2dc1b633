// The parts of a playground.
import { forwardRef, useCallback, useMemo } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { DataEditor } from '../data-editor';
import { DecisionBoundary } from '../decision-boundary';
import { FailureLab } from '../failure-lab';
import { Figure, island, playgroundRoom } from '../figure';
import { LossChart } from '../loss-chart';
import { NetworkGraph } from '../network-graph';
import { historyTable } from '../share';
import { TrainerControls, controlNames } from '../trainer-controls';
import type { LayoutProps } from './around';
import { CloserLooks } from './closer-looks';
import { defaultLabels, type PlaygroundFacts, type PlaygroundLabels } from './labels';
import { controlsAmong, names, type PlaygroundPart } from './parts';

// Play and step stand above already.
const withControls = ['controls'] as const;
const nothing: readonly PlaygroundPart[] = [];

const LiveLayout = forwardRef<HTMLElement, LayoutProps>(function Layout(
  { hide = nothing, lock = nothing, limits, labels, ...rest },
  ref,
) {
  const trainer = useContextTrainer(undefined, 'Playground');
  const words = useLabels('Playground', defaultLabels, labels);
  const isHidden = useMemo(() => names(hide, controlNames, 'hide'), [hide]);
  const isLocked = useMemo(() => names(lock, controlNames, 'lock'), [lock]);
  const hasTest = useTrainerValue(readTest, trainer);
  return (
    <Figure
      ref={ref}
      component="Playground"
      trainer={trainer}
      aria-label={words.name}
      description={<Description trainer={trainer} words={words} />}
      table={() => historyTable(trainer)}
      {...rest}
    >
      <div className="pancake-playground-parts" data-hidden={hide.join(' ')}>
        {!isHidden('controls') && (
          <TrainerControls
            trainer={trainer}
            // The playground's own menu stands right above.
            share={false}
            show="all"
            // Leaving out zeroGrad is a lesson of its own.
            hide={[...controlsAmong(hide), 'zeroGrad']}
            lock={lock === true || isLocked('controls') ? true : controlsAmong(lock)}
            limits={limits}
          />
        )}
        {!isHidden('boundary') && (
          <DecisionBoundary trainer={trainer} overlayControl readout="activations" />
        )}
        {!isHidden('network') && <NetworkGraph trainer={trainer} editable={!isLocked('network')} />}
        {!isHidden('lossChart') && (
          <LossChart trainer={trainer} metricControl height={hasTest ? 200 : 180} />
        )}
        {!isHidden('dataset') && (
          <DataEditor trainer={trainer} boundary={false} lock={isLocked('dataset') || undefined} />
        )}
        {!isHidden('failures') && (
          <FailureLab
            trainer={trainer}
            hide={isHidden('controls') ? undefined : withControls}
            presets={!isLocked('failures') && lock !== true}
          />
        )}
        <CloserLooks trainer={trainer} isHidden={isHidden} words={words} />
      </div>
    </Figure>
  );
});

interface DescriptionProps {
  trainer: Trainer;
  words: PlaygroundLabels;
}

// Apart, so that what is said of the run changes without the parts.
function Description({ trainer, words }: DescriptionProps) {
  return useTrainerValue(
    useCallback((run: Snapshot, facts: Trainer) => words.description(factsOf(run, facts)), [words]),
    trainer,
  );
}

function factsOf(run: Snapshot, { data, testData, model }: Trainer): PlaygroundFacts {
  const points = data.x.shape[0]!;
  return {
    run,
    points,
    testPoints: testData ? testData.x.shape[0]! : null,
    wrong: run.accuracy === null ? null : Math.round((1 - run.accuracy) * points),
    parameters: model.parameters().reduce((sum, { value }) => sum + value.size, 0),
  };
}

export const Layout = island<LayoutProps>(playgroundRoom, LiveLayout);

const readTest = (_: Snapshot, { testData }: Trainer) => testData !== null;
