// The words of the checks of a reader's code in Arabic.
import type {
  CheckWords,
  CheckedValue,
  Complaint,
} from '../../components/code-challenge/check-labels';
import { code, counted, formatCount, formatNumber } from './grammar';
import { noun } from './nouns';

const points = (count: number) =>
  count === 1 ? 'نقطة واحدة' : `${counted(count, noun.pointOf)} معًا`;
const shape = (sizes: readonly number[]) =>
  sizes.length ? `شكله ${code(`[${sizes.join(', ')}]`)}` : 'شكله شكل عدد واحد';
// Whole factors as they are said: 4, and not 4,000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? formatCount(times) : formatNumber(times);

function complaintOf(name: string, complaint: Complaint): string {
  switch (complaint.kind) {
    case 'missing':
      return `${name} قيمته ${complaint.got}؛ هل ينقص return؟`;
    case 'odd':
      return `${name} من النوع ${complaint.type}؛ والمطلوب أعداد في قوائم`;
    case 'ragged':
      return `${name} ليس جدول أعداد؛ يجب أن تتساوى الصفوف طولًا وألا تحوي إلا أعدادًا`;
    case 'shape': {
      const why = complaint.isTurned ? '؛ الصفوف والأعمدة متبادلة' : '';
      return `${name} ${shape(complaint.got)}؛ والمطلوب ما ${shape(complaint.wanted)}${why}`;
    }
    case 'notFinite': {
      const why = Number.isNaN(complaint.value)
        ? 'صادف حسابٌ ما ليس عددًا، وغالبًا موضعًا بعد نهاية قائمة'
        : 'كبر عدد بلا حد';
      return `${code(`${name}${complaint.place}`)} قيمته ${complaint.value}: ${why}`;
    }
    case 'mistake':
      return `${name} ${complaint.words}`;
    case 'zero':
      return `${name} ما زال صفرًا كله؛ لم يوضع فيه شيء`;
    case 'sign':
      return `${name} إشارته خاطئة في كل المواضع`;
    case 'factor': {
      const { times, isTooSmall, isNegative, isBatch } = complaint;
      const sign = isNegative ? '، وإشارتها خاطئة' : '';
      const small = ': المطلوب الجمع على الدفعة بلا قسمة';
      const large = ': يجب أن تُضاف كل نقطة مرة واحدة';
      const why = !isBatch ? '' : isTooSmall ? small : large;
      return `${name} شكله صحيح، لكن قيمه ${isTooSmall ? 'أصغر' : 'أكبر'} مما يجب ${inTimes(times)} مرة${sign}${why}`;
    }
    case 'entry': {
      const { place, got, wanted, wrong, count } = complaint;
      const others =
        wrong > 1 ? ` (عدد المختلف ${formatCount(wrong)} من ${formatCount(count)})` : '';
      return `${code(`${name}${place}`)} قيمته ${formatNumber(got)}؛ والمطلوب ${formatNumber(wanted)}${others}`;
    }
  }
}

function valueName(value: CheckedValue): string {
  switch (value.kind) {
    case 'output':
      return 'المخرج';
    case 'named':
      return value.name;
    case 'afterTwoCalls':
      return `بعد استدعاءين، ${value.name}`;
    case 'afterSteps':
      return `${value.steps === 1 ? 'بعد خطوة' : 'بعد خطوتين'}، ${value.name}`;
    case 'afterZeroGrad':
      return `بعد zeroGrad، تدرج ${value.name}`;
    case 'afterEpochs':
      return `${value.epochs === 1 ? 'بعد حقبة' : 'بعد حقبتين'}، ${value.name}`;
    case 'given':
      return `ما تلقاه ${value.call}`;
  }
}

export const checkWords: CheckWords = {
  forward: (formula, count) => `يعطي forward ${code(formula)} لـ ${points(count)}`,
  anyFunction: 'عددًا لكل عدد',
  input: (count) => `يعيد backward المشتقة dObj/dIn لـ ${points(count)}`,
  parameter: (name, count) => `يضيف backward إلى ${name} لـ ${points(count)}`,
  addsUp: (name) => `يتراكم ${name} على استدعاءين لـ backward`,
  step: 'ينقل step كل معامل عكس تدرجه، بحسب معدل التعلم',
  zeroGrad: 'يصفّر zeroGrad كل تدرج',
  twoSteps: 'خطوتا تدريب متتاليتان',
  asked: 'يُسأل النموذج عن النقاط الأربع',
  goesBack: 'يعود التدرج عبر النموذج',
  oneEpoch: 'تنقل الحقبة كل عدد عكس تدرجه',
  secondEpoch: 'تبدأ الحقبة الثانية بتدرجات صفرية',
  notCalled: (call, given) => `لم يُستدع ${call} قط؛ ويجب أن يتلقى ${given}`,
  value: valueName,
  complaint: complaintOf,
  undefined: (name) => `${name} غير موجود؛ وتبحث عنه الفحوص بهذا الاسم`,
  notLoaded:
    'تعذر تحميل ما يتحقق من الكود؛ هل ما زالت الصفحة متصلة؟ زر «تحقق من الكود» يحاول مرة أخرى.',
  noNumber: (layer, what, number, at) =>
    `يعطي ${layer} ${what === 'slope' ? `الميل ${number}` : number} عند ${formatNumber(at)}؛ والمطلوب عدد في كل موضع`,
};
