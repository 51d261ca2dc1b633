// The words of the network graph in German.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatShort } from './grammar';

type Column = Parameters<Words['NetworkGraph']['column']>[0];

function unitsOf({ units, kind, label }: Column): string {
  const noun =
    kind === 'input'
      ? counted(units, 'Eingabe', 'Eingaben')
      : kind === 'output'
        ? counted(units, 'Ausgabe', 'Ausgaben')
        : counted(units, 'Neuron', 'Neuronen');
  return label ? `${noun} (${label})` : noun;
}

export const networkGraph: Words['NetworkGraph'] = {
  heading: 'Netz',
  caption:
    'Jedes Quadrat zeigt, was ein Neuron aus der Ebene macht. Eine breite Linie ist ein starkes Gewicht, durchgezogen über null und gestrichelt darunter. Die Scheibe an einem Neuron ist sein Bias.',
  note: (shown, largest) =>
    shown === 'weights'
      ? 'Linien: Gewichte'
      : `Linien: Gradienten, der größte ${formatNumber(largest, 4)}`,
  show: 'Linien zeigen',
  weights: 'Gewichte',
  gradients: 'Gradienten',
  undo: 'Rückgängig',
  column: ({ kind, hidden }) =>
    kind === 'input' ? 'Eingaben' : kind === 'output' ? 'Ausgabe' : `Schicht ${hidden + 1}`,
  neuron: ({ kind, hidden, names, units }, unit) => {
    if (kind === 'input') return `Eingabe ${names[unit] ?? unit + 1}`;
    if (kind === 'output') return units === 1 ? 'Ausgabe' : `Ausgabe für Klasse ${unit}`;
    return `Neuron ${unit + 1} der verborgenen Schicht ${hidden + 1}`;
  },
  spokenNeuron: (name, bias, strongest) =>
    bias === null
      ? name
      : `${name}, Bias ${formatNumber(bias)}` +
        (strongest
          ? `, stärkstes Gewicht ${formatNumber(strongest.weight)} von: ${strongest.name}`
          : ''),
  weightFrom: (name) => `Gewicht von: ${name}`,
  bias: 'Bias',
  number: 'Zahl',
  value: 'Wert',
  slider: 'Wert ziehen',
  putBack: (value) => `Zurück zu ${formatNumber(value)}`,
  close: 'Schließen',
  notANumber: (text) => `„${text}“ ist keine Zahl; probier etwas wie −0,5.`,
  pin: 'Im großen Bild behalten',
  unpin: 'Loslassen',
  addNeuron: 'Neuron hinzufügen',
  removeNeuron: 'Letztes Neuron entfernen',
  removeThisNeuron: 'Dieses Neuron entfernen',
  addLayer: 'Danach eine Schicht einfügen',
  removeLayer: 'Diese Schicht entfernen',
  layerPlus: '+ Schicht',
  activation: 'Aktivierung',
  none: 'keine',
  features: 'Merkmale',
  cost: ({ parameters, multiplications }) =>
    `${formatCount(parameters)} Parameter, etwa ${counted(multiplications, 'Multiplikation', 'Multiplikationen')} je Epoche`,
  change: (before, after) => {
    const more = after.parameters - before.parameters;
    return (
      `${formatCount(Math.abs(more))} Parameter ${more < 0 ? 'weniger' : 'mehr'} (dann ${formatCount(after.parameters)}); ` +
      `eine Epoche braucht dann etwa ${formatShort(after.multiplications / before.multiplications, 2)}-mal so viele Multiplikationen`
    );
  },
  more: (count) => `${formatCount(count)} mehr`,
  fewer: 'Weniger',
  fixed:
    'Die Form dieses Modells steht fest: Es hat Schichten, die sich nur im Code ändern lassen.',
  description: (columns, { parameters }) =>
    `Ein Netz aus ${columns.map(unitsOf).join(', ')}: ${formatCount(parameters)} Parameter. Die Pfeiltasten gehen von Neuron zu Neuron, Enter zeigt die Zahlen eines Neurons.`,
  activationName: (name) => name,
  featureName: (name) =>
    ({ x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' })[name],
};
