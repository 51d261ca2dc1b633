// Lazy figures: shells whose figure's code is loaded when its place comes near the viewport. What a server sent
// stays there until then; a place that is made in the browser has the figure's height.
import {
  forwardRef,
  useContext,
  useRef,
  useState,
  type ComponentType,
  type RefAttributes,
} from 'react';
import { useLabels } from '../../a11y';
import { LazyRun, Later, TrainerContext, useLaterState } from '../../hooks';
import { usePoster } from '../poster';
import { ErrorBox } from './error-boundary';
import { Far, type FarOptions, type RootProps, type Take } from './far';
import { errorLabels } from './labels';
import { ShellContext } from './place';

type Tag = 'figure' | 'div' | 'span' | 'data';

/** What a shell has to know of its figure. */
export interface LazyOptions<Props> extends FarOptions {
  /** The element that the figure's root is: React takes over no other. @default 'figure' */
  tag?: Tag | ((props: Props) => Tag);
}

// The code of all figures that the page names, by what their HTML says.
const known = new Map<string, Later<unknown>[]>();

/**
 * A figure as the one that is loaded, with the same props and the same ref. In a `<Pancake>` whose trainer is
 * loaded later too, it comes when both are there.
 *
 * @param load as in `() => import('../loss-chart').then((all) => all.LossChart)`
 */
export function lazyFigure<Props extends object, Figure extends ComponentType<Props>>(
  { tag = 'figure', ...options }: LazyOptions<Props>,
  load: () => Promise<Figure & ComponentType<Props>>,
): Figure {
  const { name, height, inline = false } = options;
  const later = new Later<ComponentType<object & RefAttributes<HTMLElement>>>(load as never);
  known.set(name, [...(known.get(name) ?? []), later]);

  const Lazy = forwardRef<HTMLElement, RootProps>(function Lazy(props, ref) {
    const words = useLabels('FigureError', errorLabels, undefined);
    const context = useContext(TrainerContext);
    const runCode = !props.trainer && context instanceof LazyRun ? context.code : null;
    const parts: Later<unknown>[] = runCode ? [later, runCode] : [later];
    const isThere = () => parts.every((one) => one.now().part !== null);

    const isSent = usePoster() && typeof document === 'object';
    const around = useContext(ShellContext);
    const [state, setState] = useState(() => (isSent ? 'sent' : isThere() ? 'live' : 'awaited'));
    const [before, setBefore] = useState(around);
    const [isAsked, setAsked] = useState(false);
    const room = useRef(height);
    const { part: Figure, error: ofFigure } = useLaterState(later);
    const { error: ofRun } = useLaterState(runCode);
    if (state === 'live' && Figure) {
      return (
        <ShellContext.Provider value={before}>
          <Figure {...props} ref={ref} />
        </ShellContext.Provider>
      );
    }

    const loadAll = () => Promise.all(parts.map((one) => one.load()));
    const error = isAsked ? (ofFigure ?? ofRun) : null;
    if (error) {
      return (
        <ErrorBox
          {...{ figure: name, inline, error }}
          box={ref}
          what="notLoaded"
          minHeight={room.current}
          onRetry={() => void loadAll().catch(ignored)}
        />
      );
    }
    const onCome = (take: Take, place: HTMLElement) => {
      const goLive = () => {
        setBefore(state === 'sent' ? 'sent' : 'awaited');
        setState('live');
      };
      if (isThere()) return take(goLive);
      setAsked(true);
      room.current = place.offsetHeight || height;
      void Promise.all([loadAll(), loadInside(place)]).then(
        () => take(goLive),
        // What was sent gives way to the error; a figure that comes after all has its room.
        () => setState('awaited'),
      );
    };
    return (
      <Far
        {...{ props, options, onCome }}
        figure={ref}
        state={state === 'sent' ? 'sent' : 'awaited'}
        tag={typeof tag === 'function' ? tag(props as Props) : tag}
        isBusy={isAsked}
      >
        {inline ? (
          '…'
        ) : (
          <>
            <p className="pancake-coming">{words.coming}</p>
            <p className="pancake-not-printed">{words.notPrinted(calledIn(props) ?? name)}</p>
          </>
        )}
      </Far>
    );
  });
  Lazy.displayName = name;
  return Lazy as unknown as Figure;
}

// What the page calls the figure.
function calledIn({ heading, 'aria-label': label }: RootProps): string | undefined {
  return typeof heading === 'string' ? heading : label;
}

/** Figures inside go with what was sent, and should be there when it goes. */
async function loadInside(place: HTMLElement): Promise<void> {
  const inside = [...place.querySelectorAll<HTMLElement>('[data-pancake]')];
  const names = new Set(inside.map((figure) => figure.dataset['pancake']!));
  const parts = [...names].flatMap((name) => known.get(name) ?? []);
  await Promise.all(parts.map((part) => part.load().catch(ignored)));
}

// It is in the state, for whoever looks.
const ignored = () => {};
