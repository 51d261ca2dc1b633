// The colour bar: which shade stands for which loss, with a tick for each contour line.
import type { Ref } from 'react';
import { useNumbers } from '../../a11y';
import type { LossShades } from './shades';

interface ColorBarProps {
  shades: LossShades | null;
  /** The mark of the present loss, which the frames move. */
  mark: Ref<HTMLSpanElement>;
  /** How high up a server puts it. */
  sentMark: string | undefined;
}

/** A vertical bar from the lowest loss at the bottom to the highest at the top. */
export function ColorBar({ shades, mark, sentMark }: ColorBarProps) {
  const { formatShort, formatTight } = useNumbers();
  const format = (loss: number) =>
    Math.abs(loss) < 1e5 ? formatShort(loss, 3) : formatTight(loss);
  const ticks = shades ? [shades.low, ...shades.levels, shades.high] : [];
  return (
    <div
      className="pancake-loss-bar"
      aria-hidden="true"
      style={{ width: Math.max(46, ...ticks.map((loss) => 18 + 6.4 * format(loss).length)) }}
    >
      <div className="pancake-loss-bar-scale">
        {shades &&
          ticks.map((loss) => (
            <span
              key={loss}
              className={shades.levels.includes(loss) ? 'pancake-loss-bar-level' : undefined}
              style={{ bottom: `${100 * shades.place(loss)}%` }}
            >
              {format(loss)}
            </span>
          ))}
        <span
          ref={mark}
          className="pancake-loss-bar-here"
          style={sentMark === undefined ? undefined : { bottom: sentMark }}
          hidden={!shades}
        />
      </div>
    </div>
  );
}
