// The words of a figure's keys and of its numbers as a table in Chinese.
import type { Words } from '../words';
import { formatCount } from './grammar';

export const figureHelp: Words['FigureHelp'] = {
  keys: '按键',
  table: '数值',
  hint: '方向键进入，Tab 键继续',
  close: '关闭',
  arrowKeys: '方向键',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  space: '空格',
  home: 'Home',
  end: 'End',
  escape: 'Esc',
  tab: 'Tab',
  toNextFigure: '到下一个图',
  toNextControl: '到下一个或上一个控件',
  toFirstOrLast: '到第一个或最后一个控件',
  press: '按下按钮',
  leave: '离开控件，回到整个图',
  change: '改变数值，移动点或位置',
  changeMuch: '大步',
  changeLittle: '小步',
  toEnds: '到最小值或最大值',
  toKeys: '这份列表',
  toTable: '以表格显示图中的数值',
  rows: (shown, all) =>
    shown < all
      ? `前 ${formatCount(shown)} 行，共 ${formatCount(all)} 行`
      : `${formatCount(all)} 行`,
  moreRows: '更多行',
  noRows: '还没有数值。',
};
