// The keyboard on the plane: a cursor that adds, picks up, drops and removes points.
import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { DataEditorLabels } from './labels';
import { within, type EditorPlane } from './layout';
import { classNamesOf, joined, moved, nearest, without, type Part } from './points';
import type { DataControl } from './use-data';

interface KeyboardProps {
  control: DataControl;
  plane: EditorPlane;
  label: number;
  part: Part;
  onLabel: (label: number) => void;
  maxPoints: number;
  onFull: () => void;
  words: DataEditorLabels;
  say: (text: string) => void;
  selected: number;
  /** Lets go of what a pointer holds. */
  letGo: () => void;
  onSelect: (index: number) => void;
}

interface Cursor {
  x: number;
  y: number;
  /** The point that is carried, or null. */
  carried: { at: number } | null;
}

// In pixels: how near the cursor is on a point.
const reach = 12;

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What keys do on the plane. */
export function useKeyboard(props: KeyboardProps) {
  const {
    control,
    plane,
    label,
    part,
    onLabel,
    maxPoints,
    onFull,
    words,
    say,
    selected,
    onSelect,
  } = props;
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const { points, like } = control;
  const names = classNamesOf(like);
  const [left, right] = plane.x.domain() as [number, number];
  const [bottom, top] = plane.y.domain() as [number, number];
  const middle: Cursor = { x: (left + right) / 2, y: (bottom + top) / 2, carried: null };
  const now = cursor ?? middle;
  const under = now.carried?.at ?? nearest(points, now, plane.scale, reach);
  const tell = (index: number) => {
    const point = points[index];
    return point ? words.point(index, points.length, point, like.task, names[point.label]) : null;
  };

  const move = (event: KeyboardEvent) => {
    const share = event.shiftKey ? 1 / 10 : event.altKey ? 1 / 500 : 1 / 50;
    const [dx, dy] = directions[event.key]!;
    const place = within(plane, {
      x: now.x + dx * share * (right - left),
      y: now.y + dy * share * (top - bottom),
    });
    setCursor({ ...place, carried: now.carried });
    if (now.carried) {
      control.change(moved(points, now.carried.at, place.x, place.y), false);
      say(words.at(place.x, place.y, null));
      return;
    }
    const at = nearest(points, place, plane.scale, reach);
    onSelect(at);
    say(words.at(place.x, place.y, tell(at)));
  };
  const press = () => {
    if (now.carried) {
      control.change(points);
      setCursor({ ...now, carried: null });
      return say(words.dropped);
    }
    const held = points[under];
    if (held) {
      setCursor({ x: held.x, y: held.y, carried: { at: under } });
      onSelect(under);
      return say(`${tell(under)}. ${words.picked}`);
    }
    if (points.length >= maxPoints) return onFull();
    const point = { x: now.x, y: now.y, label, part };
    const next = joined(points, [point]);
    setCursor(now);
    control.change(next);
    const at = next.indexOf(point);
    onSelect(at);
    say(`${words.added} ${words.point(at, next.length, point, like.task, names[label])}`);
  };
  const remove = () => {
    if (under < 0) return;
    control.change(without(points, under));
    setCursor({ ...now, carried: null });
    onSelect(-1);
    say(words.removed);
  };
  const goTo = (step: 1 | -1) => {
    if (!points.length) return;
    if (now.carried) control.change(points);
    const from = selected < 0 ? (step > 0 ? -1 : 0) : selected;
    const at = (from + step + points.length) % points.length;
    const { x, y } = points[at]!;
    setCursor({ x, y, carried: null });
    onSelect(at);
    say(tell(at)!);
  };
  const escape = () => {
    props.letGo();
    if (now.carried) {
      control.cancel();
      setCursor({ ...now, carried: null });
      say(words.undone);
    } else setCursor(null);
    onSelect(-1);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!redo && key !== 'z') return;
      event.preventDefault();
      if (redo) control.redo();
      else control.undo();
      return say(redo ? words.redone : words.undone);
    }
    const act = actionOf(event.key);
    if (act) {
      // Without a point in hand, Escape leads out of the plane as well.
      if (act !== escape || now.carried) event.preventDefault();
      act();
    }
  };
  const actionOf = (key: string): (() => void) | null => {
    if (Object.hasOwn(directions, key)) return null;
    if (key === 'Enter' || key === ' ') return press;
    if (key === 'Delete' || key === 'Backspace') return remove;
    if (key === 'n' || key === 'PageDown') return () => goTo(1);
    if (key === 'p' || key === 'PageUp') return () => goTo(-1);
    if (key === 'Escape') return escape;
    const digit = Number(key);
    const isClass =
      digit >= 1 && digit <= Math.max(2, like.classes, label + 1) && like.task !== 'regression';
    if (!isClass) return null;
    return () => {
      onLabel(digit - 1);
      say(names[digit - 1] ?? words.classOf(digit - 1));
    };
  };

  return {
    cursor,
    onKeyDown: (event: KeyboardEvent) => {
      if (!Object.hasOwn(directions, event.key)) return onKeyDown(event);
      event.preventDefault();
      move(event);
    },
    onFocus: (event: FocusEvent) => {
      if (event.currentTarget.matches(':focus-visible')) setCursor((before) => before ?? middle);
    },
    onBlur: () => {
      if (now.carried) control.change(points);
      setCursor(null);
    },
  };
}
