// Room: how wide a figure has to be for two factors and their product to stand as on paper.
import { decimalsFor, widestOf } from './digits';

/** Widths of a figure, in pixels, at which the style sheet changes how matrices are placed. */
const rooms = [
  ['any', 328],
  ['small', 480],
  ['column', 680],
  ['wide', 1000],
] as const;

/** In a figure of up to 420 pixels the style sheet sets numbers closer. */
const narrow = { most: 420, beside: 64, around: 8 };
const usual = { beside: 82, around: 12 };

/**
 * From which width on the matrices stand side by side: in `any`, or never. The style sheet does the
 * rest, so that a page from a server has its final height.
 *
 * @param inner how many columns the left factor has
 * @param columns how many columns the right factor has
 * @param leftCharacters the longest number of the left factor
 * @param characters the longest number of the other matrices
 */
export function roomFor(
  inner: number,
  columns: number,
  leftCharacters: number,
  characters: number,
): 'any' | 'small' | 'column' | 'wide' | 'none' {
  const needed = ({ beside, around }: typeof usual) =>
    beside + inner * cellWidth(leftCharacters, around) + columns * cellWidth(characters, around);
  const room = rooms.find(([, width]) => needed(width <= narrow.most ? narrow : usual) <= width);
  return room?.[0] ?? 'none';
}

// A digit of the font is at most that wide.
function cellWidth(characters: number, around: number): number {
  return Math.max(36, 7.7 * characters + around);
}

/** How many characters the longest number of a tensor needs. */
export function charactersOf(data: Float64Array): number {
  return widestOf(data, decimalsFor(data));
}
