// What all figures are built on.
export { Announcement } from './announcement';
export { BottomAxis, LeftAxis } from './axes';
export { FigureErrorBoundary } from './error-boundary';
export { Figure, Frame, useSight, type FigureProps } from './figure';
export { NumberField } from './number-field';
export { useControllable } from './use-controllable';
export { useWidth } from './use-width';
