// The voice of what is made of several runs, a comparison or a race: a live region that tells how they go, at a
// readable pace while they play, and at once when they rest elsewhere than before.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useBeforePaint } from '../../hooks';
import { Announcement } from './announcement';
import { useSpoken } from './run-voice';

interface NowAndThenProps {
  /** Where they rest, or null while they play. */
  rest: string | null;
  /** Calls back in the frames of the page while they play, with its time in milliseconds. */
  onFrame: (listener: (time: number) => void) => () => void;
  /** What is to be said of them as they are now. */
  describe: () => string;
  /** The region, for who asks where on the page it is. */
  region?: RefObject<HTMLParagraphElement | null>;
}

/** Sentences as often as the page around says. */
export function NowAndThen({ rest, onFrame, describe, region }: NowAndThenProps) {
  const every = useSpoken();
  const [said, setSaid] = useState({ count: 0, text: '' });
  const latest = useRef(describe);
  useBeforePaint(() => {
    latest.current = describe;
  });
  const tell = (text: string) => setSaid(({ count }) => ({ count: count + 1, text }));

  // What was so before somebody could hear of it is not told.
  const isSpoken = every !== false;
  const heard = useRef(rest);
  useEffect(() => {
    if (heard.current === rest) return;
    heard.current = rest;
    if (isSpoken) tell(rest === null ? '' : latest.current());
  }, [rest, isSpoken]);

  const isPlaying = rest === null;
  useEffect(() => {
    if (!isSpoken || !isPlaying) return;
    // Since when nothing was said.
    let since: number | null = null;
    return onFrame((time) => {
      since = since === null || time < since ? time : since;
      if (time - since < 1000 * every) return;
      since = time;
      tell(latest.current());
    });
  }, [onFrame, every, isSpoken, isPlaying]);
  return (
    <p ref={region} className="pancake-hidden" role="status" aria-live="polite">
      <Announcement key={said.count} text={said.text} />
    </p>
  );
}
