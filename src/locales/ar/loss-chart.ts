// The words of the loss chart in Arabic.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPercent, list, localize } from './grammar';
import { noun } from './nouns';

type LossChart = Words['LossChart'];
type Reading = Parameters<LossChart['read']>[0];
type Summary = Parameters<LossChart['describe']>[0];
type Metric = Reading['metric'];
type Mark = Parameters<LossChart['mark']>[0];

const trends = { falling: 'تنخفض', rising: 'ترتفع', level: 'ثابتة' } as const;
const nouns: Record<Metric, string> = { loss: 'الخسارة', accuracy: 'الدقة' };

// What a listener can keep in mind.
const mostTold = 5;

const ofMarks: Record<Mark['kind'], string> = {
  learningRate: 'معدل التعلم',
  schedule: 'جدولة معدل التعلم',
  batchSize: 'حجم الدفعة',
  loss: 'دالة الخسارة',
  optimizer: 'المحسِّن',
  zeroGrad: 'zeroGrad',
  regularization: 'التنظيم',
  data: 'البيانات',
  weights: 'وزن',
  model: 'النموذج',
};

export const lossChart: LossChart = {
  heading: 'الخسارة',
  accuracyHeading: 'الدقة',
  name: 'الخسارة في كل حقبة',
  accuracyName: 'الدقة في كل حقبة',
  loss: 'الخسارة',
  accuracy: 'الدقة',
  epoch: 'الحقبة',
  train: 'التدريب',
  test: 'الاختبار',
  log: 'log',
  logName: 'مقياس log',
  metric: 'المرسوم',
  now: 'الآن',
  diverged: 'تباعد هنا',
  plateau: 'هضبة',
  plateauInWords: ({ from, to }) =>
    `لا تكاد الخسارة تتغير من الحقبة ${formatCount(from)} إلى الحقبة ${formatCount(to)}`,
  mark: shortMark,
  markInWords,
  changes: (count) => counted(count, noun.change),
  more: (count) => `وغيرها (${formatCount(count)})`,
  empty: 'بالضغط على «تشغيل» تُرسم هنا خسارة كل حقبة.',
  accuracyEmpty: 'بالضغط على «تشغيل» تُرسم هنا دقة كل حقبة.',
  noAccuracy: 'يتعلم هذا التدريب توقع الأعداد، فلا دقة له: المهم هو الخسارة.',
  reader: 'قراءة الخسارة في حقبة',
  accuracyReader: 'قراءة الدقة في حقبة',
  readerKeys:
    'تحرك مفاتيح الأسهم، وينقل M إلى العلامة التالية، ويأخذ Enter التدريب إلى هذه الحقبة.',
  goHint: 'النقر ينقل إليها',
  earlier: way,
  percent: formatPercent,
  read: (reading) => {
    const { epoch, metric, events, earlier } = reading;
    const { train, test } = valuesOf(reading);
    const values =
      `الحقبة ${formatCount(epoch)}: ${nouns[metric]} في التدريب ${write(metric, train)}` +
      (test === null ? '' : `، ${nouns[metric]} في الاختبار ${write(metric, test)}`);
    const ways = earlier.map(
      ({ from, detail, value }) => `${write(metric, value)} ${way(from)}${detail}`,
    );
    return [values, ...ways, ...events].join('؛ ');
  },
  readRuns: (epoch, runs, metric) => {
    const told = runs.map((run) => {
      const { train, test } = valuesOf({ ...run, metric });
      const end = run.epoch < epoch ? ` (انتهى في الحقبة ${formatCount(run.epoch)})` : '';
      const tested = test === null ? '' : `، الاختبار ${write(metric, test)}`;
      return `${run.name} ${write(metric, train)}${tested}${end}`;
    });
    return `الحقبة ${formatCount(epoch)}، ${nouns[metric]}: ${told.join('؛ ')}`;
  },
  describe,
  describeRuns: (runs) =>
    `${counted(runs.length, noun.run)} على المحاور نفسها. ` +
    runs.map(({ name, summary }) => `${name}\u202f: ${describe(summary)}`).join(' '),
  travelled: (epoch, lastEpoch) =>
    `الموضع الحالي: الحقبة ${formatCount(epoch)} من ${formatCount(lastEpoch)}. ` +
    'يعيد «تشغيل» الأعداد نفسها؛ وأي تغيير يفتح طريقًا آخر.',
  clamped: (firstEpoch) =>
    `لا يمكن أن يرجع التدريب إلى ما قبل الحقبة ${formatCount(firstEpoch)}: ` +
    'فقد بدأ منها بأوزان محفوظة، أو تغير نموذجه مرات كثيرة فنُسيت الأولى.',
  latest: (lastEpoch) => `العودة إلى الحقبة ${formatCount(lastEpoch)}`,
  arrived: (epoch, lastEpoch) =>
    `التدريب في الحقبة ${formatCount(epoch)} من ${formatCount(lastEpoch)}.`,
};

