// The words of exported programs, opened models and comparisons in French.
import type { Words } from '../words';
import { counted, formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy', onnx: 'ONNX' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `la perte à l’époque ${formatCount(epoch)}`
    : `les pertes des époques ${formatCount(epoch)} à ${formatCount(epoch + epochs - 1)}`;

const weightsOf = ({ weights, epoch }: Shown) =>
  weights === 'initial' ? 'les poids initiaux' : `les poids après l’époque ${formatCount(epoch)}`;

export const exportProgram: Export = {
  heading: (format) =>
    `${format === 'onnx' ? 'Ce modèle' : 'Cet entraînement'} en ${names[format]}`,
  formats: names,
  choose: 'Bibliothèque',
  weights: 'Poids de départ',
  initial: 'Poids initiaux',
  now: 'Poids actuels',
  note: ({ lines, nodes, bytes = 0 }) =>
    nodes === undefined
      ? `${counted(lines, 'ligne', 'lignes')} de Python`
      : `${counted(nodes, 'nœud', 'nœuds')}, ${counted(bytes, 'octet', 'octets')}`,
  caption: (shown) =>
    shown.format === 'onnx'
      ? `Le fichier contient un graphe des points x aux prédictions y, avec ${weightsOf(shown)}. ONNX Runtime l’exécute, et il peut être rouvert ici.`
      : shown.weights === 'initial'
        ? `Il reprend cet entraînement du début en ${names[shown.format]}, avec les mêmes poids, les mêmes points et le même ordre, et affiche ${printed(shown)}.`
        : `Il part des poids après l’époque ${formatCount(shown.epoch)} et affiche ${printed(shown)}. Tant que l’entraînement avance, il reste tel quel.`,
  copy: 'Copier',
  copied: 'Copié',
  marked:
    'La page n’a pas le droit de copier\u202f; le programme est sélectionné, appuyez sur Ctrl+C ou ⌘C.',
  download: 'Télécharger',
  downloadNamed: (fileName) => `Télécharger ${fileName}`,
  loading: 'Écriture du fichier…',
  notLoaded:
    'Ce qui écrit les fichiers ONNX n’a pas pu être chargé\u202f; la page est-elle encore connectée\u202f?',
  listing: (format) => `Le ${format === 'onnx' ? 'graphe' : 'programme'} en ${names[format]}`,
  description: (shown, model) =>
    shown.format === 'onnx'
      ? `Un fichier en ONNX qui calcule ${model}, avec ${weightsOf(shown)}.`
      : `Un programme de ${counted(shown.lines, 'ligne', 'lignes')} en ${names[shown.format]} qui entraîne ${model}, avec ${weightsOf(shown)} au départ.`,
};

export const importModel: Words['ImportModel'] = {
  heading: 'Un modèle depuis un fichier',
  open: 'Ouvrir un modèle',
  drop: 'un fichier .onnx, ou enregistré en JSON\u202f; ou déposez-le ici',
  reading: (fileName) => `Lecture de ${fileName}…`,
  opened: ({ fileName, model, parameters, loss }) =>
    `${fileName}\u202f: ${model}, ${counted(parameters, 'paramètre', 'paramètres')}. L’entraînement part de ce modèle.` +
    (loss === null ? '' : ` Sa perte est maintenant ${loss}, comme le demande sa dernière couche.`),
  refused: (fileName) => `Impossible d’ouvrir ${fileName}.`,
  tooLarge: (most) =>
    `Le fichier dépasse ${formatCount(most)} octets\u202f; une page entraîne des modèles plus petits.`,
  notLoaded:
    'Ce qui lit les fichiers ONNX n’a pas pu être chargé\u202f; la page est-elle encore connectée\u202f?',
  unreadable: 'Le fichier ne peut pas être lu\u202f; il a peut-être été déplacé ou supprimé.',
  onlyOne: 'Il y a plusieurs fichiers\u202f; déposez-en un seul.',
};

export const compare: Words['Compare'] = {
  heading: 'Comparaison',
  caption:
    'En haut, ce que chaque modèle dit du plan\u202f; en bas, sa perte par époque. Tous ont les mêmes points, la même graine et la même époque, et tous les graphiques les mêmes axes.',
  play: 'Tout lancer',
  pause: 'Pause',
  step: 'Un pas',
  stepHint: 'Un pas\u202f: entraîner chaque modèle pendant une époque',
  reset: 'Réinitialiser',
  resetHint: 'Réinitialiser\u202f: tout reprendre avec les mêmes poids',
  newWeights: 'Nouveaux poids',
  newWeightsHint: 'Nouveaux poids\u202f: tout reprendre avec la graine suivante',
  models: {
    minimal: 'Minimal',
    shallow: 'Peu profond',
    deep: 'Profond',
    overParametrised: 'Surparamétré',
  },
  controls: 'Commandes de tous les entraînements',
  epoch: 'époque',
  parameters: (count) => counted(count, 'paramètre', 'paramètres'),
  boundary: (name) => `Frontière de décision, ${name}`,
  loss: (name) => `Perte, ${name}`,
  description: ({ epoch }, states) => {
    const ranked = [...states].sort((a, b) => a.run.loss - b.run.loss);
    const told = ranked.map(({ name, run }) => {
      const test = run.testLoss === null ? '' : `, test ${formatNumber(run.testLoss)}`;
      const state = run.status === 'diverged' ? ' (a divergé)' : '';
      return `${name} ${formatNumber(run.loss)}${test}${state}`;
    });
    return `Époque ${formatCount(epoch)}. Perte, de la plus faible à la plus forte\u202f: ${told.join('\u202f; ')}.`;
  },
};
