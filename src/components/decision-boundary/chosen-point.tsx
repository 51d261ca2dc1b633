// The mark of the training point that is looked at, in this figure or in another one.

/** The words beside a place: on which side they fit, and how far down. */
export interface TextPlace {
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

// The mean width of a character at 12 px; text cannot be measured on a server.
const character = 7;
const lineHeight = 15;

/**
 * Where to write beside a place, so that it stays within a picture of this width if it can.
 *
 * @param text the longest line
 * @param lines how many lines
 */
export function textPlace(
  x: number,
  y: number,
  text: string,
  lines: number,
  width: number,
): TextPlace {
  const length = text.length * character;
  const end = x + 12 + length;
  const toRight = end <= width || x < width / 2;
  const shift = toRight ? Math.max(0, end - width) : Math.min(0, x - 12 - length);
  const above = y - 11 - (lines - 1) * lineHeight;
  return {
    x: toRight ? x + 12 - shift : x - 12 - shift,
    y: above >= 12 ? above : y + 22,
    anchor: toRight ? 'start' : 'end',
  };
}

interface ChosenPointProps {
  row: number;
  split: 'train' | 'test';
  x: number;
  y: number;
  /** Its own label, or null if that is written elsewhere. */
  text: string | null;
  /** The width of the picture. */
  width: number;
}

/** A ring in the colour of what is looked at, with the point's own label. */
export function ChosenPoint({ row, split, x, y, text, width }: ChosenPointProps) {
  const at = text === null ? null : textPlace(x, y, text, 1, width);
  return (
    <g className="pancake-chosen-point" data-row={row} data-of={split}>
      <circle className="pancake-chosen-point-edge" cx={x} cy={y} r={8} />
      <circle className="pancake-chosen-point-ring" cx={x} cy={y} r={8} />
      {at && (
        <text className="pancake-probe-reading" x={at.x} y={at.y} textAnchor={at.anchor}>
          {text}
        </text>
      )}
    </g>
  );
}
