// The words of the settings in German.
import type { SettingLabels } from '../../components/trainer-controls/setting-labels';
import { formatCount, formatShort, plural } from './grammar';

const schedules: Record<Parameters<SettingLabels['scheduleName']>[0], string> = {
  constant: 'konstant',
  step: 'in Stufen',
  cosine: 'halber Kosinus',
  warmup: 'Aufwärmen',
  custom: 'eigener',
};

const losses: Record<string, string> = {
  BinaryCrossEntropy: 'binäre Kreuzentropie',
  BinaryCrossEntropyWithLogits: 'binäre Kreuzentropie aus Logits',
  CrossEntropy: 'Kreuzentropie',
  MeanSquaredError: 'mittlerer quadratischer Fehler',
  custom: 'eigener',
};

const parameters: Record<Parameters<SettingLabels['parameter']>[0], string> = {
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  weightDecay: 'Weight Decay',
  beta1: 'β₁',
  beta2: 'β₂',
  alpha: 'α',
  eps: 'ε',
  stepSize: 'alle n Epochen',
  gamma: 'mal γ',
  epochs: 'über n Epochen',
  end: 'bis auf',
};

const obstacles: Record<Parameters<SettingLabels['obstacle']>[0], string> = {
  modelOwnsActivation: 'gehört zu diesem Modell',
  modelOwnsDropout: 'gehört zu diesem Modell',
  noHiddenLayer: 'keine verborgene Schicht',
  needsSums: 'braucht ein Modell ohne Sigmoid am Ende',
  needsProbabilities: 'braucht ein Modell mit Sigmoid am Ende',
  differsByLayer: 'je Schicht verschieden',
};

const names: Record<string, string> = {
  none: 'keine',
  mixed: 'je Schicht verschieden',
  custom: 'eigene',
};

export const settings: SettingLabels = {
  learningRate: 'Lernrate',
  asNumber: (setting) => `${setting}, als Zahl`,
  speed: 'Tempo',
  epochsPerSecond: (speed) =>
    speed === Infinity
      ? 'so schnell es geht'
      : `${formatCount(speed)} ${plural(speed, { one: 'Epoche', other: 'Epochen' })}/s`,
  schedule: 'Zeitplan',
  scheduleName: (name) => schedules[name],
  scheduledRate: (rate) => `jetzt ${formatShort(rate, 2)}`,
  batchSize: 'Batchgröße',
  batch: (size, points) => (size === 'full' ? `alle ${formatCount(points)}` : formatCount(size)),
  lossFunction: 'Verlust',
  lossName: (type) => losses[type] ?? type,
  optimizer: 'Optimierer',
  optimizerName: (name) => (name === 'custom' ? 'eigener' : name),
  regularization: 'Regularisierung',
  penalty: (name) => ({ none: 'keine', l1: 'L1', l2: 'L2', both: 'L1 und L2' })[name],
  penaltyRate: (name) => ({ l1: 'L1-Rate', l2: 'L2-Rate' })[name],
  dropout: 'Dropout',
  activation: 'Aktivierung',
  activationName: (name) => names[name] ?? name,
  zeroGrad: 'zeroGrad',
  zeroGradState: (isOn) => (isOn ? 'vor jedem Schritt' : 'nie: Gradienten summieren sich'),
  parameter: (name) => parameters[name],
  moreSettings: 'Weitere Einstellungen',
  locked: 'fest vorgegeben',
  allLocked: 'Die Einstellungen sind fest vorgegeben.',
  obstacle: (obstacle) => obstacles[obstacle],
  notANumber: (text) => `„${text.trim()}“ ist keine Zahl`,
  beyond: ([min, max], byAuthor) => {
    const range =
      max === Infinity
        ? `mindestens ${formatShort(min)}`
        : `von ${formatShort(min)} bis ${formatShort(max)}`;
    return byAuthor ? `${range}, so ist es vorgegeben` : range;
  },
};
