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
  const words = useLabels('FigureError', errorLabels, undefined);
  const { part, error } = useLaterState(later);
  const load = () => void later.load().catch(ignored);
  useEffect(() => void later.load().catch(ignored), [later]);
  if (part !== null) return { part, failure: null };
  const failure = error && (
    <ErrorMessage what={words.notLoaded} error={error} retry={words.retry} onRetry={load} />
  );
  return { part: null, failure };
}

// It is in the state, for whoever looks.
const ignored = () => {};
