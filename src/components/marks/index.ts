// Marks: points as shapes in the colours of their classes or values, one by one or very many.
export { Cloud, mostElements } from './cloud';
export { PosterCloud } from './poster-cloud';
export { kindOf, lookOf, type Part, type PlacedPoint, type PlacedPoints } from './look';
export { markPath, shapes as markShapes } from './shapes';
