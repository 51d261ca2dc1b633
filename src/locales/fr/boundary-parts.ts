// What the decision boundary says in French of overlays, mistakes, neurons and the spaces of layers.
import type { MoreLabels } from '../../components/decision-boundary/sentences';
import { capital, counted, formatCount, formatNumber, formatTight, uncapital } from './grammar';

type LayerName = Parameters<MoreLabels['layer']>[0];

// More numbers than this are not read out.
const few = 8;

function layerInWords({ kind, number, type }: LayerName): string {
  if (kind === 'features') return 'caractéristiques';
  return kind === 'output' ? `sortie (${type})` : `couche ${number} (${type})`;
}

function ofLayer(layer: LayerName): string {
  return layer.kind === 'features' ? 'des caractéristiques' : `de la ${layerInWords(layer)}`;
}

function neuronInWords(layer: LayerName, unit: number): string {
  if (layer.kind === 'features') return `Caractéristique ${unit + 1}`;
  return layer.kind === 'output'
    ? `Sortie ${unit + 1} (${layer.type})`
    : `Neurone ${unit + 1} ${ofLayer(layer)}`;
}

const picturesByOverlay = {
  probability: 'Le plan, coloré selon ce que dit le modèle',
  hard: 'Le plan, coloré selon la classe que choisit le modèle',
  uncertainty: 'Le plan, plus sombre là où le modèle est moins sûr',
} as const;

export const picture: MoreLabels['picture'] = ({ overlay, neuron, space }) => {
  if (space) {
    return space.layer.kind === 'features'
      ? 'Les données et la grille du plan, telles que les caractéristiques les déforment'
      : `Les données et la grille du plan, telles que la ${layerInWords(space.layer)} les déforme`;
  }
  if (neuron) {
    const { layer, unit } = neuron;
    return layer.kind === 'hidden'
      ? `Le plan, coloré selon la sortie du neurone ${unit + 1} ${ofLayer(layer)}`
      : `Le plan, coloré selon la ${uncapital(neuronInWords(layer, unit))}`;
  }
  return picturesByOverlay[overlay];
};

export const boundaryParts: MoreLabels = {
  picture,
  overlay: 'Ce que disent les couleurs',
  overlays: { probability: 'Probabilité', hard: 'Décision', uncertainty: 'Incertitude' },
  overlayNote: (overlay) =>
    ({
      probability: 'probabilité',
      hard: 'la classe choisie',
      uncertainty: 'incertitude\u202f: 1 là où deux classes sont à égalité',
    })[overlay],
  noOverlay: 'Une valeur n’a pas de classe\u202f: ni décision ni erreurs à montrer.',
  mistakes: 'Erreurs',
  mistakeCount: ({ train, trainPoints, test, testPoints }) => {
    const trained = `${formatCount(train)} sur ${counted(trainPoints, 'point d’entraînement', 'points d’entraînement')}`;
    const tested =
      test === null
        ? ''
        : ` et ${formatCount(test)} sur ${counted(testPoints, 'point de test', 'points de test')}`;
    return `Entourés\u202f: ${trained}${tested} du mauvais côté.`;
  },
  className: (index) => String(index),
  region: (index) => `classe ${index}`,
  layer: (layer) => capital(layerInWords(layer)),
  neuron: neuronInWords,
  space: 'Espace',
  inputSpace: 'Entrée (le plan)',
  spaceName: 'Espace d’une couche',
  spaceNote: ({ layer }) => `espace ${ofLayer(layer)}`,
  someDrawn: (drawn, all) => `${formatCount(drawn)} des ${formatCount(all)} points sont dessinés.`,
  spaceCaption: ({ units, of }, task) => {
    const lines = 'Les lignes sont la grille du plan d’entrée, telle que les couches la déforment.';
    if (of === 1) {
      return task === 'regression'
        ? 'Une seule unité\u202f: sa valeur à l’horizontale, la valeur à prédire à la verticale.'
        : 'Une seule unité\u202f: sa valeur à l’horizontale, une ligne par classe.';
    }
    return of === 2
      ? `${lines} Les couleurs sont ce que le reste du modèle fait de cet espace.`
      : `${lines} Unités ${units.map((unit) => unit + 1).join(' et ')} sur ${of}\u202f: le reste du modèle voit les ${of}, c’est pourquoi l’espace n’a pas de couleurs.`;
  },
  unit: (unit) => `unité ${unit + 1}`,
  unitAcross: 'Horizontale',
  unitUp: 'Verticale',
  target: 'à prédire',
  classes: 'classe',
  points: 'Points des données. Les flèches vont de l’un à l’autre.',
  pointKeys: 'Parmi les points, M va à l’erreur suivante.',
  point: (row, target, task, among) =>
    `${among?.split === 'test' ? 'point de test' : 'point'} ${formatCount(row + 1)}${among ? ` sur ${formatCount(among.count)}` : ''}\u202f: ${task === 'regression' ? `valeur ${formatNumber(target, 2)}` : `classe ${target}`}`,
  pointPlace: (point, x, y) =>
    y === null
      ? `${point}, en ${formatNumber(x, 2)}`
      : `${point}, en ${formatNumber(x, 2)}\u202f; ${formatNumber(y, 2)}`,
  verdict: ({ task, value, predicted, isWrong }) => {
    if (task === 'regression') return `prédiction ${formatNumber(value, 2)}`;
    const said = task === 'binary' ? formatNumber(value, 2) : `classe ${predicted}`;
    return `prédiction ${said}, ${isWrong ? 'fausse' : 'juste'}`;
  },
  activations: 'Ce que chaque couche fait du point',
  noPoint: 'Pointez un endroit du plan pour voir ce qui s’y passe.',
  input: 'Entrée',
  spokenRow: ({ layer, values }) => {
    const name = capital(layer ? layerInWords(layer) : 'entrée');
    const numbers = Array.from(values);
    if (numbers.length <= few) return `${name}\u202f: ${numbers.map(formatTight).join('\u202f; ')}`;
    const ends = [Math.min(...numbers), Math.max(...numbers)].map(formatTight).join(' à ');
    return `${name}\u202f: ${formatCount(numbers.length)} valeurs, de ${ends}`;
  },
  numbers: 'Tous les nombres',
  openFullscreen: 'Plein écran',
  closeFullscreen: 'Quitter le plein écran',
};
