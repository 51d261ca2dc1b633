// The words of the layer stack's slow-motion step, of its batch, and of the optimizer's memory in German.
import type {
  BatchLabels,
  DistributionFacts,
  OptimizerLabels,
  SlowMotionLabels,
  StageFacts,
} from '../../components/layer-stack/slow-labels';
import {
  counted,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  formatTight,
  list,
} from './grammar';

const points = (count: number) => counted(count, 'Punkt', 'Punkte');
const percent = (share: number) =>
  share > 0 && share < 0.01
    ? `unter ${formatPercent(0.01)}`
    : formatPercent(Math.round(100 * share) / 100);
const n = (value: number) => formatNumber(value);
const fromTo = ({ low, high }: { low: number | null; high: number | null }) =>
  low === null || high === null ? '' : low === high ? n(low) : `von ${n(low)} bis ${n(high)}`;

const columns = { value: 'Werte', gradient: 'Gradienten' } as const;
const column = { value: 'Wert', gradient: 'Gradient' } as const;
const ways = { forward: 'vorwärts durch', backward: 'rückwärts durch' } as const;
const slotNames: Record<string, string> = {
  momentum: 'Geschwindigkeit',
  sum: 'Summe der Quadrate',
};
const slotMeanings: Record<string, string> = {
  momentum:
    'Die Geschwindigkeit nimmt frühere Schritte mit: Sie besteht aus den bisherigen Gradienten, je älter, desto schwächer.',
  m: 'm ist ein gleitender Mittelwert des Gradienten: die Richtung, in die er zuletzt gezeigt hat.',
  v: 'v ist ein gleitender Mittelwert des quadrierten Gradienten: Wo Gradienten groß waren, werden die Schritte kleiner.',
  sum: 'Die Summe aller bisherigen quadrierten Gradienten: Wo sie groß ist, werden die Schritte kleiner.',
};

function sentence(facts: StageFacts): string {
  const { kind, of, step, parameters, learningRate, change, cleared, failure } = facts;
  const said = {
    zeroGrad: () =>
      `Trainingsschritt ${formatCount(step)} nimmt ${points(facts.points)}. ` +
      (cleared
        ? 'zeroGrad setzt jeden Gradienten auf null, damit der Schritt davor nicht mitzählt.'
        : 'zeroGrad ist aus: Die Gradienten des Schritts davor bleiben, und dieser Schritt kommt dazu.'),
    forward: () =>
      `Vorwärts durch ${of}: Heraus kommen für ${points(facts.points)} Zahlen ${fromTo(facts)}.`,
    loss: () =>
      `${of} vergleicht die Vorhersagen mit den Zielen: Der Verlust des Batches aus ${counted(facts.points, 'Punkt', 'Punkten')} ist ${fromTo(facts)}. Mit seinem Gradienten beginnt der Rückweg.`,
    backward: () =>
      `Rückwärts durch ${of}: Nach unten gehen Gradienten ${fromTo(facts)}` +
      (parameters.length ? `, und die von ${list(parameters)} bekommen ihren Teil dazu.` : '.'),
    update: () =>
      `${of} ändert jeden Parameter nach seinem Gradienten, mit der Lernrate ${formatTight(learningRate)}: Die größte Änderung ist ${n(change)}.`,
  }[kind]();
  return failure === null ? said : `${said} Hier misslingt der Schritt: Die Zahlen werden zu groß.`;
}

function distribution(facts: DistributionFacts): string {
  const { count, mean, zeros, units, silent, nonFinite } = facts;
  const parts =
    count > nonFinite ? [`${fromTo(facts)}, Mittel ${n(mean)}`] : ['keine Zahl ist endlich'];
  if (zeros > 0) parts.push(`${percent(zeros)} null`);
  if (silent > 0) {
    parts.push(
      `${formatCount(silent)} von ${counted(units, 'Einheit', 'Einheiten')} für alle null`,
    );
  }
  if (nonFinite > 0 && count > nonFinite) parts.push(`${formatCount(nonFinite)} nicht endlich`);
  return parts.join('; ');
}

