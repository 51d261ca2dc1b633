// Compare: runs that differ in one thing, trained in step, side by side.
import { forwardRef, useCallback, useMemo, type ReactNode } from 'react';
import { useLabels } from '../../a11y';
import { TrainerContext } from '../../hooks';
import type { Trainer, TrainerOptions } from '../../trainer';
import { DecisionBoundary } from '../decision-boundary';
import { Frame, NowAndThen, Spoken, type FigureProps, island, compareRoom } from '../figure';
import { GroupControls } from './group-controls';
import { historyTable } from '../share';
import { LossChart } from '../loss-chart';
import { defaultLabels, type CompareLabels } from './labels';
import { namedRuns, type ComparedRun, type ComparisonName } from './runs';
import { useGroup } from './use-group';

/** Props of {@link Compare}. */
export interface CompareProps extends Omit<FigureProps, 'trainer' | 'children'> {
  /**
   * The runs: each a name with the options in which it differs, or a comparison that is ready to be
   * used. @default 'models': minimal, shallow, deep, over-parametrised
   */
  runs?: ComparisonName | readonly ComparedRun[];
  /** The options that all runs share: data, seeds, and whatever is not compared. */
  options?: TrainerOptions;
  /** What is shown of each run. @default its decision boundary and its loss */
  children?: (trainer: Trainer, name: string) => ReactNode;
  /** Whether there are buttons; runs that begin by themselves can always be paused. @default true */
  controls?: boolean;
  /** Words to use instead of the default ones. */
  labels?: Partial<CompareLabels>;
}

const noOptions: TrainerOptions = {};

const Live = forwardRef<HTMLElement, CompareProps>(function Compare(
  { runs = 'models', options = noOptions, ...rest },
  ref,
) {
  const { models } = useLabels('Compare', defaultLabels, rest.labels);
  const compared = useMemo(
    () => (typeof runs === 'string' ? namedRuns(runs, options, models) : runs),
    [runs, options, models],
  );
  // Other runs are another comparison.
  const key = compared.map(({ name }) => name).join('\n');
  return <Comparison key={key} ref={ref} runs={compared} options={options} {...rest} />;
});

/** Small multiples of several runs: same data, same seed, same epoch, same axes. */
export const Compare = island<CompareProps>(compareRoom, Live);

interface ComparisonProps extends CompareProps {
  runs: readonly ComparedRun[];
  options: TrainerOptions;
}

const Comparison = forwardRef<HTMLElement, ComparisonProps>(function Comparison(
  { runs: compared, options, children, controls = true, labels, ...rest },
  ref,
) {
  const words = useLabels('Compare', defaultLabels, labels);
  const [group, snapshot] = useGroup(options, compared);
  const { trainers } = group;
  const named = trainers.map((trainer, i) => ({ trainer, name: compared[i]?.name ?? '' }));
  const states = statesOf(named);
  const onFrame = useCallback(
    (listener: (time: number) => void) => {
      const ends = trainers.map((trainer) => trainer.onFrame(listener));
      return () => ends.forEach((end) => end());
    },
    [trainers],
  );

  return (
    <Frame
      ref={ref}
      component="Compare"
      table={() => historyTable(named)}
      embed={null}
      heading={words.heading}
      caption={words.caption}
      description={words.description(snapshot, states)}
      data-status={snapshot.status}
      data-epoch={snapshot.epoch}
      data-loss={states.map(({ run }) => run.loss).join(' ')}
      {...rest}
    >
      {(controls || options.autoplay) && (
        <GroupControls {...{ group, snapshot, words }} playOnly={!controls} />
      )}
      <NowAndThen
        rest={snapshot.status === 'running' ? null : `${snapshot.status} ${snapshot.epoch}`}
        onFrame={onFrame}
        describe={() => words.description(group.getSnapshot(), statesOf(named))}
      />
      {/* One sentence tells of all runs. */}
      <Spoken every={false}>
        <div className="pancake-compare-runs" data-count={trainers.length}>
          {named.map(({ trainer, name }) => (
            <section key={name} className="pancake-compare-run" aria-label={name} data-run={name}>
              <TrainerContext.Provider value={trainer}>
                <Spoken name={name}>
                  {children ? (
                    children(trainer, name)
                  ) : (
                    <Multiple trainer={trainer} name={name} words={words} all={trainers} />
                  )}
                </Spoken>
              </TrainerContext.Provider>
            </section>
          ))}
        </div>
      </Spoken>
    </Frame>
  );
});

const statesOf = (named: readonly { trainer: Trainer; name: string }[]) =>
  named.map(({ trainer, name }) => ({ name, run: trainer.getSnapshot() }));

// The name stands above; what the colours mean is said once, in the caption.
const quietBoundary = { note: () => '' };
const quietChart = { loss: '', empty: '' };

interface MultipleProps {
  trainer: Trainer;
  name: string;
  words: CompareLabels;
  all: readonly Trainer[];
}

function Multiple({ trainer, name, words, all }: MultipleProps) {
  const size = trainer.model.parameters().reduce((sum, { value }) => sum + value.size, 0);
  return (
    <>
      <div className="pancake-compare-name">
        <b>{name}</b> <span className="pancake-note">{words.parameters(size)}</span>
      </div>
      <DecisionBoundary
        trainer={trainer}
        grid={50}
        heading={null}
        caption={null}
        labels={quietBoundary}
        aria-label={words.boundary(name)}
      />
      <LossChart
        trainer={trainer}
        alignWith={all}
        heading={null}
        height={150}
        scaleControl={false}
        labels={quietChart}
        aria-label={words.loss(name)}
      />
    </>
  );
}
