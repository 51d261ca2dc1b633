// The words of a figure's keys and of its numbers as a table in Japanese.
import type { Words } from '../words';
import { formatCount } from './grammar';

export const figureHelp: Words['FigureHelp'] = {
  keys: 'キー',
  table: '数値',
  hint: '矢印キーで中へ、Tab キーで次へ',
  close: '閉じる',
  arrowKeys: '矢印キー',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  space: 'スペース',
  home: 'Home',
  end: 'End',
  escape: 'Esc',
  tab: 'Tab',
  toNextFigure: '次の図へ',
  toNextControl: '次または前のコントロールへ',
  toFirstOrLast: '最初または最後のコントロールへ',
  press: 'ボタンを押す',
  leave: 'コントロールを離れ、図全体へ',
  change: '値を変える、点や位置を動かす',
  changeMuch: '大きく動かす',
  changeLittle: '小さく動かす',
  toEnds: '最小または最大へ',
  toKeys: 'この一覧',
  toTable: '図の数値を表で見る',
  rows: (shown, all) =>
    shown < all
      ? `全 ${formatCount(all)} 行のうち最初の ${formatCount(shown)} 行`
      : `${formatCount(all)} 行`,
  moreRows: 'さらに表示',
  noRows: '数値はまだありません。',
};
