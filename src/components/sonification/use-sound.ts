// The sound of one figure: nothing plays by itself, one thing at a time, and everything stops with the page.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCaught } from '../../hooks';
import { Sound, type Glide, type SoundProblem } from './sound';

/** What plays: the loss of the run as it goes on, the loss so far, or a line through the plane. */
export type Playing = 'follow' | 'sweep' | 'scan';

/** What a figure does with its sound. */
export interface FigureSound {
  playing: Playing | null;
  problem: SoundProblem | null;
  /** Begins to follow what `pitch` is given, or plays a glide to its end. */
  start: (what: Playing, glide?: Glide) => void;
  stop: () => void;
  /** The pitch to follow now; does nothing unless it follows. */
  pitch: (hertz: number) => void;
}

export function useSound(volume: number): FigureSound {
  const [playing, setPlaying] = useState<Playing | null>(null);
  const [problem, setProblem] = useState<SoundProblem | null>(null);
  const sound = useRef<Sound | null>(null);
  const opening = useRef<Promise<Sound | SoundProblem> | null>(null);
  // What the reader asked for last; a sound that opens too late must not play.
  const wanted = useRef<object | null>(null);
  const following = useRef(false);
  const caught = useCaught();
  const loud = useRef(volume);

  useEffect(() => {
    loud.current = volume;
    sound.current?.setVolume(volume);
  }, [volume]);

  const stop = useCallback(() => {
    wanted.current = null;
    following.current = false;
    sound.current?.stop();
    setPlaying(null);
  }, []);

  const start = useCallback(
    (what: Playing, glide?: Glide) => {
      const wish = {};
      wanted.current = wish;
      following.current = false;
      sound.current?.stop();
      setPlaying(what);
      caught(async () => {
        const opened = await (opening.current ??= Sound.open());
        if (typeof opened === 'string') opening.current = null;
        else sound.current = opened;
        if (wanted.current !== wish) return;
        if (typeof opened === 'string') {
          setProblem(opened);
          setPlaying(null);
          return;
        }
        setProblem(null);
        opened.setVolume(loud.current);
        if (glide) opened.glide(glide, () => setPlaying(null));
        else following.current = true;
      })();
    },
    [caught],
  );

  const pitch = useCallback((hertz: number) => {
    if (following.current) sound.current?.follow(hertz);
  }, []);

  useEffect(() => {
    if (playing === null) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && stop();
    const onHide = () => document.hidden && stop();
    document.addEventListener('keydown', onKey);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [playing, stop]);

  useEffect(
    () => () => {
      wanted.current = null;
      following.current = false;
      const pending = opening.current;
      opening.current = null;
      sound.current = null;
      void pending?.then((opened) => typeof opened !== 'string' && opened.close());
    },
    [],
  );
  return { playing, problem, start, stop, pitch };
}
