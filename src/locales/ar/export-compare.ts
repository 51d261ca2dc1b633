// The words of exported programs, opened models and comparisons in Arabic.
import type { Words } from '../words';
import { code, counted, formatCount, formatNumber } from './grammar';
import { noun } from './nouns';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy', onnx: 'ONNX' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `الخسارة في الحقبة ${formatCount(epoch)}`
    : `خسائر الحقب من ${formatCount(epoch)} إلى ${formatCount(epoch + epochs - 1)}`;

const weightsOf = ({ weights, epoch }: Shown) =>
  weights === 'initial' ? 'الأوزان الابتدائية' : `الأوزان بعد الحقبة ${formatCount(epoch)}`;

export const exportProgram: Export = {
  heading: (format) => `${format === 'onnx' ? 'هذا النموذج' : 'هذا التدريب'} في ${names[format]}`,
  formats: names,
  choose: 'المكتبة',
  weights: 'أوزان البداية',
  initial: 'الأوزان الابتدائية',
  now: 'الأوزان الحالية',
  note: ({ lines, nodes, bytes = 0 }) =>
    nodes === undefined
      ? `${counted(lines, noun.line)} من Python`
      : `${counted(nodes, noun.node)}، ${counted(bytes, noun.byte)}`,
  caption: (shown) =>
    shown.format === 'onnx'
      ? `في الملف بيان حسابي من النقاط x إلى التوقعات y، مع ${weightsOf(shown)}. يشغله ONNX Runtime، ويمكن فتحه هنا من جديد.`
      : shown.weights === 'initial'
        ? `يعيد هذا التدريب من بدايته في ${names[shown.format]}، بالأوزان نفسها والنقاط نفسها والترتيب نفسه، ويطبع ${printed(shown)}.`
        : `يبدأ من الأوزان بعد الحقبة ${formatCount(shown.epoch)} ويطبع ${printed(shown)}. ويبقى كما هو ما دام التدريب جاريًا.`,
  copy: 'نسخ',
  copied: 'تم النسخ',
  marked: 'لا يُسمح للصفحة بالنسخ؛ البرنامج محدد، ويُنسخ بـ Ctrl+C أو ⌘C.',
  download: 'تنزيل',
  downloadNamed: (fileName) => `تنزيل ${code(fileName)}`,
  loading: 'جارٍ كتابة الملف…',
  notLoaded: 'تعذر تحميل ما يكتب ملفات ONNX؛ هل ما زالت الصفحة متصلة؟',
  listing: (format) => `${format === 'onnx' ? 'البيان الحسابي' : 'البرنامج'} في ${names[format]}`,
  description: (shown, model) =>
    shown.format === 'onnx'
      ? `ملف ONNX يحسب ${code(model)}، مع ${weightsOf(shown)}.`
      : `برنامج في ${names[shown.format]} (${counted(shown.lines, noun.line)}) يدرب ${code(model)}، مع ${weightsOf(shown)} في البداية.`,
};

export const importModel: Words['ImportModel'] = {
  heading: 'نموذج من ملف',
  open: 'فتح نموذج',
  drop: 'ملف .onnx، أو محفوظ بصيغة JSON؛ أو بإفلاته هنا',
  reading: (fileName) => `جارٍ قراءة ${code(fileName)}…`,
  opened: ({ fileName, model, parameters, loss }) =>
    `${code(fileName)}: ${code(model)}، ${counted(parameters, noun.parameter)}. يبدأ التدريب من هذا النموذج.` +
    (loss === null ? '' : ` خسارته الآن ${loss}، كما تتطلب طبقته الأخيرة.`),
  refused: (fileName) => `تعذر فتح ${code(fileName)}.`,
  tooLarge: (most) => `حجم الملف أكثر من ${formatCount(most)} بايت؛ والصفحة تدرب نماذج أصغر.`,
  notLoaded: 'تعذر تحميل ما يقرأ ملفات ONNX؛ هل ما زالت الصفحة متصلة؟',
  unreadable: 'تعذرت قراءة الملف؛ ربما نُقل أو حُذف.',
  onlyOne: 'هذه عدة ملفات؛ والمطلوب إفلات ملف واحد.',
};

export const compare: Words['Compare'] = {
  heading: 'مقارنة',
  caption:
    'في الأعلى ما يقوله كل نموذج عن المستوى؛ وفي الأسفل خسارته في كل حقبة. للنماذج كلها النقاط نفسها والبذرة نفسها والحقبة نفسها، وللرسوم كلها المحاور نفسها.',
  play: 'تشغيل الكل',
  pause: 'إيقاف مؤقت',
  step: 'خطوة',
  stepHint: 'خطوة: تدريب كل نموذج حقبة واحدة',
  reset: 'إعادة الضبط',
  resetHint: 'إعادة الضبط: بدء الكل من جديد بالأوزان نفسها',
  newWeights: 'أوزان جديدة',
  newWeightsHint: 'أوزان جديدة: بدء الكل من جديد بالبذرة التالية',
  models: {
    minimal: 'أدنى',
    shallow: 'قليل العمق',
    deep: 'عميق',
    overParametrised: 'مفرط المعاملات',
  },
  controls: 'التحكم في كل التدريبات',
  epoch: 'الحقبة',
  parameters: (count) => counted(count, noun.parameter),
  boundary: (name) => `حد القرار، ${name}`,
  loss: (name) => `الخسارة، ${name}`,
  description: ({ epoch }, states) => {
    const ranked = [...states].sort((a, b) => a.run.loss - b.run.loss);
    const told = ranked.map(({ name, run }) => {
      const test = run.testLoss === null ? '' : `، الاختبار ${formatNumber(run.testLoss)}`;
      const state = run.status === 'diverged' ? ' (تباعد)' : '';
      return `${name} ${formatNumber(run.loss)}${test}${state}`;
    });
    return `الحقبة ${formatCount(epoch)}. الخسارة من الأصغر إلى الأكبر: ${told.join('؛ ')}.`;
  },
};