export const slowMotion: SlowMotionLabels & BatchLabels & OptimizerLabels = {
  slowMotion: 'Ein Trainingsschritt in Zeitlupe',
  play: 'Start',
  pause: 'Pause',
  back: 'Zurück',
  nextStage: 'Weiter',
  takeStep: 'Den Schritt tun',
  replay: 'In voller Geschwindigkeit wiederholen',
  pace: 'Takt',
  paceOf: (pace) =>
    pace >= 1 ? `${formatShort(pace)} pro Sekunde` : `alle ${formatShort(1 / pace)} s`,
  stage: 'Abschnitt des Trainingsschritts',
  stageName: (kind, of) => {
    if (kind === 'forward' || kind === 'backward') return `${ways[kind]} ${of}`;
    return { zeroGrad: of, loss: 'Verlust', update: `Schritt von ${of}` }[kind];
  },
  progress: (name, at, count) => `${name}, ${at} von ${count}`,
  notBegun: 'nicht begonnen',
  atRest: (step) =>
    `Als Nächstes kommt Trainingsschritt ${formatCount(step)}: zeroGrad, vorwärts, Verlust, rückwärts, Schritt des Optimierers.`,
  sentence,
  replaying: (step) =>
    `Noch einmal Trainingsschritt ${formatCount(step)}, in voller Geschwindigkeit.`,
  taken: (step, loss) =>
    `Trainingsschritt ${formatCount(step)} ist getan. Der Verlust seines Batches war ${n(loss)}. Mit Start geht es beim nächsten weiter.`,
  notInBatch: (wanted, shown) =>
    `Punkt ${formatCount(wanted + 1)} ist nicht in diesem Batch; zu sehen ist Punkt ${formatCount(shown + 1)}.`,
  pending: 'noch nicht',
  largestGradient: (size) => `größter Gradient ${formatTight(size)}`,
  largestChange: (size) => `größte Änderung ${formatTight(size)}`,

  shown: 'Zu sehen',
  oneSample: 'ein Beispiel',
  batch: 'Batch',
  batchNote: 'der Batch, der als Nächstes kommt: Werte hinauf, Gradienten hinab',
  stepNote: (step, sample, count, view) =>
    view === 'batch'
      ? `Trainingsschritt ${formatCount(step)}, ${points(count)}`
      : `Trainingsschritt ${formatCount(step)}: Punkt ${formatCount(sample + 1)}, einer von ${formatCount(count)}`,
  distribution,
  pendingHistogram: (of, which) => `${of}, ${column[which]}: noch nicht`,
  histogram: (facts) =>
    `${facts.of}, ${formatCount(facts.count)} ${columns[facts.column]} des Batches: ${distribution(facts)}`,
  batchCaption:
    'Wie oft jede Größe unter den Zahlen aller Einheiten und Punkte des Batches vorkommt, den der nächste Trainingsschritt nimmt. Die Linie in der Mitte ist null; der graue Balken zählt genaue Nullen.',

  parameterByNumber: 'Eine Zahl eines Parameters, und was der Optimierer sich von ihr merkt',
  parameter: 'Parameter',
  entry: 'Eintrag',
  ofEntries: (count) => `von ${formatCount(count)}`,
  previousEntry: 'Voriger Eintrag',
  nextEntry: 'Nächster Eintrag',
  entryPlace: (indices) =>
    indices.length === 2
      ? `Zeile ${indices[0]! + 1}, Spalte ${indices[1]! + 1}`
      : `Stelle ${indices.map((index) => index + 1).join(', ')}`,
  now: 'jetzt',
  beforeStep: 'vor dem Schritt',
  parameterRow: 'Wert',
  gradientRow: 'Gradient',
  slotName: (name) => slotNames[name] ?? name,
  slotMeaning: (name) => slotMeanings[name] ?? '',
  noMemory: (optimizer) => `${optimizer} merkt sich nichts von den Schritten davor.`,
};
