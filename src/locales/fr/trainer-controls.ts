// The words of the controls in French: buttons, readout and time.
import type { Words } from '../words';
import { formatCount, formatNumber } from './grammar';
import { settings } from './settings';

const trends = {
  falling: 'en baisse',
  rising: 'en hausse',
  flat: 'stable',
  diverging: 'en divergence',
};

export const trainerControls: Words['TrainerControls'] = {
  ...settings,
  name: 'Commandes de l’entraînement',
  play: 'Lancer',
  pause: 'Pause',
  replay: 'Relancer',
  step: 'Un pas',
  stepHint: 'Un pas\u202f: entraîner pendant une époque',
  stepBy: (unit) => (unit === 'batch' ? 'Un lot de plus' : 'Une couche de plus'),
  stepByHint: (unit) =>
    unit === 'batch'
      ? 'Un lot de plus\u202f: entraîner sur un lot'
      : 'Une couche de plus\u202f: traverser une couche, en passe avant ou en passe arrière',
  stepUnit: 'Avancer par',
  unit: (unit) => ({ layer: 'couche', batch: 'lot', epoch: 'époque' })[unit],
  layer: (number, type) => `couche ${number}, ${type}`,
  phase: ({ kind }, layer, { step }) => {
    if (kind === 'forward') return `passe avant\u202f: ${layer}`;
    if (kind === 'backward') return `passe arrière\u202f: ${layer}`;
    if (kind === 'loss') return 'la perte du lot';
    return step === 0
      ? 'entre deux pas d’entraînement'
      : `poids mis à jour, pas d’entraînement ${formatCount(step)}`;
  },
  reset: 'Réinitialiser',
  resetHint: 'Réinitialiser\u202f: recommencer avec les mêmes poids',
  newWeights: 'Nouveaux poids',
  newWeightsHint: 'Nouveaux poids\u202f: recommencer avec d’autres poids aléatoires',
  newData: 'Nouvelles données',
  newDataHint:
    'Nouvelles données\u202f: tirer d’autres points, et recommencer avec les mêmes poids',
  ownData: 'Ces points sont donnés, il n’y en a pas d’autres à tirer.',
  epoch: 'époque',
  loss: 'perte',
  wrong: (wrong, count) => `${formatCount(wrong)} sur ${formatCount(count)} mal classés`,
  timeline: 'Aller à l’époque',
  timelineAt: (epoch, last) => `${formatCount(epoch)} sur ${formatCount(last)}`,
  timelineEmpty: 'rien d’entraîné encore',
  announce: ({ status, epoch, loss }) => {
    const where = `l’époque ${formatCount(epoch)}, perte ${formatNumber(loss)}`;
    if (status === 'running') return `Entraînement à partir de ${where}.`;
    if (status === 'paused') return `Pause à ${where}.`;
    if (status === 'done') return `Terminé à ${where}.`;
    if (status === 'diverged') return `Divergence après ${where}.`;
    return `Tout est prêt, à ${where}.`;
  },
  summary: ({ epoch, loss, trend, wrong, count, error }) =>
    `Époque ${formatCount(epoch)}, perte ${formatNumber(loss)}, ${trends[trend]}, ` +
    (wrong === null
      ? `erreur typique ${formatNumber(error)}.`
      : `${formatCount(wrong)} sur ${formatCount(count)} mal classés.`),
  ofRun: (name, number, sentence) =>
    `${name ?? `Entraînement ${formatCount(number)}`}\u202f: ${sentence}`,
  diverged: ({ divergence, epoch }) => {
    const where =
      divergence && divergence.layer !== 'loss' ? ` (d’abord dans ${divergence.layer})` : '';
    return (
      `Les nombres ont grandi au-delà de toute limite${where}. ` +
      `Vous voyez l’époque ${formatCount(epoch)}, la dernière valable. Baissez le taux d’apprentissage et réinitialisez.`
    );
  },
};
