// The words of the decision boundary in Arabic.
import type { Words } from '../words';
import { boundaryParts, picture } from './boundary-parts';
import { counted, formatCount, formatNumber } from './grammar';
import { noun } from './nouns';

const shapes = [
  'الدوائر',
  'المربعات',
  'المثلثات',
  'المعينات',
  'الصلبان',
  'المثلثات المقلوبة',
  'المسدسات',
  'النجوم',
];

export const decisionBoundary: Words['DecisionBoundary'] = {
  ...boundaryParts,
  heading: 'حد القرار',
  note: (task) =>
    ({
      binary: 'احتمال الصنف 1',
      multiclass: 'الصنف الأرجح، ولونه أشد كلما زاد اليقين',
      regression: 'القيمة المتوقعة',
    })[task],
  diverged: ({ epoch }) => `تباعد؛ المعروض هو الحقبة ${formatCount(epoch)}، آخر حقبة صالحة`,
  caption: (task, classes, hasTest) => {
    if (task === 'regression') {
      return `لون كل نقطة هو لون قيمتها.${hasTest ? ' الدوائر للتدريب، والمعينات للاختبار.' : ''}`;
    }
    const filled = hasTest ? ' النقاط الممتلئة للتدريب، والمفرغة للاختبار.' : '';
    const names = shapes.slice(0, classes).map((shape, k) => `${shape} للصنف ${k}`);
    return `${names.join('، ')}.${filled}`;
  },
  description: ({ run, data, test, wrong, outside, view }) => {
    const count = data.x.shape[0]!;
    const trained = counted(count, noun.trainPoint);
    const points = test ? `${trained} و${counted(test.x.shape[0]!, noun.testPoint)}` : trained;
    const judged =
      wrong === null
        ? `الخسارة ${formatNumber(run.loss)}`
        : `${formatCount(wrong)} من ${trained} في الجانب الخطأ`;
    const unseen = outside ? ` عدد النقاط خارج الصورة: ${formatCount(outside)}.` : '';
    return `${picture(view)}، والنقاط: ${points}. الحقبة ${formatCount(run.epoch)}: ${judged}.${unseen}`;
  },
  probe: 'مجس: ما يقوله النموذج عند نقطة. تحركه مفاتيح الأسهم.',
  readingAt: (x, y) => `عند ${formatNumber(x, 1)}؛ ${formatNumber(y, 1)}`,
  reading: ({ task, overlay, value, predicted, uncertainty }) => {
    if (predicted === null || overlay === 'probability') {
      return task === 'multiclass' && predicted !== null
        ? `الصنف ${predicted}: ${formatNumber(value)}`
        : formatNumber(value);
    }
    if (overlay === 'uncertainty') return `عدم اليقين: ${formatNumber(uncertainty, 2)}`;
    return `الصنف ${predicted}`;
  },
  spokenReading: ({ task, overlay, value, predicted, uncertainty, isNeuron }, x, y) => {
    const place = `x ${formatNumber(x, 2)}؛ y ${formatNumber(y, 2)}`;
    if (isNeuron) return `${place}: خرج العصبون ${formatNumber(value)}`;
    if (task === 'regression') return `${place}: القيمة ${formatNumber(value)}`;
    const of = task === 'binary' ? 1 : predicted;
    const likely = `${place}: احتمال الصنف ${of} هو ${formatNumber(value)}`;
    if (overlay === 'hard') return `${place}: الصنف ${predicted}`;
    return overlay === 'uncertainty'
      ? `${likely}، عدم اليقين ${formatNumber(uncertainty, 2)}`
      : likely;
  },
  notAPlane: (inputs) =>
    `تحتاج هذه الصورة إلى نقاط لها مدخلان، x و y؛ وعدد مدخلات هذه البيانات ${formatCount(inputs)}.`,
};
