// The words of the list of keys and of the table of numbers, which are loaded with them.
import { formatCount } from '../../a11y';
import { helpButtonLabels, type FigureHelpLabels } from './labels';

export const helpLabels: FigureHelpLabels = {
  ...helpButtonLabels,
  close: 'Close',
  arrowKeys: 'Arrow keys',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  space: 'Space',
  home: 'Home',
  end: 'End',
  escape: 'Esc',
  tab: 'Tab',
  toNextFigure: 'To the next figure',
  toNextControl: 'To the next control or the one before it',
  toFirstOrLast: 'To the first or the last control',
  press: 'Press a button',
  leave: 'Out of a control, to the whole figure',
  change: 'Change a value, move a point or a place',
  changeMuch: 'In large steps',
  changeLittle: 'In small steps',
  toEnds: 'To the least or the greatest',
  toKeys: 'This list',
  toTable: 'The figure’s numbers as a table',
  rows: (shown, all) =>
    shown < all
      ? `The first ${formatCount(shown)} of ${formatCount(all)} rows`
      : all === 1
        ? '1 row'
        : `${formatCount(all)} rows`,
  moreRows: 'More rows',
  noRows: 'There are no numbers yet.',
};
