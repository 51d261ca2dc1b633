// Parts of a figure that are loaded when a reader first wants them. Where that fails, the figure says
// so in their place, with a button to try again.
import { useEffect, type ReactNode } from 'react';
import { useLabels } from '../../a11y';
import { useLaterState, type Later } from '../../hooks';
import { ErrorMessage } from './error-boundary';
import { errorLabels } from './labels';

/** The part, once it is there, and what to show in its place if it could not be loaded. */
export function useLater<Part>(
  later: Later<Part>,
): { part: Part; failure: null } | { part: null; failure: ReactNode } {
  const { part } = useLaterState(later);
  useEffect(() => void later.load().catch(ignored), [later]);
  if (part !== null) return { part, failure: null };
  return { part: null, failure: later.now().error && <NotLoaded later={later} /> };
}

/** Nothing, or why a part could not be loaded, with a button that loads it again. */
export function NotLoaded<Part>({ later, what }: { later: Later<Part>; what?: string }) {
  const words = useLabels('FigureError', errorLabels, undefined);
  const { error } = useLaterState(later);
  if (!error) return null;
  return (
    <ErrorMessage
      what={what ?? words.notLoaded}
      error={error}
      retry={words.retry}
      onRetry={() => void later.load().catch(ignored)}
    />
  );
}

// It is in the state, for whoever looks.
const ignored = () => {};
