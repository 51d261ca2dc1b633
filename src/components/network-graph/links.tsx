// The lines as one drawing, and the one under the pointer.
import { useRef, useState, type MouseEvent, type PointerEvent } from 'react';
import type { Column } from './columns';
import type { GraphLayout, Link, Neuron } from './layout';
import { nearestLink } from './nearest';
import type { SentLooks } from './paint';

interface LinksProps {
  columns: readonly Column[];
  layout: GraphLayout;
  /** Those that are there by now. */
  links: readonly Link[];
  /** What the lines are in the HTML. */
  sent: SentLooks | null;
  /** The neuron whose lines stand out. */
  emphasis: Neuron | null;
  onOpen: (link: Link) => void;
}

export function Links({ columns, layout, links, sent, emphasis, onOpen }: LinksProps) {
  const { width, height } = layout;
  return (
    <svg className="pancake-network-links" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {links.map((link) => (
        <path
          key={`${link.column}.${link.place}`}
          className="pancake-network-link"
          d={link.path}
          {...sent?.link(columns[link.column]!.linear, link.place)}
          data-parameter={`${columns[link.column]!.linear}.weight`}
          data-place={link.place}
          data-strong={isAt(emphasis, link.to) || undefined}
        />
      ))}
      <Ground {...{ layout, links, onOpen }} />
    </svg>
  );
}

// Where lines are pressed: one element for all of them, since as many again would take as long to lay out. Its
// stroke, which is not drawn, says how wide a line is for a finger: wider than it looks.
function Ground({ layout, links, onOpen }: Pick<LinksProps, 'layout' | 'links' | 'onOpen'>) {
  const ground = useRef<SVGRectElement>(null);
  const [under, setUnder] = useState<Link | null>(null);
  const linkAt = ({ clientX, clientY }: MouseEvent) => {
    const box = ground.current!.getBoundingClientRect();
    const scale = layout.width / box.width;
    const [x, y] = [(clientX - box.left) * scale, (clientY - box.top) * scale];
    const { strokeWidth } = getComputedStyle(ground.current!);
    return nearestLink(links, layout.size, x, y, parseFloat(strokeWidth) / 2);
  };
  const follow = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') setUnder(linkAt(event));
  };
  // The layout may have changed since.
  const shown = under && links.includes(under) ? under : null;
  return (
    <>
      {shown && <path className="pancake-network-under" d={shown.path} />}
      {/* The keyboard reaches each weight through its neuron. */}
      <rect
        ref={ground}
        className="pancake-network-ground"
        width={layout.width}
        height={layout.height}
        data-under={shown ? '' : undefined}
        onPointerMove={follow}
        onPointerLeave={() => setUnder(null)}
        onClick={(event) => {
          const link = linkAt(event);
          if (link) onOpen(link);
        }}
      />
    </>
  );
}

function isAt(neuron: Neuron | null, other: Neuron): boolean {
  return neuron?.column === other.column && neuron.unit === other.unit;
}
