// How an optimizer's path looks: its dashes and its shape, beside its name.
import { markShapes } from '../marks';

/** The dashes of the paths, in the order of the optimizers. */
export const dashes = [
  undefined,
  '7 3',
  '2 2.5',
  '9 3 2 3',
  '4 2',
  '12 4',
  '1.5 4',
  '5 3 1.5 3 1.5 3',
] as const;

/** A piece of the path of the optimizer at this place. */
export function LineSample({ place }: { place: number }) {
  return (
    <svg
      className="pancake-race-sample"
      width={34}
      height={12}
      viewBox="0 0 34 12"
      aria-hidden="true"
    >
      <g className="pancake-race-path" style={{ color: `var(--pk-class-${place % 8})` }}>
        <path data-part="line" d="M1 6H26" strokeDasharray={dashes[place % 8]} />
        <path data-part="head" d={markShapes[place % 8]} transform="translate(28 6)" />
      </g>
    </svg>
  );
}
