// What a <Pancake> is around its run: an element, a language, a look, an error boundary, settings for figures.
import {
  forwardRef,
  useState,
  type ComponentPropsWithoutRef,
  type ComponentType,
  type ReactNode,
} from 'react';
import { PancakeLanguage, attributesOf, useLanguage, type Language } from '../../a11y';
import { lookOf, type Look } from '../../theme';
import type { TrainerOptions } from '../../trainer';
import { FigureErrorBoundary, Spoken, separateOptions, type SpokenSetting } from '../figure';
import { Sharing, type ShareSetting } from '../share';
import type { PancakeLabels } from './labels';

/** Props of `<Pancake>`: the options of its run, and what is inside. */
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
  /** What the run is called in those sentences, on a page where several runs speak. @default its number */
  runName?: string;
  /** Words to use instead of the default ones. */
  labels?: Partial<PancakeLabels>;
}

/** What gives a run to all that is inside. */
export interface RunProps extends Pick<PancakeProps, 'link' | 'linkKey' | 'keepLink' | 'labels'> {
  options: TrainerOptions;
  children: ReactNode;
}

/**
 * A `<Pancake>` of a run and of what shows it if nothing is inside: both may come with the page, or be
 * loaded later.
 */
export function pancakeOf(Run: ComponentType<RunProps>, Whole: ComponentType) {
  return forwardRef<HTMLDivElement, PancakeProps>(function Pancake(props, ref) {
    const [options, rest] = separateOptions(props);
    const { children, language: own, theme, palette, density, className = '', ...others } = rest;
    const { link, linkKey, keepLink, share, spoken, runName, labels, ...attributes } = others;
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
              <Run key={attempt} options={options} {...{ link, linkKey, keepLink, labels }}>
                <Spoken every={spoken} name={runName}>
                  {children ?? <Whole />}
                </Spoken>
              </Run>
            </Sharing>
          </FigureErrorBoundary>
        </PancakeLanguage>
      </div>
    );
  });
}
