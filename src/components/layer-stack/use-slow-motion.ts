// The slow-motion training step: which stage it is at, playing, and taking the step in the end.
import { useCallback, useEffect, useRef, useState } from 'react';
import { prefersReducedMotion, useTrainerValue, useCaught } from '../../hooks';
import type { Rehearsal, Snapshot, Trainer } from '../../trainer';
import { useControllable } from '../figure';
import { rehearsalOf, type Moment } from './stages';

/** How long a replay at full speed takes, in milliseconds. */
export const replayTime = 1000;

/** Who owns the stage and the pace. */
export interface SlowMotionProps {
  /** The stage of the next training step, from 0; null for the run as it is. Makes it the page's to change. */
  stage?: number | null;
  /** The stage to begin with, from 0; null for none. @default null */
  defaultStage?: number | null;
  /** Called when the stage changes, by the reader or by playing; with null when the step is over. */
  onStageChange?: (stage: number | null) => void;
  /** Stages a second while it plays; makes it the page's to change. */
  pace?: number;
  /** Stages a second to begin with. @default 1 */
  defaultPace?: number;
  /** Called when the reader chooses another pace. */
  onPaceChange?: (pace: number) => void;
}

/** The slow-motion step as the figure shows it and the reader works it. */
export interface SlowMotion {
  /** What is shown now; null for the run as it is. */
  moment: Moment | null;
  /** The last step that was taken in slow motion, while the run is still there. */
  taken: Rehearsal | null;
  isReplaying: boolean;
  isPlaying: boolean;
  pace: number;
  setPace: (pace: number) => void;
  setPlaying: (playing: boolean) => void;
  /** Goes to a stage, or with null back to the run as it is. */
  goTo: (stage: number | null) => void;
  /** The next stage; after the last, the trainer takes the step. */
  next: () => void;
  replay: () => void;
}

/** Works the slow motion; without `offered` it stays at rest. */
export function useSlowMotion(
  trainer: Trainer,
  offered: boolean,
  props: SlowMotionProps,
): SlowMotion {
  const { stage: given, defaultStage = null, onStageChange } = props;
  const [own, setOwn] = useState(defaultStage);
  const [pace, setPace] = useControllable(props.pace, props.defaultPace ?? 1, props.onPaceChange);
  const wanted = offered ? (given === undefined ? own : given) : null;
  const setStage = (to: number | null) => {
    if (given === undefined) setOwn(to);
    onStageChange?.(to);
  };

  const isBegun = wanted !== null;
  const { status, step, rehearsal } = useTrainerValue(
    useCallback(
      (now: Snapshot, run: Trainer) => ({
        status: now.status,
        step: now.step,
        rehearsal: isBegun && now.status !== 'running' ? rehearsalOf(run) : null,
      }),
      [isBegun],
    ),
    trainer,
  );
  const [playing, setPlaying] = useState(false);
  const [held, setHeld] = useState<Rehearsal | null>(null);
  const [replayed, setReplayed] = useState<number | null>(null);
  const taken = held && step === held.step + 1 && status !== 'running' ? held : null;
  const replayAt = taken ? replayed : null;

  const last = (rehearsal?.stages.length ?? 1) - 1;
  const at = wanted === null ? null : Math.min(last, Math.max(0, Math.round(wanted)));
  let moment: Moment | null = null;
  if (replayAt !== null) moment = { rehearsal: taken!, stage: replayAt };
  else if (rehearsal && at !== null) moment = { rehearsal, stage: at };

  const goTo = (to: number | null) => {
    setReplayed(null);
    // Slow motion is of a run that rests.
    if (to !== null) trainer.pause();
    setStage(to);
  };
  const replay = () => {
    if (!prefersReducedMotion()) setReplayed(0);
  };
  const next = () => {
    if (at === null) return goTo(0);
    if (at < last) return goTo(at + 1);
    setHeld(rehearsal);
    setPlaying(false);
    setStage(null);
    trainer.step('batch');
    replay();
  };
  const play = (wish: boolean) => {
    setPlaying(wish);
    if (wish && at === null) goTo(0);
  };

  // A run that goes on by itself leaves slow motion behind.
  const latest = useRef({ next, goTo });
  useEffect(() => {
    latest.current = { next, goTo };
  });
  useEffect(() => {
    if (!isBegun) return;
    return trainer.subscribe(() => {
      if (trainer.getSnapshot().status !== 'running') return;
      setPlaying(false);
      latest.current.goTo(null);
    });
  }, [trainer, isBegun]);

  const caught = useCaught();
  const mayPlay = playing && status !== 'diverged';
  useEffect(() => {
    if (!mayPlay) return;
    const timer = setTimeout(
      caught(() => latest.current.next()),
      1000 / pace,
    );
    return () => clearTimeout(timer);
  }, [mayPlay, at, pace, caught]);

  const stages = taken?.stages.length ?? 1;
  useEffect(() => {
    if (replayAt === null) return;
    const isOver = replayAt >= stages - 1;
    const timer = setTimeout(
      caught(() => setReplayed(isOver ? null : replayAt + 1)),
      replayTime / stages,
    );
    return () => clearTimeout(timer);
  }, [replayAt, stages, caught]);

  return {
    moment,
    taken,
    isReplaying: replayAt !== null,
    isPlaying: mayPlay,
    pace,
    setPace,
    setPlaying: play,
    goTo: (to) => {
      setPlaying(false);
      goTo(to);
    },
    next: () => {
      setPlaying(false);
      next();
    },
    replay,
  };
}
