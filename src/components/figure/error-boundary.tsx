// A mistake in one figure stays in that figure: it says what happened and can be tried again.
import { Component, type ContextType, type CSSProperties, type ReactNode, type Ref } from 'react';
import { useLabels } from '../../a11y';
import { FaultContext, asError, isSharedFault } from '../../hooks';
import { errorLabels } from './labels';

interface Props {
  children: ReactNode;
  /** The component's name. */
  figure?: string;
  /** Whether it stands in a sentence. */
  inline?: boolean;
  /** The height that the figure had or will have, in CSS pixels. */
  height?: () => number;
  /** Whether the run that is inside is its own: errors of that run go no further up. */
  ownsRun?: boolean;
  /** Gets the box. */
  box?: Ref<HTMLElement>;
  /** Called when the reader tries again. */
  onRetry?: () => void;
}

interface State {
  error: Error | null;
  /** What happened outside of rendering. */
  thrown: { error: Error } | null;
  height?: number | undefined;
}

/** Shows an error's message instead of the figure, with a button to try again. */
export class FigureErrorBoundary extends Component<Props, State> {
  static override contextType = FaultContext;
  declare context: ContextType<typeof FaultContext>;
  override state: State = { error: null, thrown: null };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: asError(thrown), thrown: null };
  }

  /** Takes an error from outside of rendering, where React would not see it. */
  readonly report = (thrown: unknown): void => {
    this.setState(({ error }) => (error ? null : { thrown: { error: asError(thrown) } }));
  };

  private readonly retry = () => {
    this.props.onRetry?.();
    this.setState({ error: null });
  };

  override getSnapshotBeforeUpdate(_: Props, before: State): number | null {
    return this.state.error && !before.error ? (this.props.height?.() ?? null) : null;
  }

  override componentDidUpdate(_: Props, before: State, height: number | null): void {
    if (this.state.error && !before.error && height !== null) this.setState({ height });
  }

  override render() {
    const { error, thrown, height } = this.state;
    const { children, figure, inline = false, ownsRun = false, box } = this.props;
    if (error && this.context && !ownsRun && isSharedFault(error)) throw error;
    if (error) {
      const minHeight = height ?? this.props.height?.();
      return <ErrorBox {...{ figure, inline, minHeight, box, error }} onRetry={this.retry} />;
    }
    return (
      <FaultContext.Provider value={this.report}>
        {thrown ? <Throw {...thrown} /> : children}
      </FaultContext.Provider>
    );
  }
}

// From here on it is an error like any other: React tells it to whoever listens to its errors.
function Throw({ error }: { error: Error }): never {
  throw error;
}

interface ErrorBoxProps {
  figure: string | undefined;
  inline: boolean;
  minHeight: number | undefined;
  box: Ref<HTMLElement> | undefined;
  error: Error;
  /** What happened. @default the figure could not be shown */
  what?: 'failed' | 'notLoaded';
  onRetry: () => void;
}

/** The box in place of a figure. */
export function ErrorBox(props: ErrorBoxProps) {
  const { figure, inline, minHeight, box, error, what = 'failed', onRetry } = props;
  const words = useLabels('FigureError', errorLabels, undefined);
  const Tag = inline ? 'span' : 'div';
  const style: CSSProperties | undefined = inline || !minHeight ? undefined : { minHeight };
  return (
    <Tag
      ref={box as Ref<HTMLDivElement & HTMLSpanElement>}
      className="pancake pancake-error"
      data-pancake="Error"
      data-figure={figure}
      style={style}
    >
      <ErrorMessage
        inline={inline}
        what={words[what]}
        error={error}
        retry={words.retry}
        onRetry={onRetry}
      />
    </Tag>
  );
}

interface ErrorMessageProps {
  /** What happened, in the reader's language. */
  what: string;
  error: { message: string };
  retry: string;
  onRetry: () => void;
  inline?: boolean;
}

/** What happened, why, and a button to try again. */
export function ErrorMessage({ what, error, retry, onRetry, inline = false }: ErrorMessageProps) {
  const Tag = inline ? 'span' : 'div';
  const Line = inline ? 'span' : 'p';
  return (
    <Tag className="pancake-message" role="alert">
      <Line>{what}</Line>{' '}
      {/* Errors are for the page's author: they are English in every language. */}
      <Line className="pancake-error-cause" lang="en" dir="ltr">
        {error.message}
      </Line>{' '}
      <button type="button" className="pancake-button" onClick={onRetry}>
        {retry}
      </button>
    </Tag>
  );
}
