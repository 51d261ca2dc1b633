// The words of the optimizer race and of the loss landscape in German.
import type { Words } from '../words';
import { formatCount, formatNumber, formatShort } from './grammar';

type Race = Words['OptimizerRace'];
type Lanes = Parameters<Race['description']>[1];

const surfaces: Race['surfaces'] = {
  bowl: 'Schüssel',
  ravine: 'Schlucht',
  saddle: 'Sattel',
  rosenbrock: 'Rosenbrocks Banane',
  twoValleys: 'Zwei Täler',
};

function standing(lanes: Lanes): string {
  const going = lanes.filter(({ divergedAt }) => divergedAt === null);
  const [nearest] = [...going].sort((a, b) => a.distance - b.distance);
  const leader = nearest
    ? `${nearest.name} ist dem Minimum am nächsten, ${formatNumber(nearest.distance)} entfernt`
    : 'kein Optimierer ist in der Nähe des Minimums';
  const lost = lanes.flatMap(({ name, divergedAt }) =>
    divergedAt === null ? [] : [`; ${name} divergierte in Schritt ${formatCount(divergedAt)}`],
  );
  return `${leader}${lost.join('')}.`;
}

export const optimizerRace: Race = {
  heading: 'Wettlauf der Optimierer',
  surfaces,
  surface: 'Fläche',
  play: 'Start',
  pause: 'Pause',
  replay: 'Noch einmal',
  step: 'Schritt',
  reset: 'Zurücksetzen',
  scrub: 'Schritt des Wettlaufs',
  progress: (step, steps) => `Schritt ${formatCount(step)} von ${formatCount(steps)}`,
  speed: 'Tempo',
  stepsPerSecond: (speed) => `${formatShort(speed)} Schritte/s`,
  start: 'Startpunkt; die Pfeiltasten bewegen ihn',
  startSpoken: ([x, y], loss) =>
    `x ${formatShort(x)}, y ${formatShort(y)}, Verlust ${formatNumber(loss)}`,
  startMark: 'Start',
  minimum: 'Minimum',
  localMinimum: 'lokales Minimum',
  table: 'Die Optimierer in diesem Schritt',
  optimizer: 'Optimierer',
  learningRate: 'Lernrate',
  learningRateOf: (name) => `Lernrate von ${name}`,
  loss: 'Verlust f',
  distance: 'Zum Minimum',
  nearest: 'am nächsten',
  notARate: 'Eine Lernrate ist eine Zahl, mindestens 0.',
  toggle: (name) => name,
  diverged: (step) => `divergiert in Schritt ${formatCount(step)}`,
  divergedPath: (name) => `${name} divergiert`,
  caption:
    'Alle beginnen am selben Punkt, mit demselben Verlust: Linien verbinden Punkte gleichen Verlusts, das Kreuz steht, wo er am kleinsten ist. Ein Weg hat alle zehn Schritte einen Punkt. Zieh den Start, oder klick dorthin, wo er sein soll.',
  description: ({ step, steps, surface }, shown) =>
    `${surfaces[surface]}, Schritt ${formatCount(step)} von ${formatCount(steps)}: ${standing(shown)}`,
  announce: ({ status, step }, shown) =>
    status === 'done' ? `Nach ${formatCount(step)} Schritten: ${standing(shown)}` : '',
  ofRace: (number, surface, sentence) =>
    `Wettlauf ${formatCount(number)}, ${surfaces[surface]}: ${sentence}`,
};

type Landscape = Words['LossLandscape'];
type Weight = Parameters<Landscape['weight']>[0];
type Place = Parameters<Landscape['place']>[0];

const at = ({ a, b }: Place) => `${formatNumber(a, 2)}; ${formatNumber(b, 2)}`;
const finite = (loss: number) => (loss === Infinity ? 'nicht endlich' : formatNumber(loss));

function sourceOf(from: Exclude<Weight['from'], null>): string {
  if (typeof from === 'object') return `Eingabe ${from.input}`;
  return typeof from === 'number' ? `Neuron ${from}` : from;
}

function describeWeight({ name, position, neuron, output, from }: Weight): string {
  const number = `${name} [${position.join(', ')}]`;
  if (neuron === null) return number;
  const to = { no: `Neuron ${neuron}`, one: `Ausgabe ${neuron}`, only: 'Ausgabe' }[output];
  if (from === null) return `${number}: Bias von ${to}`;
  return `${number}: ${to} von ${sourceOf(from)}`;
}

export const lossLandscape: Landscape = {
  heading: 'Verlustlandschaft',
  note: 'Verlust über alle Trainingspunkte',
  diverged: ({ epoch }) =>
    `divergiert; das ist Epoche ${formatCount(epoch)}, die letzte brauchbare`,
  caption: ({ arrow, editable }) =>
    [
      'Der Verlust, wenn diese zwei Gewichte andere Werte hätten: je kräftiger der Ton, desto größer, mit einer Linie an jedem Teilstrich. Alle anderen Gewichte sind, wie sie jetzt sind; auf dem Weg haben sie sich mit verändert.',
      arrow && 'Der Pfeil zeigt geradewegs bergab, gegen den Gradienten; seine Länge sagt nichts.',
      editable && 'Zieh den Punkt oder klick auf eine Stelle, um die zwei Gewichte zu setzen.',
    ]
      .filter(Boolean)
      .join(' '),
  beyond: 'Schraffiert: Hier gibt es keinen endlichen Verlust.',
  description: ({ run, across, up, here }) =>
    `Eine Karte des Trainingsverlusts über zwei Gewichten des Modells. Quer: ${describeWeight(across)}. Hoch: ${describeWeight(up)}. Epoche ${formatCount(run.epoch)}: Sie sind bei ${at(here)}, wo der Verlust ${formatNumber(run.loss)} ist.`,
  across: 'quer',
  up: 'hoch',
  weight: describeWeight,
  layer: ({ layer, describe }) => `${layer} · ${describe}`,
  more: (count) => `und ${formatCount(count)} weitere: Die Eigenschaft „weights“ nennt eines davon`,
  closer: '+',
  closerHint: 'Näher heran',
  further: '−',
  furtherHint: 'Weiter weg',
  recentre: 'Zentrieren',
  recentreHint: 'Die jetzigen Gewichte in die Mitte rücken',
  controls: 'Die Karte',
  arrow: '−Gradient',
  start: (epoch) => `Epoche ${formatCount(epoch)}`,
  probe: (editable) =>
    `Sonde: der Verlust an einer Stelle der Karte. Die Pfeiltasten bewegen sie, Plus und Minus zoomen.${editable ? ' Enter setzt die zwei Gewichte dorthin.' : ''}`,
  reading: finite,
  place: (place) => ` bei ${at(place)}`,
  spokenReading: (loss, place) => `${at(place)}: Verlust ${finite(loss)}`,
  handle: 'Die zwei Gewichte. Die Pfeiltasten ändern sie.',
  moved: (loss, place) => `Die Gewichte sind jetzt ${at(place)}; der Verlust ist ${finite(loss)}.`,
  refused: 'Dort ist der Verlust nicht endlich; die Gewichte bleiben, wie sie waren.',
  tooFew: 'Dieses Bild braucht ein Modell mit mindestens zwei lernbaren Zahlen.',
};
