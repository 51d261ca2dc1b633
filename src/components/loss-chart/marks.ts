// Marks: what happened along the run, as flags above the plot that never stand on each other.
import type { Mark, MarkKind } from '../../trainer';
import type { View } from './layout';
import type { Plateau } from './plateau';

/** Something that happened at an epoch: a change made by hand, or the beginning of a plateau. */
export interface RunEvent {
  readonly epoch: number;
  readonly kind: MarkKind | 'plateau';
  /** A few characters, for the flag. */
  readonly short: string;
  /** The same in words. */
  readonly words: string;
}

/** A flag: one or more events that are too close to each other for labels of their own. */
export interface Flag {
  events: readonly RunEvent[];
  /** Where its events are, from left to right, in pixels. */
  ticks: readonly number[];
  text: string;
  /** Where the text is anchored, and to which side of it the text goes. */
  textX: number;
  side: 'left' | 'right';
  /** What it covers. */
  start: number;
  end: number;
}

/** The words of changes and of plateaus. */
export interface MarkWords {
  mark: (mark: Mark) => string;
  markInWords: (mark: Mark) => string;
  plateau: string;
  plateauInWords: (plateau: Plateau) => string;
  changes: (count: number) => string;
}

// The widest that a character's mean is among the usual fonts, at the flags' 11 px.
const character = 7;
const gapToPole = 4;
const apart = 8;
const longestText = 18;
// Ticks closer than this cannot be told apart.
const closest = 2;

/** The changes and the plateaus of a run, in order. */
export function eventsOf(
  marks: readonly Mark[],
  plateaus: readonly Plateau[],
  words: MarkWords,
): RunEvent[] {
  const events: RunEvent[] = withShapes(marks).map((mark) => ({
    epoch: mark.epoch,
    kind: mark.kind,
    short: words.mark(mark),
    words: words.markInWords(mark),
  }));
  for (const plateau of plateaus) {
    const spoken = words.plateauInWords(plateau);
    events.push({ epoch: plateau.from, kind: 'plateau', short: words.plateau, words: spoken });
  }
  return events.sort((a, b) => a.epoch - b.epoch);
}

// A model is described in full; what can be read beside a curve are its sizes, where they changed.
function withShapes(marks: readonly Mark[]): Mark[] {
  let before = '';
  return marks.map((mark) => {
    if (mark.kind !== 'model') return mark;
    const sizes = sizesOf(mark.value);
    const value = sizes === before ? '' : sizes;
    before = sizes;
    return { ...mark, value };
  });
}

/** The sizes of a model's linear layers: `2–4–1`; nothing if it has none. */
export function sizesOf(model: string): string {
  const layers = [...model.matchAll(/Linear\((\d+), (\d+)/g)];
  return layers.length ? [layers[0]![1], ...layers.map((layer) => layer[2])].join('–') : '';
}

/** Flags for these events. What would collide becomes one flag. */
export function layOutFlags(
  events: readonly RunEvent[],
  view: View,
  changes: MarkWords['changes'],
): Flag[] {
  const flags: Flag[] = [];
  for (const event of events) {
    const x = view.x(event.epoch);
    if (event.epoch > view.domain.epochs) break;
    let flag = makeFlag([event], [x], view, changes);
    for (let before = flags.at(-1); before && collide(before, flag); before = flags.at(-1)) {
      flags.pop();
      const ticks = [...before.ticks];
      for (const tick of flag.ticks) if (tick - ticks.at(-1)! >= closest) ticks.push(tick);
      flag = makeFlag([...before.events, ...flag.events], ticks, view, changes);
    }
    flags.push(flag);
  }
  return flags;
}

/** Whether two flags touch, in any order. */
export function collide(a: { start: number; end: number }, b: { start: number; end: number }) {
  return a.start < b.end + apart && b.start < a.end + apart;
}

/** The epochs at which something happened, each once, in order. */
export function stopsOf(events: readonly RunEvent[]): number[] {
  return [...new Set(events.map(({ epoch }) => epoch))];
}

function makeFlag(
  events: readonly RunEvent[],
  ticks: readonly number[],
  { plotWidth }: View,
  changes: MarkWords['changes'],
): Flag {
  const text = textOf(events, changes);
  const width = character * [...text].length;
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const side = first + gapToPole + width <= plotWidth + apart ? 'right' : 'left';
  const textX = side === 'right' ? first + gapToPole : last - gapToPole;
  const [start, end] =
    side === 'right'
      ? [first, Math.max(last, textX + width)]
      : [Math.min(first, textX - width), last];
  return { events, ticks, text, textX, side, start, end };
}

// Of each kind the last one counts: a slider that is dragged passes through many values.
function textOf(events: readonly RunEvent[], changes: MarkWords['changes']): string {
  const byKind = new Map<RunEvent['kind'], string>();
  for (const { kind, short } of events) {
    // Set anew, so that the kinds stand in the order of their last changes.
    byKind.delete(kind);
    byKind.set(kind, short);
  }
  const text = [...byKind.values()].join(', ');
  if (byKind.size === 1 || text.length <= longestText) return text;
  return changes(events.filter(({ kind }) => kind !== 'plateau').length);
}
