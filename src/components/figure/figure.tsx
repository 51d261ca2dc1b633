// Figure: what all figures have in common. A name, a heading, what they show in words, and the
// run's state on their root.
import {
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
  type ReactNode,
  type RefObject,
} from 'react';
import { onFigureFocus, onFigureKey, useLanguageAttributes, watchTab } from '../../a11y';
import { lookOf, type Look } from '../../theme';
import {
  ShareButton,
  useShareSetting,
  type EmbedProps,
  type ShareSetting,
  type Table,
} from '../share';
import { useTrainerFrame, useTrainerValue, useCaught } from '../../hooks';
import type { Trainer } from '../../trainer';
import { FigureHelp, topicOf, type HelpHandle } from './help';
import { NotLoaded } from './later';
import { RunFault } from './run-fault';
import { RunPause } from './run-pause';
import { rootState } from './run-state';
import { RunVoice } from './run-voice';

/** The props that every figure takes. */
export interface FigureProps
  extends Look, Omit<ComponentPropsWithoutRef<'figure'>, 'children' | 'title'> {
  /** The run to show. @default the run of the nearest `<Pancake>` */
  trainer?: Trainer;
  /** The heading, or null for none. */
  heading?: ReactNode;
  /** A sentence below the figure that says how to read it, or null for none. */
  caption?: ReactNode;
  /**
   * Whether the heading ends in a menu to share the figure, or what the menu offers: `['link', 'csv']`.
   * @default as the run or the page around it says; without a word, no menu
   */
  share?: ShareSetting;
}

interface FrameProps extends Look, Omit<ComponentPropsWithoutRef<'figure'>, 'title'> {
  /** The component's name, for `data-pancake`. */
  component: string;
  trainer: Trainer;
  heading?: ReactNode;
  /** Unit or meaning, at the end of the heading. */
  note?: ReactNode;
  caption?: ReactNode;
  /** What the figure shows now, in words, for those who cannot see it. */
  description?: ReactNode;
  share?: ShareSetting | undefined;
  /** The figure's numbers, for CSV. */
  table?: (() => Table) | undefined;
  /** Props that code to embed the figure must say; null if code cannot tell what it shows. */
  embed?: EmbedProps | null | undefined;
}

/** The frame around a figure of a run: takes care of its root, and of training only in sight. */
export const Figure = forwardRef<HTMLElement, FrameProps>(function Figure(
  { component, trainer, children, ...rest },
  ref,
) {
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  const state = useTrainerValue(rootState, trainer);
  useTrainerFrame((run) => {
    for (const [name, value] of Object.entries(rootState(run.now))) {
      root.current?.setAttribute(name, value);
    }
  }, trainer);
  useSight(trainer, root);

  return (
    <Frame ref={root} component={component} trainer={trainer} {...state} {...rest}>
      <RunFault trainer={trainer} isBest={component === 'TrainerControls'} />
      {component !== 'TrainerControls' && <RunVoice trainer={trainer} />}
      {children}
    </Frame>
  );
});

type FrameAloneProps = Omit<FrameProps, 'trainer'> & { trainer?: Trainer };

/** The frame alone, for a figure that has no run. */
export const Frame = forwardRef<HTMLElement, FrameAloneProps>(function Frame(
  {
    component,
    heading,
    note,
    caption,
    theme,
    palette,
    density,
    description,
    share,
    trainer,
    table,
    embed,
    className = '',
    children,
    ...rest
  },
  ref,
) {
  const id = useId();
  const language = useLanguageAttributes();
  const isShared = Boolean(useShareSetting(share));
  const hasRow = Boolean(heading || note || isShared);
  const help = useRef<HelpHandle>(null);
  useEffect(() => watchTab(document), []);
  return (
    // Keys go from control to control, and ask for help; the controls are inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <figure
      ref={ref}
      {...language}
      data-pancake={component}
      {...lookOf({ theme, palette, density })}
      className={`pancake pancake-${kebab(component)} ${className}`.trim()}
      aria-labelledby={heading && !rest['aria-label'] ? `${id}-heading` : undefined}
      aria-describedby={description ? `${id}-description` : undefined}
      {...rest}
      onFocus={(event) => {
        rest.onFocus?.(event);
        onFigureFocus(event);
        if (event.target.matches(':focus-visible')) help.current!.place(event.target);
      }}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        const topic = topicOf(event, Boolean(table));
        if (topic) {
          event.preventDefault();
          help.current!.open(topic);
        } else onFigureKey(event);
      }}
    >
      {trainer && !hasRow && <RunPause trainer={trainer} inHeading={false} />}
      {hasRow && (
        <div className="pancake-heading">
          <span id={`${id}-heading`} className="pancake-slot pancake-title">
            {heading}
          </span>
          {/* The space is for where no style sheet keeps them apart. */}
          {heading && note && ' '}
          {note && <span className="pancake-note">{note}</span>}
          {trainer && <RunPause trainer={trainer} inHeading />}
          {isShared && (
            <ShareButton
              {...{ share, component, trainer, table, embed }}
              headingId={heading ? `${id}-heading` : undefined}
              name={rest['aria-label']}
              notLoaded={NotLoaded}
            />
          )}
        </div>
      )}
      {children}
      {description && (
        <p id={`${id}-description`} className="pancake-hidden">
          {description}
        </p>
      )}
      <FigureHelp ref={help} table={table} />
      {caption && <figcaption className="pancake-slot pancake-caption">{caption}</figcaption>}
    </figure>
  );
});

/** Tells a run whether the figure is on screen, or close to it. */
export function useSight(
  trainer: Pick<Trainer, 'sight'>,
  root: RefObject<HTMLElement | null>,
): void {
  const caught = useCaught();
  useEffect(() => {
    const figure = root.current;
    if (!figure || typeof IntersectionObserver === 'undefined') return;
    let forget = trainer.sight(figure, true);
    const observer = new IntersectionObserver(
      caught((entries: readonly IntersectionObserverEntry[]) => {
        forget = trainer.sight(figure, entries.at(-1)!.isIntersecting);
      }),
      { rootMargin: '100px' },
    );
    observer.observe(figure);
    return () => {
      observer.disconnect();
      forget();
    };
  }, [trainer, root, caught]);
}

function kebab(name: string): string {
  return name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
