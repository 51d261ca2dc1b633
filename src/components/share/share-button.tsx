// The button at the end of a figure's heading, and the menu that it opens.
import {
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type ComponentType,
  type FocusEvent,
} from 'react';
import { useLabels } from '../../a11y';
import { Later, useLaterState } from '../../hooks';
import type { Trainer } from '../../trainer';
import type { EmbedProps } from './embed';
import { defaultLabels } from './labels';
import type { SharePanel } from './share-panel';
import { shareItems, useShareSetting, type ShareSetting } from './sharing';
import type { Table } from './tables';

/** What it takes to draw and to write comes when a reader asks for it. */
export const sharePanel = new Later(() => import('./share-panel'));

interface ShareButtonProps {
  /** Whether there is a menu, or what it offers; as around if not given. */
  share: ShareSetting | undefined;
  /** `LossChart` */
  component: string;
  trainer: Trainer | undefined;
  table: (() => Table) | undefined;
  /** Props of the figure that its code needs; null if code cannot tell what it shows. */
  embed: EmbedProps | null | undefined;
  /** The id of the heading, if there is one; otherwise the figure's name. */
  headingId: string | undefined;
  name: string | undefined;
  /** What stands in the menu's place where its code could not be loaded: why, and a button to load it again. */
  notLoaded: ComponentType<{ later: Later<unknown> }>;
}

/** Nothing unless somebody asked for it. */
export function ShareButton({ share, ...rest }: ShareButtonProps) {
  const setting = useShareSetting(share);
  if (!setting) return null;
  const wanted = setting === true ? shareItems : setting;
  const { trainer, table, embed } = rest;
  const items = shareItems.filter(
    (item) =>
      wanted.includes(item) &&
      (item !== 'link' || trainer) &&
      (item !== 'embed' || (embed !== null && (trainer || embed))) &&
      (item !== 'csv' || table),
  );
  return items.length ? <Menu items={items} {...rest} /> : null;
}

type MenuProps = Omit<ShareButtonProps, 'share'> & { items: typeof shareItems };

function Menu({ items, component, headingId, name = '', notLoaded, ...rest }: MenuProps) {
  const words = useLabels('Share', defaultLabels, undefined);
  const id = useId();
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (!event.composedPath().includes(root.current!)) setOpen(false);
    };
    addEventListener('pointerdown', onPress);
    return () => removeEventListener('pointerdown', onPress);
  }, [open]);

  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !root.current!.contains(relatedTarget)) setOpen(false);
  };
  return (
    <span
      ref={root}
      className="pancake-share"
      // Tab goes through the open menu.
      data-own-tab={open ? '' : undefined}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      role="presentation"
    >
      <button
        ref={button}
        type="button"
        className="pancake-heading-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        id={`${id}-button`}
        aria-label={words.share(name)}
        aria-labelledby={headingId && `${id}-button ${headingId}`}
        title={words.share('')}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M8 10V2.5M5 5l3-3 3 3M3.5 8.5v5h9v-5" />
        </svg>
      </button>
      {open && (
        <LaterPanel
          id={id}
          figure={() => root.current!.closest<HTMLElement>('.pancake')!}
          name={() => nameOf(root.current!) || component}
          labelledBy={`${id}-button`}
          {...{ items, component, words, notLoaded }}
          {...rest}
        />
      )}
    </span>
  );
}

function LaterPanel({
  notLoaded: NotLoaded,
  ...props
}: ComponentProps<typeof SharePanel> & Pick<ShareButtonProps, 'notLoaded'>) {
  const { part, error } = useLaterState(sharePanel);
  useEffect(() => void sharePanel.load().catch(inState), []);
  if (part) return <part.SharePanel {...props} />;
  if (!error) return null;
  return (
    <div id={props.id} className="pancake-share-panel">
      <NotLoaded later={sharePanel} />
    </div>
  );
}

// Why it did not come is in the state, for whoever looks.
const inState = () => {};

// What the figure is called: its heading, or its name for those who cannot see it.
function nameOf(inside: Element): string {
  const figure = inside.closest('.pancake');
  const title = figure?.querySelector(':scope > .pancake-heading > .pancake-title')?.textContent;
  return (title || figure?.getAttribute('aria-label')) ?? '';
}
