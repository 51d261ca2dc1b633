// The words of a figure's keys and of its numbers as a table in German.
import type { Words } from '../words';
import { formatCount, plural } from './grammar';

export const figureHelp: Words['FigureHelp'] = {
  keys: 'Tasten',
  table: 'Zahlen',
  hint: 'Pfeiltasten führen hinein, Tab führt weiter',
  close: 'Schließen',
  arrowKeys: 'Pfeiltasten',
  shift: 'Umschalt',
  alt: 'Alt',
  enter: 'Eingabe',
  space: 'Leertaste',
  home: 'Pos1',
  end: 'Ende',
  escape: 'Esc',
  tab: 'Tab',
  toNextFigure: 'Zur nächsten Abbildung',
  toNextControl: 'Zum nächsten Bedienelement oder zum vorigen',
  toFirstOrLast: 'Zum ersten oder zum letzten',
  press: 'Eine Schaltfläche drücken',
  leave: 'Aus einem Bedienelement heraus, zur ganzen Abbildung',
  change: 'Einen Wert ändern, einen Punkt oder eine Stelle bewegen',
  changeMuch: 'In großen Schritten',
  changeLittle: 'In kleinen Schritten',
  toEnds: 'Zum kleinsten oder zum größten Wert',
  toKeys: 'Diese Liste',
  toTable: 'Die Zahlen der Abbildung als Tabelle',
  rows: (shown, all) =>
    shown < all
      ? `Die ersten ${formatCount(shown)} von ${formatCount(all)} Zeilen`
      : plural(all, {
          one: `${formatCount(all)} Zeile`,
          other: `${formatCount(all)} Zeilen`,
        }),
  moreRows: 'Weitere Zeilen',
  noRows: 'Noch gibt es keine Zahlen.',
};
