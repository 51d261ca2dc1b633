// The map with all that is around it: the choice of weights, zoom, and what is said of a change by hand.
import { memo, useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { NonFiniteError, type Sequential } from '../../engine';
import { LossSlice, type ParameterPlace, type Trainer } from '../../trainer';
import { usePoster } from '../poster';
import type { LossLandscapeLabels } from './labels';
import { LandscapeMap } from './landscape-map';
import { zoomStep } from './probe';
import { useAim, type AimControl } from './use-aim';
import { WeightChooser } from './weight-chooser';
import type { WeightPair } from './weights';
import { rangesOf, type MapPlace } from './window';

interface LandscapeProps {
  trainer: Trainer;
  model: Sequential;
  pair: WeightPair;
  span: number;
  grid: number;
  arrow: boolean;
  editable: boolean;
  words: LossLandscapeLabels;
  onChoose: ((pair: WeightPair) => void) | null;
  onBeyond: (beyond: boolean) => void;
  /** Where the figure finds the picture that is shown. */
  shownRef: RefObject<LossSlice | null>;
}

/** The map, with the choice of weights as its axes' titles. */
export const Landscape = memo(function Landscape(props: LandscapeProps) {
  const { trainer, model, pair, span, grid, arrow, editable, words, shownRef } = props;
  const { onChoose, onBeyond } = props;
  const [across, up] = pair;
  const aim = useAim(trainer, model, pair, span);
  const { view } = aim;
  const isPoster = usePoster();
  const slice = useMemo(
    () => {
      const made = new LossSlice(trainer, { a: across, b: up, ranges: rangesOf(view), n: grid });
      if (isPoster) made.computeAtOnce();
      return made;
    },
    // A model of the same shape may take the place of another; a poster's picture is gone on from.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [trainer, model, across, up, view, grid],
  );
  useEffect(() => {
    shownRef.current = slice;
  }, [shownRef, slice]);
  const [said, setSaid] = useState<{ text: string; isRefusal: boolean } | null>(null);
  const set = useCallback(
    (place: MapPlace) => {
      const loss = slice.lossAt(place.a, place.b);
      const isRefusal = !(loss < Infinity && setBoth(trainer, [across, up], place));
      setSaid({ text: isRefusal ? words.refused : words.moved(loss, place), isRefusal });
    },
    [trainer, slice, across, up, words],
  );

  const chooseAcross = useCallback(
    (place: ParameterPlace) => onChoose?.([place, up]),
    [onChoose, up],
  );
  const chooseUp = useCallback(
    (place: ParameterPlace) => onChoose?.([across, place]),
    [onChoose, across],
  );
  const axis = { model, words };
  return (
    <div className="pancake-landscape">
      <div className="pancake-landscape-top">
        <WeightChooser
          {...axis}
          axis="up"
          chosen={up}
          other={across}
          onChoose={onChoose && chooseUp}
        />
        <MapButtons aim={aim} words={words} />
      </div>
      <LandscapeMap
        {...{ trainer, slice, aim, arrow, words, onBeyond }}
        onSet={editable ? set : null}
      />
      <WeightChooser
        {...axis}
        axis="across"
        chosen={across}
        other={up}
        onChoose={onChoose && chooseAcross}
      />
      <p role="status" className={said?.isRefusal ? 'pancake-landscape-said' : 'pancake-hidden'}>
        {said?.text}
      </p>
    </div>
  );
});

function MapButtons({ aim, words }: { aim: AimControl; words: LossLandscapeLabels }) {
  const button = (text: string, hint: string, onClick: () => void) => (
    <button
      type="button"
      className="pancake-button"
      title={hint}
      aria-label={text.length > 1 ? undefined : hint}
      onClick={onClick}
    >
      {text}
    </button>
  );
  return (
    <div className="pancake-landscape-buttons" role="group" aria-label={words.controls}>
      {button(words.further, words.furtherHint, () => aim.zoomBy(zoomStep))}
      {button(words.closer, words.closerHint, () => aim.zoomBy(1 / zoomStep))}
      {button(words.recentre, words.recentreHint, aim.recentre)}
    </div>
  );
}

// One after the other; if the loss is not finite between the two, in the other order.
function setBoth(trainer: Trainer, pair: WeightPair, { a, b }: MapPlace): boolean {
  const [across, up] = pair;
  const setAcross = () => trainer.setParameter(across.name, across.place, a);
  const setUp = () => trainer.setParameter(up.name, up.place, b);
  for (const [first, second] of [
    [setAcross, setUp],
    [setUp, setAcross],
  ] as const) {
    try {
      first();
      second();
      return true;
    } catch (error) {
      if (!(error instanceof NonFiniteError)) throw error;
    }
  }
  return false;
}
