// CodeField: a plain text field at first; the editor takes its place when a reader comes near it.
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { focusBeside } from '../../a11y';
import { Later, useBeforePaint, useCaught, useLaterState } from '../../hooks';
import { NotLoaded } from '../figure';
import { hole } from './challenges';
import type { Editor } from './editor';

interface CodeFieldProps {
  code: string;
  /** The height that is kept free, in lines. */
  lines: number;
  name: string;
  /** The ids of what tells how to leave it, and what is known of the code. */
  describedBy: string;
  nonce: string | undefined;
  /** The line to mark, from 1. */
  wrongLine: number | null;
  onChange: (code: string) => void;
  onCheck: () => void;
}

/** What can be asked of the field. */
export interface CodeFieldHandle {
  goToHole: () => void;
}

/** What draws the editor. */
export const editorCode = new Later(() => import('./editor'));

// So far off the screen that the editor is there when the reader is.
const near = '300px';

export const CodeField = forwardRef<CodeFieldHandle, CodeFieldProps>(
  function CodeField(props, ref) {
    const { code, lines, name, describedBy, nonce, wrongLine, onChange, onCheck } = props;
    const place = useRef<HTMLDivElement>(null);
    const field = useRef<HTMLTextAreaElement>(null);
    const editor = useRef<Editor | null>(null);
    const [isNear, setNear] = useState(false);
    const [isLoaded, setIsLoaded] = useState(false);
    const { part } = useLaterState(editorCode);
    const caught = useCaught();
    const now = useRef(props);
    useEffect(() => {
      now.current = props;
    });

    useEffect(() => {
      const come = () => {
        setNear(true);
        editorCode.load().catch(inState);
      };
      if (typeof IntersectionObserver === 'undefined') return come();
      const observer = new IntersectionObserver(
        caught((entries: readonly IntersectionObserverEntry[]) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          come();
        }),
        { rootMargin: near },
      );
      observer.observe(place.current!);
      return () => observer.disconnect();
    }, [caught]);

    // Before the browser paints: there is never a field beside the editor.
    useBeforePaint(() => {
      if (!isNear || !part) return;
      const plain = field.current;
      const focused = plain !== null && focusBeside(plain) === plain;
      const offset = plain?.selectionStart ?? 0;
      const made = part.createEditor({
        parent: place.current!,
        code: now.current.code,
        hole,
        name,
        describedBy,
        nonce,
        onChange: (text) => now.current.onChange(text),
        onCheck: () => now.current.onCheck(),
      });
      editor.current = made;
      setIsLoaded(true);
      made.markLine(now.current.wrongLine);
      if (focused) made.focus(offset);
      return () => {
        made.destroy();
        editor.current = null;
        setIsLoaded(false);
      };
    }, [isNear, part, name, describedBy, nonce]);

    useEffect(() => editor.current?.setCode(code), [code]);
    useEffect(() => editor.current?.markLine(wrongLine), [wrongLine, isLoaded]);

    useImperativeHandle(ref, () => ({
      goToHole: () => (editor.current ? editor.current.goToHole() : selectHole(field.current!)),
    }));
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onCheck();
    };
    return (
      <>
        <div
          ref={place}
          className="pancake-challenge-field"
          style={{ '--pk-lines': lines } as object}
          data-editor={isLoaded || undefined}
          // Code reads from left to right in every language.
          dir="ltr"
        >
          {!isLoaded && (
            <textarea
              ref={field}
              value={code}
              wrap="off"
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              aria-label={name}
              aria-describedby={describedBy}
              aria-invalid={wrongLine !== null || undefined}
              onChange={({ target }) => onChange(target.value)}
              onKeyDown={onKeyDown}
            />
          )}
        </div>
        {/* Until it can be loaded the plain field stays: it does all but colours. */}
        {isNear && <NotLoaded later={editorCode} />}
      </>
    );
  },
);

// Why it did not come is in the state, for whoever looks.
const inState = () => {};

function selectHole(field: HTMLTextAreaElement): void {
  const after = field.value.indexOf(hole, field.selectionEnd);
  const at = after >= 0 ? after : field.value.indexOf(hole);
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + hole.length);
}
