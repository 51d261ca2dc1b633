// Islands: figures that cost nothing while they are far from the viewport. What a server sent of one is
// kept as it is; one that was made in the browser has its height reserved.
import {
  forwardRef,
  useContext,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentType,
  type CSSProperties,
  type ForwardRefExoticComponent,
  type ReactElement,
  type Ref,
  type RefAttributes,
} from 'react';
import { flushSync } from 'react-dom';
import { firstControlOf } from '../../a11y';
import { LazyRun, TrainerContext, useBeforePaint } from '../../hooks';
import type { Trainer } from '../../trainer';
import { usePoster } from '../poster';
import { guarded } from './guarded';
import { canTellNearness, isNear, whenNear } from './near';
import { replayEvents } from './replay-events';

/** What an island has to know of its figure. */
export interface IslandOptions {
  /** The component's name, for `data-pancake`. */
  name: string;
  /** About how high it is, in CSS pixels, in a column of 680. */
  height: number;
  /** What has to go on for a run that exists while the figure is far. */
  whileFar?: (trainer: Trainer) => () => void;
}

// What of a figure's props is for its root.
interface RootProps {
  trainer?: Trainer;
  height?: unknown;
  className?: string;
  style?: CSSProperties;
  id?: string;
}

/**
 * The figure as an island. React can leave a part of a page that a server sent as it is only in a
 * `<Suspense>`, and a streaming server sends a large one of those in a way that is not seen without
 * JavaScript. So React is told instead that what is in the figure's root is not its own, until the
 * figure comes near.
 */
export function island<Props extends object>(
  { name, height, whileFar }: IslandOptions,
  Live: ForwardRefExoticComponent<Props & RefAttributes<HTMLElement>>,
): ForwardRefExoticComponent<Props & RefAttributes<HTMLElement>> {
  const AnyLive = Live as unknown as ComponentType<Record<string, unknown>>;
  const Island = forwardRef<HTMLElement, RootProps>(function Island(props, ref) {
    const id = useId();
    const fromServer = usePoster();
    const [state, setState] = useState(() =>
      fromServer ? stateInPage(id) : canTellNearness() ? 'awaited' : 'live',
    );
    if (state === 'live') return <AnyLive {...props} ref={ref} data-island={id} />;
    const options = { name, height, whileFar };
    return <Far {...{ props, options, id, state }} figure={ref} onNear={() => setState('live')} />;
  });
  Island.displayName = name;
  return guarded<Props>({ name, height }, Island);
}

type FarState = 'sent' | 'awaited';

// On a server every figure is live: its HTML is what a far one shows in the browser.
function stateInPage(id: string): 'live' | FarState {
  if (!canTellNearness()) return 'live';
  const sent = document.querySelector(`[data-island="${id}"]`);
  return sent && !isNear(sent) ? 'sent' : 'live';
}

interface FarProps {
  props: RootProps;
  options: IslandOptions;
  id: string;
  state: FarState;
  figure: Ref<HTMLElement>;
  onNear: () => void;
}

function Far({ props, options, id, state, figure, onNear }: FarProps): ReactElement {
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(figure, () => root.current!, []);
  const latest = useRef(onNear);
  useBeforePaint(() => {
    latest.current = onNear;
  });
  useBeforePaint(() => {
    if (isNear(root.current!)) latest.current();
  }, []);
  useEffect(() => {
    const come = () => latest.current();
    const forget = whenNear(root.current!, come, { onPaper: state === 'awaited' });
    const forgetEvents = state === 'sent' ? replayEvents(root.current!, come) : null;
    return () => {
      forget();
      forgetEvents?.();
    };
  }, [state]);

  const { trainer } = props;
  const context = useContext(TrainerContext);
  const { whileFar } = options;
  useEffect(() => {
    const ends: (() => void)[] = [];
    const attend = (run: Trainer) => {
      ends.push(run.sight(root.current!, false));
      if (whileFar) ends.push(whileFar(run));
    };
    const run = trainer ?? context;
    if (run instanceof LazyRun) ends.push(run.whenMade(attend));
    else if (run) attend(run);
    return () => ends.forEach((end) => end());
  }, [trainer, context, whileFar]);

  if (state === 'sent') {
    // eslint-disable-next-line no-restricted-syntax -- of no text at all: it keeps React from looking inside
    return <figure ref={root} suppressHydrationWarning dangerouslySetInnerHTML={notOurs} />;
  }
  // Tab would pass by a figure that has no controls yet.
  const onFocus = () => {
    const { parentElement } = root.current!;
    const place = [...parentElement!.children].indexOf(root.current!);
    flushSync(onNear);
    const live = parentElement!.children[place];
    if (live) firstControlOf(live)?.focus();
  };
  const { className = '', style, height } = props;
  const minHeight = typeof height === 'number' ? height : options.height;
  return (
    <figure
      ref={root}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onFocus={onFocus}
      id={props.id}
      className={`pancake ${className}`.trim()}
      style={{ minHeight, ...style }}
      data-pancake={options.name}
      data-island={id}
      data-far=""
    />
  );
}

const notOurs = { __html: '' };
