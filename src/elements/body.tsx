// What React draws inside an element: what is wrong, then the figure.
import { Component, useEffect, type ReactNode } from 'react';
import { PancakeLanguage, type Language } from '../a11y';
import { PancakeSharing } from '../components/share';
import { TrainerContext } from '../hooks';
import type { Trainer } from '../trainer';

interface BodyProps {
  problems: readonly string[];
  trainer: Trainer | null;
  /** What the figure speaks; null for English. */
  language: Language | null;
  /** Where the site has `embed.html`, for code that embeds the figure; undefined where nobody says it. */
  embedAddress: string | undefined;
  /** The figure, or null if it cannot be shown. */
  children: ReactNode;
  /** Counts the changes of attributes: a figure that failed is tried again after each. */
  attempt: number;
  /** The element's name, for what is said of a figure that failed. */
  tag: string;
  onShown: () => void;
  onFailed: (message: string) => void;
}

/** The inside of an element. */
export function Body(props: BodyProps) {
  const { problems, trainer, language, embedAddress, children, attempt, tag } = props;
  const { onShown, onFailed } = props;
  return (
    <PancakeLanguage language={language}>
      {problems.length > 0 && <Problems messages={problems} />}
      {children && (
        <Boundary attempt={attempt} tag={tag} onFailed={onFailed}>
          <TrainerContext.Provider value={trainer}>
            <PancakeSharing {...(embedAddress !== undefined && { embedAddress })}>
              {children}
            </PancakeSharing>
          </TrainerContext.Provider>
          <Shown onShown={onShown} />
        </Boundary>
      )}
    </PancakeLanguage>
  );
}

// Said to authors, in English.
function Problems({ messages }: { messages: readonly string[] }) {
  return (
    <div className="pancake pancake-element-problems" data-pancake="Error">
      <div className="pancake-message" role="alert" lang="en" dir="ltr">
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </div>
  );
}

// Its effect comes after those of the figure before it.
function Shown({ onShown }: { onShown: () => void }) {
  useEffect(onShown, [onShown]);
  return null;
}

interface BoundaryProps {
  attempt: number;
  tag: string;
  onFailed: (message: string) => void;
  children: ReactNode;
}

interface BoundaryState {
  error: Error | null;
  attempt: number;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, attempt: this.props.attempt };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    { attempt }: BoundaryProps,
    state: BoundaryState,
  ): Partial<BoundaryState> | null {
    return attempt === state.attempt ? null : { error: null, attempt };
  }

  override componentDidCatch(error: Error): void {
    this.props.onFailed(error.message);
  }

  override render() {
    const { error } = this.state;
    return error ? (
      <Problems messages={[`${this.props.tag}: ${error.message}`]} />
    ) : (
      this.props.children
    );
  }
}
