// Where the map looks: around the weights, and after them when they leave it.
import { useMemo, useState } from 'react';
import type { Sequential } from '../../engine';
import { weightPathOf, type ParameterPlace, type Trainer } from '../../trainer';
import { keyOf, valueOf, type WeightPair } from './weights';
import { holds, windowAround, zoom, type MapPlace, type MapWindow } from './window';

interface Aim {
  /** What it was aimed at: with another model or pair it is aimed anew. */
  of: readonly unknown[];
  view: MapWindow;
  /** Whether the reader has zoomed or moved: then the map follows, but does not grow. */
  byHand: boolean;
}

/** The part of the landscape that is shown, and what changes it. */
export interface AimControl {
  view: MapWindow;
  zoomBy: (factor: number) => void;
  recentre: () => void;
  /** Called in frames: moves the map if the weights have left it. */
  follow: (here: MapPlace) => void;
}

/** @param span half the map's width to begin with */
export function useAim(
  trainer: Trainer,
  model: Sequential,
  [across, up]: WeightPair,
  span: number,
): AimControl {
  const of = [trainer, model, keyOf(across), keyOf(up), span];
  const [aim, setAim] = useState<Aim>(() => aimAt(of, trainer, across, up, span));
  const isSame = of.every((entry, i) => entry === aim.of[i]);
  if (!isSame) setAim(aimAt(of, trainer, across, up, span));

  const actions = useMemo(() => {
    const here = () => placeOf(trainer, across, up);
    return {
      zoomBy: (factor: number) =>
        setAim((old) => ({ ...old, view: zoom(old.view, factor), byHand: true })),
      recentre: () =>
        setAim((old) => ({
          ...old,
          view: { ...here(), span: old.byHand ? old.view.span : span },
          byHand: true,
        })),
      follow: (at: MapPlace) =>
        setAim((old) => {
          const isBack = weightPathOf(trainer).length <= 1 && old.view.span > span;
          if (holds(old.view, at) && (old.byHand || !isBack)) return old;
          if (old.byHand) return { ...old, view: { ...old.view, ...at } };
          return { ...old, view: windowOf(trainer, across, up, span) };
        }),
    };
  }, [trainer, across, up, span]);
  return useMemo(() => ({ view: aim.view, ...actions }), [aim.view, actions]);
}

function aimAt(
  of: readonly unknown[],
  trainer: Trainer,
  across: ParameterPlace,
  up: ParameterPlace,
  span: number,
): Aim {
  return { of, view: windowOf(trainer, across, up, span), byHand: false };
}

// Around the weights as they are now and all the way that they came.
function windowOf(trainer: Trainer, across: ParameterPlace, up: ParameterPlace, span: number) {
  const path = weightPathOf(trainer);
  const [a, b] = [path.offsetOf(across), path.offsetOf(up)];
  const places = [placeOf(trainer, across, up)];
  if (path.model === trainer.model) {
    for (let i = 0; i < path.length; i++) {
      places.push({ a: path.valueAt(i, a), b: path.valueAt(i, b) });
    }
  }
  return windowAround(places, span);
}

function placeOf({ model }: Trainer, across: ParameterPlace, up: ParameterPlace): MapPlace {
  return { a: valueOf(model, across), b: valueOf(model, up) };
}
