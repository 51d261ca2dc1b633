// Spoiler: something that is hidden until the reader asks for it, and asks once more if it matters.
import {
  forwardRef,
  useId,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useLabels } from '../../a11y';
import { useBeforePaint } from '../../hooks';
import { guarded } from '../figure';
import { defaultLabels, type SpoilerLabels } from './labels';

/** Props of {@link Spoiler}. */
export interface SpoilerProps extends ComponentPropsWithoutRef<'div'> {
  /** What the button says. @default 'Show the answer' */
  summary?: ReactNode;
  /** A question to be answered with yes before it opens. @default none: it opens at once */
  ask?: ReactNode;
  /** Whether it is open at first. @default false */
  defaultOpen?: boolean;
  /** Called each time it opens. */
  onOpen?: () => void;
  /** What is hidden. On paper it is not. */
  children: ReactNode;
  /** Words to use instead of the default ones. */
  labels?: Partial<SpoilerLabels>;
}

const Live = forwardRef<HTMLDivElement, SpoilerProps>(function Spoiler(
  { summary, ask, defaultOpen = false, onOpen, children, labels, className = '', ...rest },
  ref,
) {
  const id = useId();
  const words = useLabels('Spoiler', defaultLabels, labels);
  const [state, setState] = useState<'closed' | 'asking' | 'open'>(defaultOpen ? 'open' : 'closed');
  const button = useRef<HTMLButtonElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const focusNext = useRef<HTMLElement | null>(null);
  // The button that had the focus is gone: it goes where the reader goes on.
  useBeforePaint(() => {
    focusNext.current?.focus();
    focusNext.current = null;
  }, [state]);

  const open = () => {
    setState('open');
    onOpen?.();
  };
  const press = () => {
    if (state !== 'closed') setState('closed');
    else if (ask === undefined) open();
    else {
      focusNext.current = no.current;
      setState('asking');
    }
  };
  const decline = () => {
    focusNext.current = button.current;
    setState('closed');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    decline();
  };
  return (
    <div
      ref={ref}
      data-pancake="Spoiler"
      {...rest}
      className={`pancake-inline pancake-spoiler ${className}`.trim()}
      data-state={state}
    >
      <button
        ref={button}
        type="button"
        className="pancake-spoiler-button"
        aria-expanded={state === 'open'}
        aria-controls={`${id}-body`}
        onClick={press}
      >
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d="M3 1.5L7 5L3 8.5" />
        </svg>
        {summary ?? words.summary}
      </button>
      {ask !== undefined && (
        <div className="pancake-spoiler-ask" role="group" aria-labelledby={`${id}-ask`}>
          <span id={`${id}-ask`}>{ask}</span>{' '}
          <button
            type="button"
            className="pancake-button"
            onClick={() => {
              focusNext.current = body.current;
              open();
            }}
            onKeyDown={onKeyDown}
          >
            {words.yes}
          </button>
          <button
            ref={no}
            type="button"
            className="pancake-button"
            onClick={decline}
            onKeyDown={onKeyDown}
          >
            {words.no}
          </button>
        </div>
      )}
      <div ref={body} id={`${id}-body`} className="pancake-slot pancake-spoiler-body" tabIndex={-1}>
        {children}
      </div>
    </div>
  );
});

/**
 * Hides what it holds until its button is pressed: for a solution, or the answer to a question. With
 * `ask` it makes sure first. It is hidden from a screen reader and from Tab as well, and printed
 * open, because paper has no button.
 */
export const Spoiler = guarded<SpoilerProps, HTMLDivElement>({ name: 'Spoiler' }, Live);
