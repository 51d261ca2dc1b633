// The reader: a rule that the pointer or the keyboard moves along the epochs, and takes the run to.
import {
  memo,
  useCallback,
  useId,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { useEscape, useNumbers } from '../../a11y';
import { Announcement, overPlot } from '../figure';
import type { LossChartLabels } from './labels';
import { epochAt, type View } from './layout';
import { stopsOf, type RunEvent } from './marks';
import { moveReader } from './move-reader';
import { readableEpoch } from './readable';
import { Reading, historiesOf, readingAt, spoken, valuesAt, type Shown } from './reading';
import type { Travel } from './travel';
import { whereabouts } from './travel-bar';
import { useRunsValue } from './use-runs';
import { useScrubbing } from './use-scrubbing';

interface ReaderProps {
  /** The slider's element, for the focus. */
  element: RefObject<HTMLDivElement | null>;
  shown: Shown;
  view: View;
  words: LossChartLabels;
  /** Takes the runs to an epoch, or null if the reader may not. */
  travel: Travel | null;
}

// How near the pointer must be to a mark for the readout to be at it, in pixels.
const nearby = 4;

export const Reader = memo(function Reader({ element, shown, view, words, travel }: ReaderProps) {
  const { trainers, events } = shown;
  // Null until the reader has chosen an epoch: then the present one.
  const [chosen, setChosen] = useState<number | null>(null);
  const [open, setOpen] = useState<'pointer' | 'keyboard' | null>(null);
  const [arrivals, setArrivals] = useState(0);
  const keys = useId();
  const { formatCount } = useNumbers();
  const lastReadable = () => readable(shown, view, Infinity);
  const [lastEpoch, epoch, present] = useRunsValue(
    useCallback(() => {
      const last = Math.min(lastEpochOf(shown), view.domain.epochs);
      const now = shown.trainers[0]!.now.epoch;
      const at = readable(shown, view, chosen ?? now);
      return [last, at, now, ...valuesAt(shown, at)] as const;
    }, [shown, chosen, view]),
    trainers,
  );
  const reading = readingAt(shown, view, epoch, words, formatCount);
  const scrubbing = useScrubbing(travel, () => setArrivals((count) => count + 1));

  useEscape(open !== null, () => setOpen(null));

  const choose = (to: number, by: 'pointer' | 'keyboard') => {
    setChosen(to);
    setOpen(by);
  };
  const pointedAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = ((event.clientX - box.left) / (box.width || 1)) * view.plotWidth;
    const to = nearestMark(events, view, place) ?? epochAt(view, place, lastReadable());
    return readable(shown, view, to);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    choose(pointedAt(event), 'pointer');
    scrubbing.down(event);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const to = pointedAt(event);
    choose(to, 'pointer');
    scrubbing.move(event, to);
  };
  // A finger that leaves has finished reading the chart, not reading the numbers.
  const onPointerLeave = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== 'mouse' || scrubbing.drags()) return;
    if (!atKeyboard(event.currentTarget)) setOpen(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && travel) {
      event.preventDefault();
      travel.go(epoch);
      setArrivals((count) => count + 1);
      return;
    }
    const stops = stopsOf(events).map((stop) => readable(shown, view, stop));
    const move = moveReader(event, epoch, lastReadable(), stops);
    if (move === null || (move === 'hide' && !open)) return;
    event.preventDefault();
    if (move === 'hide') setOpen(null);
    else choose(readable(shown, view, move, Math.sign(move - epoch)), 'keyboard');
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (atKeyboard(event.currentTarget)) choose(epoch, 'keyboard');
  };
  const canGo = travel && open === 'pointer' && epoch !== present;

  return (
    <>
      {open && (
        <Reading reading={reading} view={view} words={words} hint={canGo ? words.goHint : null} />
      )}
      <div
        ref={element}
        className="pancake-loss-reader"
        style={overPlot(view)}
        role="slider"
        tabIndex={0}
        aria-label={view.metric === 'loss' ? words.reader : words.accuracyReader}
        aria-describedby={travel ? keys : undefined}
        aria-valuemin={0}
        aria-valuemax={lastEpoch}
        aria-valuenow={epoch}
        aria-valuetext={spoken(reading, view, words)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={(event) => scrubbing.up(event, pointedAt(event))}
        onPointerCancel={scrubbing.cancel}
        onPointerLeave={onPointerLeave}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => setOpen(null)}
      />
      {travel && (
        <>
          <span id={keys} hidden data-keys="">
            {words.readerKeys}
          </span>
          <span className="pancake-hidden" role="status">
            {arrivals > 0 && <Arrival key={arrivals} shown={shown} words={words} />}
          </span>
        </>
      )}
    </>
  );
});

function Arrival({ shown, words }: { shown: Shown; words: LossChartLabels }) {
  const { epoch, last } = whereabouts(shown.trainers);
  return <Announcement text={words.arrived(epoch, last)} />;
}

// The nearest epoch in the view that can be read.
function readable(shown: Shown, { domain }: View, epoch: number, way = 0): number {
  const last = Math.min(lastEpochOf(shown), domain.epochs);
  const histories = historiesOf(shown);
  const near = readableEpoch(histories, Math.max(0, Math.min(last, epoch)), way);
  return near <= last ? near : readableEpoch(histories, last, -1);
}

function lastEpochOf({ trainers }: Shown): number {
  return Math.max(...trainers.map(({ curves }) => curves.length - 1));
}

// A mark is a few pixels wide; the epoch beside it would hardly ever be the one that is meant.
function nearestMark(events: readonly RunEvent[], view: View, place: number): number | null {
  let nearest: number | null = null;
  let least = nearby;
  for (const { epoch } of events) {
    const distance = Math.abs(view.x(epoch) - place);
    if (distance >= least) continue;
    least = distance;
    nearest = epoch;
  }
  return nearest;
}

// A click focuses too; only the keyboard's focus shows a ring.
function atKeyboard(element: HTMLElement): boolean {
  return element.matches(':focus-visible');
}
