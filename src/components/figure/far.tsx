// What stands on the page for a figure that is not there yet: what a server sent of it, or its room.
import {
  useCallback,
  useContext,
  useEffect,
  useImperativeHandle,
  useRef,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import { firstControlOf, focusBeside } from '../../a11y';
import { LazyRun, TrainerContext, useBeforePaint, useCaught } from '../../hooks';
import type { Trainer } from '../../trainer';
import { arrive, goOn } from './arrivals';
import { isNear, makeAtOnce, whenNear } from './near';
import { pressAgain } from './press-again';
import { rootState } from './run-state';
import { joinAwaited } from './speakers';

/** What the place of a figure has to know of it. */
export interface FarOptions {
  /** The component's name, for `data-pancake`. */
  name: string;
  /** About how high it is, in CSS pixels, in a column of 680. */
  height?: number | undefined;
  /** Whether it stands in a sentence. */
  inline?: boolean | undefined;
  /** Whether it shows no run, even if there is one around it. */
  runless?: boolean | undefined;
  /** What has to go on for a run that exists while the figure is far; may have the figure come. */
  whileFar?: ((trainer: Trainer, come: () => void) => () => void) | undefined;
}

/** What of a figure's props is for its root. */
export interface RootProps {
  trainer?: Trainer;
  height?: unknown;
  heading?: ReactNode;
  'aria-label'?: string;
  className?: string;
  style?: CSSProperties;
  id?: string;
}

/** Puts the figure in its place in the right way; the figure is there when it returns, if it must. */
export type Take = (goLive: () => void) => void;

interface FarProps {
  props: RootProps;
  options: FarOptions;
  /** `sent`: a server's HTML is here, and stays as it is. `awaited`: there is nothing yet. */
  state: 'sent' | 'awaited';
  figure: Ref<HTMLElement>;
  /** The figure should come. It may take its time, and calls `take` then. */
  onCome: (take: Take, place: HTMLElement) => void;
  /** The element that the figure's root is. @default 'figure' */
  tag?: 'figure' | 'div' | 'span' | 'data';
  island?: string;
  isBusy?: boolean;
  /** What is seen in the place meanwhile. */
  children?: ReactNode;
}

/** For an element that stays as a server sent it. Of no text at all: it keeps React from looking inside. */
export const asSent = {
  suppressHydrationWarning: true,
  // eslint-disable-next-line no-restricted-syntax
  dangerouslySetInnerHTML: { __html: '' },
};

export function Far(all: FarProps): ReactElement {
  const { props, options, state, figure, onCome, tag: Tag = 'figure', island, isBusy } = all;
  const root = useRef<HTMLElement>(null);
  const place = root as Ref<HTMLDataElement & HTMLDivElement>;
  useImperativeHandle(figure, () => root.current!, []);
  const latest = useRef(onCome);
  const caught = useCaught();
  useBeforePaint(() => {
    latest.current = onCome;
  });
  const come = useCallback((take: Take) => {
    // It may be gone when the figure has come.
    latest.current((goLive) => void (root.current && take(goLive)), root.current!);
  }, []);
  const context = useContext(TrainerContext);
  const run = options.runless ? null : (props.trainer ?? context);
  const leave = useRef(noMore);
  const isLaidOut = useRef(false);
  const inTurn = useCallback<Take>(
    (goLive) => {
      // Near already when it was made, it is in line.
      if (leave.current !== noMore) return;
      const standInLine = () => {
        const end = arrive({
          place: root.current!,
          isEmpty: state === 'awaited',
          goLive: caught(goLive),
        });
        // It may have what stops the run: another figure's button would be there for a moment.
        const speak = withRun(run, (made) => joinAwaited('pause', made));
        leave.current = () => [end, speak].forEach((one) => one());
        if (isLaidOut.current) goOn();
      };
      const coming = run instanceof LazyRun && run.prepare();
      if (!coming) return standInLine();
      // It may be gone by then, and another time may have begun.
      const waiting = () => {};
      leave.current = waiting;
      void coming.then(caught(() => leave.current === waiting && standInLine()));
    },
    [run, state, caught],
  );
  useEffect(() => {
    return () => {
      leave.current();
      leave.current = noMore;
    };
  }, []);
  // Before the browser shows an empty place.
  useBeforePaint(() => {
    const presses = state === 'sent' ? pressAgain(root.current!, come, caught) : null;
    const take: Take = presses ? (goLive) => inTurn(() => presses.takeInTurn(goLive)) : inTurn;
    // A reader who scrolled past meanwhile keeps what is there.
    const ifNear: Take = (goLive) => (isNear(root.current!) ? take(goLive) : watch());
    let forget = noMore;
    const watch = () => {
      const tell = caught((isForPaper: boolean) => come(isForPaper ? atOnce : ifNear));
      forget();
      forget = whenNear(root.current!, tell, { onPaper: state === 'awaited' });
    };
    watch();
    if (isNear(root.current!)) come(ifNear);
    return () => {
      forget();
      presses?.forget();
    };
  }, [state, come, inTurn, caught]);
  // By then all others that were made with it have said that they are near.
  useEffect(() => {
    isLaidOut.current = true;
    goOn();
  }, []);

  useFarRun(root, run, options, state === 'sent', come);

  if (state === 'sent') return <Tag ref={place} {...asSent} />;
  // Tab would pass by a figure that has no controls yet.
  const onFocus = () => {
    come((goLive) => {
      // In a shadow tree, it may be no element.
      const { parentNode } = root.current!;
      const at = [...parentNode!.children].indexOf(root.current!);
      const hasFocus = focusBeside(root.current!) === root.current;
      makeAtOnce(goLive);
      const live = parentNode!.children[at];
      if (live && hasFocus) firstControlOf(live)?.focus();
    });
  };
  const { className = '', style, height } = props;
  const { inline = false } = options;
  // With the element itself: written to each by an effect, they would have the page laid out for each.
  const beginning = run instanceof LazyRun ? run.beginning : null;
  const minHeight = typeof height === 'number' ? height : options.height;
  return (
    <Tag
      ref={place}
      tabIndex={inline ? undefined : 0}
      onFocus={onFocus}
      id={props.id}
      className={`pancake${inline ? '-inline' : ''} ${className}`.trim()}
      style={minHeight === undefined ? style : { minHeight, ...style }}
      aria-busy={isBusy}
      data-pancake={options.name}
      data-island={island}
      data-far=""
      data-status={beginning?.status}
      data-epoch={beginning?.epoch}
    >
      {all.children}
    </Tag>
  );
}

// What a far figure does with its run: it does not see it, and says how it stands, unless a server has said
// so with its picture. A run that nobody has made yet has no loss, and is not made for that.
function useFarRun(
  root: RefObject<HTMLElement | null>,
  run: Trainer | LazyRun | null,
  { whileFar }: FarOptions,
  isSent: boolean,
  come: (take: Take) => void,
): void {
  useBeforePaint(() => {
    const write = (state: Record<string, string>) => {
      if (isSent) return;
      for (const [name, value] of Object.entries(state)) root.current?.setAttribute(name, value);
    };
    return withRun(run, (made) => {
      const tell = () => write(rootState(made.now));
      tell();
      const ends = [made.subscribe(tell), made.sight(root.current!, false)];
      if (whileFar) ends.push(whileFar(made, () => come(atOnce)));
      return () => ends.forEach((end) => end());
    });
  }, [root, run, isSent, whileFar, come]);
}

// What is to go on once there is a run. Returns a function that ends it.
function withRun(
  run: Trainer | LazyRun | null,
  begin: (trainer: Trainer) => () => void,
): () => void {
  if (!run) return noMore;
  if (!(run instanceof LazyRun)) return begin(run);
  let end = noMore;
  const forget = run.whenMade((made) => (end = begin(made)));
  return () => {
    forget();
    end();
  };
}

const atOnce: Take = (goLive) => goLive();
const noMore = () => {};
