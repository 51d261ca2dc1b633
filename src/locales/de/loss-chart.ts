// The words of the loss chart in German.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPercent, list } from './grammar';

type LossChart = Words['LossChart'];
type Reading = Parameters<LossChart['read']>[0];
type Summary = Parameters<LossChart['describe']>[0];
type Metric = Reading['metric'];
type Mark = Parameters<LossChart['mark']>[0];

const trends = { falling: 'fallend', rising: 'steigend', level: 'gleichbleibend' } as const;
const nouns: Record<Metric, string> = { loss: 'Verlust', accuracy: 'Genauigkeit' };
const compounds: Record<Metric, { train: string; test: string }> = {
  loss: { train: 'Trainingsverlust', test: 'Testverlust' },
  accuracy: { train: 'Trainingsgenauigkeit', test: 'Testgenauigkeit' },
};

// What a listener can keep in mind.
const mostTold = 5;

const marks: Record<Mark['kind'], string> = {
  learningRate: 'Lernrate',
  schedule: 'Zeitplan der Lernrate',
  batchSize: 'Batchgröße',
  loss: 'Verlust',
  optimizer: 'Optimierer',
  zeroGrad: 'zeroGrad',
  regularization: 'Regularisierung',
  data: 'Daten',
  weights: 'Gewicht',
  model: 'Modell',
};

export const lossChart: LossChart = {
  heading: 'Verlust',
  accuracyHeading: 'Genauigkeit',
  name: 'Verlust je Epoche',
  accuracyName: 'Genauigkeit je Epoche',
  loss: 'Verlust',
  accuracy: 'Genauigkeit',
  epoch: 'Epoche',
  train: 'Training',
  test: 'Test',
  log: 'log',
  logName: 'Skala log',
  metric: 'Was gezeichnet wird',
  now: 'jetzt',
  diverged: 'hier divergiert',
  plateau: 'Plateau',
  plateauInWords: ({ from, to }) =>
    `von Epoche ${formatCount(from)} bis ${formatCount(to)} ändert sich der Verlust kaum`,
  mark: shortMark,
  markInWords,
  changes: (count) => counted(count, 'Änderung', 'Änderungen'),
  more: (count) => `und ${formatCount(count)} weitere`,
  empty: 'Drück auf Start: Hier wird der Verlust jeder Epoche gezeichnet.',
  accuracyEmpty: 'Drück auf Start: Hier wird die Genauigkeit jeder Epoche gezeichnet.',
  noAccuracy:
    'Dieser Lauf lernt, Zahlen vorherzusagen. Eine Genauigkeit gibt es da nicht: Schau auf den Verlust.',
  reader: 'Verlust einer Epoche ablesen',
  accuracyReader: 'Genauigkeit einer Epoche ablesen',
  readerKeys:
    'Die Pfeiltasten bewegen, M geht zur nächsten Marke, Enter bringt den Lauf in diese Epoche.',
  goHint: 'Klick geht hierhin',
  earlier: way,
  percent: formatPercent,
  read: (reading) => {
    const { epoch, metric, events, earlier } = reading;
    const { train, test } = valuesOf(reading);
    const values =
      `Epoche ${formatCount(epoch)}: ${compounds[metric].train} ${write(metric, train)}` +
      (test === null ? '' : `, ${compounds[metric].test} ${write(metric, test)}`);
    const ways = earlier.map(
      ({ from, detail, value }) => `${write(metric, value)} ${way(from)}${detail}`,
    );
    return [values, ...ways, ...events].join('; ');
  },
  readRuns: (epoch, runs, metric) => {
    const told = runs.map((run) => {
      const { train, test } = valuesOf({ ...run, metric });
      const end = run.epoch < epoch ? ` (endete in Epoche ${formatCount(run.epoch)})` : '';
      const tested = test === null ? '' : `, Test ${write(metric, test)}`;
      return `${run.name} ${write(metric, train)}${tested}${end}`;
    });
    return `Epoche ${formatCount(epoch)}, ${nouns[metric]}: ${told.join('; ')}`;
  },
  describe,
  describeRuns: (runs) =>
    `${counted(runs.length, 'Lauf', 'Läufe')} auf denselben Achsen. ` +
    runs.map(({ name, summary }) => `${name}: ${describe(summary)}`).join(' '),
  travelled: (epoch, lastEpoch) =>
    `Du bist in Epoche ${formatCount(epoch)} von ${formatCount(lastEpoch)}. ` +
    'Start wiederholt dieselben Zahlen; ändere etwas, um einen anderen Weg zu nehmen.',
  clamped: (firstEpoch) =>
    `Weiter als bis Epoche ${formatCount(firstEpoch)} kann der Lauf nicht zurück: ` +
    'Sein Modell wurde so oft geändert, dass die ersten vergessen sind.',
  latest: (lastEpoch) => `Zurück zu Epoche ${formatCount(lastEpoch)}`,
  arrived: (epoch, lastEpoch) =>
    `Der Lauf ist in Epoche ${formatCount(epoch)} von ${formatCount(lastEpoch)}.`,
};

