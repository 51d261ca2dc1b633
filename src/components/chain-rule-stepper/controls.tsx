// Moving through the steps: buttons, a bar to scrub, and playing at a chosen pace.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { focusBeside } from '../../a11y';
import { prefersReducedMotion, useCaught } from '../../hooks';
import type { ChainRuleStepperLabels } from './labels';

/** Steps a second, as a reader may choose them. */
export const paces = [0.25, 0.5, 1, 2] as const;

interface ControlsProps {
  step: number;
  count: number;
  /** The name of the step, for the bar. */
  title: string;
  /** Steps a second while it plays, at first. */
  pace: number;
  /** Whether it plays from the start. */
  autoplay: boolean;
  goTo: (step: number) => void;
  words: ChainRuleStepperLabels;
}

/** Back, Next, Play, and the bar. */
export function Controls(props: ControlsProps) {
  const { step, count, title, pace: firstPace, autoplay, goTo, words } = props;
  const id = useId();
  const [pace, setPace] = useState(firstPace);
  const last = count - 1;
  const next = useRef<HTMLButtonElement>(null);
  const [playing, setPlaying] = usePlaying(step, last, pace, autoplay, goTo);

  const move = (to: number) => {
    setPlaying(false);
    // At the first step "Back" can hold the focus no longer.
    const focused = next.current && focusBeside(next.current);
    if (to === 0 && focused?.matches('[data-back]')) next.current?.focus();
    goTo(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = { ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to <= last && to !== step) move(to);
  };
  return (
    <div className="pancake-steps-buttons">
      <button
        type="button"
        className="pancake-button"
        data-back
        disabled={step === 0}
        onClick={() => move(step - 1)}
        onKeyDown={onKeyDown}
      >
        {words.back}
      </button>
      <button
        ref={next}
        type="button"
        className="pancake-button pancake-button-main"
        onClick={() => move(step === last ? 0 : step + 1)}
        onKeyDown={onKeyDown}
      >
        {step === last ? words.restart : words.next}
      </button>
      <button
        type="button"
        className="pancake-button pancake-steps-play"
        aria-pressed={playing}
        onClick={() => {
          if (!playing && step === last) goTo(0);
          setPlaying(!playing);
        }}
        onKeyDown={onKeyDown}
      >
        {playing ? words.pause : words.play}
      </button>
      <label className="pancake-steps-pace" htmlFor={`${id}-pace`}>
        <span className="pancake-hidden">{words.pace}</span>
        <select
          id={`${id}-pace`}
          className="pancake-field"
          value={pace}
          onChange={(event) => setPace(Number(event.target.value))}
        >
          {[...new Set([...paces, pace])]
            .sort((a, b) => a - b)
            .map((one) => (
              <option key={one} value={one}>
                {words.paceOf(one)}
              </option>
            ))}
        </select>
      </label>
      <span className="pancake-steps-progress">
        <input
          className="pancake-range pancake-steps-bar"
          type="range"
          min={0}
          max={last}
          step={1}
          value={step}
          aria-label={words.scrub}
          aria-valuetext={`${words.progress(step + 1, count)}: ${title}`}
          onChange={(event) => move(event.target.valueAsNumber)}
        />
        <span className="pancake-steps-count">{words.progress(step + 1, count)}</span>
      </span>
    </div>
  );
}

// Plays by a timer, and stops at the end. A reader's own step stops it.
function usePlaying(
  step: number,
  last: number,
  pace: number,
  autoplay: boolean,
  goTo: (step: number) => void,
) {
  const [playing, setPlaying] = useState(autoplay);
  // What nobody asked for does not begin where less motion is wanted.
  const unasked = useRef(autoplay);
  const caught = useCaught();
  const advance = useRef(goTo);
  useEffect(() => {
    advance.current = goTo;
  });
  useEffect(() => {
    if (!playing) return;
    const isUnwanted = unasked.current && prefersReducedMotion();
    unasked.current = false;
    const timer = setTimeout(
      caught(() => {
        if (isUnwanted || step >= last) setPlaying(false);
        else advance.current(step + 1);
      }),
      isUnwanted ? 0 : 1000 / pace,
    );
    return () => clearTimeout(timer);
  }, [playing, step, last, pace, caught]);
  return [playing, setPlaying] as const;
}
