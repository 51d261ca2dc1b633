// A mistake in one figure stays in that figure: it says what happened and can be tried again.
import { Component, type ReactNode } from 'react';
import { useLabels } from '../../a11y';
import { errorLabels } from './labels';

interface Props {
  children: ReactNode;
  /** Called when the reader tries again. */
  onRetry?: () => void;
}

/** Shows an error's message instead of the figure, with a button to try again. */
export class FigureErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  private readonly retry = () => {
    this.props.onRetry?.();
    this.setState({ error: null });
  };

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <ErrorMessage message={error.message} onRetry={this.retry} />;
  }
}

function ErrorMessage({ message, onRetry }: { message: string; onRetry: () => void }) {
  const words = useLabels('FigureError', errorLabels, undefined);
  return (
    <div className="pancake" data-pancake="Error">
      <div className="pancake-message" role="alert">
        {/* Errors are for the page's author: they are English in every language. */}
        <p lang="en" dir="ltr">
          {message}
        </p>
        <button type="button" className="pancake-button" onClick={onRetry}>
          {words.retry}
        </button>
      </div>
    </div>
  );
}
