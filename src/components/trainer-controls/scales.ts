// Sliders for numbers: how a number and its place on the slider belong together.
import type { NumberLimits } from './limits';

/** A slider of whole places from 0. */
export interface Scale {
  /** The last place. */
  last: number;
  toPlace: (value: number) => number;
  /** The number at a place, rounded to as many digits as mean something there. */
  fromPlace: (place: number) => number;
}

// A decade has twenty places.
const perDecade = 20;

/** Equal steps multiply by equal factors. A range from 0 has 0 at its first place. */
export function factorScale([min, max]: NumberLimits): Scale {
  const high = Math.log10(max);
  const low = min > 0 ? Math.log10(min) : high - 5;
  const last = Math.max(1, Math.round((high - low) * perDecade));
  const toPlace = (value: number) => {
    if (value <= min) return 0;
    return Math.round(clamp(((Math.log10(value) - low) / (high - low)) * last, 0, last));
  };
  const fromPlace = (place: number) => {
    if (place <= 0) return min;
    if (place >= last) return max;
    const value = 10 ** (low + (place / last) * (high - low));
    return clamp(Number(value.toPrecision(2)), min, max);
  };
  return { last, toPlace, fromPlace };
}

/** Equal steps add equal amounts. */
export function evenScale([min, max]: NumberLimits, step: number): Scale {
  const last = Math.ceil((max - min) / step - 1e-9);
  return {
    last,
    toPlace: (value) => Math.round(clamp((value - min) / step, 0, last)),
    fromPlace: (place) => clamp(Number((min + place * step).toPrecision(9)), min, max),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
