// How figures look, as far as authors choose it with a prop. The style sheet does the rest.

/** Props for the looks of a figure, or of all figures inside a `<Pancake>`. */
export interface Look {
  /** Light or dark colours; `auto` follows the page's `color-scheme`. @default 'auto' */
  theme?: 'auto' | 'light' | 'dark';
  /**
   * The colours of numbers and classes, each safe for colour-blind readers.
   * @default the one around it, or 'orange-blue'
   */
  palette?: Palette;
  /** How much room there is between parts. @default the one around it, or 'comfortable' */
  density?: 'comfortable' | 'compact';
}

/** The palettes, each named after its colours for negative and positive numbers. */
export const palettes = ['orange-blue', 'purple-green', 'brown-teal'] as const;

/** The name of a palette. */
export type Palette = (typeof palettes)[number];

/** The attributes by which the style sheet knows a look. */
export function lookOf({ theme, palette, density }: Look) {
  return {
    'data-theme': theme === 'auto' ? undefined : theme,
    'data-palette': palette,
    'data-density': density,
  };
}
