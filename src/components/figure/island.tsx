// Islands: figures that cost nothing while they are far from the viewport. What a server sent of one is
// kept as it is; one that was made in the browser has its height reserved.
import {
  forwardRef,
  useId,
  useState,
  type ComponentType,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import { usePoster } from '../poster';
import { Far, type FarOptions, type RootProps } from './far';
import { guarded } from './guarded';
import { canTellNearness, isNear } from './near';
import type { Room } from './rooms';

/** What an island has to know of its figure. */
export interface IslandOptions extends Room, Pick<FarOptions, 'whileFar'> {}

/**
 * The figure as an island. React can leave a part of a page that a server sent as it is only in a
 * `<Suspense>`, and a streaming server sends a large one of those in a way that is not seen without
 * JavaScript. So React is told instead that what is in the figure's root is not its own, until the
 * figure comes near.
 */
export function island<Props extends object>(
  options: IslandOptions,
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
    return (
      <Far
        {...{ props, options, state }}
        island={id}
        figure={ref}
        onCome={(take) => take(() => setState('live'))}
      />
    );
  });
  Island.displayName = options.name;
  return guarded<Props>(options, Island);
}

// On a server every figure is live: its HTML is what a far one shows in the browser.
function stateInPage(id: string): 'live' | 'sent' | 'awaited' {
  if (!canTellNearness()) return 'live';
  const sent = document.querySelector(`[data-island="${id}"]`);
  return sent && !isNear(sent) ? 'sent' : 'live';
}
