// The words of the optimizer race and of the loss landscape in French.
import type { Words } from '../words';
import { formatCount, formatNumber, formatShort, quoted } from './grammar';

type Race = Words['OptimizerRace'];
type Lanes = Parameters<Race['description']>[1];

const surfaces: Race['surfaces'] = {
  bowl: 'Cuvette',
  ravine: 'Ravin',
  saddle: 'Selle',
  rosenbrock: 'Banane de Rosenbrock',
  twoValleys: 'Deux vallées',
};

function standing(lanes: Lanes): string {
  const going = lanes.filter(({ divergedAt }) => divergedAt === null);
  const [nearest] = [...going].sort((a, b) => a.distance - b.distance);
  const leader = nearest
    ? `${nearest.name} est le plus près du minimum, à une distance de ${formatNumber(nearest.distance)}`
    : 'aucun optimiseur n’est près du minimum';
  const lost = lanes.flatMap(({ name, divergedAt }) =>
    divergedAt === null ? [] : [`\u202f; ${name} a divergé au pas ${formatCount(divergedAt)}`],
  );
  return `${leader}${lost.join('')}.`;
}

export const optimizerRace: Race = {
  heading: 'Course des optimiseurs',
  surfaces,
  surface: 'Surface',
  play: 'Lancer',
  pause: 'Pause',
  replay: 'Relancer',
  step: 'Un pas',
  reset: 'Réinitialiser',
  scrub: 'Pas de la course',
  progress: (step, steps) => `pas ${formatCount(step)} sur ${formatCount(steps)}`,
  speed: 'Vitesse',
  stepsPerSecond: (speed) => `${formatShort(speed)} pas/s`,
  start: 'Point de départ\u202f; les flèches le déplacent',
  startSpoken: ([x, y], loss) =>
    `x ${formatShort(x)}\u202f; y ${formatShort(y)}, perte ${formatNumber(loss)}`,
  startMark: 'départ',
  minimum: 'minimum',
  localMinimum: 'minimum local',
  table: 'Les optimiseurs à ce pas',
  optimizer: 'Optimiseur',
  learningRate: 'Taux d’apprentissage',
  learningRateOf: (name) => `Taux d’apprentissage, ${name}`,
  loss: 'Perte f',
  distance: 'Au minimum',
  nearest: 'le plus près',
  notARate: 'Un taux d’apprentissage est un nombre d’au moins 0.',
  toggle: (name) => name,
  diverged: (step) => `divergence au pas ${formatCount(step)}`,
  divergedPath: (name) => `${name} a divergé`,
  caption:
    'Tous partent du même point, sur la même perte\u202f: les lignes relient les points de perte égale, la croix est là où elle est la plus faible. Un chemin porte un point tous les dix pas. Faites glisser le départ, ou cliquez là où il doit être.',
  description: ({ step, steps, surface }, shown) =>
    `${surfaces[surface]}, pas ${formatCount(step)} sur ${formatCount(steps)}\u202f: ${standing(shown)}`,
  announce: ({ status, step }, shown) =>
    status === 'done' ? `Après ${formatCount(step)} pas, ${standing(shown)}` : '',
  ofRace: (number, surface, sentence) =>
    `Course ${formatCount(number)}, ${surfaces[surface]}\u202f: ${sentence}`,
};

type Landscape = Words['LossLandscape'];
type Weight = Parameters<Landscape['weight']>[0];
type Place = Parameters<Landscape['place']>[0];

const at = ({ a, b }: Place) => `${formatNumber(a, 2)}\u202f; ${formatNumber(b, 2)}`;
const finite = (loss: number) => (loss === Infinity ? 'non finie' : formatNumber(loss));

function sourceOf(from: Exclude<Weight['from'], null>): string {
  if (typeof from === 'object') return `de l’entrée ${from.input}`;
  return typeof from === 'number' ? `du neurone ${from}` : `de ${from}`;
}

function describeWeight({ name, position, neuron, output, from }: Weight): string {
  const number = `${name} [${position.join(', ')}]`;
  if (neuron === null) return number;
  if (from === null) {
    const of = { no: `du neurone ${neuron}`, one: `de la sortie ${neuron}`, only: 'de la sortie' };
    return `${number}\u202f: biais ${of[output]}`;
  }
  const to = { no: `au neurone ${neuron}`, one: `à la sortie ${neuron}`, only: 'à la sortie' };
  return `${number}\u202f: ${sourceOf(from)} ${to[output]}`;
}

export const lossLandscape: Landscape = {
  heading: 'Paysage de la perte',
  note: 'perte sur tous les points d’entraînement',
  diverged: ({ epoch }) =>
    `divergence\u202f; voici l’époque ${formatCount(epoch)}, la dernière valable`,
  caption: ({ arrow, editable }) =>
    [
      'La perte si ces deux poids avaient d’autres valeurs\u202f: plus la teinte est forte, plus elle est grande, avec une ligne à chaque graduation. Tous les autres poids sont comme maintenant\u202f; le long du chemin parcouru, ils changeaient aussi.',
      arrow &&
        'La flèche pointe droit vers le bas de la pente, à l’opposé du gradient\u202f; sa longueur ne dit rien.',
      editable && 'Faites glisser le point, ou cliquez à un endroit, pour fixer les deux poids.',
    ]
      .filter(Boolean)
      .join(' '),
  beyond: 'Hachuré\u202f: il n’y a pas de perte finie.',
  description: ({ run, across, up, here }) =>
    `Une carte de la perte d’entraînement selon deux poids du modèle. Horizontale\u202f: ${describeWeight(across)}. Verticale\u202f: ${describeWeight(up)}. Époque ${formatCount(run.epoch)}\u202f: ils sont en ${at(here)}, où la perte est ${formatNumber(run.loss)}.`,
  across: 'horizontale',
  up: 'verticale',
  weight: describeWeight,
  layer: ({ layer, describe }) => `${layer} · ${describe}`,
  more: (count) =>
    `et ${formatCount(count)} de plus\u202f: nommez-en un avec la prop ${quoted('weights')}`,
  closer: '+',
  closerHint: 'Plus près',
  further: '−',
  furtherHint: 'Plus loin',
  recentre: 'Recentrer',
  recentreHint: 'Recentrer sur les poids actuels',
  controls: 'La carte',
  arrow: '−gradient',
  start: (epoch) => `époque ${formatCount(epoch)}`,
  probe: (editable) =>
    `Sonde\u202f: la perte à un endroit de la carte. Les flèches la déplacent, plus et moins zooment.${editable ? ' Entrée y place les deux poids.' : ''}`,
  reading: finite,
  place: (place) => ` en ${at(place)}`,
  spokenReading: (loss, place) => `${at(place)}\u202f: perte ${finite(loss)}`,
  handle: 'Les deux poids. Les flèches les changent.',
  moved: (loss, place) =>
    `Les poids sont maintenant ${at(place)}\u202f; la perte est ${finite(loss)}.`,
  refused: 'La perte n’y est pas finie\u202f; les poids restent comme ils étaient.',
  tooFew: 'Cette image demande un modèle avec au moins deux nombres à apprendre.',
};
