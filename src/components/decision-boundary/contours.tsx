// The contour lines: empty paths that the painter draws.
import type { ReactNode, RefObject } from 'react';

interface ContoursProps {
  thresholds: readonly number[];
  /** Whether all lines are strong, and not only the middle one. */
  allStrong: boolean;
  viewBox: string;
  /** Where the paths are noted, by their threshold. */
  lines: RefObject<Map<number, SVGPathElement>>;
  /** What else lies under the points. */
  children?: ReactNode;
}

/** A picture of its own, so that the points are not painted again with every new line. */
export function Contours({ thresholds, allStrong, viewBox, lines, children }: ContoursProps) {
  const strong = Math.floor(thresholds.length / 2);
  return (
    <svg className="pancake-contours" viewBox={viewBox} aria-hidden="true">
      {thresholds.map((threshold, i) => (
        <path
          key={threshold}
          ref={(path) => {
            if (path) lines.current.set(threshold, path);
            else lines.current.delete(threshold);
          }}
          className={`pancake-contour ${allStrong || i === strong ? 'pancake-contour-strong' : ''}`}
          data-threshold={threshold}
        />
      ))}
      {children}
    </svg>
  );
}
