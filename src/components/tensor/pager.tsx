// Pager: back and next through parts of a whole.

interface PagerProps {
  /** The part shown, from 0. */
  part: number;
  count: number;
  onPart: (part: number) => void;
  /** What is shown now: `rows 0–7 of 64`. */
  text: string;
  back: string;
  next: string;
}

/** Two buttons around what is shown. */
export function Pager({ part, count, onPart, text, back, next }: PagerProps) {
  const turn = (label: string, sign: string, to: number) => (
    <button
      type="button"
      className="pancake-button"
      aria-label={label}
      // Not disabled: a button that loses the focus under a finger is hard to find again.
      aria-disabled={to < 0 || to >= count}
      onClick={() => to >= 0 && to < count && onPart(to)}
    >
      {sign}
    </button>
  );
  return (
    <div className="pancake-tensor-pager">
      {turn(back, '‹', part - 1)}
      <span role="status">{text}</span>
      {turn(next, '›', part + 1)}
    </div>
  );
}
