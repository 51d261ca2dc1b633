// Playground: data, network, boundary, loss and all controls in one. Made of public parts only.
import { forwardRef, useMemo, type ReactNode } from 'react';
import { PancakeLanguage, useLabels, useLanguage, type Language } from '../../a11y';
import { TrainerContext, useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer, TrainerOptions } from '../../trainer';
import { DataEditor } from '../data-editor';
import { DecisionBoundary } from '../decision-boundary';
import { FailureLab } from '../failure-lab';
import { Figure, type FigureProps, guarded, island } from '../figure';
import { LossChart } from '../loss-chart';
import { NetworkGraph } from '../network-graph';
import { Sharing, historyTable, useShareSetting } from '../share';
import { Pancake } from '../pancake';
import { TrainerControls, controlNames, type ControlLimits } from '../trainer-controls';
import { CloserLooks } from './closer-looks';
import { defaultLabels, type PlaygroundLabels } from './labels';
import { controlsAmong, names, type PlaygroundPart } from './parts';

interface LayoutProps extends Omit<FigureProps, 'trainer'> {
  /** Parts to leave out: figures such as `'dataset'`, or single controls such as `'optimizer'`. */
  hide?: readonly PlaygroundPart[];
  /** Parts that can be seen but not changed; `true` for all. */
  lock?: readonly PlaygroundPart[] | true;
  /** The range of each control. */
  limits?: ControlLimits;
  /** Words to use instead of the default ones. */
  labels?: Partial<PlaygroundLabels>;
}

/** Props of {@link Playground}: what is shown, and the options of its run. */
export interface PlaygroundProps
  extends TrainerOptions, Omit<LayoutProps, keyof TrainerOptions | 'children'> {
  /** The run to show. @default a run of its own, made from the options */
  trainer?: Trainer;
  /** What stands above it and shows the same run, such as a `<Goal>`. */
  children?: ReactNode;
  /**
   * The language of what is inside, such as `de` of `react-pancake/locales/de`; null for English.
   * @default the language of the nearest `<PancakeLanguage>`, else English
   */
  language?: Language | null;
  /** What `encodeRun` gave: the run begins as the one that it holds, on a server too. Read once. */
  link?: string;
  /**
   * The name of a run in the fragment of the page's address: with `'run'`, the run opens from
   * `page#run=…`. @default no link is opened
   */
  linkKey?: string;
  /** Whether the address follows the run: whenever it comes to rest. Needs `linkKey`. @default false */
  keepLink?: boolean;
}

// Play and step stand above already.
const withControls = ['controls'] as const;
const nothing: readonly PlaygroundPart[] = [];

const Live = forwardRef<HTMLElement, PlaygroundProps>(function Playground(
  {
    trainer,
    hide,
    lock,
    limits,
    labels,
    heading,
    caption,
    theme,
    palette,
    density,
    className,
    style,
    id,
    children,
    language: own,
    share: ownShare,
    link,
    linkKey,
    keepLink,
    ...options
  },
  ref,
) {
  const look = { theme, palette, density };
  const share = useShareSetting(ownShare) ?? true;
  const layout = {
    hide,
    lock,
    limits,
    labels,
    heading,
    caption,
    className,
    style,
    id,
    share,
    ...look,
  };
  const around = useLanguage();
  if (trainer) {
    return (
      <PancakeLanguage language={own === undefined ? around : own}>
        <TrainerContext.Provider value={trainer}>
          <Sharing setting={share} linkKey={linkKey}>
            {children}
            <Layout ref={ref} {...layout} />
          </Sharing>
        </TrainerContext.Provider>
      </PancakeLanguage>
    );
  }
  return (
    <Pancake
      language={own}
      {...{ share, link, linkKey, keepLink }}
      activation="Tanh"
      learningRate={0.03}
      {...options}
    >
      {children}
      <Layout ref={ref} {...layout} />
    </Pancake>
  );
});

/**
 * A whole laboratory in one line: `<Playground data="circles" />`. For use in class, hide or lock
 * what is not the lesson's: `<Playground hide={['dataset']} lock={['network']} />`.
 */
export const Playground = guarded<PlaygroundProps>({ name: 'Playground' }, Live);

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

const Layout = island<LayoutProps>({ name: 'Playground', height: 1200 }, LiveLayout);

const readTest = (_: Snapshot, { testData }: Trainer) => testData !== null;
