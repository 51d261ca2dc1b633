// The words of the data editor in Arabic.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, list, quoted } from './grammar';
import { noun } from './nouns';

type Editor = Words['DataEditor'];
type Problem = Parameters<Editor['line']>[2];

const datasets: Record<Parameters<Editor['datasetName']>[0], string> = {
  simple: 'أربع نقاط',
  moons: 'هلالان',
  circles: 'دائرتان',
  xor: 'XOR',
  spiral: 'لولبان',
  gauss: 'غاوسيان',
  checkerboard: 'رقعة شطرنج',
  rings: 'حلقات',
  blobs: 'سحب',
  spirals: 'لوالب',
  plane: 'مستوى مائل',
  bumps: 'مرتفعات',
  sine: 'موجة جيبية',
};

function problemInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `ينقص ${problem.column}؛ في السطر x و y و label`;
    case 'notANumber':
      return `${quoted(problem.cell)} ليس عددًا`;
    case 'columns':
      return `أسماء الأعمدة: ${list(problem.names)}؛ والمطلوب x و y و label`;
    case 'noText':
      return 'لا يوجد نص؛ والمطلوب أسطر فيها x و y و label';
    case 'onlyHeader':
      return 'يوجد سطر عناوين، ولا نقطة تحته';
  }
}

export const dataEditor: Editor = {
  heading: 'البيانات',
  plane: 'نقاط المستوى',
  keys: 'تحرك مفاتيح الأسهم المؤشر، بخطى واسعة مع Shift ودقيقة مع Alt. يضيف Enter نقطة، أو يمسك نقطة ثم يضعها. ينقل N و P من نقطة إلى أخرى، ويحذف Delete، وتختار الأرقام الصنف، ويعيد Esc ما أُمسك إلى مكانه.',
  tools: 'الأداة',
  tool: { add: 'إضافة', move: 'تحريك', erase: 'مسح', spray: 'رش' },
  hint: (tool, task) =>
    ({
      add: `بالضغط على المستوى تُضاف نقطة ${task === 'regression' ? 'بالقيمة المختارة' : 'من الصنف المختار'}؛ وبسحب نقطة تتحرك.`,
      move: 'تتحرك النقطة بسحبها.',
      erase: 'تُحذف النقاط بالضغط عليها أو بالسحب فوقها.',
      spray:
        'بالسحب على المستوى تُنثر النقاط. وما دامت هذه الأداة مختارة، لا تتحرك الصفحة بالإصبع على المستوى.',
    })[tool],
  classes: 'الصنف',
  classOf: (label) => `الصنف ${label}`,
  addClass: 'إضافة صنف',
  value: 'القيمة',
  part: 'النقاط الجديدة لـ',
  partOf: { train: 'التدريب', test: 'الاختبار' },
  undo: 'تراجع',
  redo: 'إعادة',
  clear: 'إفراغ',
  empty: 'بالضغط هنا توضع أول نقطة.',
  needsPoints: 'يلزم وجود نقطة تدريب واحدة على الأقل؛ وحتى ذلك الحين يستمر التدريب بآخر بيانات.',
  full: (most) => `عدد النقاط ${formatCount(most)}، وهو أقصى ما يسعه هذا المحرر.`,
  large: 'مع هذا العدد من النقاط، يتبع التدريب عند انتهاء السحب.',
  dataset: 'مجموعة البيانات',
  datasetName: (name) => datasets[name],
  own: 'مرسومة يدويًا',
  groups: { binary: 'صنفان', multiclass: 'عدة أصناف', regression: 'أعداد' },
  points: 'النقاط',
  noise: 'الضوضاء',
  split: 'حصة الاختبار',
  seed: 'البذرة',
  newSample: 'سحب عينة جديدة',
  ownLocked: 'ليس للنقاط المرسومة يدويًا ضوضاء ولا بذرة؛ لذلك تُختار مجموعة بيانات.',
  csv: 'لصق CSV أو فتحه',
  paste: 'أسطر فيها x و y و label',
  file: 'فتح ملف',
  drop: 'أو إفلات ملف على المستوى',
  found: ({ points, classNames }, task, classes) =>
    `${counted(points.length, noun.point)}، ` +
    (task === 'regression'
      ? 'لكل منها عدد'
      : `${counted(classes, noun.class)}${classNames.length ? ` (${classNames.join('، ')})` : ''}`),
  errors: (count) => `الأسطر غير المقروءة (${formatCount(count)}):`,
  line: (line, _, problem) => `السطر ${formatCount(line)}: ${problemInWords(problem)}`,
  columns: { x: 'x', y: 'y', label: 'label' },
  wholeNumber: (low, high) =>
    `يجب أن يكون عددًا صحيحًا من ${formatCount(low)} إلى ${formatCount(high)}.`,
  moreErrors: (count) => `وغيرها (${formatCount(count)})`,
  take: (count) => `استعمال ${counted(count, noun.pointOf)}`,
  takeGood: (count) => `استعمال الأسطر الصحيحة (${formatCount(count)})`,
  cancel: 'إلغاء',
  tooLarge: `النص أكثر من 5 ملايين حرف أو من ${formatCount(100_000)} سطر؛ ولا تستطيع صفحة أن تحفظ هذا العدد من النقاط أو ترسمه.`,
  downloadTrain: 'تنزيل CSV التدريب',
  downloadTest: 'تنزيل CSV الاختبار',
  noTest: 'لا توجد نقاط اختبار.',
  count: (train, test) =>
    `${formatCount(train)} للتدريب${test ? `، ${formatCount(test)} للاختبار` : ''}`,
  at: (x, y, under) =>
    `x ${formatNumber(x, 2)}؛ y ${formatNumber(y, 2)}${under ? `: ${under}` : ''}`,
  point: (index, count, { x, y, label, part }, task, name = `الصنف ${label}`) =>
    `النقطة ${formatCount(index + 1)} من ${formatCount(count)}، ${task === 'regression' ? `القيمة ${formatNumber(label, 2)}` : name}${part === 'test' ? '، للاختبار' : ''}، عند x ${formatNumber(x, 2)}؛ y ${formatNumber(y, 2)}`,
  added: 'تمت الإضافة.',
  removed: 'تم الحذف.',
  picked: 'أُمسكت النقطة؛ تحركها الأسهم، ويضعها Enter، ويعيدها Esc إلى مكانها.',
  dropped: 'وُضعت النقطة.',
  undone: 'تم التراجع.',
  redone: 'تمت الإعادة.',
};
