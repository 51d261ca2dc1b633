// The program's text, quietly coloured, in a place that scrolls.
import { forwardRef, memo, useMemo } from 'react';
import { tokenize } from '../code';

interface ListingProps {
  text: string;
  name: string;
  maxHeight: number;
}

const coloured = new Set(['keyword', 'string', 'comment']);

/** The text, exactly: whatever is selected can be run. Lists of numbers stay plain. */
export const Listing = memo(
  forwardRef<HTMLElement, ListingProps>(function Listing({ text, name, maxHeight }, ref) {
    const parts = useMemo(() => partsOf(text), [text]);
    return (
      // A stop for the keyboard: the arrow keys scroll.
      <div
        className="pancake-code-scroll pancake-program-scroll"
        role="region"
        aria-label={name}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        style={{ maxHeight }}
      >
        <pre>
          <code ref={ref}>
            {parts.map(({ kind, text: part }, i) =>
              kind ? (
                <span key={i} className={`pancake-code-${kind}`}>
                  {part}
                </span>
              ) : (
                part
              ),
            )}
          </code>
        </pre>
      </div>
    );
  }),
);

interface Part {
  /** Undefined for what is not coloured. */
  kind?: string;
  text: string;
}

// Neighbours of one colour in one piece: a program has thousands of numbers.
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const add = (kind: string | undefined, piece: string) => {
    const last = parts.at(-1);
    if (last && last.kind === kind) last.text += piece;
    else parts.push({ kind, text: piece });
  };
  tokenize(text, 'python').forEach((line, i) => {
    if (i > 0) add(undefined, '\n');
    for (const token of line) add(coloured.has(token.kind) ? token.kind : undefined, token.text);
  });
  return parts;
}
