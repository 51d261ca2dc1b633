// The words of the loss chart in French.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPercent, list, localize } from './grammar';

type LossChart = Words['LossChart'];
type Reading = Parameters<LossChart['read']>[0];
type Summary = Parameters<LossChart['describe']>[0];
type Metric = Reading['metric'];
type Mark = Parameters<LossChart['mark']>[0];

const trends = { falling: 'en baisse', rising: 'en hausse', level: 'stable' } as const;
const nouns: Record<Metric, string> = { loss: 'perte', accuracy: 'exactitude' };

// What a listener can keep in mind.
const mostTold = 5;

const ofMarks: Record<Mark['kind'], string> = {
  learningRate: 'du taux d’apprentissage',
  schedule: 'de la planification du taux d’apprentissage',
  batchSize: 'de la taille de lot',
  loss: 'de la perte',
  optimizer: 'de l’optimiseur',
  zeroGrad: 'de zeroGrad',
  regularization: 'de la régularisation',
  data: 'des données',
  weights: 'd’un poids',
  model: 'du modèle',
};

export const lossChart: LossChart = {
  heading: 'Perte',
  accuracyHeading: 'Exactitude',
  name: 'Perte par époque',
  accuracyName: 'Exactitude par époque',
  loss: 'perte',
  accuracy: 'exactitude',
  epoch: 'époque',
  train: 'entraînement',
  test: 'test',
  log: 'log',
  logName: 'échelle log',
  metric: 'Ce qui est tracé',
  now: 'maintenant',
  diverged: 'divergence ici',
  plateau: 'plateau',
  plateauInWords: ({ from, to }) =>
    `la perte ne change presque pas de l’époque ${formatCount(from)} à l’époque ${formatCount(to)}`,
  mark: shortMark,
  markInWords,
  changes: (count) => counted(count, 'changement', 'changements'),
  more: (count) => `et ${counted(count, 'autre', 'autres')}`,
  empty: 'Appuyez sur Lancer\u202f: la perte de chaque époque sera tracée ici.',
  accuracyEmpty: 'Appuyez sur Lancer\u202f: l’exactitude de chaque époque sera tracée ici.',
  noAccuracy:
    'Cet entraînement apprend à prédire des nombres, il n’y a donc pas d’exactitude\u202f: regardez la perte.',
  reader: 'Lire la perte à une époque',
  accuracyReader: 'Lire l’exactitude à une époque',
  readerKeys:
    'Les flèches déplacent, M va à la marque suivante, Entrée amène l’entraînement à cette époque.',
  goHint: 'cliquez pour y aller',
  earlier: way,
  percent: formatPercent,
  read: (reading) => {
    const { epoch, metric, events, earlier } = reading;
    const { train, test } = valuesOf(reading);
    const values =
      `époque ${formatCount(epoch)}\u202f: ${nouns[metric]} d’entraînement ${write(metric, train)}` +
      (test === null ? '' : `, ${nouns[metric]} de test ${write(metric, test)}`);
    const ways = earlier.map(
      ({ from, detail, value }) => `${write(metric, value)} ${way(from)}${detail}`,
    );
    return [values, ...ways, ...events].join('\u202f; ');
  },
  readRuns: (epoch, runs, metric) => {
    const told = runs.map((run) => {
      const { train, test } = valuesOf({ ...run, metric });
      const end = run.epoch < epoch ? ` (fini à l’époque ${formatCount(run.epoch)})` : '';
      const tested = test === null ? '' : `, test ${write(metric, test)}`;
      return `${run.name} ${write(metric, train)}${tested}${end}`;
    });
    return `époque ${formatCount(epoch)}, ${nouns[metric]}\u202f: ${told.join('\u202f; ')}`;
  },
  describe,
  describeRuns: (runs) =>
    `${counted(runs.length, 'entraînement', 'entraînements')} sur les mêmes axes. ` +
    runs.map(({ name, summary }) => `${name}\u202f: ${describe(summary)}`).join(' '),
  travelled: (epoch, lastEpoch) =>
    `Vous êtes à l’époque ${formatCount(epoch)} sur ${formatCount(lastEpoch)}. ` +
    'Lancer répète les mêmes nombres\u202f; changez quelque chose pour prendre un autre chemin.',
  clamped: (firstEpoch) =>
    `L’entraînement ne peut pas revenir avant l’époque ${formatCount(firstEpoch)}\u202f: ` +
    'il y a commencé avec des poids enregistrés, ou son modèle a été changé si souvent que les premiers sont oubliés.',
  latest: (lastEpoch) => `Retour à l’époque ${formatCount(lastEpoch)}`,
  arrived: (epoch, lastEpoch) =>
    `L’entraînement est à l’époque ${formatCount(epoch)} sur ${formatCount(lastEpoch)}.`,
};

