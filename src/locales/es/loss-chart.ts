// The words of the loss chart in Spanish.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPercent, list, localize } from './grammar';

type LossChart = Words['LossChart'];
type Reading = Parameters<LossChart['read']>[0];
type Summary = Parameters<LossChart['describe']>[0];
type Metric = Reading['metric'];
type Mark = Parameters<LossChart['mark']>[0];

const trends = { falling: 'bajando', rising: 'subiendo', level: 'estable' } as const;
const nouns: Record<Metric, string> = { loss: 'pérdida', accuracy: 'exactitud' };

// What a listener can keep in mind.
const mostTold = 5;

const ofMarks: Record<Mark['kind'], string> = {
  learningRate: 'de la tasa de aprendizaje',
  schedule: 'de la planificación de la tasa de aprendizaje',
  batchSize: 'del tamaño de lote',
  loss: 'de la pérdida',
  optimizer: 'del optimizador',
  zeroGrad: 'de zeroGrad',
  regularization: 'de la regularización',
  data: 'de los datos',
  weights: 'de un peso',
  model: 'del modelo',
};

export const lossChart: LossChart = {
  heading: 'Pérdida',
  accuracyHeading: 'Exactitud',
  name: 'Pérdida por época',
  accuracyName: 'Exactitud por época',
  loss: 'pérdida',
  accuracy: 'exactitud',
  epoch: 'época',
  train: 'entrenamiento',
  test: 'prueba',
  log: 'log',
  logName: 'escala log',
  metric: 'Qué se dibuja',
  now: 'ahora',
  diverged: 'divergencia aquí',
  plateau: 'meseta',
  plateauInWords: ({ from, to }) =>
    `la pérdida apenas cambia de la época ${formatCount(from)} a la época ${formatCount(to)}`,
  mark: shortMark,
  markInWords,
  changes: (count) => counted(count, 'cambio', 'cambios'),
  more: (count) => `y ${counted(count, 'más', 'más')}`,
  empty: 'Pulsa Iniciar: aquí se dibujará la pérdida de cada época.',
  accuracyEmpty: 'Pulsa Iniciar: aquí se dibujará la exactitud de cada época.',
  noAccuracy:
    'Este entrenamiento aprende a predecir números, así que no hay exactitud: mira la pérdida.',
  reader: 'Leer la pérdida en una época',
  accuracyReader: 'Leer la exactitud en una época',
  readerKeys:
    'Las flechas mueven, M va a la marca siguiente, Intro lleva el entrenamiento a esa época.',
  goHint: 'haz clic para ir allí',
  earlier: way,
  percent: formatPercent,
  read: (reading) => {
    const { epoch, metric, events, earlier } = reading;
    const { train, test } = valuesOf(reading);
    const values =
      `época ${formatCount(epoch)}: ${nouns[metric]} de entrenamiento ${write(metric, train)}` +
      (test === null ? '' : `, ${nouns[metric]} de prueba ${write(metric, test)}`);
    const ways = earlier.map(
      ({ from, detail, value }) => `${write(metric, value)} ${way(from)}${detail}`,
    );
    return [values, ...ways, ...events].join('; ');
  },
  readRuns: (epoch, runs, metric) => {
    const told = runs.map((run) => {
      const { train, test } = valuesOf({ ...run, metric });
      const end = run.epoch < epoch ? ` (terminó en la época ${formatCount(run.epoch)})` : '';
      const tested = test === null ? '' : `, prueba ${write(metric, test)}`;
      return `${run.name} ${write(metric, train)}${tested}${end}`;
    });
    return `época ${formatCount(epoch)}, ${nouns[metric]}: ${told.join('; ')}`;
  },
  describe,
  describeRuns: (runs) =>
    `${counted(runs.length, 'entrenamiento', 'entrenamientos')} en los mismos ejes. ` +
    runs.map(({ name, summary }) => `${name}: ${describe(summary)}`).join(' '),
  travelled: (epoch, lastEpoch) =>
    `Estás en la época ${formatCount(epoch)} de ${formatCount(lastEpoch)}. ` +
    'Iniciar repite los mismos números; cambia algo para tomar otro camino.',
  clamped: (firstEpoch) =>
    `El entrenamiento no puede volver antes de la época ${formatCount(firstEpoch)}: ` +
    'empezó allí con pesos guardados, o su modelo se ha cambiado tantas veces que los primeros se han olvidado.',
  latest: (lastEpoch) => `Volver a la época ${formatCount(lastEpoch)}`,
  arrived: (epoch, lastEpoch) =>
    `El entrenamiento está en la época ${formatCount(epoch)} de ${formatCount(lastEpoch)}.`,
};

