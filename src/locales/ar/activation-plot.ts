// The words of the activation plot in Arabic.
import type { Words } from '../words';
import {
  casesOf,
  code,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  list,
  quoted,
} from './grammar';

type Plot = Words['ActivationPlot'];
type Reading = Parameters<Plot['read']>[0];

// A slope below this size lets almost nothing of a gradient through.
const nearlyFlat = 0.05;

function effect({ slope, jump }: Reading): string {
  if (jump && jump.before.slope !== jump.after.slope) {
    const [before, after] = [jump.before.slope, jump.after.slope].map((one) => formatShort(one, 3));
    return ` هنا زاوية: يقفز الميل من ${before} إلى ${after}، ويأخذ الحساب هنا ${formatShort(slope, 3)}.`;
  }
  const size = Math.abs(slope);
  const turned = slope < 0 ? ' وتنعكس الإشارة.' : '';
  if (slope === 0) return ' الدالة مستوية هنا: لا يعود شيء.';
  if (size < nearlyFlat) return ` الدالة شبه مستوية هنا: لا يعود شيء تقريبًا.${turned}`;
  if (slope === 1) return ' ويعود كما هو.';
  if (size > 1) return ` الميل شديد: يعود أكثر مما وصل.${turned}`;
  return turned;
}

const share = (part: number, whole: number) =>
  formatPercent(whole === 0 ? 0 : Math.round((100 * part) / whole) / 100);

export const activationPlot: Plot = {
  formula: casesOf,
  choose: 'دالة التفعيل',
  value: 'f(x)',
  slope: 'f′(x)',
  input: 'الدخل x',
  inputField: 'x',
  notANumber: (text) => `${quoted(text.trim())} ليس عددًا.`,
  outsideDomain: (from, to) => `تمتد الصورة من ${formatShort(from)} إلى ${formatShort(to)}.`,
  read: ({ x, value, slope }) =>
    `x ${formatShort(x)}: \u2066f(x)\u2069 ${formatNumber(value)}، الميل ${formatNumber(slope)}`,
  chainRule: (reading) =>
    `تضرب الطبقة هنا التدرج العائد في ${formatShort(reading.slope, 3)}.${effect(reading)}`,
  strip: 'المدخلات الحالية',
  spread: ({ inputs, flat, outside, dead, units }, unit) => {
    const whose = unit === null ? 'هذه الطبقة' : `الوحدة ${unit}`;
    const words = `من مدخلات ${whose} (${formatCount(inputs)}) يقع ${share(flat, inputs)} حيث يكاد الميل ينعدم.`;
    const silent =
      dead === 0
        ? ''
        : units === 1
          ? ' وهي ميتة: لا يصل أي تدرج إلى أي نقطة عبرها.'
          : ` عدد الوحدات الميتة ${formatCount(dead)} من ${formatCount(units)}: لا يصل أي تدرج إلى أي نقطة عبرها.`;
    return words + silent + (outside ? ` ويقع ${share(outside, inputs)} خارج الصورة.` : '');
  },
  noActivation: (place, found, activations) =>
    `لا توجد دالة تفعيل في الموضع ${place} من النموذج` +
    (found === null ? '' : `، بل ${found}`) +
    (activations.length
      ? `؛ توجد دالة تفعيل ${list(activations.map((one) => `في الموضع ${one}`))}.`
      : '؛ ولا دالة تفعيل فيه أصلًا.'),
  caption: (hasTriangle, hasStrip) =>
    (hasTriangle
      ? 'عرض المثلث على المماس 1، وارتفاعه هو ارتفاع العمود أسفله، \u2066f′(x)\u2069. '
      : '') +
    'يمكن سحب x أو تحريكه بمفاتيح الأسهم.' +
    (hasStrip ? ' الأعمدة: ما تستقبله الطبقة من بيانات التدريب؛ وهي مفرغة حيث الدالة مستوية.' : ''),
  description: (name, formula, reading) =>
    `${name}، ${code(formula)}، وميلها \u2066f′(x)\u2069. ` +
    `عند x ${formatShort(reading.x)}: \u2066f(x)\u2069 ${formatNumber(reading.value)}، الميل ${formatNumber(reading.slope)}.`,
};
