// The words of the layer stack's slow-motion step, of its batch, and of the optimizer's memory in Arabic.
import type {
  BatchLabels,
  DistributionFacts,
  OptimizerLabels,
  SlowMotionLabels,
  StageFacts,
} from '../../components/layer-stack/slow-labels';
import {
  counted,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  formatTight,
  list,
} from './grammar';
import { noun } from './nouns';

const points = (count: number) => counted(count, noun.point);
const thePoints = (count: number) => counted(count, noun.pointOf);
const percent = (share: number) =>
  share > 0 && share < 0.01
    ? `أقل من ${formatPercent(0.01)}`
    : formatPercent(Math.round(100 * share) / 100);
const n = (value: number) => formatNumber(value);

type Range = Pick<StageFacts, 'low' | 'high'>;
// The numbers that arrive: ` من 0.1 إلى 0.9`, ` كلها تساوي 0.5`.
const range = ({ low, high }: Range) =>
  low === null || high === null
    ? ''
    : low === high
      ? ` كلها تساوي ${n(low)}`
      : ` من ${n(low)} إلى ${n(high)}`;
const lossRange = ({ low, high }: Range) =>
  low === null || high === null
    ? 'غير معروفة'
    : low === high
      ? `هي ${n(low)}`
      : `من ${n(low)} إلى ${n(high)}`;

const columns = {
  value: (count: number) => counted(count, noun.value),
  gradient: (count: number) => counted(count, noun.gradient),
} as const;
const column = { value: 'القيمة', gradient: 'التدرج' } as const;
const ways = { forward: 'أمامًا عبر', backward: 'خلفًا عبر' } as const;
const slotNames: Record<string, string> = { momentum: 'السرعة', sum: 'مجموع المربعات' };
const slotMeanings: Record<string, string> = {
  momentum: 'السرعة امتداد للخطوات السابقة: تتكون من التدرجات حتى الآن، وكلما قدم التدرج ضعف أثره.',
  m: 'm متوسط متحرك للتدرج: الاتجاه الذي كان له في الآونة الأخيرة.',
  v: 'v متوسط متحرك لمربع التدرج: حيث كانت التدرجات كبيرة تصغر الخطوات.',
  sum: 'مجموع مربعات كل التدرجات حتى الآن: حيث يكبر تصغر الخطوات.',
};

function sentence(facts: StageFacts): string {
  const { kind, of, step, parameters, learningRate, change, cleared, failure } = facts;
  const said = {
    zeroGrad: () =>
      `تأخذ خطوة التدريب ${formatCount(step)} ${counted(facts.points, noun.pointOf)}. ` +
      (cleared
        ? 'يصفّر zeroGrad كل تدرج، كي لا تُحسب الخطوة السابقة.'
        : 'zeroGrad غير مفعل: تبقى تدرجات الخطوة السابقة، وتُضاف إليها هذه الخطوة.'),
    forward: () =>
      `التمرير الأمامي عبر ${of}: من ${thePoints(facts.points)} تخرج أعداد${range(facts)}.`,
    loss: () =>
      `تقارن ${of} التوقعات بالأهداف: على ${thePoints(facts.points)} الخسارة ${lossRange(facts)}. وتدرجها يبدأ التمرير الخلفي.`,
    backward: () =>
      `التمرير الخلفي عبر ${of}: تنزل تدرجات${range(facts)}` +
      (parameters.length ? `، وتُضاف أخرى إلى تدرجات ${list(parameters)}.` : '.'),
    update: () =>
      `يغير ${of} كل معامل بحسب تدرجه، بمعدل التعلم ${formatTight(learningRate)}: أكبر تغيير هو ${n(change)}.`,
  }[kind]();
  return failure === null ? said : `${said} وهنا تفشل الخطوة: صارت الأعداد كبيرة جدًا.`;
}

function distribution(facts: DistributionFacts): string {
  const { count, low, high, mean, zeros, units, silent, nonFinite } = facts;
  const ends = low === high ? n(low) : `من ${n(low)} إلى ${n(high)}`;
  const parts = count > nonFinite ? [`${ends}، المتوسط ${n(mean)}`] : ['لا عدد منتهيًا'];
  if (zeros > 0) parts.push(`${percent(zeros)} أصفار`);
  if (silent > 0) {
    parts.push(`الوحدات الصفرية لكل النقاط: ${formatCount(silent)} من ${formatCount(units)}`);
  }
  if (nonFinite > 0 && count > nonFinite) {
    parts.push(counted(nonFinite, noun.nonFinite));
  }
  return parts.join('؛ ');
}

