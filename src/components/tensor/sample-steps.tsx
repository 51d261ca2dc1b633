// SampleSteps: from sample to sample of a batch: buttons, a slider, and a picture of each share.
import { Fragment, useId } from 'react';
import { Heat } from './heat';
import type { OuterProductLabels } from './labels';
import type { Matrix } from './matrix';

interface SampleStepsProps {
  /** What each sample adds. */
  shares: readonly Matrix[];
  sample: number;
  onSample: (sample: number) => void;
  largest: number;
  words: OuterProductLabels;
}

/** As many pictures as stand in a row. */
const mostPictures = 8;

export function SampleSteps({ shares, sample, onSample, largest, words }: SampleStepsProps) {
  const id = useId();
  const last = shares.length - 1;
  const from = Math.max(0, Math.min(sample - mostPictures / 2, shares.length - mostPictures));
  const go = (to: number) => to >= 0 && to <= last && onSample(to);
  return (
    <>
      <div className="pancake-outer-steps">
        <button
          type="button"
          className="pancake-button"
          aria-disabled={sample === 0}
          onClick={() => go(sample - 1)}
        >
          {words.back}
        </button>
        <button
          type="button"
          className="pancake-button pancake-button-main"
          aria-disabled={sample === last}
          onClick={() => go(sample + 1)}
        >
          {words.next}
        </button>
        <span className="pancake-outer-slider">
          <label htmlFor={id}>{words.slider}</label>
          <input
            id={id}
            type="range"
            className="pancake-range"
            min={1}
            max={last + 1}
            value={sample + 1}
            aria-valuetext={words.sliderValue(sample, shares.length)}
            onChange={(event) => go(Number(event.target.value) - 1)}
          />
          <output htmlFor={id}>
            {sample + 1} / {last + 1}
          </output>
        </span>
      </div>
      <div className="pancake-outer-shares" role="group" aria-label={words.shares}>
        {from > 0 && <span>… +</span>}
        {shares.slice(from, from + mostPictures).map((share, i) => (
          <Fragment key={from + i}>
            {i > 0 && <span className="pancake-sum-sign">+</span>}
            <button
              type="button"
              aria-label={words.goTo(from + i)}
              aria-current={from + i === sample || undefined}
              data-added={from + i <= sample || undefined}
              onClick={() => go(from + i)}
            >
              <Heat matrix={share} largest={largest} width={44} height={36} />
              <span>{from + i + 1}</span>
            </button>
          </Fragment>
        ))}
        {from + mostPictures <= last && <span>+ …</span>}
      </div>
    </>
  );
}
