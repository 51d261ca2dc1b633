// Pictures as attributes of named parts, and the writing of those that changed.
import { placeLoss, type View } from './layout';
import { round } from './line';

type Attributes = Readonly<Record<string, string | number>>;

/** The attributes of each part, by the name in its `data-part`. */
export type Picture = Readonly<Record<string, Attributes>>;

// Room for half a line's width where the plot ends.
export const edge = 2;
export const labelHeight = 13;
// The mean width of a character of a bold label.
export const boldCharacter = 7.4;

/** Writes a picture into the parts found under an element; what is the same as before is left. */
export function write(root: Element, picture: Picture, before?: Picture): void {
  for (const [part, attributes] of Object.entries(picture)) {
    const old = before?.[part];
    let element: Element | null | undefined;
    for (const [name, value] of Object.entries(attributes)) {
      if (old?.[name] === value) continue;
      element ??= root.querySelector(`[data-part="${part}"]`);
      element?.setAttribute(name, String(value));
    }
  }
}

/** Where a value stands in the plot. */
export interface Place {
  x: number;
  y: number;
  /** Whether there is anything at this place, inside the plot. */
  shown: boolean;
}

/** The place of an epoch's value; of one that was not measured, nowhere. */
export function placeOf(view: View, epoch: number, value: number): Place {
  const x = round(view.x(epoch));
  const measured = Number.isFinite(value);
  const y = measured ? round(placeLoss(view, value)) : 0;
  const inside = x <= view.plotWidth + edge && y >= -edge && y <= view.plotHeight + edge;
  return { x, y, shown: measured && inside };
}

/** The value of `visibility`. */
export function shown(visible: boolean): string {
  return visible ? 'visible' : 'hidden';
}

/** The clips that part a line at the present epoch: what has been, and what lies ahead. */
export function clipsAt(view: View, epoch: number, travelled: boolean) {
  const here = round(view.x(epoch));
  const { plotWidth } = view;
  return {
    past: {
      width: travelled ? Math.max(0, Math.min(here, plotWidth) + edge) : plotWidth + 2 * edge,
    },
    later: { x: here, width: Math.max(0, round(plotWidth + edge - here)) },
  };
}
