// Colours, in CSS and on canvases.
export { colorTable, divergingColor, inkOn, type RGB } from './diverging';
export { readColor, resolveColor, watchTheme } from './watch-theme';
