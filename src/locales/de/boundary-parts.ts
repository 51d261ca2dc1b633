// What the decision boundary says in German of overlays, mistakes, neurons and the spaces of layers.
import type { MoreLabels } from '../../components/decision-boundary/sentences';
import { capital, counted, formatCount, formatNumber, formatTight } from './grammar';

type LayerName = Parameters<MoreLabels['layer']>[0];

// More numbers than this are not read out.
const few = 8;

function layerInWords({ kind, number, type }: LayerName): string {
  if (kind === 'features') return 'Merkmale';
  return kind === 'output' ? `Ausgabe (${type})` : `Schicht ${number} (${type})`;
}

function ofLayer(layer: LayerName): string {
  return layer.kind === 'features' ? 'der Merkmale' : `von ${layerInWords(layer)}`;
}

function neuronInWords(layer: LayerName, unit: number): string {
  if (layer.kind === 'features') return `Merkmal ${unit + 1}`;
  return layer.kind === 'output'
    ? `Ausgabe ${unit + 1} (${layer.type})`
    : `Neuron ${unit + 1} ${ofLayer(layer)}`;
}

const picturesByOverlay = {
  probability: 'Die Ebene, gefärbt nach dem, was das Modell sagt',
  hard: 'Die Ebene, gefärbt nach der Klasse, für die das Modell sich entscheidet',
  uncertainty: 'Die Ebene, dunkler, wo das Modell weniger sicher ist',
} as const;

export const picture: MoreLabels['picture'] = ({ overlay, neuron, space }) => {
  if (space) {
    return space.layer.kind === 'features'
      ? 'Die Daten und das Gitter der Ebene, wie die Merkmale sie verbiegen'
      : `Die Daten und das Gitter der Ebene, wie ${layerInWords(space.layer)} sie verbiegt`;
  }
  if (neuron) {
    return `Die Ebene, gefärbt nach der Ausgabe: ${neuronInWords(neuron.layer, neuron.unit)}`;
  }
  return picturesByOverlay[overlay];
};

export const boundaryParts: MoreLabels = {
  picture,
  overlay: 'Was die Farben sagen',
  overlays: {
    probability: 'Wahrscheinlichkeit',
    hard: 'Entscheidung',
    uncertainty: 'Unsicherheit',
  },
  overlayNote: (overlay) =>
    ({
      probability: 'Wahrscheinlichkeit',
      hard: 'die Klasse der Entscheidung',
      uncertainty: 'Unsicherheit: 1, wo zwei Klassen gleichauf sind',
    })[overlay],
  noOverlay: 'Ein Wert hat keine Klassen: Es gibt keine Entscheidung und keine Fehler zu zeigen.',
  mistakes: 'Fehler',
  mistakeCount: ({ train, trainPoints, test, testPoints }) => {
    const trained = `${formatCount(train)} von ${counted(trainPoints, 'Trainingspunkt', 'Trainingspunkten')}`;
    const tested =
      test === null
        ? ''
        : ` und ${formatCount(test)} von ${counted(testPoints, 'Testpunkt', 'Testpunkten')}`;
    return `Umringt: ${trained}${tested} auf der falschen Seite.`;
  },
  className: (index) => String(index),
  region: (index) => `Klasse ${index}`,
  layer: layerInWords,
  neuron: neuronInWords,
  space: 'Raum',
  inputSpace: 'Eingabe (die Ebene)',
  spaceName: 'Raum einer Schicht',
  spaceNote: ({ layer }) => `Raum ${ofLayer(layer)}`,
  someDrawn: (drawn, all) =>
    `${formatCount(drawn)} der ${formatCount(all)} Punkte sind gezeichnet.`,
  spaceCaption: ({ units, of }, task) => {
    const lines = 'Die Linien sind das Gitter der Eingabeebene, wie die Schichten es verbiegen.';
    if (of === 1) {
      return task === 'regression'
        ? 'Eine Einheit: quer ihr Wert, nach oben der vorherzusagende Wert.'
        : 'Eine Einheit: quer ihr Wert, eine Zeile je Klasse.';
    }
    return of === 2
      ? `${lines} Die Farben sind, was der Rest des Modells aus diesem Raum macht.`
      : `${lines} Einheiten ${units.map((unit) => unit + 1).join(' und ')} von ${of}: Der Rest des Modells sieht alle ${of}, deshalb hat der Raum keine Farben.`;
  },
  unit: (unit) => `Einheit ${unit + 1}`,
  unitAcross: 'Quer',
  unitUp: 'Hoch',
  target: 'vorherzusagen',
  classes: 'Klasse',
  points: 'Punkte der Daten. Die Pfeiltasten gehen von einem zum nächsten.',
  pointKeys: 'Bei den Punkten geht M zum nächsten Fehler.',
  point: (row, target, task, among) =>
    `${among?.split === 'test' ? 'Testpunkt' : 'Punkt'} ${formatCount(row + 1)}${among ? ` von ${formatCount(among.count)}` : ''}: ${task === 'regression' ? `Wert ${formatNumber(target, 2)}` : `Klasse ${target}`}`,
  pointPlace: (point, x, y) =>
    y === null
      ? `${point}, bei ${formatNumber(x, 2)}`
      : `${point}, bei ${formatNumber(x, 2)}; ${formatNumber(y, 2)}`,
  verdict: ({ task, value, predicted, isWrong }) => {
    if (task === 'regression') return `Vorhersage ${formatNumber(value, 2)}`;
    const said = task === 'binary' ? formatNumber(value, 2) : `Klasse ${predicted}`;
    return `Vorhersage ${said}, ${isWrong ? 'falsch' : 'richtig'}`;
  },
  activations: 'Was jede Schicht aus dem Punkt macht',
  noPoint: 'Zeig auf die Ebene, um hineinzusehen.',
  input: 'Eingabe',
  spokenRow: ({ layer, values }) => {
    const name = capital(layer ? layerInWords(layer) : 'Eingabe');
    const numbers = Array.from(values);
    if (numbers.length <= few) return `${name}: ${numbers.map(formatTight).join('; ')}`;
    const ends = [Math.min(...numbers), Math.max(...numbers)].map(formatTight).join(' bis ');
    return `${name}: ${formatCount(numbers.length)} Werte, ${ends}`;
  },
  numbers: 'Alle Zahlen',
  openFullscreen: 'Vollbild',
  closeFullscreen: 'Vollbild verlassen',
};