function way(from: number): string {
  return from === 0 ? 'vor dem Neubeginn' : `vor der Änderung in Epoche ${formatCount(from)}`;
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
  if (train === null) {
    return `In diesem Lauf wird ${metric === 'loss' ? 'kein Verlust' : 'keine Genauigkeit'} gemessen.`;
  }
  const tested = test === null ? '' : `; ${compounds[metric].test} ${write(metric, test)}`;
  const end = diverged ? ' Dort divergierte der Lauf.' : '';
  const history = tellEvents(events) + tellWays(earlier);
  if (lastEpoch === 0) {
    return `${nouns[metric]} ${write(metric, train)} in Epoche 0${tested}.${end}${history}`;
  }
  const back =
    epoch < lastEpoch ? ` Der Lauf ist zu Epoche ${formatCount(epoch)} zurückgegangen.` : '';
  return (
    `${nouns[metric]} von ${write(metric, first)} in Epoche 0 bis ${write(metric, train)} ` +
    `in Epoche ${formatCount(lastEpoch)}, ${trends[trend]}${tested}.${end}${back}${history}`
  );
}

function shortMark({ kind, value }: Mark): string {
  switch (kind) {
    case 'learningRate':
      return `LR ${value}`;
    case 'batchSize':
      return `Batch ${value}`;
    case 'zeroGrad':
      return `zeroGrad ${value}`;
    case 'schedule':
      return 'Zeitplan';
    case 'optimizer':
    case 'regularization':
    case 'model':
      return value || marks[kind];
    default:
      return marks[kind];
  }
}

function markInWords({ kind, value }: Mark): string {
  if (kind === 'weights') return `ein Gewicht von ${value} von Hand gesetzt`;
  const changed = kind === 'data' || kind === 'schedule' || !value;
  return changed ? `${marks[kind]} geändert` : `${marks[kind]} auf ${value} gesetzt`;
}

function tellEvents(events: Summary['events']): string {
  const plateaus = events.filter(({ kind }) => kind === 'plateau');
  const changes = events.filter(({ kind }) => kind !== 'plateau');
  const level = plateaus.map(({ words }) => ` Plateau: ${words}.`).join('');
  if (!changes.length) return level;
  const told = changes
    .slice(-mostTold)
    .map(({ epoch, words }) => `${words} in Epoche ${formatCount(epoch)}`);
  const left = changes.length - told.length;
  const lead = left ? `Die letzten ${told.length} von ${changes.length} Änderungen` : 'Änderungen';
  return `${level} ${lead} von Hand: ${told.join('; ')}.`;
}

function tellWays(earlier: Summary['earlier']): string {
  if (!earlier.length) return '';
  const from = earlier.map(
    ({ from: epoch, detail }) =>
      (epoch === 0 ? 'am Anfang' : `in Epoche ${formatCount(epoch)}`) + detail,
  );
  const ways =
    earlier.length === 1
      ? 'Dahinter ist ein früherer Weg zu sehen'
      : `Dahinter sind ${earlier.length} frühere Wege zu sehen`;
  return ` ${ways}, verlassen ${list(from)}.`;
}
