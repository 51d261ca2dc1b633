// The words of exported programs and of comparisons in German.
import type { Words } from '../words';
import { counted, formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `den Verlust in Epoche ${formatCount(epoch)}`
    : `die Verluste der Epochen ${formatCount(epoch)} bis ${formatCount(epoch + epochs - 1)}`;

export const exportProgram: Export = {
  heading: (format) => `Dieser Lauf in ${names[format]}`,
  formats: names,
  choose: 'Bibliothek',
  weights: 'Gewichte, mit denen es beginnt',
  initial: 'Anfangsgewichte',
  now: 'Gewichte jetzt',
  note: ({ lines }) => `${counted(lines, 'Zeile', 'Zeilen')} Python`,
  caption: (shown) =>
    shown.weights === 'initial'
      ? `Es beginnt diesen Lauf in ${names[shown.format]} von vorn, mit denselben Gewichten, Punkten und derselben Reihenfolge, und druckt ${printed(shown)}.`
      : `Es beginnt mit den Gewichten nach Epoche ${formatCount(shown.epoch)} und druckt ${printed(shown)}. Solange der Lauf läuft, bleibt es, wie es ist.`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  marked: 'Die Seite darf nicht kopieren; das Programm ist markiert, drück Strg+C oder ⌘C.',
  download: 'Herunterladen',
  downloadNamed: (fileName) => `Herunterladen: ${fileName}`,
  listing: (format) => `Das Programm in ${names[format]}`,
  description: ({ format, lines, weights, epoch }, model) =>
    `Ein Programm mit ${counted(lines, 'Zeile', 'Zeilen')} in ${names[format]}, das ${model} trainiert; es beginnt mit ` +
    `${weights === 'initial' ? 'den Anfangsgewichten' : `den Gewichten nach Epoche ${formatCount(epoch)}`}.`,
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
