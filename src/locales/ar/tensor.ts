// The words of tensors and of products of matrices in Arabic.
import type { Words } from '../words';
import { code, counted, formatCount, formatPercent, formatShort } from './grammar';
import { noun } from './nouns';

const n = (value: number) => (Number.isNaN(value) ? '–' : formatShort(value, 3));
const dimensions = (shape: readonly number[]) => code(`(${shape.join(', ')})`);
const slope = (top: string, bottom: string) => code(`∂${top}/∂${bottom}`);
const indices = (place: readonly (number | string)[]) => `[${place.join(', ')}]`;

// What rows and columns may stand for: definite, one and several.
const sample = 'مثال';
const definite: Readonly<Record<string, readonly [string, string]>> = {
  صف: ['الصف', 'الصفوف'],
  عمود: ['العمود', 'الأعمدة'],
  [sample]: ['المثال', 'الأمثلة'],
  مدخل: ['المدخل', 'المدخلات'],
  مخرج: ['المخرج', 'المخرجات'],
};
const the = (what: string) => definite[what]?.[0] ?? what;
const several = (what: string) => definite[what]?.[1] ?? what;

export const tensorGrid: Words['TensorGrid'] = {
  shape: dimensions,
  description: (name, { shape, count, min, max, mean, notFinite }) => {
    if (count === 0) return `لا أعداد في ${name}.`;
    if (count === 1) return notFinite ? `${name} هو NaN أو لانهائي.` : `${name} هو ${n(min)}.`;
    const numbers = `${name}، الشكل ${shape.join(' في ')}: عدد الأعداد ${formatCount(count)}`;
    if (notFinite === count) return `${numbers}، كلها NaN أو لانهائية.`;
    const odd = notFinite ? ` ${tensorGrid.notFinite(notFinite)}.` : '';
    return `${numbers}، من ${n(min)} إلى ${n(max)}، والمتوسط ${n(mean)}.${odd}`;
  },
  caption: (name, shape, rows, columns) =>
    shape.length === 0
      ? `${name}، عدد واحد`
      : `${name}، الشكل ${shape.join(' في ')}: صف لكل ${rows}، وعمود لكل ${columns}`,
  meaning: (rows, columns) =>
    [rows && `صف لكل ${rows}`, columns && `عمود لكل ${columns}`].filter(Boolean).join('، '),
  row: 'صف',
  column: 'عمود',
  facts: ({ count, min, max, mean, zeros }) => [
    ['الأعداد', formatCount(count)],
    ['الأدنى', n(min)],
    ['المتوسط', n(mean)],
    ['الأعلى', n(max)],
    ['الأصفار', formatPercent(zeros, zeros === 0 || zeros === 1 ? 0 : 1)],
  ],
  notFinite: (count) => `منها NaN أو لانهائية: ${formatCount(count)}`,
  picture: (name) => `كل أعداد ${name} بالألوان`,
  open: (name, count) => `إظهار أعداد ${name} كلها (${formatCount(count)})`,
  close: (name) => `طي ${name}`,
  region: (name) => `أعداد ${name}`,
  some: (what, from, to, count) =>
    from === to
      ? `${the(what)} ${from} من ${formatCount(count)}`
      : `${several(what)} ${code(`${from}–${to}`)} من ${formatCount(count)}`,
  earlier: (what) => `${several(what)} السابقة`,
  later: (what) => `${several(what)} التالية`,
  slice: (name, slice, count) =>
    `${code(`${name}${indices([slice])}`)}، ${slice + 1} من ${formatCount(count)}`,
  previousSlice: 'المثال السابق',
  nextSlice: 'المثال التالي',
  empty: 'لا أعداد',
};

export const product: Words['LinearProduct'] = {
  ...tensorGrid,
  derivative: slope,
  transposed: (name) => `${name}ᵀ`,
  entry: (name, place) => code(`${name}${indices(place)}`),
  product: (output, input, weight, bias) =>
    code(`${output} = ${input} · ${weight}${bias === null ? '' : ` + ${bias}`}`),
  productCaption: (weight, shape) =>
    `كل صف في الناتج مثال. ${weight} محفوظ بالشكل ${dimensions(shape)}، صف لكل مخرج؛ وعلامة ᵀ تنقله، فتلتقي أعمدته صفوف المصفوفة الأولى.`,
  backward: (gradIn, gradOut, weight) => code(`${gradIn} = ${gradOut} · ${weight}`),
  backwardCaption: (weight, transposed) =>
    `ضرب التمرير الأمامي في ${transposed}؛ ويضرب التمرير الخلفي في ${weight} نفسها، أي الأعداد نفسها منقولة: ما أرسله دخل إلى كل مخرج يعود من كل منها.`,
  agree: (length, what) =>
    `عدد ${several(what)} في الجانبين: ${formatCount(length)}؛ يجب أن يتساوى الطولان`,
  sample,
  inputs: 'مدخل',
  outputs: 'مخرج',
  choose: (name) => `باختيار عدد من ${name} يظهر المجموع الذي تكوّن منه.`,
  sum: (name, terms, value) => code(`${name} = ${terms} = ${value}`),
  more: (count) => `… ${formatCount(count)} أخرى`,
  fewer: 'إظهار أقل',
  closeSum: 'إغلاق المجموع',
};

export const outerProductSum: Words['OuterProductSum'] = {
  ...product,
  heading: (gradient) => `${gradient}، مثالًا مثالًا`,
  note: (added, count) => `أُضيف ${formatCount(added)} من ${counted(count, noun.exampleOf)}`,
  explanation: (gradient, count) =>
    count === 1
      ? `يتلقى الوزن جداء دخله وتدرج مخرجه. ولو وُجدت أمثلة أكثر، لأضاف كل منها إلى ${gradient} جدولًا كهذا.`
      : `يتلقى الوزن جداء دخله وتدرج مخرجه، من كل مثال. وكل الأمثلة تستعمل الوزن نفسه، فيُجمع ما تطلبه: ${code(`${gradient} += …`)}، حصةً بعد حصة.`,
  biasExplanation: (gradient) =>
    `يُضاف الانحياز كما هو، فحصة كل مثال هي صف تدرجاته: ${code(`${gradient} += …`)}، حصةً بعد حصة.`,
  share: (index) => `حصة المثال ${index + 1}`,
  goTo: (index) => `المثال ${index + 1}`,
  soFar: (gradient, added, count) => (added === count ? gradient : `${gradient} حتى الآن`),
  shares: 'حصص الأمثلة',
  back: 'السابق',
  next: 'إضافة المثال التالي',
  slider: 'الأمثلة المضافة',
  sliderValue: (index, count) => `المثال ${index + 1} من ${formatCount(count)}`,
  entrySoFar: (entry) => `${entry} حتى الآن`,
  overBatch: (last) => code(`b = 0 … ${last}`),
};
