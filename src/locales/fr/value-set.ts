// The words of numbers and options within a sentence, in French.
import type { Words } from '../words';
import { formatCount, formatShort, quoted } from './grammar';

type EditableName = Parameters<Words['Value']['name']>[0];

const numbers: Readonly<Record<EditableName, string>> = {
  learningRate: 'taux d’apprentissage',
  batchSize: 'taille de lot',
  l1: 'taux L1',
  l2: 'taux L2',
  dropout: 'dropout',
  points: 'points',
  noise: 'bruit',
  speed: 'vitesse, en époques par seconde',
  testRatio: 'part des points de test',
  dataSeed: 'graine des données',
  seed: 'graine des poids',
};

export const value: Words['Value'] = {
  name: (of) => numbers[of],
  parameterName: (parameter, place) => `${parameter}, nombre ${place + 1}`,
  hint: 'Glissez de côté, ou utilisez les flèches\u202f; Entrée ou un double-clic pour saisir',
  notANumber: (text) => `${quoted(text.trim())} n’est pas un nombre`,
  notWhole: (number) => `${formatShort(number)} n’est pas un nombre entier`,
  beyond: (min, max) =>
    max === Infinity
      ? `il faut au moins ${formatShort(min)}`
      : min === -Infinity
        ? `il faut au plus ${formatShort(max)}`
        : `il faut un nombre de ${formatShort(min)} à ${formatShort(max)}`,
  stays: (complaint, kept) => `(${complaint}\u202f; la valeur reste ${kept})`,
};

type OptionName = Parameters<Words['Set']['option']>[0];
type SetAction = Parameters<Words['Set']['action']>[0];

const options: Readonly<Record<OptionName, string>> = {
  model: 'couches',
  activation: 'activation',
  features: 'caractéristiques',
  dropout: 'dropout',
  initialization: 'poids initiaux',
  data: 'données',
  points: 'points',
  noise: 'bruit',
  testRatio: 'part des points de test',
  loss: 'perte',
  reduction: 'réduction',
  optimizer: 'optimiseur',
  optimizerOptions: 'options de l’optimiseur',
  learningRate: 'taux d’apprentissage',
  schedule: 'planification',
  l1: 'taux L1',
  l2: 'taux L2',
  batchSize: 'taille de lot',
  shuffle: 'mélange',
  zeroGrad: 'zeroGrad',
  seed: 'graine',
  dataSeed: 'graine des données',
  autoplay: 'lancement automatique',
  speed: 'vitesse',
  stopWhen: 'critère d’arrêt',
  posterEpoch: 'première époque affichée',
  weights: 'poids enregistrés',
};

const actions: Readonly<Record<SetAction, string>> = {
  play: 'lancer',
  pause: 'pause',
  step: 'une époque de plus',
  reset: 'recommencer',
  newWeights: 'd’autres poids',
  newData: 'd’autres points',
};

export const set: Words['Set'] = {
  option: (name, given) => {
    const written = writeValue(given);
    return written === null ? options[name] : `${options[name]} ${written}`;
  },
  action: (action) => actions[action],
  hint: 'Appuyez pour faire ce réglage',
  undoHint: 'Appuyez à nouveau pour remettre ce qu’il y avait avant',
  refused: (message) => `(${message})`,
};

function writeValue(given: unknown): string | null {
  if (given === undefined) return 'comme au début';
  if (given === Infinity) return 'au plus vite';
  if (typeof given === 'number') {
    return Number.isInteger(given) ? formatCount(given) : formatShort(given);
  }
  if (typeof given === 'boolean') return given ? 'activé' : 'désactivé';
  if (given === 'full') return 'tous les points';
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) {
    const isSizes = given.every((one) => typeof one === 'number');
    return given.join(isSizes ? '–' : ', ');
  }
  if (typeof given !== 'object' || given === null) return null;
  // A layer or a loss says what it is.
  if ('describe' in given) return (given as { describe(): string }).describe();
  if ('x' in given || 'train' in given) return null;
  const parts = Object.entries(given).map(([key, one]) =>
    key === 'name' ? String(one) : `${key} ${writeValue(one) ?? ''}`.trim(),
  );
  return parts.join(', ');
}
