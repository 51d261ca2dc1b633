// The words of the small components in Arabic: spoilers, goals, predictions, errors.
import type { Words } from '../words';
import { answer } from './answer';
import { counted, formatCount, formatNumber, formatShort, withPercent } from './grammar';
import { noun } from './nouns';

export const figureError: Words['FigureError'] = {
  failed: 'تعذر عرض هذا الشكل.',
  stopped: 'أوقف خطأٌ التدريب.',
  notReached: 'منع خطأٌ الانتقال إلى هناك.',
  notLoaded: 'تعذر تحميل هذا الجزء؛ هل ما زالت الصفحة متصلة؟',
  coming: 'جارٍ تحميل هذا الشكل…',
  notPrinted: (figure) =>
    `\u2068${figure}\u2069: لم يكن هذا الشكل قد حُمّل عند طباعة الصفحة. تكفي طباعتها مرة أخرى.`,
  retry: 'إعادة المحاولة',
};

export const copyLaTeX: Words['CopyLaTeX'] = {
  button: 'LaTeX',
  buttonNamed: (what) => `النسخ بصيغة LaTeX: ${what}`,
  copied: 'تم النسخ',
  marked: 'Ctrl+C أو ⌘C للنسخ',
  field: 'LaTeX',
};

export const mathFormula: Words['MathFormula'] = {
  where: 'إذا',
  otherwise: 'وإلا',
  because: 'لأن',
};

export const spoiler: Words['Spoiler'] = {
  summary: 'إظهار الجواب',
  yes: 'نعم، إظهاره',
  no: 'ليس بعد',
};

export const playground: Words['Playground'] = {
  name: 'مختبر الشبكات العصبية',
  description: ({ run, points, testPoints, wrong, parameters }) => {
    const trained = counted(points, noun.trainPoint);
    const tested = testPoints === null ? '' : `، ${counted(testPoints, noun.testPoint)}`;
    const testLoss =
      run.testLoss === null ? '' : `، الخسارة في الاختبار ${formatNumber(run.testLoss)}`;
    const judged = wrong === null ? '' : `، ${formatCount(wrong)} من ${trained} في الجانب الخطأ`;
    const end = run.status === 'diverged' ? ' ثم تباعد التدريب.' : '';
    return `نموذج فيه ${counted(parameters, noun.parameter)}؛ والنقاط: ${trained}${tested}. الحقبة ${formatCount(run.epoch)}: الخسارة ${formatNumber(run.loss)}${testLoss}${judged}.${end}`;
  },
  more: 'نظرة أقرب',
  layers: 'القيم في كل طبقة',
  landscape: 'الخسارة حول وزنين',
  activation: 'دالة التفعيل وميلها',
};

type GoalName = Parameters<Words['Goal']['wanted']>[0];

const wanted: Readonly<Record<GoalName, (value: string) => string>> = {
  loss: (value) => `خسارة لا تزيد على ${value}`,
  testLoss: (value) => `خسارة اختبار لا تزيد على ${value}`,
  accuracy: (value) => `دقة لا تقل عن ${value}`,
  testAccuracy: (value) => `دقة اختبار لا تقل عن ${value}`,
  epoch: (value) => `عدد الحقب: ${value} على الأكثر`,
  maxParams: (value) => `عدد المعاملات: ${value} على الأكثر`,
};

function goalNumber(name: GoalName, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (name === 'accuracy' || name === 'testAccuracy') {
    return withPercent(formatShort(Math.floor(value * 1000) / 10, 4));
  }
  return Number.isInteger(value) ? formatCount(value) : formatShort(value, 3);
}

export const goal: Words['Goal'] = {
  goal: 'الهدف',
  open: 'ليس بعد',
  done: 'تحقق',
  wanted: (name, value) => wanted[name](goalNumber(name, value)),
  now: (name, value) => `الآن ${goalNumber(name, value)}`,
};

export const predict: Words['Predict'] = {
  predict: 'توقّع',
  commit: 'هذا جوابي',
  again: 'إجابة جديدة',
  field: 'الجواب',
  emptyNumber: 'يُكتب عدد أولًا؛ ويصلح كسر أو \u20662 * 21\u2069 أيضًا.',
  emptyChoice: 'يُختار جواب أولًا.',
  emptySketch: 'يُرسم منحنى أولًا: بالسحب على الرسم، أو بتحريك نقطة بمفاتيح الأسهم.',
  problem: answer.problem,
  youSaid: (said) => `الجواب المعطى: ${said}.`,
  right: 'هذا صحيح.',
  wrong: (right) => `الجواب الصحيح هو ${right}.`,
  see: 'والآن يظهر ما يحدث.',
  locked: 'الجواب أولًا؛ ثم يتحرك الشكل.',
  sketchName: 'منحنى الخسارة المتوقع',
  sketchHow: 'بالسحب على الرسم، أو بـ Tab ومفاتيح الأسهم.',
  knot: (epoch) => `الخسارة في الحقبة ${formatCount(epoch)}`,
  knotValue: (loss) => formatShort(loss, 3),
  yourCurve: 'المنحنى المتوقع',
  theRun: 'التدريب',
  epoch: 'الحقبة',
  loss: 'الخسارة',
};
