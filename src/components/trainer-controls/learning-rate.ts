// The learning rate on a slider: equal steps multiply it by equal factors.

/** The slider's range, as powers of ten. */
export const range = { min: -4, max: 1, step: 0.05 };

/** Where a learning rate stands on the slider. */
export function toSlider(learningRate: number): number {
  if (learningRate <= 0) return range.min;
  return Math.min(range.max, Math.max(range.min, Math.log10(learningRate)));
}

/** The learning rate at a place on the slider, rounded to two digits as it is shown. */
export function fromSlider(place: number): number {
  return Number((10 ** place).toPrecision(2));
}
