// The words of the chain rule stepper in Arabic.
import type { Words } from '../words';
import { code, counted, formatCount, formatPower, formatShort, quoted } from './grammar';
import { noun } from './nouns';
import { sentences, titles } from './steps';

const n = (value: number) => formatShort(value);
const slope = (top: string, bottom: string) => code(`∂${top}/∂${bottom}`);
const epsilonValue = (value: number) => (Math.abs(value) < 1e-4 ? formatPower(value) : n(value));

// Functions with a sign of their own; the others go by their names.
const signs: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => code(`× ${k}`),
  Square: () => 'تربيع',
};

export const chainRuleStepper: Words['ChainRuleStepper'] = {
  titles,
  sentences,
  note: (quantities) => quantities.map(([name, value]) => code(`${name} = ${n(value)}`)).join('؛ '),
  batchNote: (sample, count) => `المثال ${formatCount(sample + 1)} من ${formatCount(count)}`,
  back: 'السابق',
  next: 'التالي',
  restart: 'من البداية',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  pace: 'الإيقاع',
  paceOf: (pace) => (pace >= 1 ? `${n(pace)} في الثانية` : `كل ${n(1 / pace)} ث`),
  scrub: 'الخطوة',
  steps: 'خطوات قاعدة السلسلة',
  progress: (step, count) => `الخطوة ${step} من ${count}`,
  functionName: (type, description, parameters) => signs[type]?.(parameters) ?? description,
  objectiveName: (kind) => (kind === 'loss' ? 'الخسارة' : 'المجموع'),
  slope: 'الميل',
  stack: 'الطبقات، وآخرها في الأعلى',
  input: 'الدخل',
  valueColumn: 'القيمة، أمامًا ↑',
  gradientColumn: 'التدرج، خلفًا ↓',
  begin: (objective) => code(`${slope(objective, objective)} = 1`),
  derivative: slope,
  shape: ([rows, columns]) => code(`${rows} × ${columns}`),
  products: 'قاعدة السلسلة جداءات',
  product: (top, by) => `${slope(top, by)} جداءً`,
  fewerProducts: 'إظهار جداءات أقل',
  moreProducts: (count) => `إظهار المزيد: ${counted(count, noun.product)}`,
  fold: (top, middle, bottom) =>
    `دمج ${slope(top, middle)} و${slope(middle, bottom)} في ${slope(top, bottom)}`,
  unfold: (top, bottom) => `تفكيك ${slope(top, bottom)}`,
  folded: (top, middle, bottom, upper, lower) =>
    `${code(`${slope(top, bottom)} = ${slope(top, middle)} · ${slope(middle, bottom)} = ${upper} × ${lower}`)}. يبقى الجداء نفسه.`,
  foldHint: 'رمز × يدمج عامليه في عامل واحد.',
  foldAll: 'دمج الكل',
  unfoldAll: 'تفكيك الكل',
  order: 'ترتيب العوامل',
  objectiveFirst: 'الطبقة الأخيرة أولًا',
  inputFirst: 'الطبقة الأولى أولًا',
  costs: (shared, alone, allShared, allAlone) =>
    `${formatCount(shared)} من ${counted(allShared, noun.multiplicationOf)} (${formatCount(alone)} من ${formatCount(allAlone)} لولا الاشتراك)`,
  measuredAs: (measured, epsilon) =>
    `القياس بـ ${code(`ε = ${epsilonValue(epsilon)}`)}: ${measured}`,
  measuredWith: (epsilon) => `مقيس، ${code(`ε = ${epsilonValue(epsilon)}`)}`,
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}، القيمة الدقيقة`,
  entry: (name, place) => code(`${name}${place}`),
  sample: 'المثال',
  ofSamples: (count) => `من ${formatCount(count)}`,
  previousSample: 'المثال السابق',
  nextSample: 'المثال التالي',
  notANumber: (text) => `${quoted(text)} ليس عددًا؛ تبقى آخر قيمة صحيحة.`,
  beyond: (text) => `${quoted(text)} عدد كبير جدًا؛ تبقى آخر قيمة صحيحة.`,
  tooLarge: 'أعداد هذه الخطوة أكبر من أن تُحسب. يُرجى اختيار أعداد أصغر.',
  large: 'كبير جدًا',
  missing: 'تحتاج الخطوات إلى عدد لـ k وآخر لـ v وآخر لـ ε، على ألا يكون ε صفرًا.',
  unknown: 'لم يُحسب بعد',
  empty: 'ليس في هذا النموذج طبقات بعد: يخرج ما يدخل، والميل 1.',
  remembers: 'المحفوظ للعودة',
  nothing: 'لا شيء',
  incoming: 'الوارد',
  local: 'الميل المحلي',
  outgoing: 'الصادر',
  gradients: 'تدرجات المعاملات',
  accumulate: (name, count) =>
    count === 1
      ? `يُضاف إلى تدرج ${name}`
      : `يضيف كل مثال حصته إلى تدرج ${name} (عدد الأمثلة ${formatCount(count)})`,
  matrices: 'الدفعة كلها، بالمصفوفات',
  formulas: 'الصيغ',
  termValue: (term, value) => code(`${term} = ${value}`),
  hide: 'سأحسب بنفسي',
  hideHint: 'تبقى نتيجة كل خطوة مخفية حتى تُكتب.',
  workItOut: (asked) => `كم تساوي ${asked}؟ يُكتب الناتج أدناه بعد حسابه.`,
  code: 'كود هذه الخطوة',
  check: 'تحقق بالقياس',
  analytic: 'قاعدة السلسلة',
  measured: 'القياس',
  difference: 'الفرق',
  rounding: 'التقريب',
  truncation: 'الاقتطاع',
  curve: 'خطأ الميل المقيس بحسب ε',
  curveHint: 'قيمة ε الكبيرة تقيس المنحنى كأنه مستقيم؛ والقيمة الضئيلة تفقد أرقامها في التقريب.',
};
