// A mistake in one figure stays in that figure: it says what happened and can be tried again.
import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** What the button says. @default 'Try again' */
  retryLabel?: string;
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
    return (
      <div className="pancake" data-pancake="Error">
        <div className="pancake-message" role="alert">
          <p>{error.message}</p>
          <button type="button" className="pancake-button" onClick={this.retry}>
            {this.props.retryLabel ?? 'Try again'}
          </button>
        </div>
      </div>
    );
  }
}
