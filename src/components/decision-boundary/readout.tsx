// The readout: what each layer makes of the point that is probed, a row of cells a layer.
import { memo, useEffect, useRef, useState } from 'react';
import { useNumbers } from '../../a11y';
import { useBeforePaint, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { activationsAt, mostCells, paintRow, withNumbers } from './activation-rows';
import type { DecisionBoundaryLabels } from './labels';
import { layerName, unitCounts } from './places';
import type { Place } from './probe';

interface ReadoutProps {
  trainer: Trainer;
  /** The point, or null. */
  place: Place | null;
  words: DecisionBoundaryLabels;
}

/** The activations at a point. As high without a point as with one, so that nothing jumps. */
export const Readout = memo(function Readout({ trainer, place, words }: ReadoutProps) {
  const numbers = useNumbers();
  const rows = useRef<HTMLDivElement>(null);
  const [allNumbers, setAllNumbers] = useState(false);
  const model = useTrainerValue(modelOf, trainer);
  const counts = unitCounts(trainer);
  const x = place?.x ?? null;
  const y = place?.y ?? null;

  const paint = () => {
    const all = x === null || y === null ? null : activationsAt(trainer, x, y);
    rows.current?.querySelectorAll<HTMLElement>('[data-row-place]').forEach((row) => {
      const facts = all?.[Number(row.dataset['rowPlace']) + 1] ?? null;
      paintRow(row, facts, allNumbers, words, numbers);
    });
  };
  const latest = useRef(paint);
  useBeforePaint(() => {
    latest.current = paint;
    paint();
  });
  // At a reader's pace: numbers that change with every frame cannot be read.
  useEffect(() => trainer.subscribe(() => latest.current()), [trainer, model]);

  const isWide = counts.some((count) => count > withNumbers);
  return (
    <div
      className="pancake-readout"
      role="group"
      aria-label={words.activations}
      data-x={x ?? undefined}
      data-y={y ?? undefined}
      data-numbers={allNumbers || undefined}
    >
      <div className="pancake-readout-head">
        <span>{place ? words.activations : words.noPoint}</span>
        {isWide && (
          <button
            type="button"
            className="pancake-boundary-toggle"
            aria-pressed={allNumbers}
            onClick={() => setAllNumbers(!allNumbers)}
          >
            <span>{words.numbers}</span>
          </button>
        )}
      </div>
      {/* The last layer on top, as in a stack. */}
      <div ref={rows} className="pancake-readout-rows">
        {counts
          .map((count, at) => (
            <Row key={at} place={at} count={count} name={words.layer(layerName(trainer, at))} />
          ))
          .reverse()}
        <Row place={-1} count={2} name={words.input} />
      </div>
    </div>
  );
});

function Row({ place, count, name }: { place: number; count: number; name: string }) {
  const shown = Math.min(count, mostCells);
  return (
    <>
      <span className="pancake-readout-name" aria-hidden="true">
        {name}
      </span>
      <div
        role="img"
        className="pancake-readout-cells"
        aria-label={name}
        data-name={name}
        data-row-place={place}
        data-wide={count > withNumbers || undefined}
      >
        {Array.from({ length: shown }, (_, unit) => (
          <span key={unit} data-unit={unit} />
        ))}
        {count > shown && <small>+{count - shown}</small>}
      </div>
    </>
  );
}

const modelOf = (_: Snapshot, { model }: Trainer) => model;
