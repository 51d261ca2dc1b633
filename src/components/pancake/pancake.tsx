// <Pancake>: a run for everything inside it. Alone, it is a whole live figure.
import { forwardRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { PancakeLanguage, attributesOf, useLabels, useLanguage, type Language } from '../../a11y';
import { TrainerContext, openLink, useLazyRun, useRunLink } from '../../hooks';
import { lookOf, type Look } from '../../theme';
import type { TrainerOptions } from '../../trainer';
import { DecisionBoundary } from '../decision-boundary';
import { FigureErrorBoundary, Spoken, separateOptions, type SpokenSetting } from '../figure';
import { LossChart } from '../loss-chart';
import { Sharing, type ShareSetting } from '../share';
import { DefaultControls } from '../trainer-controls';
import { defaultLabels, type PancakeLabels } from './labels';

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
  /** What `encodeRun` gave: the run begins as the one that it holds, on a server too. Read once. */
  link?: string;
  /**
   * The name of a run in the fragment of the page's address: with `'run'`, the run opens from
   * `page#run=…`. @default no link is opened
   */
  linkKey?: string;
  /** Whether the address follows the run: whenever it comes to rest. Needs `linkKey`. @default false */
  keepLink?: boolean;
  /**
   * Whether figures inside have a menu to share them: their link, code and data. @default as around
   */
  share?: ShareSetting;
  /**
   * While the run plays, how many seconds at least are between two sentences that tell listeners how
   * it goes; false for none. @default as around, else 5
   */
  spoken?: SpokenSetting;
  /** Words to use instead of the default ones. */
  labels?: Partial<PancakeLabels>;
}

/**
 * A training run, given to all components inside it, wherever in the text they stand:
 * `<Pancake data="moons"><p>…</p><DecisionBoundary /><p>…</p><LossChart /></Pancake>`.
 */
export const Pancake = forwardRef<HTMLDivElement, PancakeProps>(function Pancake(props, ref) {
  const [options, rest] = separateOptions(props);
  const { children, language: own, theme, palette, density, className = '', ...others } = rest;
  const { link, linkKey, keepLink, share, spoken, labels, ...attributes } = others;
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
        <FigureErrorBoundary ownsRun onRetry={() => setAttempt((count) => count + 1)}>
          <Sharing setting={share} linkKey={linkKey}>
            <PancakeRun key={attempt} options={options} {...{ link, linkKey, keepLink, labels }}>
              <Spoken every={spoken}>{children ?? <WholeFigure />}</Spoken>
            </PancakeRun>
          </Sharing>
        </FigureErrorBoundary>
      </PancakeLanguage>
    </div>
  );
});

interface RunProps extends Pick<PancakeProps, 'link' | 'linkKey' | 'keepLink' | 'labels'> {
  options: TrainerOptions;
  children: ReactNode;
}

// A run that no link speaks of is made when somebody asks for it.
function PancakeRun({ options, link, linkKey, children, ...rest }: RunProps) {
  if (link === undefined && linkKey === undefined) {
    return <LazyPancakeRun options={options}>{children}</LazyPancakeRun>;
  }
  return (
    <LinkedPancakeRun {...{ options, link, linkKey }} {...rest}>
      {children}
    </LinkedPancakeRun>
  );
}

function LazyPancakeRun({ options, children }: Pick<RunProps, 'options' | 'children'>) {
  const run = useLazyRun(options);
  return <TrainerContext.Provider value={run}>{children}</TrainerContext.Provider>;
}

function LinkedPancakeRun({ options, link, linkKey, keepLink, labels, children }: RunProps) {
  const run = useLazyRun(options);
  const { trainer } = run;
  const words = useLabels('Pancake', defaultLabels, labels);
  // Before anything is drawn, on a server as in a browser.
  const [given] = useState(() => (link === undefined ? null : openLink(trainer, link)));
  const followed = useRunLink(trainer, { linkKey: linkKey ?? null, keepLink });
  const [read, setRead] = useState<string | null>(null);
  const problem = followed ?? given;
  return (
    <TrainerContext.Provider value={run}>
      {problem !== null && problem !== read && (
        <div className="pancake pancake-link-problem" data-pancake="LinkProblem">
          <div className="pancake-message" role="alert">
            <p>{words.linkProblem(problem)}</p>
            <button type="button" className="pancake-button" onClick={() => setRead(problem)}>
              {words.understood}
            </button>
          </div>
        </div>
      )}
      {children}
    </TrainerContext.Provider>
  );
}

function WholeFigure() {
  return (
    <div className="pancake-whole">
      <DecisionBoundary />
      <LossChart />
      <DefaultControls />
    </div>
  );
}
