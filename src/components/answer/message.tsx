// What is said of an answer: in the row that was set aside, or over what is below.
import { useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useBeforePaint } from '../../hooks';
import { Announcement } from '../figure';
import { useHintRow } from './answer-hints';

interface MessageProps {
  id: string;
  text: string | null;
  /** How often something was said; the same words again are something new. */
  count: number;
  isWrong: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}

// How close to the edge of the page it may come.
const margin = 8;

/** A sentence that is announced, and what can be done about it. */
export function Message({ id, text, count, isWrong, children }: MessageProps) {
  const row = useHintRow();
  const box = useRef<HTMLSpanElement>(null);
  const isOver = row === null;
  useBeforePaint(() => {
    if (!isOver || text === null || !box.current) return;
    const { style } = box.current;
    style.translate = '';
    const { left, right } = box.current.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const shift = Math.max(Math.min(0, room - margin - right), margin - left);
    if (right - left > 0 && shift !== 0) style.translate = `${shift}px`;
  }, [isOver, text]);

  const message = (
    <span
      ref={box}
      className="pancake-answer-message"
      data-over={isOver || undefined}
      data-wrong={isWrong || undefined}
      data-empty={text === null || undefined}
    >
      <span id={id} role="status">
        {text !== null && <Announcement key={count} text={text} />}
      </span>
      {text !== null && children}
    </span>
  );
  if (isOver) return message;
  return row.place && createPortal(message, row.place);
}
