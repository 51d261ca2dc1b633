// What can be heard of a run, in German.
import type { Words } from '../words';
import { formatCount, formatNumber, formatPercent, formatShort, list } from './grammar';

export const sonification: Words['Sonification'] = {
  heading: 'Den Lauf hören',
  follow: 'Verlust beim Training hören',
  sweep: 'Bisherigen Verlust abspielen',
  scan: (along) => (along === 'row' ? 'Zeile abspielen' : 'Spalte abspielen'),
  stop: 'Stopp',
  volume: 'Lautstärke',
  volumeValue: (share) => formatPercent(share),
  lossScale: ({ low, high }) =>
    `Je kleiner der Verlust, desto tiefer der Ton: ${formatCount(low.hertz)} Hz bei ${formatShort(low.value, 2)}, ` +
    `${formatCount(high.hertz)} Hz bei ${formatShort(high.value, 2)}.`,
  nothingYet: 'Noch ist nichts trainiert.',
  along: 'Abtasten entlang',
  line: (along) => (along === 'row' ? 'einer Zeile' : 'einer Spalte'),
  place: (along) => (along === 'row' ? 'Zeile, y' : 'Spalte, x'),
  placeKeys:
    'Pfeiltasten verschieben sie ein wenig, mit Umschalt oder Bild auf und Bild ab weiter.',
  scanScale: (along, low, high) =>
    `${along === 'row' ? 'Von links nach rechts' : 'Von unten nach oben'} ist die Tonhöhe die Wahrscheinlichkeit von Klasse 1: ` +
    `${formatCount(low)} Hz für 0, ${formatCount(high)} Hz für 1. Ein Klick, wo sie ein Halb kreuzt.`,
  reading: ({ along, at, probabilities, crossings }) => {
    const [line, across] = along === 'row' ? ['y', 'x'] : ['x', 'y'];
    const first = probabilities[0]! > 0.5 ? 1 : 0;
    const begins = `${line} ${formatNumber(at, 2)}: beginnt in Klasse ${first}, `;
    const lowest = formatNumber(Math.min(...probabilities), 2);
    const highest = formatNumber(Math.max(...probabilities), 2);
    const range = `Wahrscheinlichkeit von Klasse 1 von ${lowest} bis ${highest}.`;
    if (crossings.length === 0) return `${begins}keine Kreuzung, ${range}`;
    const places = crossings.map((crossing) => formatNumber(crossing, 2));
    return `${begins}kreuzt bei ${across} ${list(places)}, ${range}`;
  },
  noBoundary:
    'Hier gibt es keine Grenze abzutasten: Dazu braucht es zwei Eingaben und zwei Klassen.',
  problem: (problem) =>
    problem === 'missing'
      ? 'Dieser Browser kann keinen Ton erzeugen (er hat kein Web Audio). Die Zahlen stehen hier und in den anderen Abbildungen in Worten.'
      : 'Der Browser lässt diese Seite keinen Ton abspielen. Die Zahlen stehen hier und in den anderen Abbildungen in Worten.',
  escape: 'Escape beendet den Ton.',
};