function way(from: number): string {
  return from === 0 ? 'قبل البدء من جديد' : `قبل التغيير في الحقبة ${formatCount(from)}`;
}

function valuesOf(values: Omit<Reading, 'events' | 'earlier'>) {
  return values.metric === 'loss'
    ? { train: values.loss, test: values.testLoss }
    : { train: values.accuracy, test: values.testAccuracy };
}

function write(metric: Metric, value: number | null): string {
  return metric === 'accuracy' && value !== null ? formatPercent(value, 1) : formatNumber(value);
}

function describe(summary: Summary): string {
  const { epoch, lastEpoch, metric, trend, diverged, events, earlier } = summary;
  const { train, test } = valuesOf(summary);
  const first = metric === 'loss' ? summary.firstLoss : summary.firstAccuracy;
  const name = metric === 'loss' ? 'الخسارة' : 'الدقة';
  if (train === null) return `لا تُقاس ${nouns[metric]} في هذا التدريب.`;
  const tested = test === null ? '' : `؛ ${nouns[metric]} في الاختبار ${write(metric, test)}`;
  const end = diverged ? ' وهناك تباعد التدريب.' : '';
  const history = tellEvents(events) + tellWays(earlier);
  if (lastEpoch === 0) {
    return `${name} ${write(metric, train)} في الحقبة 0${tested}.${end}${history}`;
  }
  const back = epoch < lastEpoch ? ` رجع التدريب إلى الحقبة ${formatCount(epoch)}.` : '';
  return (
    `${name} ${write(metric, first)} في الحقبة 0، ثم ${write(metric, train)} ` +
    `في الحقبة ${formatCount(lastEpoch)}، ${trends[trend]}${tested}.${end}${back}${history}`
  );
}

function shortMark({ kind, value }: Mark): string {
  switch (kind) {
    case 'learningRate':
      return `lr ${localize(value)}`;
    case 'batchSize':
      return `دفعة ${value}`;
    case 'zeroGrad':
      return `zeroGrad ${value}`;
    case 'optimizer':
      return value || 'المحسِّن';
    case 'regularization':
      return value || 'التنظيم';
    case 'model':
      return value || 'النموذج';
    case 'schedule':
      return 'الجدولة';
    case 'loss':
      return 'دالة الخسارة';
    case 'data':
      return 'البيانات';
    case 'weights':
      return 'الأوزان';
  }
}

function markInWords({ kind, value }: Mark): string {
  if (kind === 'weights') return `ضبط وزن من ${value} يدويًا`;
  if (kind === 'data' || kind === 'schedule' || !value) return `تغيير ${ofMarks[kind]}`;
  return `تغيير ${ofMarks[kind]} إلى ${kind === 'learningRate' ? localize(value) : value}`;
}

function tellEvents(events: Summary['events']): string {
  const plateaus = events.filter(({ kind }) => kind === 'plateau');
  const changes = events.filter(({ kind }) => kind !== 'plateau');
  const level = plateaus.map(({ words }) => ` هضبة: ${words}.`).join('');
  if (!changes.length) return level;
  const told = changes
    .slice(-mostTold)
    .map(({ epoch, words }) => `${words} في الحقبة ${formatCount(epoch)}`);
  const left = changes.length - told.length;
  const lead = left
    ? `آخر ${formatCount(told.length)} من ${counted(changes.length, noun.changeOf)} أُجريت يدويًا`
    : 'تغييرات أُجريت يدويًا';
  return `${level} ${lead}: ${told.join('؛ ')}.`;
}

function tellWays(earlier: Summary['earlier']): string {
  if (!earlier.length) return '';
  const from = list(
    earlier.map(
      ({ from: epoch, detail }) =>
        (epoch === 0 ? 'في البداية' : `في الحقبة ${formatCount(epoch)}`) + detail,
    ),
  );
  return earlier.length === 1
    ? ` يظهر في الخلف طريق سابق، تُرك ${from}.`
    : ` تظهر في الخلف طرق سابقة (${formatCount(earlier.length)})، تُركت ${from}.`;
}
