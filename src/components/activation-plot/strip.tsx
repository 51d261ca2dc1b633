// The strip below the plot: where the layer's inputs fall now, frame by frame.
import { useMemo, useRef, useState } from 'react';
import { useBeforePaint, useTrainerFrame, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { usePoster } from '../poster';
import { barPaths, InputCounter, type InputQuestion } from './inputs';
import type { ActivationPlotLabels } from './labels';
import { stripHeight, type View } from './layout';

interface StripProps {
  counter: InputCounter;
  trainer: Trainer;
  view: View;
  words: ActivationPlotLabels;
}

/** The bars; to be drawn within the plot's picture. */
export function Strip({ counter, trainer, view, words }: StripProps) {
  const passing = useRef<SVGPathElement>(null);
  const flat = useRef<SVGPathElement>(null);
  const group = useRef<SVGGElement>(null);
  const { plotWidth } = view;

  const poster = usePoster();
  // What the bars are in the HTML; from then on they are the frames'.
  const [sent] = useState(() => {
    if (!poster) return null;
    counter.update();
    return { ...barPaths(counter, plotWidth, stripHeight - 8), counts: countsOf(counter) };
  });
  const drawn = useRef<unknown[]>([]);
  const draw = () => {
    counter.update();
    const now = [counter, counter.version, plotWidth];
    if (now.every((entry, i) => entry === drawn.current[i])) return;
    drawn.current = now;
    const paths = barPaths(counter, plotWidth, stripHeight - 8);
    passing.current?.setAttribute('d', paths.passing);
    flat.current?.setAttribute('d', paths.flat);
    for (const [name, count] of Object.entries(countsOf(counter))) {
      group.current?.setAttribute(name, String(count));
    }
  };
  useTrainerFrame(draw, trainer);
  useBeforePaint(draw);

  return (
    <g
      ref={group}
      className="pancake-activation-strip"
      transform={`translate(0 ${view.plotHeight + 26})`}
      data-part="strip"
      {...sent?.counts}
    >
      <line className="pancake-rule" x2={plotWidth} y1={stripHeight - 8} y2={stripHeight - 8} />
      <path ref={passing} data-part="passing" d={sent?.passing} />
      <path ref={flat} data-part="flat" d={sent?.flat} />
      <text className="pancake-activation-strip-name" x={2} y={8}>
        {words.strip}
      </text>
    </g>
  );
}

function countsOf({ spread: { inputs, flat, outside, dead } }: InputCounter) {
  return { 'data-inputs': inputs, 'data-flat': flat, 'data-outside': outside, 'data-dead': dead };
}

/** How the inputs lie, in words; at a reader's pace. */
export function SpreadSentence({
  counter,
  trainer,
  words,
  unit,
}: Omit<StripProps, 'view'> & { unit: number | null }) {
  const sentence = useTrainerValue(
    useMemo(() => {
      return (_: Snapshot, __: Trainer) => {
        counter.update();
        return words.spread(counter.spread, unit);
      };
    }, [counter, words, unit]),
    trainer,
  );
  return <p className="pancake-activation-spread">{sentence}</p>;
}

/** The counter for this question; the same one while the question is. */
export function useInputCounter(question: InputQuestion | null): InputCounter | null {
  const { trainer, place, unit, layer, from, to } = question ?? {};
  return useMemo(
    () =>
      trainer && layer
        ? new InputCounter({ trainer, place: place!, unit: unit!, layer, from: from!, to: to! })
        : null,
    [trainer, place, unit, layer, from, to],
  );
}