function way(from: number): string {
  return from === 0
    ? 'avant le nouveau départ'
    : `avant le changement à l’époque ${formatCount(from)}`;
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
  const name = metric === 'loss' ? 'Perte' : 'Exactitude';
  if (train === null) return `Aucune ${nouns[metric]} n’est mesurée dans cet entraînement.`;
  const tested = test === null ? '' : `\u202f; ${nouns[metric]} de test ${write(metric, test)}`;
  const end = diverged ? ' Là, l’entraînement a divergé.' : '';
  const history = tellEvents(events) + tellWays(earlier);
  if (lastEpoch === 0) {
    return `${name} de ${write(metric, train)} à l’époque 0${tested}.${end}${history}`;
  }
  const back =
    epoch < lastEpoch ? ` L’entraînement est revenu à l’époque ${formatCount(epoch)}.` : '';
  return (
    `${name} de ${write(metric, first)} à l’époque 0, puis de ${write(metric, train)} ` +
    `à l’époque ${formatCount(lastEpoch)}, ${trends[trend]}${tested}.${end}${back}${history}`
  );
}

function shortMark({ kind, value }: Mark): string {
  switch (kind) {
    case 'learningRate':
      return `lr ${localize(value)}`;
    case 'batchSize':
      return `lot ${value}`;
    case 'zeroGrad':
      return `zeroGrad ${value}`;
    case 'optimizer':
      return value || 'optimiseur';
    case 'regularization':
      return value || 'régularisation';
    case 'model':
      return value || 'modèle';
    case 'schedule':
      return 'planification';
    case 'loss':
      return 'perte';
    case 'data':
      return 'données';
    case 'weights':
      return 'poids';
  }
}

function markInWords({ kind, value }: Mark): string {
  if (kind === 'weights') return `un poids de ${value} fixé à la main`;
  if (kind === 'data' || kind === 'schedule' || !value) return `changement ${ofMarks[kind]}`;
  return `passage ${ofMarks[kind]} à ${kind === 'learningRate' ? localize(value) : value}`;
}

function tellEvents(events: Summary['events']): string {
  const plateaus = events.filter(({ kind }) => kind === 'plateau');
  const changes = events.filter(({ kind }) => kind !== 'plateau');
  const level = plateaus.map(({ words }) => ` Plateau\u202f: ${words}.`).join('');
  if (!changes.length) return level;
  const told = changes
    .slice(-mostTold)
    .map(({ epoch, words }) => `${words} à l’époque ${formatCount(epoch)}`);
  const left = changes.length - told.length;
  const lead = left
    ? `Les ${told.length} derniers des ${formatCount(changes.length)} changements`
    : 'Changements';
  return `${level} ${lead} faits à la main\u202f: ${told.join('\u202f; ')}.`;
}

function tellWays(earlier: Summary['earlier']): string {
  if (!earlier.length) return '';
  const from = list(
    earlier.map(
      ({ from: epoch, detail }) =>
        (epoch === 0 ? 'au début' : `à l’époque ${formatCount(epoch)}`) + detail,
    ),
  );
  return earlier.length === 1
    ? ` Un chemin antérieur est visible derrière, quitté ${from}.`
    : ` ${formatCount(earlier.length)} chemins antérieurs sont visibles derrière, quittés ${from}.`;
}
