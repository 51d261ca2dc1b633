// What can be heard of a run, in Arabic.
import type { Words } from '../words';
import { code, formatCount, formatNumber, formatPercent, formatShort, list } from './grammar';

export const sonification: Words['Sonification'] = {
  heading: 'الاستماع إلى التدريب',
  follow: 'سماع الخسارة أثناء التدريب',
  sweep: 'تشغيل الخسارة حتى الآن',
  scan: (along) => (along === 'row' ? 'تشغيل الصف' : 'تشغيل العمود'),
  stop: 'إيقاف',
  volume: 'مستوى الصوت',
  volumeValue: (share) => formatPercent(share),
  lossScale: ({ low, high }) =>
    `كلما صغرت الخسارة انخفضت النغمة: ${code(`${formatCount(low.hertz)} Hz`)} عند ${formatShort(low.value, 2)}، ` +
    `و${code(`${formatCount(high.hertz)} Hz`)} عند ${formatShort(high.value, 2)}.`,
  nothingYet: 'لم يُدرَّب شيء بعد.',
  along: 'المسح على طول',
  line: (along) => (along === 'row' ? 'صف' : 'عمود'),
  place: (along) => (along === 'row' ? 'الصف، y' : 'العمود، x'),
  placeKeys: 'مفاتيح الأسهم تحركه قليلًا، ومع Shift أو Page Up وPage Down أكثر.',
  scanScale: (along, low, high) =>
    `${along === 'row' ? 'من اليسار إلى اليمين' : 'من الأسفل إلى الأعلى'}، النغمة هي احتمال الصنف 1: ` +
    `${code(`${formatCount(low)} Hz`)} للصفر، و${code(`${formatCount(high)} Hz`)} للواحد. تُسمع نقرة حيث يعبر النصف.`,
  reading: ({ along, at, probabilities, crossings }) => {
    const [line, across] = along === 'row' ? ['y', 'x'] : ['x', 'y'];
    const first = probabilities[0]! > 0.5 ? 1 : 0;
    const begins = `${line} ${formatNumber(at, 2)}: يبدأ في الصنف ${first}، `;
    const lowest = formatNumber(Math.min(...probabilities), 2);
    const highest = formatNumber(Math.max(...probabilities), 2);
    const range = `احتمال الصنف 1 من ${lowest} إلى ${highest}.`;
    if (crossings.length === 0) return `${begins}بلا عبور، ${range}`;
    const places = crossings.map((crossing) => formatNumber(crossing, 2));
    return `${begins}يعبر عند ${across} ${list(places)}، ${range}`;
  },
  noBoundary: 'لا توجد حدود لمسحها: يلزم مدخلان وصنفان.',
  problem: (problem) =>
    problem === 'missing'
      ? 'لا يستطيع هذا المتصفح إصدار صوت (ليس فيه Web Audio). الأعداد مكتوبة هنا وفي الأشكال الأخرى.'
      : 'لا يسمح المتصفح لهذه الصفحة بإصدار صوت. الأعداد مكتوبة هنا وفي الأشكال الأخرى.',
  escape: 'مفتاح Escape يوقف الصوت.',
};
