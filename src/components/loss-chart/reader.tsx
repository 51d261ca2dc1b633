// The readout: a rule that the pointer or the keyboard moves along the epochs, with their losses.
import {
  memo,
  useCallback,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type FocusEvent,
} from 'react';
import { formatCount, formatNumber } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import type { EpochLoss, LossChartLabels } from './labels';
import { epochAt, placeLoss, type View } from './layout';
import { moveReader } from './move-reader';
import { lossAt } from './summary';

interface ReaderProps {
  trainer: Trainer;
  view: View;
  words: LossChartLabels;
}

export const Reader = memo(function Reader({ trainer, view, words }: ReaderProps) {
  // Null until the reader has chosen an epoch: then the present one.
  const [chosen, setChosen] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const { lastEpoch, ...values } = useTrainerValue(
    useCallback(
      (now: Snapshot, run: Trainer) => ({
        ...lossAt(run.curves, chosen ?? now.epoch),
        lastEpoch: now.lastEpoch,
      }),
      [chosen],
    ),
    trainer,
  );

  const choose = (epoch: number) => {
    setChosen(epoch);
    setOpen(true);
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = ((event.clientX - box.left) / (box.width || 1)) * view.plotWidth;
    choose(epochAt(view, place, trainer.curves.length - 1));
  };
  // A finger that leaves has finished reading the chart, not reading the numbers.
  const onPointerLeave = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse' && !atKeyboard(event.currentTarget)) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveReader(event, values.epoch, trainer.curves.length - 1);
    if (move === null || (move === 'hide' && !open)) return;
    event.preventDefault();
    if (move === 'hide') setOpen(false);
    else choose(move);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (atKeyboard(event.currentTarget)) choose(values.epoch);
  };

  return (
    <>
      {open && <Reading values={values} view={view} words={words} />}
      <div
        className="pancake-loss-reader"
        style={{ left: view.left, top: view.top, width: view.plotWidth, height: view.plotHeight }}
        role="slider"
        tabIndex={0}
        aria-label={words.reader}
        aria-valuemin={0}
        aria-valuemax={lastEpoch}
        aria-valuenow={values.epoch}
        aria-valuetext={words.read(values)}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerLeave={onPointerLeave}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => setOpen(false)}
      />
    </>
  );
});

interface ReadingProps {
  values: EpochLoss;
  view: View;
  words: LossChartLabels;
}

function Reading({ values: { epoch, loss, testLoss }, view, words }: ReadingProps) {
  const { left, top, width, height, plotWidth, plotHeight } = view;
  const x = view.x(epoch);
  const dot = (value: number | null, name: string) =>
    value !== null && <circle className={name} cx={x} cy={placeLoss(view, value)} r={3.5} />;
  const row = (name: string, value: number | null, part: 'train' | 'test') =>
    value !== null && (
      <div className={`pancake-loss-reading-${part}`}>
        <dt>{name}</dt>
        <dd data-value={value}>{formatNumber(value)}</dd>
      </div>
    );
  return (
    <>
      <svg
        className="pancake-loss-picture pancake-loss-mark"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMinYMin meet"
        aria-hidden="true"
      >
        <g transform={`translate(${left} ${top})`}>
          <line x1={x} x2={x} y2={plotHeight} />
          {dot(testLoss, 'pancake-loss-end-test')}
          {dot(loss, 'pancake-loss-end-train')}
        </g>
      </svg>
      <dl
        className="pancake-loss-reading"
        aria-hidden="true"
        data-side={x > plotWidth / 2 ? 'left' : 'right'}
        style={{ left: left + x, top }}
      >
        <div>
          <dt>{words.epoch}</dt>
          <dd data-value={epoch}>{formatCount(epoch)}</dd>
        </div>
        {row(words.train, loss, 'train')}
        {row(words.test, testLoss, 'test')}
      </dl>
    </>
  );
}

// A click focuses too; only the keyboard's focus shows a ring.
function atKeyboard(element: HTMLElement): boolean {
  return element.matches(':focus-visible');
}
