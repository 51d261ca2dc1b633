// The button that shows the neurons of a finding in the other figures of the run, one after the other.
import { useEffect, useRef, type PointerEvent } from 'react';
import { selectionOf, useSelection } from '../../hooks';
import type { Finding, Trainer } from '../../trainer';
import type { FailureLabLabels } from './labels';
import { shownPlace } from './places';

interface ShowMeProps {
  trainer: Trainer;
  finding: Finding;
  words: FailureLabLabels;
}

export function ShowMe({ trainer, finding, words }: ShowMeProps) {
  const { units } = finding;
  const [{ neuron }, select] = useSelection(trainer);
  const layer = shownPlace(trainer, finding.layer!);
  const at = neuron?.layer === layer ? units.indexOf(neuron.unit) : -1;
  // Shown only for as long as the pointer is over the button.
  const glance = useRef<number | null>(null);

  const showUnit = (place: number) => {
    const unit = units[place];
    select({ neuron: unit === undefined ? null : { layer, unit } });
  };
  const endGlance = () => {
    const { current } = glance;
    glance.current = null;
    const shown = selectionOf(trainer).get().neuron;
    if (current !== null && shown?.layer === layer && shown.unit === current)
      select({ neuron: null });
  };
  const latestEnd = useRef(endGlance);
  useEffect(() => {
    latestEnd.current = endGlance;
  });
  useEffect(() => () => latestEnd.current(), []);

  const onPointerEnter = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || at >= 0) return;
    glance.current = units[0]!;
    showUnit(0);
  };
  const onClick = () => {
    // What was shown under the pointer stays; another press goes on to the next.
    if (glance.current !== null && at === 0) glance.current = null;
    else showUnit(at + 1);
  };
  return (
    <button
      type="button"
      className="pancake-failure-quiet pancake-failure-show"
      aria-pressed={at >= 0}
      onPointerEnter={onPointerEnter}
      onPointerLeave={endGlance}
      onClick={onClick}
    >
      {at < 0 ? words.show : words.shown(units[at]!, at, units.length)}
    </button>
  );
}
