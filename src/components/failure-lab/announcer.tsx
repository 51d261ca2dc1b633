// Announcements that come at a listener's pace: the first change at once, others after a while.
import { useEffect, useRef, useState } from 'react';
import { useCaught } from '../../hooks';
import { Announcement } from '../figure';

/** How long a listener is left in peace, in milliseconds. */
export const pauseBetween = 4000;

/**
 * Says a sentence when it changes, but for the first one. What changes again within the pause is said
 * when it is over, if it is still so.
 */
export function Announcer({ text }: { text: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const latest = useRef(text);
  const last = useRef(text);
  const caught = useCaught();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    latest.current = text;
    const say = () => {
      timer.current = null;
      if (latest.current === last.current) return;
      last.current = latest.current;
      setSaid(latest.current);
      timer.current = setTimeout(caught(say), pauseBetween);
    };
    if (timer.current === null) say();
  }, [text, caught]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return (
    <p className="pancake-hidden" role="status">
      {said !== null && <Announcement key={said} text={said} />}
    </p>
  );
}
