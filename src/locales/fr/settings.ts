// The words of the settings in French.
import type { SettingLabels } from '../../components/trainer-controls/setting-labels';
import { formatCount, formatShort, plural, quoted } from './grammar';

const schedules: Record<Parameters<SettingLabels['scheduleName']>[0], string> = {
  constant: 'constante',
  step: 'par paliers',
  cosine: 'demi-cosinus',
  warmup: 'échauffement',
  custom: 'personnalisée',
};

const losses: Record<string, string> = {
  BinaryCrossEntropy: 'entropie croisée binaire',
  BinaryCrossEntropyWithLogits: 'entropie croisée binaire sur logits',
  CrossEntropy: 'entropie croisée',
  MeanSquaredError: 'erreur quadratique moyenne',
  custom: 'personnalisée',
};

const parameters: Record<Parameters<SettingLabels['parameter']>[0], string> = {
  momentum: 'momentum',
  nesterov: 'Nesterov',
  weightDecay: 'décroissance des poids',
  beta1: 'β₁',
  beta2: 'β₂',
  alpha: 'α',
  eps: 'ε',
  stepSize: 'toutes les n époques',
  gamma: 'fois γ',
  epochs: 'sur n époques',
  end: 'jusqu’à',
};

const obstacles: Record<Parameters<SettingLabels['obstacle']>[0], string> = {
  modelOwnsActivation: 'fait partie de ce modèle',
  modelOwnsDropout: 'fait partie de ce modèle',
  noHiddenLayer: 'pas de couche cachée',
  needsSums: 'demande un modèle sans Sigmoid à la fin',
  needsProbabilities: 'demande un modèle avec Sigmoid à la fin',
  differsByLayer: 'varie selon la couche',
};

const names: Record<string, string> = {
  none: 'aucune',
  mixed: 'varie selon la couche',
  custom: 'personnalisée',
};

export const settings: SettingLabels = {
  learningRate: 'Taux d’apprentissage',
  asNumber: (setting) => `${setting}, en nombre`,
  speed: 'Vitesse',
  epochsPerSecond: (speed) =>
    speed === Infinity
      ? 'au plus vite'
      : `${formatCount(speed)} ${plural(speed, { one: 'époque', other: 'époques' })}/s`,
  schedule: 'Planification',
  scheduleName: (name) => schedules[name],
  scheduledRate: (rate) => `actuellement ${formatShort(rate, 2)}`,
  batchSize: 'Taille de lot',
  batch: (size, points) => (size === 'full' ? `tous (${formatCount(points)})` : formatCount(size)),
  lossFunction: 'Perte',
  lossName: (type) => losses[type] ?? type,
  optimizer: 'Optimiseur',
  optimizerName: (name) => (name === 'custom' ? 'personnalisé' : name),
  regularization: 'Régularisation',
  penalty: (name) => ({ none: 'aucune', l1: 'L1', l2: 'L2', both: 'L1 et L2' })[name],
  penaltyRate: (name) => ({ l1: 'Taux L1', l2: 'Taux L2' })[name],
  dropout: 'Dropout',
  activation: 'Activation',
  activationName: (name) => names[name] ?? name,
  zeroGrad: 'zeroGrad',
  zeroGradState: (isOn) => (isOn ? 'avant chaque pas' : 'jamais\u202f: les gradients s’accumulent'),
  parameter: (name) => parameters[name],
  moreSettings: 'Plus de réglages',
  locked: 'fixé d’avance',
  allLocked: 'Les réglages sont fixés d’avance.',
  obstacle: (obstacle) => obstacles[obstacle],
  notANumber: (text) => `${quoted(text.trim())} n’est pas un nombre`,
  beyond: ([min, max], byAuthor) => {
    const range =
      max === Infinity
        ? `au moins ${formatShort(min)}`
        : `de ${formatShort(min)} à ${formatShort(max)}`;
    return byAuthor ? `${range}, fixé d’avance` : range;
  },
};