export const slowMotion: SlowMotionLabels & BatchLabels & OptimizerLabels = {
  slowMotion: 'خطوة تدريب بالحركة البطيئة',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  back: 'السابق',
  nextStage: 'التالي',
  takeStep: 'تنفيذ الخطوة',
  replay: 'إعادة بالسرعة الكاملة',
  pace: 'الإيقاع',
  paceOf: (pace) =>
    pace >= 1 ? `${formatShort(pace)} في الثانية` : `كل ${formatShort(1 / pace)} ث`,
  stage: 'مرحلة خطوة التدريب',
  stageName: (kind, of) => {
    if (kind === 'forward' || kind === 'backward') return `${ways[kind]} ${of}`;
    return { zeroGrad: of, loss: 'الخسارة', update: `الخطوة، ${of}` }[kind];
  },
  progress: (name, at, count) => `${name}، ${at} من ${count}`,
  notBegun: 'لم تبدأ',
  atRest: (step) =>
    `تليها خطوة التدريب ${formatCount(step)}: zeroGrad، فالتمرير الأمامي، فالخسارة، فالتمرير الخلفي، فخطوة المحسِّن.`,
  sentence,
  replaying: (step) => `خطوة التدريب ${formatCount(step)} من جديد، بالسرعة الكاملة.`,
  taken: (step, loss) =>
    `تمت خطوة التدريب ${formatCount(step)}. كانت خسارة دفعتها ${n(loss)}. ويتابع «تشغيل» بالخطوة التالية.`,
  notInBatch: (wanted, shown) =>
    `النقطة ${formatCount(wanted + 1)} ليست في هذه الدفعة؛ المعروضة هي النقطة ${formatCount(shown + 1)}.`,
  pending: 'ليس بعد',
  largestGradient: (size) => `أكبر تدرج ${formatTight(size)}`,
  largestChange: (size) => `أكبر تغيير ${formatTight(size)}`,

  shown: 'العرض',
  oneSample: 'مثال واحد',
  batch: 'دفعة',
  batchNote: 'الدفعة التالية: القيم تصعد، والتدرجات تنزل',
  stepNote: (step, sample, count, view) =>
    view === 'batch'
      ? `خطوة التدريب ${formatCount(step)}، ${points(count)}`
      : `خطوة التدريب ${formatCount(step)}: النقطة ${formatCount(sample + 1)}، واحدة من ${formatCount(count)}`,
  distribution,
  pendingHistogram: (of, which) => `${of}، ${column[which]}: ليس بعد`,
  histogram: (facts) =>
    `${facts.of}، ${columns[facts.column](facts.count)} من الدفعة: ${distribution(facts)}`,
  batchCaption:
    'كم مرة يرد كل مقدار بين أعداد كل الوحدات وكل نقاط الدفعة التي تأخذها خطوة التدريب التالية. الخط الأوسط هو الصفر؛ والعمود الرمادي يعد الأصفار التامة.',

  parameterByNumber: 'عدد من معامل، وما يحفظه المحسِّن عنه',
  parameter: 'المعامل',
  entry: 'العنصر',
  ofEntries: (count) => `من ${formatCount(count)}`,
  previousEntry: 'العنصر السابق',
  nextEntry: 'العنصر التالي',
  entryPlace: (indices) =>
    indices.length === 2
      ? `الصف ${indices[0]! + 1}، العمود ${indices[1]! + 1}`
      : `الموضع ${indices.map((index) => index + 1).join('، ')}`,
  now: 'الآن',
  beforeStep: 'قبل الخطوة',
  parameterRow: 'القيمة',
  gradientRow: 'التدرج',
  slotName: (name) => slotNames[name] ?? name,
  slotMeaning: (name) => slotMeanings[name] ?? '',
  noMemory: (optimizer) => `لا يحفظ ${optimizer} شيئًا من الخطوات السابقة.`,
};
