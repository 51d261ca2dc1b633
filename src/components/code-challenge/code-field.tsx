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
import { hole } from './challenges';
import type { Editor } from './editor';

interface CodeFieldProps {
  code: string;
  /** The height that is kept free, in lines. */
  lines: number;
  name: string;
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

// So far off the screen that the editor is there when the reader is.
const near = '300px';

export const CodeField = forwardRef<CodeFieldHandle, CodeFieldProps>(
  function CodeField(props, ref) {
    const { code, lines, name, describedBy, nonce, wrongLine, onChange, onCheck } = props;
    const place = useRef<HTMLDivElement>(null);
    const field = useRef<HTMLTextAreaElement>(null);
    const editor = useRef<Editor | null>(null);
    const [isLoaded, setIsLoaded] = useState(false);
    const now = useRef(props);
    useEffect(() => {
      now.current = props;
    });

    useEffect(() => {
      let isGone = false;
      const load = async () => {
        // Where the network fails, the plain field stays: it does all but colours.
        const loaded = await import('./editor').catch(() => null);
        if (isGone || !loaded) return;
        const focused = focusBeside(field.current!) === field.current;
        const offset = field.current!.selectionStart;
        editor.current = loaded.createEditor({
          parent: place.current!,
          code: now.current.code,
          hole,
          name: now.current.name,
          describedBy: now.current.describedBy,
          nonce: now.current.nonce,
          onChange: (text) => now.current.onChange(text),
          onCheck: () => now.current.onCheck(),
        });
        setIsLoaded(true);
        editor.current.markLine(now.current.wrongLine);
        if (focused) editor.current.focus(offset);
      };
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          void load();
        },
        { rootMargin: near },
      );
      observer.observe(place.current!);
      return () => {
        isGone = true;
        observer.disconnect();
        editor.current?.destroy();
        editor.current = null;
        setIsLoaded(false);
      };
    }, [name, describedBy, nonce]);

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
            onChange={({ target }) => onChange(target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </div>
    );
  },
);

function selectHole(field: HTMLTextAreaElement): void {
  const after = field.value.indexOf(hole, field.selectionEnd);
  const at = after >= 0 ? after : field.value.indexOf(hole);
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + hole.length);
}
