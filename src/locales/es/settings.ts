// The words of the settings in Spanish.
import type { SettingLabels } from '../../components/trainer-controls/setting-labels';
import { formatCount, formatShort, plural, quoted } from './grammar';

const schedules: Record<Parameters<SettingLabels['scheduleName']>[0], string> = {
  constant: 'constante',
  step: 'escalonada',
  cosine: 'medio coseno',
  warmup: 'calentamiento',
  custom: 'personalizada',
};

const losses: Record<string, string> = {
  BinaryCrossEntropy: 'entropía cruzada binaria',
  BinaryCrossEntropyWithLogits: 'entropía cruzada binaria con logits',
  CrossEntropy: 'entropía cruzada',
  MeanSquaredError: 'error cuadrático medio',
  custom: 'personalizada',
};

const parameters: Record<Parameters<SettingLabels['parameter']>[0], string> = {
  momentum: 'momentum',
  nesterov: 'Nesterov',
  weightDecay: 'decaimiento de los pesos',
  beta1: 'β₁',
  beta2: 'β₂',
  alpha: 'α',
  eps: 'ε',
  stepSize: 'cada n épocas',
  gamma: 'por γ',
  epochs: 'en n épocas',
  end: 'hasta',
};

const obstacles: Record<Parameters<SettingLabels['obstacle']>[0], string> = {
  modelOwnsActivation: 'forma parte de este modelo',
  modelOwnsDropout: 'forma parte de este modelo',
  noHiddenLayer: 'sin capa oculta',
  needsSums: 'necesita un modelo sin Sigmoid al final',
  needsProbabilities: 'necesita un modelo con Sigmoid al final',
  differsByLayer: 'varía según la capa',
};

const names: Record<string, string> = {
  none: 'ninguna',
  mixed: 'varía según la capa',
  custom: 'personalizada',
};

export const settings: SettingLabels = {
  learningRate: 'Tasa de aprendizaje',
  asNumber: (setting) => `${setting}, como número`,
  speed: 'Velocidad',
  epochsPerSecond: (speed) =>
    speed === Infinity
      ? 'al máximo'
      : `${formatCount(speed)} ${plural(speed, { one: 'época', other: 'épocas' })}/s`,
  schedule: 'Planificación',
  scheduleName: (name) => schedules[name],
  scheduledRate: (rate) => `ahora ${formatShort(rate, 2)}`,
  batchSize: 'Tamaño de lote',
  batch: (size, points) => (size === 'full' ? `todos (${formatCount(points)})` : formatCount(size)),
  lossFunction: 'Pérdida',
  lossName: (type) => losses[type] ?? type,
  optimizer: 'Optimizador',
  optimizerName: (name) => (name === 'custom' ? 'personalizado' : name),
  regularization: 'Regularización',
  penalty: (name) => ({ none: 'ninguna', l1: 'L1', l2: 'L2', both: 'L1 y L2' })[name],
  penaltyRate: (name) => ({ l1: 'Tasa L1', l2: 'Tasa L2' })[name],
  dropout: 'Dropout',
  activation: 'Activación',
  activationName: (name) => names[name] ?? name,
  zeroGrad: 'zeroGrad',
  zeroGradState: (isOn) => (isOn ? 'antes de cada paso' : 'nunca: los gradientes se acumulan'),
  parameter: (name) => parameters[name],
  moreSettings: 'Más ajustes',
  locked: 'fijado de antemano',
  allLocked: 'Los ajustes están fijados de antemano.',
  obstacle: (obstacle) => obstacles[obstacle],
  notANumber: (text) => `${quoted(text.trim())} no es un número`,
  beyond: ([min, max], byAuthor) => {
    const range =
      max === Infinity
        ? `al menos ${formatShort(min)}`
        : `de ${formatShort(min)} a ${formatShort(max)}`;
    return byAuthor ? `${range}, fijado de antemano` : range;
  },
};
