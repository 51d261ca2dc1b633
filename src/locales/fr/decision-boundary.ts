// The words of the decision boundary in French.
import type { Words } from '../words';
import { boundaryParts, picture } from './boundary-parts';
import { capital, counted, formatCount, formatNumber } from './grammar';

const shapes = [
  'les ronds',
  'les carrés',
  'les triangles',
  'les losanges',
  'les croix',
  'les triangles pointe en bas',
  'les hexagones',
  'les étoiles',
];

export const decisionBoundary: Words['DecisionBoundary'] = {
  ...boundaryParts,
  heading: 'Frontière de décision',
  note: (task) =>
    ({
      binary: 'probabilité de la classe 1',
      multiclass: 'classe la plus probable, plus vive si plus sûre',
      regression: 'valeur prédite',
    })[task],
  diverged: ({ epoch }) =>
    `divergence\u202f; voici l’époque ${formatCount(epoch)}, la dernière valable`,
  caption: (task, classes, hasTest) => {
    if (task === 'regression') {
      return `Chaque point a la couleur de sa valeur.${hasTest ? ' Les ronds servent à l’entraînement, les losanges au test.' : ''}`;
    }
    const filled = hasTest
      ? ' Les points pleins servent à l’entraînement, les points creux au test.'
      : '';
    const names = shapes
      .slice(0, classes)
      .map((shape, k) => `${shape} ${k === 0 ? 'sont ' : ''}la classe ${k}`);
    return `${capital(names.join(', '))}.${filled}`;
  },
  description: ({ run, data, test, wrong, outside, view }) => {
    const count = data.x.shape[0]!;
    const trained = counted(count, 'point d’entraînement', 'points d’entraînement');
    const points = test
      ? `${trained} et ${counted(test.x.shape[0]!, 'point de test', 'points de test')}`
      : trained;
    const judged =
      wrong === null
        ? `perte ${formatNumber(run.loss)}`
        : `${formatCount(wrong)} sur ${trained} du mauvais côté`;
    const unseen = outside
      ? ` ${counted(outside, 'point est', 'points sont')} en dehors de l’image.`
      : '';
    return `${picture(view)}, avec ${points}. Époque ${formatCount(run.epoch)}\u202f: ${judged}.${unseen}`;
  },
  probe: 'Sonde\u202f: ce que dit le modèle en un point. Les flèches la déplacent.',
  readingAt: (x, y) => `en ${formatNumber(x, 1)}\u202f; ${formatNumber(y, 1)}`,
  reading: ({ task, overlay, value, predicted, uncertainty }) => {
    if (predicted === null || overlay === 'probability') {
      return task === 'multiclass' && predicted !== null
        ? `classe ${predicted}\u202f: ${formatNumber(value)}`
        : formatNumber(value);
    }
    if (overlay === 'uncertainty') return `incertitude\u202f: ${formatNumber(uncertainty, 2)}`;
    return `classe ${predicted}`;
  },
  spokenReading: ({ task, overlay, value, predicted, uncertainty, isNeuron }, x, y) => {
    const place = `x ${formatNumber(x, 2)}\u202f; y ${formatNumber(y, 2)}`;
    if (isNeuron) return `${place}\u202f: le neurone donne ${formatNumber(value)}`;
    if (task === 'regression') return `${place}\u202f: valeur ${formatNumber(value)}`;
    const of = task === 'binary' ? 1 : predicted;
    const likely = `${place}\u202f: probabilité de la classe ${of} ${formatNumber(value)}`;
    if (overlay === 'hard') return `${place}\u202f: classe ${predicted}`;
    return overlay === 'uncertainty'
      ? `${likely}, incertitude ${formatNumber(uncertainty, 2)}`
      : likely;
  },
  notAPlane: (inputs) =>
    `Cette image demande des points à deux entrées, x et y\u202f; les données en ont ${formatCount(inputs)}.`,
};
