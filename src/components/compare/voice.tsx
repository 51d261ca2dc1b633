// The voice of a comparison: one sentence about all of its runs, now and then while they play and at their end.
import { useEffect, useRef, useState } from 'react';
import { useBeforePaint } from '../../hooks';
import type { TrainerGroup } from '../../trainer';
import { Announcement, useSpoken } from '../figure';

interface GroupVoiceProps {
  group: TrainerGroup;
  /** What is to be said of the runs as they are now. */
  describe: () => string;
}

/** A live region that tells how the runs go, as often as the page around says. */
export function GroupVoice({ group, describe }: GroupVoiceProps) {
  const every = useSpoken();
  const [said, setSaid] = useState({ count: 0, text: '' });
  const latest = useRef(describe);
  useBeforePaint(() => {
    latest.current = describe;
  });
  useEffect(() => {
    if (every === false) return;
    // Since when nothing was said; null while the runs rest.
    let since: number | null = null;
    const say = () => setSaid(({ count }) => ({ count: count + 1, text: latest.current() }));
    const onFrame = (time: number) => {
      const isRunning = group.getSnapshot().status === 'running';
      if (!isRunning && since !== null) say();
      if (!isRunning) since = null;
      else if (since === null || time < since) since = time;
      else if (time - since >= 1000 * every) {
        since = time;
        say();
      }
    };
    const ends = group.trainers.map((trainer) => trainer.onFrame(onFrame));
    return () => ends.forEach((end) => end());
  }, [group, every]);
  return (
    <p className="pancake-hidden" role="status" aria-live="polite">
      <Announcement key={said.count} text={said.text} />
    </p>
  );
}
