// The words of the network graph in Arabic.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatShort, quoted } from './grammar';
import { noun } from './nouns';

type Column = Parameters<Words['NetworkGraph']['column']>[0];

function unitsOf({ units, kind, label }: Column): string {
  const kinds = { input: noun.input, hidden: noun.neuron, output: noun.output };
  const told = counted(units, kinds[kind]);
  return label ? `${told} (${label})` : told;
}

export const networkGraph: Words['NetworkGraph'] = {
  heading: 'الشبكة',
  caption:
    'يُظهر كل مربع ما يصنعه عصبون من المستوى. الخط العريض وزن قوي: متصل فوق الصفر، ومتقطع تحته. والقرص بجانب العصبون هو انحيازه.',
  note: (shown, largest) =>
    shown === 'weights'
      ? 'الخطوط: الأوزان'
      : `الخطوط: التدرجات، وأكبرها ${formatNumber(largest, 4)}`,
  show: 'الخطوط تُظهر',
  weights: 'الأوزان',
  gradients: 'التدرجات',
  undo: 'تراجع',
  column: ({ kind, hidden }) =>
    kind === 'input' ? 'المدخلات' : kind === 'output' ? 'المخرج' : `الطبقة المخفية ${hidden + 1}`,
  neuron: ({ kind, hidden, names, units }, unit) => {
    if (kind === 'input') return `المدخل ${names[unit] ?? unit + 1}`;
    if (kind === 'output') return units === 1 ? 'المخرج' : `مخرج الصنف ${unit}`;
    return `العصبون ${unit + 1} في الطبقة المخفية ${hidden + 1}`;
  },
  spokenNeuron: (name, bias, strongest) =>
    bias === null
      ? name
      : `${name}، الانحياز ${formatNumber(bias)}` +
        (strongest ? `، أقوى وزن ${formatNumber(strongest.weight)}، من ${strongest.name}` : ''),
  weightFrom: (name) => `الوزن من ${name}`,
  bias: 'الانحياز',
  number: 'العدد',
  value: 'القيمة',
  slider: 'تغيير القيمة بالسحب',
  putBack: (value) => `إعادة القيمة ${formatNumber(value)}`,
  close: 'إغلاق',
  notANumber: (text) => `${quoted(text)} ليس عددًا؛ مثال على عدد: ${formatShort(-0.5)}.`,
  pin: 'تثبيت في الصورة الكبيرة',
  unpin: 'إلغاء التثبيت',
  addNeuron: 'إضافة عصبون',
  removeNeuron: 'حذف آخر عصبون',
  removeThisNeuron: 'حذف هذا العصبون',
  addLayer: 'إضافة طبقة بعد هذه',
  removeLayer: 'حذف هذه الطبقة',
  layerPlus: '+ طبقة',
  activation: 'دالة التفعيل',
  none: 'بلا',
  features: 'السمات',
  cost: ({ parameters, multiplications }) =>
    `${counted(parameters, noun.parameter)}، ونحو ${counted(multiplications, noun.multiplicationOf)} في كل حقبة`,
  change: (before, after) => {
    const more = after.parameters - before.parameters;
    return (
      `${counted(Math.abs(more), noun.parameter)} ${more < 0 ? 'بالنقصان' : 'بالزيادة'} (المجموع ${formatCount(after.parameters)})؛ ` +
      `وعندئذ تحتاج الحقبة إلى نحو ${formatShort(after.multiplications / before.multiplications, 2)} مرة من عمليات الضرب الحالية`
    );
  },
  more: (count) => `${formatCount(count)} أخرى`,
  fewer: 'أقل',
  fixed: 'شكل هذا النموذج ثابت: فيه طبقات لا تتغير إلا في الكود.',
  description: (columns, { parameters }) =>
    `شبكة من: ${columns.map(unitsOf).join('، ')}؛ وفيها ${counted(parameters, noun.parameter)}. تنقل مفاتيح الأسهم من عصبون إلى آخر، ويُظهر Enter أعداد العصبون.`,
  activationName: (name) => name,
  featureName: (name) =>
    ({ x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' })[name],
};
