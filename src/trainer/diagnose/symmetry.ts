// Symmetry: neurons that began the same get the same gradient, and stay the same for ever.
import { Linear, type Layer } from '../../engine';
import { finding, type Evidence, type Finding } from './finding';

/** Weights that differ by less than this share are equal but for rounding. */
export const relativeTolerance = 1e-12;

/** The hidden neurons that are the same as others of their layer. */
export function findSymmetry({ trainer: { model } }: Evidence): Finding[] {
  const { layers } = model;
  return layers.flatMap((layer, place) => {
    if (!(layer instanceof Linear)) return [];
    const next = layers.findIndex((later, i) => i > place && later.parameters().length > 0);
    if (next < 0) return [];
    const groups = groupsOf(layer);
    if (!groups.length) return [];
    const reader = isSimple(layers.slice(place + 1, next)) ? layers[next] : undefined;
    const stay =
      !(reader instanceof Linear && reader.nIn === layer.nOut) || goOnAlike(reader, groups);
    const units = groups.flat().sort((a, b) => a - b);
    const measure = (units.length - groups.length) / layer.nOut;
    const about = { layer: place, units, of: layer.nOut, groups, measure };
    return stay
      ? [finding({ kind: 'symmetry', sign: 'twins', severity: 'problem', ...about })]
      : [finding({ kind: 'symmetry', sign: 'sameForNow', severity: 'watch', ...about })];
  });
}

// The neurons with equal weights and bias, group by group.
function groupsOf({ weight, bias, nIn, nOut }: Linear): number[][] {
  const groups: number[][] = [];
  for (let unit = 0; unit < nOut; unit++) {
    const group = groups.find(([first]) => isSame(first!, unit));
    if (group) group.push(unit);
    else groups.push([unit]);
  }
  return groups.filter(({ length }) => length > 1);

  function isSame(a: number, b: number): boolean {
    if (!areEqual(bias.data[a]!, bias.data[b]!)) return false;
    for (let i = 0; i < nIn; i++) {
      if (!areEqual(weight.data[a * nIn + i]!, weight.data[b * nIn + i]!)) return false;
    }
    return true;
  }
}

// The gradient comes back through the weights out: only if they are equal too, so is the gradient.
function goOnAlike({ weight, nIn, nOut }: Linear, groups: readonly (readonly number[])[]): boolean {
  return groups.some(([first, ...others]) =>
    others.some((unit) => {
      for (let o = 0; o < nOut; o++) {
        if (!areEqual(weight.data[o * nIn + first!]!, weight.data[o * nIn + unit]!)) return false;
      }
      return true;
    }),
  );
}

function areEqual(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));
}

function isSimple(layers: readonly Layer[]): boolean {
  return layers.every(({ elementwise }) => elementwise);
}
