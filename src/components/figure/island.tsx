// Islands: figures that cost nothing while they are far from the viewport. What a server sent of one is
// kept as it is; one that was made in the browser has its height reserved.
import {
  forwardRef,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentType,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import { useBeforePaint } from '../../hooks';
import { usePoster } from '../poster';
import { Far, type FarOptions, type RootProps } from './far';
import { guarded } from './guarded';
import { canTellNearness } from './near';
import { EmptyPlaceContext, ShellContext } from './place';
import type { Room } from './rooms';
import { forgetSent, restyleSent, stateInPage } from './sent';

/** What an island has to know of its figure. */
export interface IslandOptions<Props = object> extends Room, Pick<FarOptions, 'whileFar'> {
  /** About how high it is with these props, where they say more than `height` does. */
  heightOf?: (props: Props) => number;
}

/**
 * The figure as an island. React can leave a part of a page that a server sent as it is only in a
 * `<Suspense>`, and a streaming server sends a large one of those in a way that is not seen without
 * JavaScript. So React is told instead that what is in the figure's root is not its own, until the
 * figure comes near.
 */
export function island<Props extends object, Root extends HTMLElement = HTMLElement>(
  options: IslandOptions<Props>,
  Live: ForwardRefExoticComponent<Props & RefAttributes<Root>>,
): ForwardRefExoticComponent<Props & RefAttributes<Root>> {
  const AnyLive = Live as unknown as ComponentType<Record<string, unknown>>;
  const Island = forwardRef<Root, RootProps>(function Island(props, ref) {
    const id = useId();
    const fromServer = usePoster();
    const shell = useContext(ShellContext);
    const [state, setState] = useState<IslandState>(() => {
      if (shell) return shell === 'sent' ? 'live' : 'arrived';
      return fromServer ? stateInPage(id) : canTellNearness() ? 'awaited' : 'live';
    });
    useBeforePaint(() => {
      if (fromServer) restyleSent(id);
    }, [fromServer, id]);
    useEffect(forgetSent, []);
    const isEmpty = useRef(state !== 'sent' && state !== 'live');
    useBeforePaint(() => {
      if (state === 'arrived') isEmpty.current = false;
    }, [state]);
    if (state === 'live' || state === 'arrived') {
      return (
        <ShellContext.Provider value={null}>
          <EmptyPlaceContext.Provider value={isEmpty}>
            <AnyLive {...props} ref={ref} data-island={id} />
          </EmptyPlaceContext.Provider>
        </ShellContext.Provider>
      );
    }
    const height = options.heightOf?.(props as Props) ?? options.height;
    return (
      <Far
        {...{ props, state }}
        options={{ ...options, height }}
        tag={options.tag ?? 'figure'}
        island={id}
        figure={ref}
        onCome={(take) => take(() => setState(state === 'sent' ? 'live' : 'arrived'))}
      />
    );
  });
  Island.displayName = options.name;
  return guarded<Props, Root>(options, Island);
}

// `arrived` is live in a place where nothing was shown before.
type IslandState = 'sent' | 'awaited' | 'live' | 'arrived';
