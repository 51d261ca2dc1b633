// The flags above the plot, and the bands of the plateaus.
import { memo } from 'react';
import { useTrainerValue } from '../../hooks';
import type { Trainer } from '../../trainer';
import type { View } from './layout';
import { collide, type Flag } from './marks';
import type { Plateau } from './plateau';

/** The plateaus, as bands behind the lines. */
export const Plateaus = memo(function Plateaus({
  plateaus,
  view,
}: {
  plateaus: readonly Plateau[];
  view: View;
}) {
  const { epochs } = view.domain;
  return (
    <>
      {plateaus.map(({ from, to }) => {
        if (from >= epochs) return null;
        const [start, end] = [view.x(from), view.x(Math.min(to, epochs))];
        return (
          <g key={from} className="pancake-loss-plateau" data-from={from} data-to={to}>
            <rect x={start} width={end - start} height={view.plotHeight} />
            <line x1={start} x2={end} />
          </g>
        );
      })}
    </>
  );
});

interface FlagsProps {
  trainer: Trainer;
  flags: readonly Flag[];
  view: View;
}

const poleTop = -13;
const tickHeight = 6;
// Half of the word that stands at the present epoch.
const nowWidth = 14;

/** What happened on the way, at its epochs. */
export const Flags = memo(function Flags({ trainer, flags, view }: FlagsProps) {
  const present = useTrainerValue(presentEpoch, trainer);
  const now = present === null ? null : view.x(present);
  return (
    <g className="pancake-loss-flags">
      {flags.map((flag) => {
        const epoch = flag.events[0]!.epoch;
        const isBehind =
          now !== null && collide(flag, { start: now - nowWidth, end: now + nowWidth });
        return (
          <g
            key={epoch}
            data-epoch={epoch}
            data-events={flag.events.length}
            data-later={present !== null && epoch > present}
          >
            {/* The first one reaches down to the lines; the others only say how many there are. */}
            {flag.ticks.map((x, i) => (
              <line
                key={x}
                className={i === 0 ? 'pancake-loss-pole' : undefined}
                x1={x}
                x2={x}
                y1={i === 0 ? poleTop : 0}
                y2={i === 0 ? view.plotHeight : tickHeight}
              />
            ))}
            {!isBehind && (
              <text x={flag.textX} y={-6} data-side={flag.side}>
                {flag.text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});

// Null while the run is at its latest epoch: then there is no word for it.
function presentEpoch({ epoch, lastEpoch }: { epoch: number; lastEpoch: number }) {
  return epoch < lastEpoch ? epoch : null;
}
