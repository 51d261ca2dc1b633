// The words of the code challenge in French.
import type { Words } from '../words';
import { challengeWords } from './challenges';
import { formatCount, list } from './grammar';

const stops = {
  endless:
    'Le code a été arrêté\u202f: il n’avait pas fini dans le temps permis. Y a-t-il une boucle sans fin\u202f?',
  gone: 'L’environnement où tournait le code a disparu. Peut-être demandait-il trop de mémoire.',
  blocked:
    'L’environnement protégé du code ne démarre pas. La Content-Security-Policy de la page l’interdit sans doute.',
} as const;

export const codeChallenge: Words['CodeChallenge'] = {
  ...challengeWords,
  editor: (title) => `${title}\u202f: code`,
  keys: 'Ctrl+Entrée vérifie, Tab quitte l’éditeur.',
  check: 'Vérifier mon code',
  nextHole: 'Trou suivant',
  reset: 'Recommencer',
  undoReset: 'Annuler',
  hint: (number, of) => `Indice ${number} sur ${of}`,
  hints: 'Indices',
  checks: 'Vérifications',
  states: { passed: 'réussie', failed: 'échouée', waiting: 'pas encore faite' },
  untouched: 'Mettez du code à la place de chaque ___.',
  touched: 'Pas encore vérifié.',
  openHoles: (lines) =>
    `Reste à remplir\u202f: ___ ${lines.length === 1 ? 'à la ligne' : 'aux lignes'} ${list(lines.map(formatCount))}.`,
  checking: 'Vérification …',
  stopped: (message, line, kind) => {
    const said = kind !== null && kind in stops ? stops[kind as keyof typeof stops] : message;
    return line === null ? said : `Ligne ${line}\u202f: ${said}`;
  },
  failed: (passed, of) =>
    `Vérifications réussies\u202f: ${formatCount(passed)} sur ${formatCount(of)}.`,
  training: 'Toutes les vérifications sont réussies. Votre code s’entraîne …',
  progress: 'Époques entraînées',
  solved: 'Toutes les vérifications sont réussies. Votre code s’est entraîné.',
  ending: ({ kind, epoch }) =>
    kind === 'otherParameters'
      ? `L’entraînement s’est arrêté plus tôt\u202f: après l’époque ${formatCount(epoch)}, le modèle n’a plus les mêmes paramètres.`
      : `L’entraînement s’est arrêté plus tôt\u202f: à l’époque ${formatCount(epoch)}, un paramètre a cessé d’être un nombre fini.`,
  solution: 'Montrer la solution',
  solutionName: 'Solution',
  solutionAsk: 'Les indices suffisent peut-être. Tout montrer\u202f?',
  useSolution: 'La mettre dans l’éditeur',
  run: 'Entraîné avec votre code',
};
