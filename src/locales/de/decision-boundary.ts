// The words of the decision boundary in German.
import type { Words } from '../words';
import { boundaryParts, picture } from './boundary-parts';
import { counted, formatCount, formatNumber } from './grammar';

const shapes = [
  'Kreise',
  'Quadrate',
  'Dreiecke',
  'Rauten',
  'Kreuze',
  'Dreiecke mit der Spitze nach unten',
  'Sechsecke',
  'Sterne',
];

export const decisionBoundary: Words['DecisionBoundary'] = {
  ...boundaryParts,
  heading: 'Entscheidungsgrenze',
  note: (task) =>
    ({
      binary: 'Wahrscheinlichkeit von Klasse 1',
      multiclass: 'wahrscheinlichste Klasse, kräftiger, wo sicherer',
      regression: 'vorhergesagter Wert',
    })[task],
  diverged: ({ epoch }) =>
    `divergiert; das ist Epoche ${formatCount(epoch)}, die letzte brauchbare`,
  caption: (task, classes, hasTest) => {
    if (task === 'regression') {
      return `Jeder Punkt hat die Farbe seines Werts.${hasTest ? ' Kreise sind zum Trainieren, Rauten zum Testen.' : ''}`;
    }
    const filled = hasTest ? ' Volle Punkte sind zum Trainieren, hohle zum Testen.' : '';
    const names = shapes
      .slice(0, classes)
      .map((shape, k) => `${shape} ${k === 0 ? 'sind ' : ''}Klasse ${k}`);
    return `${names.join(', ')}.${filled}`;
  },
  description: ({ run, data, test, wrong, outside, view }) => {
    const count = data.x.shape[0]!;
    const trained = counted(count, 'Trainingspunkt', 'Trainingspunkten');
    const points = test
      ? `${trained} und ${counted(test.x.shape[0]!, 'Testpunkt', 'Testpunkten')}`
      : trained;
    const judged =
      wrong === null
        ? `Verlust ${formatNumber(run.loss)}`
        : `${formatCount(wrong)} von ${trained} auf der falschen Seite`;
    const unseen = outside
      ? ` ${counted(outside, 'Punkt liegt', 'Punkte liegen')} außerhalb des Bildes.`
      : '';
    return `${picture(view)}, mit ${points}. Epoche ${formatCount(run.epoch)}: ${judged}.${unseen}`;
  },
  probe: 'Sonde: was das Modell an einem Punkt sagt. Die Pfeiltasten bewegen sie.',
  readingAt: (x, y) => `bei ${formatNumber(x, 1)}; ${formatNumber(y, 1)}`,
  reading: ({ task, overlay, value, predicted, uncertainty }) => {
    if (predicted === null || overlay === 'probability') {
      return task === 'multiclass' && predicted !== null
        ? `Klasse ${predicted}: ${formatNumber(value)}`
        : formatNumber(value);
    }
    if (overlay === 'uncertainty') return `unsicher: ${formatNumber(uncertainty, 2)}`;
    return `Klasse ${predicted}`;
  },
  spokenReading: ({ task, overlay, value, predicted, uncertainty, isNeuron }, x, y) => {
    const place = `x ${formatNumber(x, 2)}, y ${formatNumber(y, 2)}`;
    if (isNeuron) return `${place}: Das Neuron gibt ${formatNumber(value)}`;
    if (task === 'regression') return `${place}: Wert ${formatNumber(value)}`;
    const of = task === 'binary' ? 1 : predicted;
    const likely = `${place}: Wahrscheinlichkeit von Klasse ${of} ${formatNumber(value)}`;
    if (overlay === 'hard') return `${place}: Klasse ${predicted}`;
    return overlay === 'uncertainty'
      ? `${likely}, Unsicherheit ${formatNumber(uncertainty, 2)}`
      : likely;
  },
  notAPlane: (inputs) =>
    `Dieses Bild braucht Punkte mit zwei Eingaben, x und y; die Daten haben ${formatCount(inputs)}.`,
};
