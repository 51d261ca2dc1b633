// The words of numbers and options within a sentence, in Arabic.
import type { Words } from '../words';
import { formatCount, formatShort, quoted } from './grammar';

type EditableName = Parameters<Words['Value']['name']>[0];

const numbers: Readonly<Record<EditableName, string>> = {
  learningRate: 'معدل التعلم',
  batchSize: 'حجم الدفعة',
  l1: 'معدل L1',
  l2: 'معدل L2',
  dropout: 'dropout',
  points: 'النقاط',
  noise: 'الضوضاء',
  speed: 'السرعة، بالحقب في الثانية',
  testRatio: 'حصة نقاط الاختبار',
  dataSeed: 'بذرة البيانات',
  seed: 'بذرة الأوزان',
};

export const value: Words['Value'] = {
  name: (of) => numbers[of],
  parameterName: (parameter, place) => `${parameter}، العدد ${place + 1}`,
  hint: 'السحب جانبًا أو مفاتيح الأسهم؛ Enter أو نقر مزدوج للكتابة',
  notANumber: (text) => `${quoted(text.trim())} ليس عددًا`,
  notWhole: (number) => `${formatShort(number)} ليس عددًا صحيحًا`,
  beyond: (min, max) =>
    max === Infinity
      ? `المطلوب ${formatShort(min)} على الأقل`
      : min === -Infinity
        ? `المطلوب ${formatShort(max)} على الأكثر`
        : `المطلوب عدد من ${formatShort(min)} إلى ${formatShort(max)}`,
  stays: (complaint, kept) => `(${complaint}؛ تبقى القيمة ${kept})`,
};

type OptionName = Parameters<Words['Set']['option']>[0];
type SetAction = Parameters<Words['Set']['action']>[0];

const options: Readonly<Record<OptionName, string>> = {
  model: 'الطبقات',
  activation: 'دالة التفعيل',
  features: 'السمات',
  dropout: 'dropout',
  initialization: 'الأوزان الابتدائية',
  data: 'البيانات',
  points: 'النقاط',
  noise: 'الضوضاء',
  testRatio: 'حصة نقاط الاختبار',
  loss: 'دالة الخسارة',
  reduction: 'الاختزال',
  optimizer: 'المحسِّن',
  optimizerOptions: 'خيارات المحسِّن',
  learningRate: 'معدل التعلم',
  schedule: 'الجدولة',
  l1: 'معدل L1',
  l2: 'معدل L2',
  batchSize: 'حجم الدفعة',
  shuffle: 'الخلط',
  zeroGrad: 'zeroGrad',
  seed: 'البذرة',
  dataSeed: 'بذرة البيانات',
  autoplay: 'التشغيل التلقائي',
  speed: 'السرعة',
  stopWhen: 'شرط التوقف',
  posterEpoch: 'أول حقبة معروضة',
  weights: 'الأوزان المحفوظة',
};

const actions: Readonly<Record<SetAction, string>> = {
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  step: 'حقبة أخرى',
  reset: 'البدء من جديد',
  newWeights: 'أوزان أخرى',
  newData: 'نقاط أخرى',
};

export const set: Words['Set'] = {
  option: (name, given) => {
    const written = writeValue(given);
    return written === null ? options[name] : `${options[name]} ${written}`;
  },
  action: (action) => actions[action],
  hint: 'الضغط يطبق هذا الإعداد',
  undoHint: 'الضغط مرة أخرى يعيد ما كان قبل ذلك',
  refused: (message) => `(${message})`,
};

function writeValue(given: unknown): string | null {
  if (given === undefined) return 'كما في البداية';
  if (given === Infinity) return 'بأقصى سرعة';
  if (typeof given === 'number') {
    return Number.isInteger(given) ? formatCount(given) : formatShort(given);
  }
  if (typeof given === 'boolean') return given ? 'مفعل' : 'معطل';
  if (given === 'full') return 'كل النقاط';
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) {
    const isSizes = given.every((one) => typeof one === 'number');
    return given.join(isSizes ? '–' : ', ');
  }
  if (typeof given !== 'object' || given === null) return null;
  // A layer or a loss says what it is.
  if ('describe' in given) return (given as { describe(): string }).describe();
  if ('x' in given || 'train' in given) return null;
  const parts = Object.entries(given).map(([key, one]) =>
    key === 'name' ? String(one) : `${key} ${writeValue(one) ?? ''}`.trim(),
  );
  return parts.join(', ');
}
