// Arabic: links and the menu for sharing.
import type { Words } from '../words';
import { code, list } from './grammar';

export const pancake: Words['Pancake'] = {
  linkProblem: (problem) => `تعذر فتح هذا الرابط: ${problem}. المعروض هو تدريب الصفحة نفسها.`,
  understood: 'حسنًا',
};

export const share: Words['Share'] = {
  share: (name) => (name ? `مشاركة: ${name}` : 'مشاركة'),
  items: {
    link: 'نسخ الرابط',
    embed: 'نسخ الكود',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
  },
  formats: { react: 'React', mdx: 'MDX', html: 'HTML', iframe: 'iframe' },
  download: 'تنزيل',
  weights: 'مع كل الأوزان',
  copied: (what) => `${what}: تم النسخ.`,
  saved: (fileName) => `${code(fileName)}: تم الحفظ.`,
  byHand: 'لا يُسمح لهذه الصفحة باستعمال الحافظة. النص محدد: يمكن نسخه يدويًا.',
  field: 'للنسخ',
  leftOut: (names) =>
    names.length === 1
      ? `لم تُدرج لأنها دالة: ${list(names)}.`
      : `لم تُدرج لأنها دوال: ${list(names)}.`,
  failed: (problem) => `لم ينجح ذلك: ${problem}`,
};