function way(from: number): string {
  return from === 0
    ? 'antes de empezar de nuevo'
    : `antes del cambio en la época ${formatCount(from)}`;
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
  const name = metric === 'loss' ? 'Pérdida' : 'Exactitud';
  if (train === null) return `En este entrenamiento no se mide ninguna ${nouns[metric]}.`;
  const tested = test === null ? '' : `; ${nouns[metric]} de prueba ${write(metric, test)}`;
  const end = diverged ? ' Allí, el entrenamiento divergió.' : '';
  const history = tellEvents(events) + tellWays(earlier);
  if (lastEpoch === 0) {
    return `${name} de ${write(metric, train)} en la época 0${tested}.${end}${history}`;
  }
  const back =
    epoch < lastEpoch ? ` El entrenamiento ha vuelto a la época ${formatCount(epoch)}.` : '';
  return (
    `${name} de ${write(metric, first)} en la época 0, y de ${write(metric, train)} ` +
    `en la época ${formatCount(lastEpoch)}, ${trends[trend]}${tested}.${end}${back}${history}`
  );
}

function shortMark({ kind, value }: Mark): string {
  switch (kind) {
    case 'learningRate':
      return `lr ${localize(value)}`;
    case 'batchSize':
      return `lote ${value}`;
    case 'zeroGrad':
      return `zeroGrad ${value}`;
    case 'optimizer':
      return value || 'optimizador';
    case 'regularization':
      return value || 'regularización';
    case 'model':
      return value || 'modelo';
    case 'schedule':
      return 'planificación';
    case 'loss':
      return 'pérdida';
    case 'data':
      return 'datos';
    case 'weights':
      return 'pesos';
  }
}

function markInWords({ kind, value }: Mark): string {
  if (kind === 'weights') return `un peso de ${value} fijado a mano`;
  if (kind === 'data' || kind === 'schedule' || !value) return `cambio ${ofMarks[kind]}`;
  return `cambio ${ofMarks[kind]} a ${kind === 'learningRate' ? localize(value) : value}`;
}

function tellEvents(events: Summary['events']): string {
  const plateaus = events.filter(({ kind }) => kind === 'plateau');
  const changes = events.filter(({ kind }) => kind !== 'plateau');
  const level = plateaus.map(({ words }) => ` Meseta: ${words}.`).join('');
  if (!changes.length) return level;
  const told = changes
    .slice(-mostTold)
    .map(({ epoch, words }) => `${words} en la época ${formatCount(epoch)}`);
  const left = changes.length - told.length;
  const lead = left
    ? `Los ${told.length} últimos de los ${formatCount(changes.length)} cambios`
    : 'Cambios';
  return `${level} ${lead} hechos a mano: ${told.join('; ')}.`;
}

function tellWays(earlier: Summary['earlier']): string {
  if (!earlier.length) return '';
  const from = list(
    earlier.map(
      ({ from: epoch, detail }) =>
        (epoch === 0 ? 'al principio' : `en la época ${formatCount(epoch)}`) + detail,
    ),
  );
  return earlier.length === 1
    ? ` Detrás se ve un camino anterior, abandonado ${from}.`
    : ` Detrás se ven ${formatCount(earlier.length)} caminos anteriores, abandonados ${from}.`;
}
