// What a <Playground> is around its parts: a run of its own or another's, a language, what it shares.
import { forwardRef, type ComponentType, type ReactNode, type RefAttributes } from 'react';
import { PancakeLanguage, useLanguage, type Language } from '../../a11y';
import { TrainerContext } from '../../hooks';
import type { Trainer, TrainerOptions } from '../../trainer';
import { guarded, type FigureProps } from '../figure';
import type { PancakeProps } from '../pancake';
import { Sharing, useShareSetting } from '../share';
import type { ControlLimits } from '../trainer-controls';
import type { PlaygroundLabels } from './labels';
import type { PlaygroundPart } from './parts';

/** What its parts take. */
export interface LayoutProps extends Omit<FigureProps, 'trainer'> {
  /** Parts to leave out: figures such as `'dataset'`, or single controls such as `'optimizer'`. */
  hide?: readonly PlaygroundPart[];
  /** Parts that can be seen but not changed; `true` for all. */
  lock?: readonly PlaygroundPart[] | true;
  /** The range of each control. */
  limits?: ControlLimits;
  /** Words to use instead of the default ones. */
  labels?: Partial<PlaygroundLabels>;
}

/** Props of `<Playground>`: what is shown, and the options of its run. */
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

/** A `<Playground>` of a `<Pancake>` and of parts: both may come with the page, or be loaded later. */
export function playgroundOf(
  Pancake: ComponentType<PancakeProps>,
  Layout: ComponentType<LayoutProps & RefAttributes<HTMLElement>>,
) {
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
  return guarded<PlaygroundProps>({ name: 'Playground' }, Live);
}
