// The words of what all figures have in common.
/** What a figure says that cannot be drawn, or whose run stopped; any of it can be replaced. */
export interface FigureErrorLabels {
  /** What happened to the figure; why stands behind it. */
  failed: string;
  /** What happened to its run; why stands behind it. */
  stopped: string;
  /** What happened to a run on its way to another epoch; why stands behind it. */
  notReached: string;
  /** A part that comes when it is wanted did not come; why stands behind it. */
  notLoaded: string;
  /** In the place of a figure that is on its way. */
  coming: string;
  /** On paper, in the place of a figure that was not loaded yet; it is there when printed again. */
  notPrinted: (figure: string) => string;
  /** The button that tries again. */
  retry: string;
}

/** The keys of a figure and its numbers as a table; any of it can be replaced. */
export interface FigureHelpLabels {
  /** The button that lists the keys, and the heading of the list. */
  keys: string;
  /** The button that shows the figure's numbers, and the heading above them. */
  table: string;
  /** Said where the focus is on the figure as a whole. */
  hint: string;
  close: string;
  /** The names of keys, as they are printed on them. */
  arrowKeys: string;
  shift: string;
  alt: string;
  enter: string;
  space: string;
  home: string;
  end: string;
  escape: string;
  tab: string;
  /** What the keys do. */
  toNextFigure: string;
  toNextControl: string;
  toFirstOrLast: string;
  press: string;
  leave: string;
  change: string;
  changeMuch: string;
  changeLittle: string;
  toEnds: string;
  toKeys: string;
  toTable: string;
  /** How many rows of the table are shown. */
  rows: (shown: number, all: number) => string;
  /** The button that shows more of them. */
  moreRows: string;
  /** In place of a table that has no rows yet. */
  noRows: string;
}

/** The words of help that are always there; the others come with what they are in. */
export const helpButtonLabels = {
  keys: 'Keys',
  table: 'Numbers',
  hint: 'Arrow keys go inside, Tab goes on',
} satisfies Partial<FigureHelpLabels>;

/** The button that stops a run and goes on with it. */
export const playLabels = { play: 'Play', pause: 'Pause' };

export const errorLabels: FigureErrorLabels = {
  failed: 'This figure could not be shown.',
  stopped: 'The training was stopped by an error.',
  notReached: 'An error kept the run from going there.',
  notLoaded: 'This part could not be loaded; is the page still connected?',
  coming: 'This figure is being loaded …',
  notPrinted: (figure) =>
    `${figure}: this figure was not loaded yet when the page was printed. Print it again.`,
  retry: 'Try again',
};
