// Colours, in CSS and on canvases.
export { colorTable, divergingColor, inkOn, type RGB } from './diverging';
export { resolveColor, watchTheme } from './watch-theme';
