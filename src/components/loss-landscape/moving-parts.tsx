// What moves with the run, as elements: frames write their attributes, and a server their first ones.
import { memo, useId } from 'react';
import { useNumbers } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import type { LossLandscapeLabels } from './labels';
import type { LiveAttributes, Part } from './live';

interface MovingPartsProps {
  size: number;
  words: LossLandscapeLabels;
  startEpoch: number;
  /** What a server sends; afterwards it never changes, and frames have their way. */
  parts: LiveAttributes;
}

/** The path and the arrow. Hidden from those who listen: the description and the probe say the same. */
export const MovingParts = memo(function MovingParts(props: MovingPartsProps) {
  const { size, words, startEpoch, parts } = props;
  const clip = useId();
  const sent = (part: Part) => sentAs(parts[part]);
  return (
    <g aria-hidden="true" className="pancake-landscape-moving">
      <clipPath id={clip}>
        <rect width={size} height={size} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <path data-part="ahead" className="pancake-landscape-ahead" {...sent('ahead')} />
        <path data-part="past" className="pancake-landscape-past" {...sent('past')} />
        <path data-part="steps" className="pancake-landscape-steps" {...sent('steps')} />
        <g
          data-part="start"
          className="pancake-landscape-start"
          visibility="hidden"
          {...sent('start')}
        >
          <circle r={4} />
          <text
            data-part="startLabel"
            className="pancake-landscape-label"
            textAnchor="middle"
            {...sent('startLabel')}
          >
            {words.start(startEpoch)}
          </text>
        </g>
      </g>
      <g
        data-part="arrow"
        className="pancake-landscape-arrow"
        visibility="hidden"
        {...sent('arrow')}
      >
        <path d="M9 0H38M30 -5L39 0L30 5" />
      </g>
      <text
        data-part="arrowLabel"
        className="pancake-landscape-label pancake-landscape-arrow-label"
        visibility="hidden"
        {...sent('arrowLabel')}
      >
        {words.arrow}
      </text>
    </g>
  );
});

const lossOf = (run: Snapshot) => run.loss;

/** The weights' own place, with the loss there. */
export function Here({ trainer, parts }: { trainer: Trainer; parts: LiveAttributes }) {
  const { formatNumber } = useNumbers();
  const loss = useTrainerValue(lossOf, trainer);
  return (
    <g
      data-part="here"
      className="pancake-landscape-here"
      aria-hidden="true"
      {...sentAs(parts.here)}
    >
      <circle className="pancake-landscape-point" r={6} />
      <text
        data-part="hereLabel"
        className="pancake-landscape-label pancake-landscape-value"
        {...sentAs(parts.hereLabel)}
      >
        {formatNumber(loss)}
      </text>
    </g>
  );
}

// As React spells them.
function sentAs(attributes: Record<string, string> = {}): Record<string, string> {
  const { 'text-anchor': textAnchor, ...others } = attributes;
  return textAnchor ? { ...others, textAnchor } : others;
}
