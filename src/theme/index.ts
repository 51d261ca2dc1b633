// Colours, in CSS and on canvases.
export { drawingContext } from './drawing-context';
export { colorTable, divergingColor, inkOn, type RGB } from './diverging';
export { classColor, fallbackColors, planeColor, themeColor, type ThemeColor } from './fallback';
export { lookOf, palettes, type Look, type Palette } from './look';
export { readColors, readLength, resolveColor, watchTheme } from './watch-theme';
