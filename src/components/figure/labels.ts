// The words of what all figures have in common.

/** What a figure says that cannot be drawn; any of it can be replaced. */
export interface FigureErrorLabels {
  /** The button that tries again. */
  retry: string;
}

export const errorLabels: FigureErrorLabels = {
  retry: 'Try again',
};
