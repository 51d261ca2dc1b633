// A number in a sentence that can be dragged, stepped with the keys, or typed.
import {
  forwardRef,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type KeyboardEvent,
} from 'react';
import { flushSync } from 'react-dom';
import { isBegunNumber, parseNumber, useNumbers } from '../../a11y';
import { moved, pixelsPerStep, type Edit } from './edits';
import type { ValueLabels } from './labels';
import { NumberInput } from './number-input';
import { coarseness, useSidewaysDrag } from './use-sideways-drag';

interface EditableNumberProps extends Omit<
  ComponentPropsWithoutRef<'data'>,
  'value' | 'onChange' | 'children'
> {
  name: string;
  value: number;
  write: (value: number) => string;
  edit: Edit;
  /** Sets the number; gives back in words why it could not be set, or null. */
  onChange: (value: number) => string | null;
  /** Called before the first of several changes; what it returns puts back what was there. */
  remember: () => () => void;
  words: ValueLabels;
}

export const EditableNumber = forwardRef<HTMLDataElement, EditableNumberProps>(
  function EditableNumber(
    { name, value, write, edit, onChange, remember, words, className = '', style, ...rest },
    ref,
  ) {
    const id = useId();
    const element = useRef<HTMLDataElement>(null);
    useImperativeHandle(ref, () => element.current!);
    const [held, setHeld] = useState<number | null>(null);
    // While it is dragged it only grows, so that the sentence stays still.
    const [room, setRoom] = useState(0);
    const { formatDraft } = useNumbers();
    const [draft, setDraft] = useState<string | null>(null);
    const [complaint, setComplaint] = useState<{ about: number; text: string } | null>(null);
    const shown = held ?? value;
    // A complaint is about what was to take this value's place; another value ends it.
    const wrong = complaint?.about === value ? complaint.text : null;

    const set = (next: number) => {
      if (next === value) return;
      const refusal = onChange(next);
      setComplaint(refusal === null ? null : { about: value, text: refusal });
    };

    const started = useRef({ from: value, putBack: () => {} });
    const { giveUp, handlers } = useSidewaysDrag({
      onStart: () => {
        started.current = { from: value, putBack: remember() };
        setRoom(write(value).length);
      },
      onDrag: (pixels, isFine) => {
        const next = moved(
          edit,
          started.current.from,
          wholeSteps(pixels / pixelsPerStep(edit), isFine),
        );
        setRoom(Math.max(room, write(next).length));
        if (edit.whenReleased) setHeld(next);
        else set(next);
      },
      onEnd: (isCancelled) => {
        setHeld(null);
        setRoom(0);
        if (edit.whenReleased && !isCancelled && held !== null) set(held);
        if (!edit.whenReleased && isCancelled) started.current.putBack();
      },
    });

    // The focus moves at once, so that the next key already goes where it should.
    const input = useRef<HTMLInputElement>(null);
    const isTyping = useRef(false);
    const beginTyping = (text: string) => {
      isTyping.current = true;
      flushSync(() => setDraft(text));
      input.current!.focus();
      if (text === formatDraft(value)) input.current!.select();
    };
    const endTyping = (byKey: boolean) => {
      isTyping.current = false;
      flushSync(() => setDraft(null));
      if (byKey) element.current!.focus();
    };
    const judge = (text: string): string | null => {
      const typed = parseNumber(text);
      if (!Number.isFinite(typed)) return words.notANumber(text);
      if (edit.isWhole && !Number.isInteger(typed)) return words.notWhole(typed);
      return typed < edit.min || typed > edit.max ? words.beyond(edit.min, edit.max) : null;
    };
    const finish = (byKey: boolean) => {
      // A field that goes away is left once more.
      if (draft === null || !isTyping.current) return;
      const problem = isBegunNumber(draft) ? null : judge(draft);
      endTyping(byKey);
      setComplaint(problem === null ? null : { about: value, text: problem });
      if (problem === null && !isBegunNumber(draft)) set(parseNumber(draft));
    };

    const onKeyDown = (event: KeyboardEvent) => {
      const { key } = event;
      if (key === 'Escape') {
        if (giveUp()) event.preventDefault();
        return setComplaint(null);
      }
      const steps = stepsOf(event);
      const isDigit = /^[\d.,−-]$/.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (steps !== null) set(moved(edit, value, steps));
      else if (key === 'Home' && Number.isFinite(edit.min)) set(edit.min);
      else if (key === 'End' && Number.isFinite(edit.max)) set(edit.max);
      else if (key === 'Enter' || key === 'F2') beginTyping(formatDraft(value));
      else if (isDigit) beginTyping(key);
      else return;
      event.preventDefault();
    };

    const message = draft === null ? wrong : isBegunNumber(draft) ? null : judge(draft);
    return (
      <span className="pancake-inline pancake-edit">
        {draft === null ? (
          <data
            ref={element}
            {...rest}
            className={`pancake-value pancake-edit-number ${className}`.trim()}
            style={{ minWidth: room ? `${room}ch` : undefined, ...style }}
            value={shown}
            role="spinbutton"
            tabIndex={0}
            aria-label={name}
            aria-valuenow={Number.isFinite(shown) ? shown : undefined}
            aria-valuemin={Number.isFinite(edit.min) ? edit.min : undefined}
            aria-valuemax={Number.isFinite(edit.max) ? edit.max : undefined}
            aria-valuetext={write(shown)}
            aria-invalid={wrong !== null || undefined}
            aria-describedby={wrong === null ? undefined : `${id}-problem`}
            title={words.hint}
            onKeyDown={onKeyDown}
            onDoubleClick={() => beginTyping(formatDraft(value))}
            {...handlers}
          >
            {write(shown)}
          </data>
        ) : (
          <NumberInput
            ref={input}
            name={name}
            draft={draft}
            isWrong={message !== null}
            problemId={`${id}-problem`}
            characters={edit.characters}
            onType={setDraft}
            onFinish={finish}
            onCancel={() => endTyping(true)}
          />
        )}
        {message !== null && (
          <span id={`${id}-problem`} className="pancake-edit-problem" role="alert">
            {' '}
            {words.stays(message, write(value))}
          </span>
        )}
      </span>
    );
  },
);

// A drag stops where the keys would: at whole steps, or at tenths of one.
function wholeSteps(steps: number, isFine: boolean): number {
  return isFine ? Math.round(10 * steps) / 10 : Math.round(steps);
}

function stepsOf(event: KeyboardEvent): number | null {
  const size = coarseness(event);
  if (event.key === 'ArrowUp' || event.key === 'ArrowRight') return size;
  if (event.key === 'ArrowDown' || event.key === 'ArrowLeft') return -size;
  if (event.key === 'PageUp') return 10;
  if (event.key === 'PageDown') return -10;
  return null;
}
