// The words of exported programs and of comparisons in French.
import type { Words } from '../words';
import { counted, formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `la perte à l’époque ${formatCount(epoch)}`
    : `les pertes des époques ${formatCount(epoch)} à ${formatCount(epoch + epochs - 1)}`;

export const exportProgram: Export = {
  heading: (format) => `Cet entraînement en ${names[format]}`,
  formats: names,
  choose: 'Bibliothèque',
  weights: 'Poids de départ',
  initial: 'Poids initiaux',
  now: 'Poids actuels',
  note: ({ lines }) => `${counted(lines, 'ligne', 'lignes')} de Python`,
  caption: (shown) =>
    shown.weights === 'initial'
      ? `Il reprend cet entraînement du début en ${names[shown.format]}, avec les mêmes poids, les mêmes points et le même ordre, et affiche ${printed(shown)}.`
      : `Il part des poids après l’époque ${formatCount(shown.epoch)} et affiche ${printed(shown)}. Tant que l’entraînement avance, il reste tel quel.`,
  copy: 'Copier',
  copied: 'Copié',
  marked:
    'La page n’a pas le droit de copier\u202f; le programme est sélectionné, appuyez sur Ctrl+C ou ⌘C.',
  download: 'Télécharger',
  downloadNamed: (fileName) => `Télécharger ${fileName}`,
  listing: (format) => `Le programme en ${names[format]}`,
  description: ({ format, lines, weights, epoch }, model) =>
    `Un programme de ${counted(lines, 'ligne', 'lignes')} en ${names[format]} qui entraîne ${model}, à partir ` +
    `${weights === 'initial' ? 'des poids initiaux' : `des poids après l’époque ${formatCount(epoch)}`}.`,
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
