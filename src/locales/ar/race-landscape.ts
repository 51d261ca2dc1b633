// The words of the optimizer race and of the loss landscape in Arabic.
import type { Words } from '../words';
import { code, counted, formatCount, formatNumber, formatShort, quoted } from './grammar';
import { noun } from './nouns';

type Race = Words['OptimizerRace'];
type Lanes = Parameters<Race['description']>[1];

const surfaces: Race['surfaces'] = {
  bowl: 'حوض',
  ravine: 'وادٍ ضيق',
  saddle: 'سرج',
  rosenbrock: 'موزة Rosenbrock',
  twoValleys: 'واديان',
};

function standing(lanes: Lanes): string {
  const going = lanes.filter(({ divergedAt }) => divergedAt === null);
  const [nearest] = [...going].sort((a, b) => a.distance - b.distance);
  const leader = nearest
    ? `${nearest.name} هو الأقرب إلى القيمة الدنيا، على بعد ${formatNumber(nearest.distance)}`
    : 'لا محسِّن قريب من القيمة الدنيا';
  const lost = lanes.flatMap(({ name, divergedAt }) =>
    divergedAt === null ? [] : [`؛ تباعد ${name} في الخطوة ${formatCount(divergedAt)}`],
  );
  return `${leader}${lost.join('')}.`;
}

export const optimizerRace: Race = {
  heading: 'سباق المحسِّنات',
  surfaces,
  surface: 'السطح',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  replay: 'إعادة التشغيل',
  step: 'خطوة',
  reset: 'إعادة الضبط',
  scrub: 'خطوة السباق',
  progress: (step, steps) => `الخطوة ${formatCount(step)} من ${formatCount(steps)}`,
  speed: 'السرعة',
  stepsPerSecond: (speed) => `${formatShort(speed)} خطوة/ث`,
  start: 'نقطة البداية؛ تحركها مفاتيح الأسهم',
  startSpoken: ([x, y], loss) =>
    `x ${formatShort(x)}؛ y ${formatShort(y)}، الخسارة ${formatNumber(loss)}`,
  startMark: 'البداية',
  minimum: 'القيمة الدنيا',
  localMinimum: 'قيمة دنيا محلية',
  table: 'المحسِّنات في هذه الخطوة',
  optimizer: 'المحسِّن',
  learningRate: 'معدل التعلم',
  learningRateOf: (name) => `معدل التعلم، ${name}`,
  loss: 'الخسارة f',
  distance: 'إلى الدنيا',
  nearest: 'الأقرب',
  notARate: 'معدل التعلم عدد لا يقل عن 0.',
  toggle: (name) => name,
  diverged: (step) => `تباعد في الخطوة ${formatCount(step)}`,
  divergedPath: (name) => `تباعد ${name}`,
  caption:
    'تنطلق كلها من النقطة نفسها على الخسارة نفسها: تصل الخطوط بين نقاط الخسارة المتساوية، وعلامة الصليب حيث الخسارة أصغر ما تكون. على كل مسار نقطة كل عشر خطوات. تُحرَّك البداية بسحبها أو بالنقر على موضعها الجديد.',
  description: ({ step, steps, surface }, shown) =>
    `${surfaces[surface]}، الخطوة ${formatCount(step)} من ${formatCount(steps)}: ${standing(shown)}`,
  announce: ({ status, step }, shown) =>
    status === 'done' ? `بعد ${counted(step, noun.stepOf)}: ${standing(shown)}` : '',
  ofRace: (number, surface, sentence) =>
    `السباق ${formatCount(number)}، ${surfaces[surface]}: ${sentence}`,
};

type Landscape = Words['LossLandscape'];
type Weight = Parameters<Landscape['weight']>[0];
type Place = Parameters<Landscape['place']>[0];

const at = ({ a, b }: Place) => `${formatNumber(a, 2)}؛ ${formatNumber(b, 2)}`;
const finite = (loss: number) => (loss === Infinity ? 'غير منتهية' : formatNumber(loss));

function sourceOf(from: Exclude<Weight['from'], null>): string {
  if (typeof from === 'object') return `من المدخل ${from.input}`;
  return typeof from === 'number' ? `من العصبون ${from}` : `من ${from}`;
}

function describeWeight({ name, position, neuron, output, from }: Weight): string {
  const number = code(`${name} [${position.join(', ')}]`);
  if (neuron === null) return number;
  if (from === null) {
    const of = { no: `العصبون ${neuron}`, one: `المخرج ${neuron}`, only: 'المخرج' };
    return `${number}: انحياز ${of[output]}`;
  }
  const to = { no: `إلى العصبون ${neuron}`, one: `إلى المخرج ${neuron}`, only: 'إلى المخرج' };
  return `${number}: ${sourceOf(from)} ${to[output]}`;
}

export const lossLandscape: Landscape = {
  heading: 'تضاريس الخسارة',
  note: 'الخسارة على كل نقاط التدريب',
  diverged: ({ epoch }) => `تباعد؛ المعروض هو الحقبة ${formatCount(epoch)}، آخر حقبة صالحة`,
  caption: ({ arrow, editable }) =>
    [
      'الخسارة لو كان لهذين الوزنين قيم أخرى: كلما اشتد اللون كبرت، وعند كل تدريجة خط. وسائر الأوزان كما هي الآن؛ أما على طول المسار المقطوع فكانت تتغير أيضًا.',
      arrow && 'يشير السهم إلى أسفل المنحدر مباشرة، عكس التدرج؛ ولا معنى لطوله.',
      editable && 'يُضبط الوزنان بسحب النقطة أو بالنقر على موضع.',
    ]
      .filter(Boolean)
      .join(' '),
  beyond: 'المخطط بالشرطات: لا خسارة منتهية هناك.',
  description: ({ run, across, up, here }) =>
    `خريطة لخسارة التدريب بحسب وزنين من النموذج. أفقيًا: ${describeWeight(across)}. عموديًا: ${describeWeight(up)}. الحقبة ${formatCount(run.epoch)}: الوزنان عند ${at(here)}، والخسارة هناك ${formatNumber(run.loss)}.`,
  across: 'أفقيًا',
  up: 'عموديًا',
  weight: describeWeight,
  layer: ({ layer, describe }) => code(`${layer} · ${describe}`),
  more: (count) => `وغيرها (${formatCount(count)}): يُسمى أحدها في الخاصية ${quoted('weights')}`,
  closer: '+',
  closerHint: 'تقريب',
  further: '−',
  furtherHint: 'تبعيد',
  recentre: 'توسيط',
  recentreHint: 'التوسيط على الأوزان الحالية',
  controls: 'الخريطة',
  arrow: '−التدرج',
  start: (epoch) => `الحقبة ${formatCount(epoch)}`,
  probe: (editable) =>
    `مجس: الخسارة عند موضع من الخريطة. تحركه مفاتيح الأسهم، ويقرّب الزائد ويبعّد الناقص.${editable ? ' ويضع Enter الوزنين عنده.' : ''}`,
  reading: finite,
  place: (place) => ` عند ${at(place)}`,
  spokenReading: (loss, place) => `${at(place)}: الخسارة ${finite(loss)}`,
  handle: 'الوزنان. تغيرهما مفاتيح الأسهم.',
  moved: (loss, place) => `الوزنان الآن ${at(place)}؛ والخسارة ${finite(loss)}.`,
  refused: 'الخسارة هناك غير منتهية؛ ويبقى الوزنان كما كانا.',
  tooFew: 'تحتاج هذه الصورة إلى نموذج فيه عددان على الأقل للتعلم.',
};
