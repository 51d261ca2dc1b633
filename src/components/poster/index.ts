// Posters: what a figure shows where no script has painted it yet, and the paths that it is made of.
export { contourPath } from './contour-path';
export { box as posterBox, linePath, regionPath } from './region-path';
export { Shades, evenLevels, paint, shadesOf, type Shade } from './shades';
export { usePoster } from './use-poster';
