// Guarded figures: each in an error boundary of its own, which hears of all its errors.
import {
  forwardRef,
  useEffect,
  useMemo,
  useRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type MutableRefObject,
  type RefAttributes,
} from 'react';
import { FigureErrorBoundary } from './error-boundary';
import { hearHandlers } from './handler-errors';

/** What a guard has to know of its figure. */
export interface GuardOptions {
  /** The component's name, for `data-pancake`. */
  name: string;
  /** About how high it is, in CSS pixels. @default as high as it was */
  height?: number;
  /** Whether it stands in a sentence. */
  inline?: boolean;
}

/**
 * The figure, or, once it has thrown, what happened, in a box of the same height with a button to try
 * again: in rendering and effects, in what it draws in a frame, and in its event handlers.
 */
export function guarded<Props extends object, Root extends HTMLElement = HTMLElement>(
  { name, height, inline = false }: GuardOptions,
  Figure: ForwardRefExoticComponent<Props & RefAttributes<Root>>,
): ForwardRefExoticComponent<Props & RefAttributes<Root>> {
  const Any = Figure as unknown as ForwardRefExoticComponent<RefAttributes<Root>>;
  const Guarded = forwardRef<Root, object>(function Guarded(props, ref) {
    const root = useRef<Root>(null);
    const boundary = useRef<FigureErrorBoundary>(null);
    const attach = useMemo(() => both(root, ref), [ref]);
    useEffect(() => hearHandlers(root, (error) => boundary.current?.report(error)), []);
    return (
      <FigureErrorBoundary
        ref={boundary}
        figure={name}
        inline={inline}
        box={attach}
        height={() => root.current?.offsetHeight || height || 0}
      >
        <Any {...props} ref={attach} />
      </FigureErrorBoundary>
    );
  });
  Guarded.displayName = name;
  return Guarded;
}

// A ref that fills two; one of them may be a function that says how it is emptied.
function both<T>(
  own: MutableRefObject<T | null>,
  given: ForwardedRef<T>,
): (element: T | null) => void {
  let empty: unknown;
  return (element) => {
    own.current = element;
    if (typeof given !== 'function') {
      if (given) given.current = element;
    } else if (element === null && typeof empty === 'function') {
      (empty as () => void)();
    } else {
      empty = given(element);
    }
  };
}
