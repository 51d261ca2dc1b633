// The words of the controls in Arabic: buttons, readout and time.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';
import { settings } from './settings';

const trends = { falling: 'تنخفض', rising: 'ترتفع', flat: 'ثابتة', diverging: 'تتباعد' };

export const trainerControls: Words['TrainerControls'] = {
  ...settings,
  name: 'التحكم في التدريب',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  replay: 'إعادة التشغيل',
  step: 'خطوة',
  stepHint: 'خطوة: تدريب حقبة واحدة',
  stepBy: (unit) => (unit === 'batch' ? 'دفعة أخرى' : 'طبقة أخرى'),
  stepByHint: (unit) =>
    unit === 'batch'
      ? 'دفعة أخرى: التدريب على دفعة'
      : 'طبقة أخرى: عبور طبقة، في التمرير الأمامي أو الخلفي',
  stepUnit: 'الخطوة',
  unit: (unit) => ({ layer: 'طبقة', batch: 'دفعة', epoch: 'حقبة' })[unit],
  layer: (number, type) => `الطبقة ${number}، ${type}`,
  phase: ({ kind }, layer, { step }) => {
    if (kind === 'forward') return `التمرير الأمامي: ${layer}`;
    if (kind === 'backward') return `التمرير الخلفي: ${layer}`;
    if (kind === 'loss') return 'خسارة الدفعة';
    return step === 0 ? 'بين خطوتي تدريب' : `تحدّثت الأوزان، خطوة التدريب ${formatCount(step)}`;
  },
  reset: 'إعادة الضبط',
  resetHint: 'إعادة الضبط: البدء من جديد بالأوزان نفسها',
  newWeights: 'أوزان جديدة',
  newWeightsHint: 'أوزان جديدة: البدء من جديد بأوزان عشوائية أخرى',
  newData: 'بيانات جديدة',
  newDataHint: 'بيانات جديدة: سحب نقاط أخرى، والبدء من جديد بالأوزان نفسها',
  ownData: 'هذه النقاط معطاة، ولا توجد أخرى تُسحب.',
  epoch: 'الحقبة',
  loss: 'الخسارة',
  wrong: (wrong, count) => `${formatCount(wrong)} من ${formatCount(count)} خاطئة التصنيف`,
  timeline: 'الانتقال إلى الحقبة',
  timelineAt: (epoch, last) => `${formatCount(epoch)} من ${formatCount(last)}`,
  timelineEmpty: 'لم يُدرَّب شيء بعد',
  announce: ({ status, epoch, loss }) => {
    const where = `الحقبة ${formatCount(epoch)}، الخسارة ${formatNumber(loss)}`;
    if (status === 'running') return `التدريب ابتداءً من ${where}.`;
    if (status === 'paused') return `توقف مؤقت عند ${where}.`;
    if (status === 'done') return `انتهى عند ${where}.`;
    if (status === 'diverged') return `تباعد بعد ${where}.`;
    return `كل شيء جاهز عند ${where}.`;
  },
  summary: ({ epoch, loss, trend, wrong, count, error }) =>
    `الحقبة ${formatCount(epoch)}، الخسارة ${formatNumber(loss)}، ${trends[trend]}، ` +
    (wrong === null
      ? `الخطأ النموذجي ${formatNumber(error)}.`
      : `${formatCount(wrong)} من ${formatCount(count)} خاطئة التصنيف.`),
  ofRun: (name, number, sentence) => `${name ?? `التدريب ${formatCount(number)}`}: ${sentence}`,
  diverged: ({ divergence, epoch }) => {
    const where = divergence && divergence.layer !== 'loss' ? ` (أولًا في ${divergence.layer})` : '';
    return (
      `كبرت الأعداد بلا حد${where}. ` +
      `المعروض هو الحقبة ${formatCount(epoch)}، آخر حقبة صالحة. الحل خفض معدل التعلم ثم إعادة الضبط.`
    );
  },
};
