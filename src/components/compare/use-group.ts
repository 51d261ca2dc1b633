// Runs in step that live as long as their component.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { changedOptions, prefersReducedMotion } from '../../hooks';
import {
  createGroup,
  createTrainer,
  type GroupSnapshot,
  type TrainerGroup,
  type TrainerOptions,
} from '../../trainer';
import { optionsOf, type ComparedRun } from './runs';

/**
 * A group with a run for each of these, as long as their component lives. What changes in their
 * options from render to render is set while they go on.
 */
export function useGroup(
  common: TrainerOptions,
  runs: readonly ComparedRun[],
): [TrainerGroup, GroupSnapshot] {
  const [group] = useState(() =>
    createGroup(runs.map((run) => createTrainer(optionsOf(common, run)))),
  );
  const applied = useRef<readonly TrainerOptions[]>([]);
  useEffect(() => {
    const options = runs.map((run) => optionsOf(common, run));
    group.trainers.forEach((trainer, i) => {
      const before = applied.current[i];
      const changes = before && changedOptions(before, options[i]!);
      if (changes) trainer.set(changes);
    });
    applied.current = options;
  });

  const resume = useRef(common.autoplay === true && !prefersReducedMotion());
  useEffect(() => {
    if (resume.current) group.play();
    return () => {
      resume.current = group.getSnapshot().status === 'running';
      group.pause();
    };
  }, [group]);
  return [group, useSyncExternalStore(group.subscribe, group.getSnapshot, group.getSnapshot)];
}
