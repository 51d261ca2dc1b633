// What all figures are built on.
export { Announcement } from './announcement';
export { BottomAxis, LeftAxis } from './axes';
export { FigureErrorBoundary } from './error-boundary';
export { Figure, Frame, type FigureProps } from './figure';
export { useControllable } from './use-controllable';
export { useWidth } from './use-width';
