// The words of a layer's code in Arabic.
import type { Words } from '../words';
import { code, formatCount, formatShort, formatTight } from './grammar';

type Code = Words['LayerCode'];
type Nested = Parameters<Code['values']>[0];

const dimensions = (shape: readonly number[]) => code(shape.map(formatCount).join(' × '));
const n = (value: number) => formatShort(value, 4);

function nested(values: Nested): string {
  return typeof values === 'number' ? formatTight(values) : `[${values.map(nested).join('; ')}]`;
}

export const layerCode: Code = {
  listing: (name, language) => `${name}، في ${language === 'python' ? 'NumPy' : 'TypeScript'}`,
  keys: 'ينقل السهمان الأعلى والأسفل من اسم إلى آخر؛ وأعداده تحت الكود.',
  shape: (shape) => (shape.length ? `الشكل ${dimensions(shape)}` : 'عدد واحد'),
  values: (values) => code(nested(values)),
  summary: ({ min, max, mean }) => `من ${n(min)} إلى ${n(max)}، المتوسط ${n(mean)}`,
  first: (values) => code(`${values.map((value) => formatTight(value)).join('; ')}; …`),
  spoken: (name, shape, values) =>
    `${name}، ${shape.length ? `الشكل ${shape.join(' في ')}` : 'عدد واحد'}: ${values.map(n).join('؛ ')}`,
  unknown: 'لم يُحسب بعد',
  heading: (layer, phase) =>
    ({
      forward: code(`${layer}: forward`),
      backward: code(`${layer}: backward`),
      parameters: `${code(`${layer}: backward`)}، نحو معاملاتها`,
    })[phase],
  caption: 'الأسطر المعلّمة تُنفذ في هذه الخطوة. وبالإشارة إلى اسم تحته خط تظهر أعداده.',
  show: 'أي كود',
  both: 'كلاهما',
  typescript: 'TypeScript',
  numpy: 'NumPy',
  typescriptNote: 'الكود الذي يعمل في هذه الصفحة',
  numpyNote: 'الشيء نفسه، كما في notebook',
  own: (layer) =>
    `الطبقة ${layer} مكتوبة خصيصًا: هذا كودها كما هو في المتصفح. ليس إلى جانبه NumPy ولا علامات.`,
  noParameters: (layer) => `ليس للطبقة ${layer} معاملات: لا سطر يضيف إلى تدرج.`,
};
