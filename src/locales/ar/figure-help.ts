// The words of a figure's keys and of its numbers as a table in Arabic.
import type { Words } from '../words';
import { formatCount, plural } from './grammar';

export const figureHelp: Words['FigureHelp'] = {
  keys: 'المفاتيح',
  table: 'الأرقام',
  hint: 'مفاتيح الأسهم للدخول، وTab للمتابعة',
  close: 'إغلاق',
  arrowKeys: 'مفاتيح الأسهم',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  space: 'مسافة',
  home: 'Home',
  end: 'End',
  escape: 'Esc',
  tab: 'Tab',
  toNextFigure: 'إلى الشكل التالي',
  toNextControl: 'إلى عنصر التحكم التالي أو السابق',
  toFirstOrLast: 'إلى أول عنصر تحكم أو آخره',
  press: 'ضغط زر',
  leave: 'الخروج من عنصر التحكم إلى الشكل كله',
  change: 'تغيير قيمة أو تحريك نقطة أو موضع',
  changeMuch: 'بخطوات كبيرة',
  changeLittle: 'بخطوات صغيرة',
  toEnds: 'إلى أصغر قيمة أو أكبرها',
  toKeys: 'هذه القائمة',
  toTable: 'أرقام الشكل في جدول',
  rows: (shown, all) =>
    shown < all
      ? `أول ${formatCount(shown)} من ${formatCount(all)} صفًا`
      : plural(all, {
          zero: `لا صفوف`,
          one: `صف واحد`,
          two: `صفان`,
          few: `${formatCount(all)} صفوف`,
          many: `${formatCount(all)} صفًا`,
          other: `${formatCount(all)} صف`,
        }),
  moreRows: 'مزيد من الصفوف',
  noRows: 'لا أرقام بعد.',
};
