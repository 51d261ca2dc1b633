// The words of the failure lab in French.
import type { Words } from '../words';
import { layerInWords, whatHappens, whyItMatters } from './findings';
import { capital, formatCount, formatShort, list, plural, uncapital } from './grammar';

const inLetters = (count: number, one: string) =>
  ['aucun', one, 'deux', 'trois', 'quatre', 'cinq'][count] ?? formatCount(count);

export const failureLab: Words['FailureLab'] = {
  heading: 'Ce qu’il faut surveiller',
  summary: (problems, watches, { status, epoch }) => {
    if (status === 'diverged') {
      return `L’entraînement a divergé\u202f: il s’est arrêté après l’époque ${formatCount(epoch)}.`;
    }
    const found = [
      problems &&
        `${inLetters(problems, 'un')} ${plural(problems, { one: 'problème', other: 'problèmes' })}`,
      watches &&
        `${inLetters(watches, 'une')} ${plural(watches, { one: 'chose', other: 'choses' })} à surveiller`,
    ].filter(Boolean);
    const told = found.join(', ');
    if (told) return `${capital(told)}.`;
    return epoch === 0 ? 'Rien d’anormal avant la première époque.' : 'Rien d’anormal jusqu’ici.';
  },
  kinds: {
    exploding: 'Pas qui explosent',
    deadReLU: 'ReLU mortes',
    saturated: 'Neurones saturés',
    symmetry: 'Neurones tous identiques',
    overfitting: 'Surapprentissage',
  },
  states: { fine: 'bon', watch: 'à surveiller', problem: 'problème', none: 'pas ici' },
  fine: {
    exploding: 'La perte ne s’emballe pas.',
    deadReLU: 'Chaque ReLU est au-dessus de 0 pour certains points.',
    saturated: 'Aucun neurone n’est bloqué à une extrémité de sa courbe.',
    symmetry: 'Deux neurones d’une même couche n’ont jamais les mêmes poids.',
    overfitting: 'La perte de test ne monte pas pendant que celle d’entraînement baisse.',
  },
  none: {
    exploding: '',
    deadReLU: 'Ce modèle n’a pas de ReLU cachée.',
    saturated: 'Ce modèle n’a ni sigmoïde ni tanh.',
    symmetry: 'Aucune couche cachée de ce modèle n’a deux neurones.',
    overfitting: 'Il n’y a pas de points de test pour comparer.',
  },
  what: whatHappens,
  why: whyItMatters,
  layer: layerInWords,
  advice: (kind, severity) => {
    const isFew = severity === 'watch' && (kind === 'deadReLU' || kind === 'saturated');
    const few =
      'Il est normal d’en avoir quelques-uns, et les autres apprennent sans eux. S’il y en a davantage\u202f: ';
    const advice = {
      exploding:
        'Essayez des pas plus petits\u202f: ils descendent là où ceux-ci sautent par-dessus le creux.',
      deadReLU: 'Essayez des pas plus petits, ou une activation dont la pente n’est jamais nulle.',
      saturated: 'Essayez des poids plus petits au départ, ou des pas plus petits.',
      symmetry:
        'Essayez des poids de départ aléatoires\u202f: ce qui diffère peut apprendre des choses différentes.',
      overfitting:
        'Essayez plus de données, un modèle plus petit ou une pénalité sur les grands poids, ou arrêtez à temps.',
    }[kind];
    return isFew ? few + uncapital(advice) : advice;
  },
  remedy: ({ learningRate, activation, initialization, l2 }) => {
    const isLeaky =
      activation === 'LeakyReLU' || (Array.isArray(activation) && activation.includes('LeakyReLU'));
    const parts = [
      isLeaky && 'LeakyReLU',
      initialization === 'xavier' && 'les poids aléatoires de Xavier',
      learningRate !== undefined && `un taux d’apprentissage de ${formatShort(learningRate)}`,
      l2 !== undefined && `une pénalité L2 de ${formatShort(l2)}`,
    ];
    return list(parts.filter((text) => text !== false));
  },
  tryOut: (remedy) => `Recommencer avec ${remedy}`,
  tried: (remedy) => `Recommencé avec ${remedy}.`,
  putBack: 'Remettre comme avant',
  goTo: (epoch) => `Aller à l’époque ${formatCount(epoch)}`,
  show: 'Montrer',
  shown: (unit, at, count) =>
    count === 1
      ? `Le neurone ${unit + 1} est affiché`
      : `Neurone ${unit + 1}, ${at + 1} sur ${formatCount(count)}`,
  cause: 'Provoquer',
  causeAgain: 'Encore une fois',
  causeHint: (kind, again) =>
    again
      ? `Encore une fois\u202f: ${uncapitalKind(kind)}`
      : `Provoquer\u202f: ${uncapitalKind(kind)}`,
  aside: (kind) =>
    `Cet entraînement est fait pour montrer ceci\u202f: ${uncapitalKind(kind)}. Votre modèle est mis de côté.`,
  back: 'Revenir à mon modèle',
  weightsOnly:
    'Vos poids sont comme avant. Les époques sont comptées à nouveau depuis 0, car l’entraînement avait été modifié en route.',
  play: 'Lancer',
  pause: 'Pause',
  step: 'Un pas',
  stepHint: 'Un pas\u202f: entraîner pendant une époque',
  announce: (problems, watches) => {
    const parts = [
      problems.length ? `Problème\u202f: ${problems.join(', ')}.` : '',
      watches.length ? `À surveiller\u202f: ${watches.join(', ')}.` : '',
    ].filter(Boolean);
    return parts.length ? parts.join(' ') : 'Rien d’anormal.';
  },
};

// ReLU keeps its capitals.
function uncapitalKind(kind: string): string {
  return kind.startsWith('ReLU') ? kind : uncapital(kind);
}
