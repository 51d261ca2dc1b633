// What the decision boundary says in Arabic of overlays, mistakes, neurons and the spaces of layers.
import type { MoreLabels } from '../../components/decision-boundary/sentences';
import { counted, formatCount, formatNumber, formatTight } from './grammar';
import { noun } from './nouns';

type LayerName = Parameters<MoreLabels['layer']>[0];

// More numbers than this are not read out.
const few = 8;

function layerInWords({ kind, number, type }: LayerName): string {
  if (kind === 'features') return 'السمات';
  return kind === 'output' ? `المخرج (${type})` : `الطبقة ${number} (${type})`;
}

function ofLayer(layer: LayerName): string {
  return layer.kind === 'features' ? 'السمات' : `${layerInWords(layer)}`;
}

function neuronInWords(layer: LayerName, unit: number): string {
  if (layer.kind === 'features') return `السمة ${unit + 1}`;
  return layer.kind === 'output'
    ? `المخرج ${unit + 1} (${layer.type})`
    : `العصبون ${unit + 1} من ${ofLayer(layer)}`;
}

const picturesByOverlay = {
  probability: 'المستوى ملونًا بما يقوله النموذج',
  hard: 'المستوى ملونًا بالصنف الذي يختاره النموذج',
  uncertainty: 'المستوى، وهو أغمق حيث النموذج أقل يقينًا',
} as const;

export const picture: MoreLabels['picture'] = ({ overlay, neuron, space }) => {
  if (space) {
    return space.layer.kind === 'features'
      ? 'البيانات وشبكة المستوى كما تشوهها السمات'
      : `البيانات وشبكة المستوى كما تشوهها ${layerInWords(space.layer)}`;
  }
  if (neuron) {
    const { layer, unit } = neuron;
    return layer.kind === 'hidden'
      ? `المستوى ملونًا بمخرج العصبون ${unit + 1} من ${ofLayer(layer)}`
      : `المستوى ملونًا بـ: ${neuronInWords(layer, unit)}`;
  }
  return picturesByOverlay[overlay];
};

export const boundaryParts: MoreLabels = {
  picture,
  overlay: 'ما تقوله الألوان',
  overlays: { probability: 'الاحتمال', hard: 'القرار', uncertainty: 'عدم اليقين' },
  overlayNote: (overlay) =>
    ({
      probability: 'الاحتمال',
      hard: 'الصنف المختار',
      uncertainty: 'عدم اليقين: 1 حيث يتعادل صنفان',
    })[overlay],
  noOverlay: 'ليس للقيمة صنف: لا قرار ولا أخطاء لعرضها.',
  mistakes: 'الأخطاء',
  mistakeCount: ({ train, trainPoints, test, testPoints }) => {
    const trained = `${formatCount(train)} من ${counted(trainPoints, noun.trainPointOf)}`;
    const tested =
      test === null ? '' : ` و${formatCount(test)} من ${counted(testPoints, noun.testPointOf)}`;
    return `المحاطة بدائرة: ${trained}${tested} في الجانب الخطأ.`;
  },
  className: (index) => String(index),
  region: (index) => `الصنف ${index}`,
  layer: (layer) => layerInWords(layer),
  neuron: neuronInWords,
  space: 'الفضاء',
  inputSpace: 'الدخل (المستوى)',
  spaceName: 'فضاء طبقة',
  spaceNote: ({ layer }) => `فضاء ${ofLayer(layer)}`,
  someDrawn: (drawn, all) => `رُسم ${formatCount(drawn)} من أصل ${formatCount(all)} من النقاط.`,
  spaceCaption: ({ units, of }, task) => {
    const lines = 'الخطوط هي شبكة مستوى الدخل كما تشوهها الطبقات.';
    if (of === 1) {
      return task === 'regression'
        ? 'وحدة واحدة: قيمتها أفقيًا، والقيمة المطلوب توقعها عموديًا.'
        : 'وحدة واحدة: قيمتها أفقيًا، وسطر لكل صنف.';
    }
    return of === 2
      ? `${lines} والألوان هي ما يصنعه باقي النموذج من هذا الفضاء.`
      : `${lines} الوحدتان ${units.map((unit) => unit + 1).join(' و')} من ${of}: يرى باقي النموذج الوحدات كلها، ولذلك لا ألوان لهذا الفضاء.`;
  },
  unit: (unit) => `الوحدة ${unit + 1}`,
  unitAcross: 'أفقيًا',
  unitUp: 'عموديًا',
  target: 'الهدف',
  classes: 'الصنف',
  points: 'نقاط البيانات. مفاتيح الأسهم تنقل من نقطة إلى أخرى.',
  pointKeys: 'بين النقاط، ينقل M إلى الخطأ التالي.',
  point: (row, target, task, among) =>
    `${among?.split === 'test' ? 'نقطة الاختبار' : 'النقطة'} ${formatCount(row + 1)}${among ? ` من ${formatCount(among.count)}` : ''}: ${task === 'regression' ? `القيمة ${formatNumber(target, 2)}` : `الصنف ${target}`}`,
  pointPlace: (point, x, y) =>
    y === null
      ? `${point}، عند ${formatNumber(x, 2)}`
      : `${point}، عند ${formatNumber(x, 2)}؛ ${formatNumber(y, 2)}`,
  verdict: ({ task, value, predicted, isWrong }) => {
    if (task === 'regression') return `التنبؤ ${formatNumber(value, 2)}`;
    const said = task === 'binary' ? formatNumber(value, 2) : `الصنف ${predicted}`;
    return `التنبؤ ${said}، ${isWrong ? 'خطأ' : 'صحيح'}`;
  },
  activations: 'ما تصنعه كل طبقة من النقطة',
  noPoint: 'بالإشارة إلى موضع في المستوى يظهر ما يجري فيه.',
  input: 'الدخل',
  spokenRow: ({ layer, values }) => {
    const name = layer ? layerInWords(layer) : 'الدخل';
    const numbers = Array.from(values);
    if (numbers.length <= few) return `${name}: ${numbers.map(formatTight).join('؛ ')}`;
    const ends = [Math.min(...numbers), Math.max(...numbers)].map(formatTight).join(' إلى ');
    return `${name}: ${counted(numbers.length, noun.value)}، من ${ends}`;
  },
  numbers: 'كل الأعداد',
  openFullscreen: 'ملء الشاشة',
  closeFullscreen: 'إنهاء ملء الشاشة',
};
