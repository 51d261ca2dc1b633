// The colour bar: which colour stands for which value.
import { formatShort } from '../../a11y';

/** A vertical bar from the lowest value at the bottom to the highest at the top. */
export function ColorBar({ low, high }: { low: number; high: number }) {
  return (
    <div className="pancake-color-bar" aria-hidden="true">
      {[high, (low + high) / 2, low].map((value) => (
        <span key={value}>{formatShort(value, 2)}</span>
      ))}
    </div>
  );
}
