// The words of the failure lab in Arabic.
import type { Words } from '../words';
import { layerInWords, whatHappens, whyItMatters } from './findings';
import { counted, formatCount, formatShort, list } from './grammar';
import { noun } from './nouns';

export const failureLab: Words['FailureLab'] = {
  heading: 'ما يستحق الانتباه',
  summary: (problems, watches, { status, epoch }) => {
    if (status === 'diverged') {
      return `تباعد التدريب: توقف بعد الحقبة ${formatCount(epoch)}.`;
    }
    const found = [
      problems && counted(problems, noun.problem),
      watches && counted(watches, noun.watch),
    ].filter(Boolean);
    const told = found.join('، ');
    if (told) return `${told}.`;
    return epoch === 0 ? 'لا شيء غير معتاد قبل الحقبة الأولى.' : 'لا شيء غير معتاد حتى الآن.';
  },
  kinds: {
    exploding: 'خطوات متفجرة',
    deadReLU: 'وحدات ReLU ميتة',
    saturated: 'عصبونات مشبعة',
    symmetry: 'عصبونات متطابقة',
    overfitting: 'فرط التخصيص',
  },
  states: { fine: 'جيد', watch: 'للمراقبة', problem: 'مشكلة', none: 'لا ينطبق' },
  fine: {
    exploding: 'الخسارة لا تخرج عن السيطرة.',
    deadReLU: 'كل وحدة ReLU أكبر من 0 لبعض النقاط.',
    saturated: 'لا عصبون عالق عند طرف منحناه.',
    symmetry: 'ليس في أي طبقة عصبونان بالأوزان نفسها.',
    overfitting: 'خسارة الاختبار لا ترتفع بينما تنخفض خسارة التدريب.',
  },
  none: {
    exploding: '',
    deadReLU: 'ليس في هذا النموذج ReLU مخفية.',
    saturated: 'ليس في هذا النموذج دالة سينية ولا tanh.',
    symmetry: 'ليس في هذا النموذج طبقة مخفية فيها عصبونان.',
    overfitting: 'لا توجد نقاط اختبار للمقارنة.',
  },
  what: whatHappens,
  why: whyItMatters,
  layer: layerInWords,
  advice: (kind, severity) => {
    const isFew = severity === 'watch' && (kind === 'deadReLU' || kind === 'saturated');
    const few = 'وجود القليل منها معتاد، ويتعلم الباقي من دونها. وإذا زاد عددها: ';
    const advice = {
      exploding: 'تُجرّب خطوات أصغر: فهي تنزل حيث تقفز هذه فوق القاع.',
      deadReLU: 'تُجرّب خطوات أصغر، أو دالة تفعيل لا ينعدم ميلها أبدًا.',
      saturated: 'تُجرّب أوزان ابتدائية أصغر، أو خطوات أصغر.',
      symmetry: 'تُجرّب أوزان ابتدائية عشوائية: فما يختلف يمكنه أن يتعلم أشياء مختلفة.',
      overfitting:
        'تُجرّب بيانات أكثر، أو نموذج أصغر، أو عقوبة على الأوزان الكبيرة، أو التوقف في الوقت المناسب.',
    }[kind];
    return isFew ? few + advice : advice;
  },
  remedy: ({ learningRate, activation, initialization, l2 }) => {
    const isLeaky =
      activation === 'LeakyReLU' || (Array.isArray(activation) && activation.includes('LeakyReLU'));
    const parts = [
      isLeaky && 'LeakyReLU',
      initialization === 'xavier' && 'أوزان Xavier العشوائية',
      learningRate !== undefined && `معدل تعلم ${formatShort(learningRate)}`,
      l2 !== undefined && `عقوبة L2 قدرها ${formatShort(l2)}`,
    ];
    return list(parts.filter((text) => text !== false));
  },
  tryOut: (remedy) => `البدء من جديد مع ${remedy}`,
  tried: (remedy) => `بدأ من جديد مع ${remedy}.`,
  putBack: 'إعادته كما كان',
  goTo: (epoch) => `الانتقال إلى الحقبة ${formatCount(epoch)}`,
  show: 'إظهار',
  shown: (unit, at, count) =>
    count === 1
      ? `العصبون ${unit + 1} معروض`
      : `العصبون ${unit + 1}، ${at + 1} من ${formatCount(count)}`,
  cause: 'إحداث',
  causeAgain: 'مرة أخرى',
  causeHint: (kind, again) => (again ? `مرة أخرى: ${kind}` : `إحداث: ${kind}`),
  aside: (kind) => `أُعد هذا التدريب لإظهار: ${kind}. والنموذج الأصلي محفوظ جانبًا.`,
  back: 'العودة إلى نموذجي',
  weightsOnly: 'عادت الأوزان كما كانت. وتُعد الحقب من 0 من جديد، لأن التدريب كان قد عُدّل في أثنائه.',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  step: 'خطوة',
  stepHint: 'خطوة: تدريب حقبة واحدة',
  announce: (problems, watches) => {
    const parts = [
      problems.length ? `مشكلة: ${problems.join('، ')}.` : '',
      watches.length ? `للمراقبة: ${watches.join('، ')}.` : '',
    ].filter(Boolean);
    return parts.length ? parts.join(' ') : 'لا شيء غير معتاد.';
  },
};
