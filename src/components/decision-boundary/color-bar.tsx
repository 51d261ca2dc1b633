// The colour bar: which colour stands for which value, or for which class.
import { useNumbers } from '../../a11y';
import { classColor, planeColor, themeColor } from '../../theme';
import { markShapes } from '../marks';

/** A scale of colours, or a list of classes. */
export type BarScale =
  | { kind: 'diverging' | 'uncertainty'; low: number; high: number; ticks: readonly number[] }
  | { kind: 'classes'; classes: number };

interface ColorBarProps {
  scale: BarScale;
  /** What a class is called where there is room for one short word. */
  className: (index: number) => string;
}

/** A vertical bar from the lowest value at the bottom to the highest at the top. */
export function ColorBar({ scale, className }: ColorBarProps) {
  const { formatShort } = useNumbers();
  if (scale.kind === 'classes') return <ClassBar classes={scale.classes} name={className} />;
  const { kind, low, high, ticks } = scale;
  return (
    <div className="pancake-color-bar" data-scale={kind} aria-hidden="true">
      {ticks.map((value) => (
        <span key={value} style={{ bottom: `${(100 * (value - low)) / (high - low)}%` }}>
          {formatShort(value, 2)}
        </span>
      ))}
    </div>
  );
}

// More are not listed; the caption has the markShapes of eight.
const mostClasses = 8;

// The regions' own colours, with the shape of the points that belong there.
function ClassBar({ classes, name }: { classes: number; name: (index: number) => string }) {
  const count = Math.min(classes, mostClasses);
  return (
    <div className="pancake-class-bar" data-scale="classes" aria-hidden="true">
      {Array.from({ length: count }, (_, k) => count - 1 - k).map((k) => (
        <span key={k} data-class-key={k}>
          <svg viewBox="-8 -8 16 16" width="16" height="16">
            <rect
              x="-8"
              y="-8"
              width="16"
              height="16"
              rx="3"
              fill={`color-mix(in srgb, ${planeColor(k)} 65%, ${planeColor('zero')})`}
            />
            <path d={markShapes[k]} fill={classColor(k)} stroke={themeColor('paper')} />
          </svg>
          {name(k)}
        </span>
      ))}
    </div>
  );
}
