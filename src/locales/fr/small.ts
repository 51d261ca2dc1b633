// The words of the small components in French: spoilers, goals, predictions, errors.
import type { Words } from '../words';
import { answer } from './answer';
import { counted, formatCount, formatNumber, formatShort, withPercent } from './grammar';

export const figureError: Words['FigureError'] = {
  failed: 'Cette figure n’a pas pu être affichée.',
  stopped: 'Une erreur a arrêté l’entraînement.',
  notReached: 'Une erreur a empêché l’entraînement d’y aller.',
  notLoaded: 'Cette partie n’a pas pu être chargée\u202f; la page est-elle encore connectée\u202f?',
  coming: 'Cette figure se charge…',
  notPrinted: (figure) =>
    `${figure}\u202f: cette figure n’était pas encore chargée à l’impression. Imprimez la page encore une fois.`,
  retry: 'Réessayer',
};

export const copyLaTeX: Words['CopyLaTeX'] = {
  button: 'LaTeX',
  buttonNamed: (what) => `Copier en LaTeX\u202f: ${what}`,
  copied: 'copié',
  marked: 'Ctrl+C ou ⌘C pour copier',
  field: 'LaTeX',
};

export const mathFormula: Words['MathFormula'] = {
  where: 'si',
  otherwise: 'sinon',
  because: 'car',
};

export const spoiler: Words['Spoiler'] = {
  summary: 'Montrer la réponse',
  yes: 'Oui, la montrer',
  no: 'Pas encore',
};

export const playground: Words['Playground'] = {
  name: 'Bac à sable pour réseaux de neurones',
  description: ({ run, points, testPoints, wrong, parameters }) => {
    const trained = counted(points, 'point d’entraînement', 'points d’entraînement');
    const tested = testPoints === null ? '' : `, ${formatCount(testPoints)} de test`;
    const testLoss = run.testLoss === null ? '' : `, perte de test ${formatNumber(run.testLoss)}`;
    const judged = wrong === null ? '' : `, ${formatCount(wrong)} sur ${trained} du mauvais côté`;
    const end = run.status === 'diverged' ? ' Ensuite, l’entraînement a divergé.' : '';
    return `Un modèle de ${counted(parameters, 'paramètre', 'paramètres')} et ${trained}${tested}. Époque ${formatCount(run.epoch)}\u202f: perte ${formatNumber(run.loss)}${testLoss}${judged}.${end}`;
  },
  more: 'Regarder de plus près',
  layers: 'Les valeurs dans chaque couche',
  landscape: 'La perte autour de deux poids',
  activation: 'L’activation et sa pente',
};

type GoalName = Parameters<Words['Goal']['wanted']>[0];

const wanted: Readonly<Record<GoalName, (value: string) => string>> = {
  loss: (value) => `perte d’au plus ${value}`,
  testLoss: (value) => `perte de test d’au plus ${value}`,
  accuracy: (value) => `exactitude d’au moins ${value}`,
  testAccuracy: (value) => `exactitude de test d’au moins ${value}`,
  epoch: (value) => `nombre d’époques\u202f: ${value} au plus`,
  maxParams: (value) => `nombre de paramètres\u202f: ${value} au plus`,
};

function goalNumber(name: GoalName, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (name === 'accuracy' || name === 'testAccuracy') {
    return withPercent(formatShort(Math.floor(value * 1000) / 10, 4));
  }
  return Number.isInteger(value) ? formatCount(value) : formatShort(value, 3);
}

export const goal: Words['Goal'] = {
  goal: 'Objectif',
  open: 'pas encore',
  done: 'atteint',
  wanted: (name, value) => wanted[name](goalNumber(name, value)),
  now: (name, value) => `actuellement ${goalNumber(name, value)}`,
};

export const predict: Words['Predict'] = {
  predict: 'Prédisez',
  commit: 'C’est ma réponse',
  again: 'Répondre à nouveau',
  field: 'Votre réponse',
  emptyNumber: 'Saisissez d’abord un nombre\u202f; une fraction ou 2 * 21 convient aussi.',
  emptyChoice: 'Choisissez d’abord une réponse.',
  emptySketch:
    'Dessinez d’abord une courbe\u202f: glissez sur le graphique, ou déplacez un point avec les flèches.',
  problem: answer.problem,
  youSaid: (said) => `Votre réponse\u202f: ${said}.`,
  right: 'C’est juste.',
  wrong: (right) => `La bonne réponse est ${right}.`,
  see: 'Voyez maintenant ce qui se passe.',
  locked: 'Répondez d’abord\u202f; la figure s’animera ensuite.',
  sketchName: 'Votre courbe de la perte',
  sketchHow: 'Glissez sur le graphique, ou utilisez Tab et les flèches.',
  knot: (epoch) => `Perte à l’époque ${formatCount(epoch)}`,
  knotValue: (loss) => formatShort(loss, 3),
  yourCurve: 'votre courbe',
  theRun: 'l’entraînement',
  epoch: 'époque',
  loss: 'perte',
};
