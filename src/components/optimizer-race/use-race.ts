// A race that lives as long as its component, with the options of the latest render.
import { useEffect, useRef, useState } from 'react';
import { useBeforePaint } from '../../hooks';
import { createRace, type Race, type RaceOptions } from '../../trainer';

/** @throws PancakeError if an option makes no sense */
export function useRace(
  options: RaceOptions,
  autoplay: boolean,
  posterStep: number | undefined,
): Race {
  const [race] = useState(() => createRace({ ...options, ...strideFor(options), posterStep }));

  // Compared by what they say: an author writes lists in place.
  const applied = useRef(options);
  useBeforePaint(() => {
    const before = applied.current;
    applied.current = options;
    const names = Object.keys(options) as (keyof RaceOptions)[];
    const changed = names.filter((name) => !sameText(before[name], options[name]));
    if (changed.length) race.set(Object.fromEntries(changed.map((name) => [name, options[name]])));
  });

  const resume = useRef(autoplay && !prefersReducedMotion());
  useEffect(() => {
    if (resume.current) race.play();
    return () => {
      resume.current = race.now.status === 'running';
      race.pause();
    };
  }, [race]);
  return race;
}

// Who wants little motion sees ten states of the race, one after the other.
function strideFor({ steps = 200 }: RaceOptions): RaceOptions {
  return prefersReducedMotion() ? { stride: Math.max(1, Math.round(steps / 10)) } : {};
}

function sameText(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

function prefersReducedMotion(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
