// The words of the code challenge in Arabic.
import type { Words } from '../words';
import { challengeWords } from './challenges';
import { formatCount, list } from './grammar';

const stops = {
  endless: 'أُوقف الكود: لم ينته في الوقت المسموح. هل فيه حلقة بلا نهاية؟',
  gone: 'اختفت البيئة التي كان الكود يعمل فيها. ربما طلب ذاكرة كبيرة.',
  blocked: 'لا تعمل بيئة الكود المحمية. الأرجح أن Content-Security-Policy في الصفحة تمنعها.',
} as const;

export const codeChallenge: Words['CodeChallenge'] = {
  ...challengeWords,
  editor: (title) => `${title}: الكود`,
  keys: 'Ctrl+Enter للتحقق، وTab للخروج من المحرر.',
  check: 'تحقق من الكود',
  nextHole: 'الفراغ التالي',
  reset: 'من البداية',
  undoReset: 'تراجع',
  hint: (number, of) => `التلميح ${number} من ${of}`,
  hints: 'التلميحات',
  checks: 'الفحوص',
  states: { passed: 'ناجح', failed: 'فاشل', waiting: 'لم يجر بعد' },
  untouched: 'يوضع كود مكان كل ___.',
  touched: 'لم يُفحص بعد.',
  openHoles: (lines) =>
    `بقي ___ في ${lines.length === 1 ? 'السطر' : 'الأسطر'} ${list(lines.map(formatCount))}.`,
  checking: 'جارٍ التحقق…',
  stopped: (message, line, kind) => {
    const said = kind !== null && kind in stops ? stops[kind as keyof typeof stops] : message;
    return line === null ? said : `السطر ${line}: ${said}`;
  },
  failed: (passed, of) => `الفحوص الناجحة: ${formatCount(passed)} من ${formatCount(of)}.`,
  training: 'نجحت كل الفحوص. الكود يتدرب الآن…',
  progress: 'الحقب المنجزة',
  solved: 'نجحت كل الفحوص، وتدرب الكود.',
  ending: ({ kind, epoch }) =>
    kind === 'otherParameters'
      ? `توقف التدريب مبكرًا: بعد الحقبة ${formatCount(epoch)} لم تعد للنموذج المعاملات نفسها.`
      : `توقف التدريب مبكرًا: في الحقبة ${formatCount(epoch)} لم يعد أحد المعاملات عددًا منتهيًا.`,
  solution: 'إظهار الحل',
  solutionName: 'الحل',
  solutionAsk: 'قد تكفي التلميحات. هل يُعرض الحل كله؟',
  useSolution: 'وضعه في المحرر',
  run: 'تدرب بهذا الكود',
};
