// The words of the gradient check in Arabic.
import type { Words } from '../words';
import { code, counted, formatCount, formatNumber, formatPower } from './grammar';
import { noun } from './nouns';

type Check = Words['GradientCheck'];
type MistakeKind = keyof Check['mistakes'];

const amount = (value: number) => formatNumber(value, value >= 0.01 ? 3 : 0);

// As many as leave room for those before the comma.
function decimals(value: number): number {
  const size = Math.abs(value);
  return [10, 100, 1000, 10000].filter((power) => size >= power).reduce((left) => left - 1, 7);
}

const kinds: Check['mistakes'] = {
  sign: 'إشارة معكوسة',
  factor: 'عامل 2',
  batch: 'بلا جمع على الدفعة',
  overwrite: '\u2066=\u2069 بدل \u2066+=\u2069',
};
const consequences: Readonly<Record<MistakeKind, string>> = {
  sign: 'إشارته معكوسة',
  factor: 'ضعف ما يجب',
  batch: 'هو تدرج المثال الأول، لا مجموع الدفعة',
  overwrite: 'يُستبدل حيث يجب أن يضاف',
};

export const gradientCheck: Check = {
  heading: 'فحص التدرجات',
  note: ({ samples, points, epoch, hasDiverged }) =>
    [
      points === null
        ? `دفعة من ${counted(samples, noun.exampleOf)}`
        : samples < points
          ? `على أول ${formatCount(samples)} من ${counted(points, noun.trainPointOf)}`
          : points === 1
            ? 'على نقطة التدريب الوحيدة'
            : `على ${counted(points, noun.trainPointOf)}`,
      epoch !== null &&
        (hasDiverged
          ? `تباعد؛ المعروض هو الحقبة ${formatCount(epoch)}، آخر حقبة صالحة`
          : `الحقبة ${formatCount(epoch)}`),
    ]
      .filter(Boolean)
      .join('، '),
  reading:
    'العددي: \u2066(f(v + ε) − f(v − ε)) / 2ε\u2069. الخطأ النسبي: الفرق مقسومًا على أكبر الميلين، أو على 1 إن كان كلاهما أصغر. باختيار سطر يظهر خطؤه عند كل ε.',
  summary: ({ counts, checked, size, worst }, tolerance) => {
    const all =
      checked < size
        ? `فُحص ${counted(checked, noun.gradient)} من ${formatCount(size)}`
        : `فُحص ${counted(checked, noun.gradient)}`;
    // The places of a number stay in one line.
    const furthest =
      worst && `أبعدها ${code(worst.label.replaceAll(' ', '\u00a0'))}، بفرق ${amount(worst.error)}`;
    const within = `بحد سماح ${formatPower(tolerance)}`;
    if (counts.wrong > 0) {
      return `${all}: عدد غير المتطابق ${formatCount(counts.wrong)}؛ ${furthest}.`;
    }
    if (counts.epsilon > 0) {
      return `${all}: عدد ما لا يؤكده ε هذا ${formatCount(counts.epsilon)}؛ ومع ε آخر يتطابق.`;
    }
    if (counts.kink > 0) {
      return `${all}: عدد المتطابق ${within} هو ${formatCount(counts.agrees)}؛ وعدد ما يقع عند زاوية ${formatCount(counts.kink)}.`;
    }
    return `${all}، و${checked === 1 ? 'هو متطابق' : 'كلها متطابقة'} ${within}؛ ${furthest}.`;
  },
  meanings: {
    wrong: 'تختلف القاعدة عن القياس عند كل ε: القاعدة خاطئة، هنا أو في طبقة أعلى.',
    epsilon:
      'قياس ε هذا غير جيد: إن كان كبيرًا انعطف المنحنى في الطريق، وإن كان صغيرًا نقصت الأرقام. والقاعدة صحيحة.',
    kink: 'يقفز الميل على بعد أقل من ε من هذا العدد، كما في ReLU عند الصفر. والفرق المأخوذ عبر القفزة لا يقيس أيًا من الجانبين، ولا ينفي صحة القاعدة.',
  },
  verdicts: {
    agrees: 'متطابق',
    wrong: 'غير متطابق',
    epsilon: 'قياس ε غير جيد',
    kink: 'عند زاوية',
  },
  overflow: () => 'الأعداد أكبر من أن تُفحص. يُعاد التدريب بمعدل تعلم أصغر.',
  epsilon: 'ε',
  amount,
  power: formatPower,
  slope: (value) => formatNumber(value, decimals(value)),
  again: 'إعادة الفحص',
  worstFirst: 'الطبقة الأسوأ أولًا',
  mistake: 'إدخال خطأ',
  noMistake: 'بلا خطأ',
  mistakes: kinds,
  mistakeIn: 'في الطبقة',
  layerOption: (number, description) => `${number} ${code(description)}`,
  planted: (kind, number, description, ownOnly) =>
    `أُدخل الخطأ في الطبقة ${number}، ${code(description)}: ${ownOnly ? `تدرج معاملاتها ${consequences[kind]}.` : `التدرج الذي تمرره إلى الأسفل ${consequences[kind]}، وتتأثر كل الطبقات تحتها.`} أما التدريب نفسه فيستمر بلا الخطأ.`,
  input: 'الدخل',
  checked: (tensors) =>
    tensors
      .map(({ name, checked, size }) =>
        checked < size
          ? `${name} (${formatCount(checked)} من ${formatCount(size)} عددًا، موزعة بانتظام)`
          : name,
      )
      .join('، '),
  maxError: ({ maxError }) => `الأكبر ${amount(maxError)}`,
  table: (name) => `${name}: التدرجات، والخطأ الأكبر أولًا`,
  entry: 'العدد',
  analytic: 'تحليلي',
  numerical: 'عددي',
  error: 'الخطأ النسبي',
  showAll: (count) => `إظهار الكل (${formatCount(count)})`,
  showFewer: 'إظهار أقل',
  curve: ({ label }, objective) => `خطأ ${code(`∂${objective}/∂${label}`)} بحسب ε`,
  rounding: 'التقريب',
  truncation: 'الاقتطاع',
  tolerance: (tolerance) => `حد السماح ${formatPower(tolerance)}`,
  here: (epsilon) => code(`ε = ${formatPower(epsilon)}`),
  curveMeaning: ({ verdict, error }, epsilon, { rounding, truncation, isExact }) => {
    if (isExact) return 'لا خطأ، مهما كان ε.';
    if (verdict === 'wrong') return 'لا يقرب أي ε بين العددين: القاعدة خاطئة.';
    if (verdict === 'kink') {
      return 'الفرق المأخوذ عبر زاوية ليس ميل أي من جانبيها.';
    }
    return [
      `الفرق ${amount(error)} عند ${code(`ε = ${formatPower(epsilon)}`)}.`,
      truncation ? 'قيمة ε الكبيرة تقيس المنحنى كأنه مستقيم.' : 'قيمة ε الكبيرة لا تضر هنا.',
      rounding && 'قيمة ε الضئيلة تفقد أرقامها.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  curveDescription: (points) =>
    `الخطأ بحسب ε: ${points
      .filter(({ error }) => Number.isFinite(error))
      .map(({ epsilon, error }) => `${amount(error)} عند ${formatPower(epsilon)}`)
      .join('؛ ')}.`,
};
