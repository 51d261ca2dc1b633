// What can be heard of a run, in French.
import type { Words } from '../words';
import { formatCount, formatNumber, formatPercent, formatShort, list } from './grammar';

export const sonification: Words['Sonification'] = {
  heading: 'Écouter l’entraînement',
  follow: 'Entendre la perte pendant l’entraînement',
  sweep: 'Jouer la perte jusqu’ici',
  scan: (along) => (along === 'row' ? 'Jouer la ligne' : 'Jouer la colonne'),
  stop: 'Arrêter',
  volume: 'Volume',
  volumeValue: (share) => formatPercent(share),
  lossScale: ({ low, high }) =>
    `Plus la perte est faible, plus le son est grave\u202f: ${formatCount(low.hertz)} Hz à ${formatShort(low.value, 2)}, ` +
    `${formatCount(high.hertz)} Hz à ${formatShort(high.value, 2)}.`,
  nothingYet: 'Rien n’est encore entraîné.',
  along: 'Parcourir',
  line: (along) => (along === 'row' ? 'une ligne' : 'une colonne'),
  place: (along) => (along === 'row' ? 'Ligne, y' : 'Colonne, x'),
  placeKeys:
    'Les flèches la déplacent un peu\u202f; avec Maj, ou Page précédente et Page suivante, davantage.',
  scanScale: (along, low, high) =>
    `${along === 'row' ? 'De gauche à droite' : 'De bas en haut'}, la hauteur du son est la probabilité de la classe 1\u202f: ` +
    `${formatCount(low)} Hz pour 0, ${formatCount(high)} Hz pour 1. Un clic là où elle passe un demi.`,
  reading: ({ along, at, probabilities, crossings }) => {
    const [line, across] = along === 'row' ? ['y', 'x'] : ['x', 'y'];
    const first = probabilities[0]! > 0.5 ? 1 : 0;
    const begins = `${line} ${formatNumber(at, 2)}\u202f: commence dans la classe ${first}, `;
    const lowest = formatNumber(Math.min(...probabilities), 2);
    const highest = formatNumber(Math.max(...probabilities), 2);
    const range = `probabilité de la classe 1 de ${lowest} à ${highest}.`;
    if (crossings.length === 0) return `${begins}aucun passage, ${range}`;
    const places = crossings.map((crossing) => formatNumber(crossing, 2));
    return `${begins}passe en ${across} ${list(places)}, ${range}`;
  },
  noBoundary: 'Il n’y a pas de frontière à parcourir\u202f: il faut deux entrées et deux classes.',
  problem: (problem) =>
    problem === 'missing'
      ? 'Ce navigateur ne peut pas produire de son (il n’a pas Web Audio). Les nombres sont écrits ici et dans les autres figures.'
      : 'Le navigateur ne laisse pas cette page produire de son. Les nombres sont écrits ici et dans les autres figures.',
  escape: 'Échap arrête le son.',
};
