// The keys of a figure and its numbers as a table: two buttons that are seen while the keyboard is in
// the figure, and are always there for a screen reader. `?` and T are the same two, one key away.
import {
  forwardRef,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
} from 'react';
import { useLabels } from '../../a11y';
import { Later, useCaught } from '../../hooks';
import type { Table } from '../share';
import { placeHelp } from './help-place';
import { whenChanged } from './when-changed';
import type { HelpPanel as Panel } from './help-panel';
import { helpButtonLabels } from './labels';
import { useLater } from './later';

/** The lists come when a reader asks for them. */
export const helpPanel = new Later(() => import('./help-panel'));

export type HelpTopic = 'keys' | 'table';

export interface HelpHandle {
  open(topic: HelpTopic): void;
  /** Makes way for what has the focus now. */
  place(focused: Element): void;
}

interface HelpProps {
  table: (() => Table) | undefined;
}

/** The buttons, and what they open. */
export const FigureHelp = forwardRef<HelpHandle, HelpProps>(function FigureHelp({ table }, ref) {
  const words = useLabels('FigureHelp', helpButtonLabels, undefined);
  const [topic, setTopic] = useState<HelpTopic | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const caught = useCaught();
  const focused = useRef<Element | null>(null);
  const [isUsed, setUsed] = useState(false);
  const follow = useCallback(() => {
    if (focused.current?.matches(':focus-visible') && box.current)
      placeHelp(box.current, focused.current);
  }, []);
  useImperativeHandle(
    ref,
    () => ({
      open: setTopic,
      place: (to) => {
        focused.current = to;
        setUsed(true);
        placeHelp(box.current!, to);
        // Some controls say what they do once they have the focus.
        requestAnimationFrame(caught(follow));
      },
    }),
    [caught, follow],
  );
  useEffect(() => {
    if (isUsed) return whenChanged(box.current!.parentElement!, caught, follow);
  }, [isUsed, caught, follow]);
  return (
    <div ref={box} className="pancake-help">
      <span className="pancake-help-hint">{words.hint}</span>
      <HelpButton shortcut="?" onClick={() => setTopic('keys')}>
        {words.keys}
      </HelpButton>
      {table && (
        <HelpButton shortcut="T" onClick={() => setTopic('table')}>
          {words.table}
        </HelpButton>
      )}
      {topic && <HelpPanel topic={topic} table={table} onClose={() => setTopic(null)} />}
    </div>
  );
});

function HelpPanel(props: ComponentProps<typeof Panel>) {
  const { part, failure } = useLater(helpPanel);
  return part ? <part.HelpPanel {...props} /> : failure;
}

interface HelpButtonProps {
  /** The key that does the same. */
  shortcut: string;
  onClick: () => void;
  children: string;
}

function HelpButton({ shortcut, onClick, children }: HelpButtonProps) {
  return (
    <button
      type="button"
      className="pancake-help-button"
      aria-haspopup="dialog"
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      <span className="pancake-help-word">{children} </span>
      <kbd aria-hidden="true">{shortcut}</kbd>
    </button>
  );
}

/** What a key asks for, or null: letters are a reader's own where there is something to write. */
export function topicOf(event: KeyboardEvent<HTMLElement>, hasTable: boolean): HelpTopic | null {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey) return null;
  const target = event.target as HTMLElement;
  if (target.closest('figure.pancake') !== event.currentTarget || target.closest(writable))
    return null;
  if (key === '?') return 'keys';
  return hasTable && (key === 't' || key === 'T') ? 'table' : null;
}

const writable =
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"]), select, textarea, ' +
  '[contenteditable]:not([contenteditable="false"]), dialog';
