// The colours where no style sheet says so, as in a feed: those of the light theme.

/** By their names in the style sheet, without `--pk-`. */
export const fallbackColors = {
  zero: '#f4f3f1',
  paper: '#ffffff',
  ink: '#1c1f24',
  edge: '#858f9b',
  negative: '#c8560f',
  positive: '#1b64b0',
  'class-0': '#c8560f',
  'class-1': '#1b64b0',
  'class-2': '#009265',
  'class-3': '#b06a95',
  'class-4': '#423f00',
  'class-5': '#8a6bf5',
  'class-6': '#6a6a6a',
  'class-7': '#622538',
  'loss-low': '#f4f3f1',
  'loss-high': '#6f7781',
} as const;

/** A colour of the style sheet, by its name there. */
export type ThemeColor = keyof typeof fallbackColors;

/** The colour in CSS: that of the style sheet where there is one. */
export function themeColor(name: ThemeColor): string {
  return `var(--pk-${name}, ${fallbackColors[name]})`;
}

/** The colour of one of the classes. */
export function classColor(kind: number): string {
  return themeColor(`class-${kind % 8}` as ThemeColor);
}

/** What a canvas is painted with, in CSS: a class, by its number, or zero. */
export function planeColor(kind: number | 'zero'): string {
  const name: ThemeColor = kind === 'zero' ? kind : (`class-${kind % 8}` as ThemeColor);
  return `var(--pk-plane-${name}, ${fallbackColors[name]})`;
}
