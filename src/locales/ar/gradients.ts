// The words of the figures about gradients in Arabic: adding up, fanning out.
import type { Words } from '../words';
import { code, formatCount, formatPower, formatShort, quoted } from './grammar';

const n = (value: number) => formatShort(value, 3);

export const gradientAccumulation: Words['GradientAccumulation'] = {
  heading: (name) => `تدرج ${name}، خطوة خطوة`,
  note: (step) => `تليها الخطوة ${formatCount(step + 1)}`,
  zeroGrad: 'zeroGrad',
  step: 'تنفيذ خطوة',
  parameter: 'المعامل',
  entry: 'العدد',
  of: (count) => `من ${formatCount(count)}`,
  previous: 'العدد السابق',
  next: 'العدد التالي',
  held: 'باقٍ من الخطوات السابقة',
  added: 'أضافته هذه الدفعة',
  used: 'ما يستعمله المحسِّن',
  alone: 'ما كان سيستعمله مع zeroGrad',
  picture: (name, steps) => `ما في تدرج ${name} وما يتلقاه، وعدد الخطوات ${formatCount(steps)}`,
  sentence: ({ name, zeroGrad, held, added, used, moved }) =>
    zeroGrad || held === 0
      ? `تبدأ الخطوة بـ ${code('grad = 0')}، فيصير grad ما تطلبه الدفعة: ${n(used)}. ويتغير ${name} بمقدار ${n(moved)}.${zeroGrad ? '' : ' وستضيف إليه الخطوات التالية.'}`
      : `ما زال في grad مقدار ${n(held)} من الخطوات السابقة. تضيف الدفعة ${n(added)}، ويتغير ${name} بمقدار ${n(moved)}، كأن التدرج ${n(used)}.`,
  stepNumber: (step) => `الخطوة ${formatCount(step + 1)}`,
  stepToCome: 'الخطوة التالية',
  failed: () =>
    'الخطوة التالية غير ممكنة: صارت الأعداد كبيرة جدًا. الحل إعادة ضبط التدريب أو الرجوع إلى الوراء.',
  none: 'ليس في هذا النموذج معاملات، فلا تدرجات تتراكم.',
};

type FanOut = Words['FanOut'];
type Way = Parameters<FanOut['formula']>[0];

const formulas: Readonly<Record<Way, string>> = {
  nothing: code('b = a + a'),
  mul: code('b = a + k·a'),
  square: code('b = a + a²'),
};

export const fanOut: FanOut = {
  heading: (formula) => `قيمة تُستعمل مرتين: ${formula}`,
  formula: (way) => formulas[way],
  way: (way, k) => ({ nothing: '', mul: code(`× ${k}`), square: 'تربيع' })[way],
  ways: 'الدارة',
  rule: 'عند التفرع',
  rules: { add: 'إضافة: \u2066grad += …\u2069', overwrite: 'استبدال: \u2066grad = …\u2069' },
  atFork: (rule, [first, second], gradient) =>
    rule === 'add'
      ? code(`${first} + ${second.startsWith('−') ? `(${second})` : second} = ${gradient}`)
      : `${first} ثم ${second}: يبقى ${gradient}`,
  backward: 'يعطي backward المشتقة \u2066∂b/∂a\u2069',
  measured: (epsilon) => `مقيس بـ ${code(`ε = ${epsilon}`)}`,
  agrees: 'متطابقان',
  differs: (by) => `الفرق ${by}`,
  unclear: 'لا يكفي ε هذا للحكم',
  sentence: (step, { rule, a, b, second, ways: [first] }) => {
    if (step === 0) {
      return `التمرير الأمامي: يسلك a الطريقين. يأتي أحدهما بـ ${a}، والآخر بـ ${second}، و b مجموعهما، ${b}. وما زال تدرج a هو 0.`;
    }
    if (step === 1) {
      return `التمرير الخلفي عبر الطريق الأول، حيث لا يغير شيء a: يعود تدرج b، وهو 1، كما هو: ${first}، ويحفظه التفرع.`;
    }
    return rule === 'add'
      ? 'يصل تغير a إلى b عبر الطريقين، فيُجمع تدرجاه.'
      : 'أخذ التدرج الثاني مكان الأول، كأن a لا يصل إلى b إلا عبر طريق واحد. ويبين القياس أن هذا خطأ.';
  },
  soFar: 'grad عند التفرع حتى الآن',
  previous: 'السابق',
  next: 'التالي',
  step: (step, count) => `الخطوة ${step} من ${count}`,
  picture: (formula) => `الدارة ${formula}: يسلك a طريقين يلتقيان في مجموع.`,
  forward: 'التمرير الأمامي',
  back: 'التمرير الخلفي',
  tooLarge: 'هذه الأعداد أكبر من أن تُحسب. يلزم عدد أصغر.',
  exact: (name) => `${name}، القيمة الدقيقة`,
  notANumber: (text) => `${quoted(text)} ليس عددًا؛ تبقى آخر قيمة صحيحة.`,
  beyond: (text) => `${quoted(text)} عدد كبير جدًا؛ تبقى آخر قيمة صحيحة.`,
  epsilon: 'ε',
  epsilonValue: (value) => (Math.abs(value) < 1e-4 ? formatPower(value) : formatShort(value)),
};
