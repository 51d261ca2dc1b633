// The words of the layer stack in Arabic.
import type { Words } from '../words';
import { casesOf, code, counted, formatCount, formatNumber } from './grammar';
import { noun } from './nouns';
import { slowMotion } from './slow-motion';

type Stack = Words['LayerStack'];
type Facts = Parameters<Stack['description']>[0];

const columns = { value: 'القيمة', gradient: 'التدرج' } as const;

const coordinates = (x: readonly number[]) =>
  x.map((value, i) => `${['x', 'y'][i] ?? `x${i + 1}`} ${formatNumber(value, 2)}`).join('؛ ');
const goal = (target: number, task: Facts['task']) =>
  task === 'regression' ? `الهدف ${formatNumber(target, 2)}` : `الصنف ${target}`;

const phases = { forward: 'التمرير الأمامي', loss: 'الخسارة', backward: 'التمرير الخلفي' } as const;

export const layerStack: Stack = {
  ...slowMotion,
  heading: 'كدسة الطبقات',
  note: (sample, phase, step, count) =>
    phase.kind === 'between'
      ? `النقطة ${formatCount(sample + 1)}: القيم تصعد، والتدرجات تنزل`
      : `خطوة التدريب: ${phases[phase.kind]}، ${step} من ${count}`,
  diverged: (epoch) => `تباعد؛ المعروض هو الحقبة ${formatCount(epoch)}، آخر حقبة صالحة`,
  value: 'القيمة، أمامًا ↑',
  gradient: 'التدرج، خلفًا ↓',
  input: 'الدخل',
  loss: 'الخسارة',
  target: (target, task) => `نسبةً إلى: ${goal(target, task)}`,
  start: 'dLoss/dLoss',
  parameters: (count) => counted(count, noun.parameter),
  shape: (from, to) => code(`${from} → ${to}`),
  formula: casesOf,
  cell: (column, unit, of, number) => `${of}، ${columns[column]} ${unit + 1}: ${number}`,
  hint: 'بالإشارة إلى خلية يظهر عددها.',
  caption: 'أشد لون في كل سطر هو أكبر عدد فيه؛ وعلامة الناقص تدل على الأعداد السالبة.',
  more: (count) => `إظهار ${formatCount(count)} أخرى`,
  fewer: 'إظهار أقل',
  details: (of) => `${of}: ما تحفظه الطبقة، ومشتقتها، ومعاملاتها`,
  remembers: 'المحفوظ للعودة',
  nothing: 'لا شيء',
  localElementwise: 'الميل المحلي dOut/dIn، عنصرًا عنصرًا',
  localJacobian: 'المشتقة المحلية dOut/dIn، سطر لكل مخرج',
  parameterValue: (name) => name,
  parameterAdded: (name) => `أضافته هذه النقطة إلى تدرج ${name}`,
  summary: (shape, low, high) =>
    `الأعداد ${code(shape)}، من ${formatNumber(low)} إلى ${formatNumber(high)}`,
  point: 'النقطة',
  ofPoints: (count) => `من ${formatCount(count)}`,
  previous: 'النقطة السابقة',
  next: 'النقطة التالية',
  place: (x, target, task) => `${coordinates(x)}، ${goal(target, task)}`,
  description: ({ sample, count, x, target, task, prediction, loss }) =>
    `النقطة ${formatCount(sample + 1)} من ${formatCount(count)}: ${coordinates(x)}، ${goal(target, task)}. يقول النموذج: ${prediction}؛ الخسارة ${formatNumber(loss)}.`,
  noLayers: 'ليس في هذا النموذج طبقات بعد: يخرج ما يدخل.',
  predictedClass: (label, probability) => `الصنف ${label}، باحتمال ${formatNumber(probability)}`,
  predictedNumber: (value) => formatNumber(value),
  overflow: () =>
    'صارت الأعداد أكبر من أن تُتبع هذه النقطة. الحل إعادة ضبط التدريب بمعدل تعلم أصغر.',
};
