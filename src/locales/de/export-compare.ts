// The words of exported programs, opened models and comparisons in German.
import type { Words } from '../words';
import { counted, formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy', onnx: 'ONNX' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `den Verlust in Epoche ${formatCount(epoch)}`
    : `die Verluste der Epochen ${formatCount(epoch)} bis ${formatCount(epoch + epochs - 1)}`;

const weightsOf = ({ weights, epoch }: Shown) =>
  weights === 'initial'
    ? 'den Anfangsgewichten'
    : `den Gewichten nach Epoche ${formatCount(epoch)}`;

export const exportProgram: Export = {
  heading: (format) => `Dieser ${format === 'onnx' ? 'Modellstand' : 'Lauf'} in ${names[format]}`,
  formats: names,
  choose: 'Bibliothek',
  weights: 'Gewichte, mit denen es beginnt',
  initial: 'Anfangsgewichte',
  now: 'Gewichte jetzt',
  note: ({ lines, nodes, bytes = 0 }) =>
    nodes === undefined
      ? `${counted(lines, 'Zeile', 'Zeilen')} Python`
      : `${counted(nodes, 'Knoten', 'Knoten')}, ${counted(bytes, 'Byte', 'Bytes')}`,
  caption: (shown) =>
    shown.format === 'onnx'
      ? `Was in der Datei ist: ein Graph von Punkten x zu Vorhersagen y, mit ${weightsOf(shown)}. ONNX Runtime führt ihn aus, und hier lässt er sich wieder öffnen.`
      : shown.weights === 'initial'
        ? `Es beginnt diesen Lauf in ${names[shown.format]} von vorn, mit denselben Gewichten, Punkten und derselben Reihenfolge, und druckt ${printed(shown)}.`
        : `Es beginnt mit den Gewichten nach Epoche ${formatCount(shown.epoch)} und druckt ${printed(shown)}. Solange der Lauf läuft, bleibt es, wie es ist.`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  marked: 'Die Seite darf nicht kopieren; das Programm ist markiert, drück Strg+C oder ⌘C.',
  download: 'Herunterladen',
  downloadNamed: (fileName) => `Herunterladen: ${fileName}`,
  loading: 'Die Datei wird geschrieben…',
  notLoaded:
    'Was ONNX-Dateien schreibt, konnte nicht geladen werden; ist die Seite noch verbunden?',
  listing: (format) => `${format === 'onnx' ? 'Der Graph' : 'Das Programm'} in ${names[format]}`,
  description: (shown, model) =>
    shown.format === 'onnx'
      ? `Eine Datei in ONNX, die ${model} berechnet, mit ${weightsOf(shown)}.`
      : `Ein Programm mit ${counted(shown.lines, 'Zeile', 'Zeilen')} in ${names[shown.format]}, das ${model} trainiert; es beginnt mit ${weightsOf(shown)}.`,
};

export const importModel: Words['ImportModel'] = {
  heading: 'Ein Modell aus einer Datei',
  open: 'Modell öffnen',
  drop: 'eine .onnx-Datei oder eine als JSON gespeicherte; oder leg sie hier ab',
  reading: (fileName) => `${fileName} wird gelesen…`,
  opened: ({ fileName, model, parameters, loss }) =>
    `${fileName}: ${model}, ${formatCount(parameters)} Parameter. Der Lauf beginnt damit.` +
    (loss === null ? '' : ` Sein Verlust ist jetzt ${loss}, wie es die letzte Schicht verlangt.`),
  refused: (fileName) => `${fileName} konnte nicht geöffnet werden.`,
  tooLarge: (most) =>
    `Die Datei hat mehr als ${formatCount(most)} Bytes; eine Seite trainiert kleinere Modelle.`,
  notLoaded: 'Was ONNX-Dateien liest, konnte nicht geladen werden; ist die Seite noch verbunden?',
  unreadable: 'Die Datei lässt sich nicht lesen; vielleicht wurde sie verschoben oder gelöscht.',
  onlyOne: 'Das sind mehrere Dateien; leg eine ab.',
};

export const compare: Words['Compare'] = {
  heading: 'Vergleich',
  caption:
    'Oben, was jedes Modell von der Ebene sagt, darunter sein Verlust je Epoche. Alle haben dieselben Punkte, denselben Seed und dieselbe Epoche, und alle Diagramme dieselben Achsen.',
  play: 'Alle starten',
  pause: 'Pause',
  step: 'Schritt',
  stepHint: 'Schritt: jedes Modell eine Epoche trainieren',
  reset: 'Zurücksetzen',
  resetHint: 'Zurücksetzen: alle mit denselben Gewichten von vorn beginnen',
  newWeights: 'Neue Gewichte',
  newWeightsHint: 'Neue Gewichte: alle mit dem nächsten Seed von vorn beginnen',
  models: {
    minimal: 'Winzig',
    shallow: 'Flach',
    deep: 'Tief',
    overParametrised: 'Überparametrisiert',
  },
  controls: 'Steuerung aller Läufe',
  epoch: 'Epoche',
  parameters: (count) => `${formatCount(count)} Parameter`,
  boundary: (name) => `Entscheidungsgrenze, ${name}`,
  loss: (name) => `Verlust, ${name}`,
  description: ({ epoch }, states) => {
    const ranked = [...states].sort((a, b) => a.run.loss - b.run.loss);
    const told = ranked.map(({ name, run }) => {
      const test = run.testLoss === null ? '' : `, Test ${formatNumber(run.testLoss)}`;
      const state = run.status === 'diverged' ? ' (divergiert)' : '';
      return `${name} ${formatNumber(run.loss)}${test}${state}`;
    });
    return `Epoche ${formatCount(epoch)}. Verlust, vom kleinsten an: ${told.join('; ')}.`;
  },
};
