// The sentences about a finding in Arabic: what happens, where, and why it is a problem.
import type { Words } from '../words';
import { formatCount, formatPercent, formatTight, list, plural } from './grammar';

type Lab = Words['FailureLab'];
type LayerName = Parameters<Lab['layer']>[0];

// More numbers than this are no longer read.
const mostListed = 8;

/** What a layer is called within a sentence. */
export function layerInWords(name: LayerName): string {
  if (name.kind === 'output') return 'طبقة المخرج';
  if (name.kind === 'place') return `الطبقة في الموضع ${name.place}، ${name.type}`;
  return `الطبقة المخفية ${name.number}${name.activation ? ` (${name.activation})` : ''}`;
}

function neurons(units: readonly number[], of: number): string {
  if (of === 1) return 'العصبون الوحيد';
  if (units.length === of) {
    return plural(of, { two: 'العصبونان', other: `كل العصبونات (${formatCount(of)})` });
  }
  if (units.length > mostListed) {
    return `عدد من العصبونات (${formatCount(units.length)} من ${formatCount(of)})`;
  }
  const numbers = list(units.map((unit) => String(unit + 1)));
  const noun = plural(units.length, { one: 'العصبون', two: 'العصبونان', other: 'العصبونات' });
  return `${noun} ${numbers}`;
}

export const whatHappens: Lab['what'] = (finding, layer, { epoch, divergence }) => {
  const { sign, units, of, groups, measure, since } = finding;
  const one = units.length === 1;
  const where = layer ? `في ${layerInWords(layer)}` : 'في النموذج';
  const who = `${neurons(units, of)} ${where}`;
  const twins = () => `${list(groups.map((group) => neurons(group, of)))} ${where}`;
  switch (sign) {
    case 'diverged': {
      const inside = layer ? layerInWords(layer) : 'النموذج';
      const first = divergence?.layer === 'loss' ? 'الخسارة' : inside;
      return `تجاوزت الأعداد ما يستطيع الحاسوب حفظه، وكان أولها في ${first}. المعروض هو الحقبة ${formatCount(epoch)}، آخر حقبة صالحة.`;
    }
    case 'lossRose':
      return `الخسارة ${formatTight(measure)} ضعف خسارة نموذج يجيب عشوائيًا.`;
    case 'lossClimbs':
      return 'زادت الخسارة بمقدار النصف أو أكثر في كل حقبة من الحقب الثلاث الأخيرة.';
    case 'dead': {
      const give = plural(units.length, { one: 'يعطي', two: 'يعطيان', other: 'تعطي' });
      return `${who}: ${give} 0 لكل نقاط التدريب.`;
    }
    case 'nearlyDead': {
      const exceed = plural(units.length, { one: 'يتجاوز', two: 'يتجاوزان', other: 'تتجاوز' });
      return `${who}: لا ${exceed} 0 إلا في ${one ? '' : 'ما لا يزيد على '}${formatPercent(measure, 1)} من نقاط التدريب.`;
    }
    case 'flat':
      return `${who}: عند طرفي المنحنى في ${one ? '' : 'ما لا يقل عن '}${formatPercent(measure)} من النقاط.`;
    case 'sureAndWrong':
      return `المخرج واثق من الصنف الخطأ في ${formatPercent(measure)} من النقاط.`;
    case 'twins':
      return `${twins()}: الأوزان نفسها، في الدخل وفي الخرج.`;
    case 'sameForNow':
      return `${twins()}: الأوزان نفسها في الدخل، لا في الخرج.`;
    case 'testLossRose':
      return `بلغت خسارة الاختبار أدناها في الحقبة ${formatCount(since ?? 0)}. وهي الآن ${formatTight(measure)} ضعف ذلك، بينما ما زالت خسارة التدريب تنخفض.`;
  }
};

export const whyItMatters: Lab['why'] = ({ sign, units, of }, layer) => {
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
    case 'lossRose':
    case 'lossClimbs': {
      const grown = layer ? ` وأكثر الطبقات تضخيمًا لما تتلقاه هي ${layerInWords(layer)}.` : '';
      const overshoot = 'كل خطوة تذهب أبعد مما يجب، فتصل إلى موضع أعلى وتجعل الخطوة التالية أكبر.';
      return sign === 'diverged' ? overshoot : overshoot + grown;
    }
    case 'dead': {
      const cut = units.length === of ? ' ولم يعد شيء يعبر الطبقة، فكل ما قبلها مجمد.' : '';
      return one
        ? 'وتدرجه صفر أيضًا، فلا يستطيع أن يعود إلى التعلم.'
        : `وتدرجها صفر أيضًا، فلا تستطيع أن تعود إلى التعلم.${cut}`;
    }
    case 'nearlyDead':
      return `لم يبق إلا القليل مما ${one ? 'يعلّمه' : 'يعلّمها'}: وقد ينتهي الأمر بعد خطوات قليلة.`;
    case 'flat':
      return `ينعدم الميل هناك تقريبًا، ومعه التدرج: فلا تكاد أوزان ${one ? 'هذا العصبون' : 'هذه العصبونات'} تتغير.`;
    case 'sureAndWrong':
      return 'في هذا الموضع البعيد من المنحنى يكاد الميل ينعدم، وتحتاج العودة إلى خطوات كثيرة جدًا.';
    case 'twins':
      return 'تحسب الشيء نفسه، وتتلقى التدرج نفسه، وتبقى متطابقة: فلا تقدر معًا على أكثر مما يقدر عليه عصبون واحد.';
    case 'sameForNow':
      return 'تحسب الشيء نفسه، لكنها تتلقى تدرجات مختلفة: وستفرق بينها الخطوات التالية.';
    case 'testLossRose':
      return 'يحفظ النموذج نقاط تدريبه عن ظهر قلب، بما فيها من ضوضاء، ويسوء أداؤه على النقاط التي لم يرها.';
  }
};
