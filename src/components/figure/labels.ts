// The words of what all figures have in common.

/** What a figure says that cannot be drawn, or whose run stopped; any of it can be replaced. */
export interface FigureErrorLabels {
  /** What happened to the figure; why stands behind it. */
  failed: string;
  /** What happened to its run; why stands behind it. */
  stopped: string;
  /** A part that comes when it is wanted did not come; why stands behind it. */
  notLoaded: string;
  /** The button that tries again. */
  retry: string;
}

export const errorLabels: FigureErrorLabels = {
  failed: 'This figure could not be shown.',
  stopped: 'The training was stopped by an error.',
  notLoaded: 'This part could not be loaded; is the page still connected?',
  retry: 'Try again',
};
