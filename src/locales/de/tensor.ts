// The words of tensors and of products of matrices in German.
import type { Words } from '../words';
import { counted, formatCount, formatPercent, formatShort, plural } from './grammar';

const n = (value: number) => (Number.isNaN(value) ? '–' : formatShort(value, 3));
const dimensions = (shape: readonly number[]) => `(${shape.join(', ')})`;
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const indices = (place: readonly (number | string)[]) => `[${place.join(', ')}]`;

// What rows and columns may stand for: one, several, and "every".
const nouns: Readonly<Record<string, { several: string; every: string }>> = {
  Zeile: { several: 'Zeilen', every: 'jede Zeile' },
  Spalte: { several: 'Spalten', every: 'jede Spalte' },
  Beispiel: { several: 'Beispiele', every: 'jedes Beispiel' },
  Eingabe: { several: 'Eingaben', every: 'jede Eingabe' },
  Ausgabe: { several: 'Ausgaben', every: 'jede Ausgabe' },
};
const several = (what: string) => nouns[what]?.several ?? what;
const each = (what: string) => nouns[what]?.every ?? what;

export const tensorGrid: Words['TensorGrid'] = {
  shape: dimensions,
  description: (name, { shape, count, min, max, mean, notFinite }) => {
    if (count === 0) return `${name} hat keine Zahlen.`;
    if (count === 1)
      return notFinite ? `${name} ist NaN oder unendlich.` : `${name} ist ${n(min)}.`;
    const numbers = `${name}, Form ${shape.join(' mal ')}: ${formatCount(count)} Zahlen`;
    if (notFinite === count) return `${numbers}, alle NaN oder unendlich.`;
    const odd = notFinite ? ` ${tensorGrid.notFinite(notFinite)}.` : '';
    return `${numbers} von ${n(min)} bis ${n(max)}, Mittel ${n(mean)}.${odd}`;
  },
  caption: (name, shape, rows, columns) =>
    shape.length === 0
      ? `${name}, eine einzelne Zahl`
      : `${name}, Form ${shape.join(' mal ')}: eine Zeile für ${each(rows)}, eine Spalte für ${each(columns)}`,
  meaning: (rows, columns) =>
    [rows && `eine Zeile für ${each(rows)}`, columns && `eine Spalte für ${each(columns)}`]
      .filter(Boolean)
      .join(', '),
  row: 'Zeile',
  column: 'Spalte',
  facts: ({ count, min, max, mean, zeros }) => [
    ['Zahlen', formatCount(count)],
    ['Min.', n(min)],
    ['Mittel', n(mean)],
    ['Max.', n(max)],
    ['Nullen', formatPercent(zeros, zeros === 0 || zeros === 1 ? 0 : 1)],
  ],
  notFinite: (count) =>
    `${formatCount(count)} davon ${plural(count, { one: 'ist', other: 'sind' })} NaN oder unendlich`,
  picture: (name) => `Alle Zahlen von ${name} als Farben`,
  open: (name, count) => `Alle ${formatCount(count)} Zahlen von ${name} zeigen`,
  close: (name) => `${name} einklappen`,
  region: (name) => `Zahlen von ${name}`,
  some: (what, from, to, count) =>
    from === to
      ? `${what} ${from} von ${formatCount(count)}`
      : `${several(what)} ${from}–${to} von ${formatCount(count)}`,
  earlier: (what) => `Vorige ${several(what)}`,
  later: (what) => `Nächste ${several(what)}`,
  slice: (name, slice, count) =>
    `${name}${indices([slice])}, ${slice + 1} von ${formatCount(count)}`,
  previousSlice: 'Voriges Beispiel',
  nextSlice: 'Nächstes Beispiel',
  empty: 'keine Zahlen',
};

export const product: Words['LinearProduct'] = {
  ...tensorGrid,
  derivative: slope,
  transposed: (name) => `${name}ᵀ`,
  entry: (name, place) => `${name}${indices(place)}`,
  product: (output, input, weight, bias) =>
    `${output} = ${input} · ${weight}${bias === null ? '' : ` + ${bias}`}`,
  productCaption: (weight, shape) =>
    `Jede Zeile des Ergebnisses ist ein Beispiel. ${weight} wird in der Form ${dimensions(shape)} aufbewahrt, eine Zeile für jede Ausgabe; ᵀ dreht es um, sodass seine Spalten auf die Zeilen links treffen.`,
  backward: (gradIn, gradOut, weight) => `${gradIn} = ${gradOut} · ${weight}`,
  backwardCaption: (weight, transposed) =>
    `Vorwärts wurde mit ${transposed} multipliziert; zurück wird mit ${weight} selbst multipliziert, denselben Zahlen, umgedreht: Was eine Eingabe an jede Ausgabe geschickt hat, kommt von jeder zurück.`,
  agree: (length, what) =>
    `${formatCount(length)} ${plural(length, { one: what, other: several(what) })} auf beiden Seiten: Sie müssen übereinstimmen`,
  sample: 'Beispiel',
  inputs: 'Eingabe',
  outputs: 'Ausgabe',
  choose: (name) => `Wähl eine Zahl von ${name}, um die Summe zu sehen, aus der sie besteht.`,
  sum: (name, terms, value) => `${name} = ${terms} = ${value}`,
  more: (count) => `… ${formatCount(count)} weitere`,
  fewer: 'weniger zeigen',
  closeSum: 'Summe schließen',
};

export const outerProductSum: Words['OuterProductSum'] = {
  ...product,
  heading: (gradient) => `${gradient}, Beispiel für Beispiel`,
  note: (added, count) =>
    `${formatCount(added)} von ${counted(count, 'Beispiel', 'Beispielen')} addiert`,
  explanation: (gradient, count) =>
    count === 1
      ? `Ein Gewicht bekommt seine Eingabe mal den Gradienten seiner Ausgabe. Bei mehr Beispielen würde jedes eine Tabelle wie diese zu ${gradient} addieren.`
      : `Ein Gewicht bekommt seine Eingabe mal den Gradienten seiner Ausgabe, von jedem Beispiel. Alle Beispiele nutzen dasselbe Gewicht, deshalb wird addiert, was sie verlangen: ${gradient} += Anteil.`,
  biasExplanation: (gradient) =>
    `Ein Bias wird addiert, wie er ist; deshalb ist der Anteil jedes Beispiels seine Zeile der Gradienten: ${gradient} += Anteil.`,
  share: (sample) => `Anteil von Beispiel ${sample + 1}`,
  goTo: (sample) => `Beispiel ${sample + 1}`,
  soFar: (gradient, added, count) => (added === count ? gradient : `${gradient} bisher`),
  shares: 'Die Anteile der Beispiele',
  back: 'Zurück',
  next: 'Nächstes Beispiel addieren',
  slider: 'Addierte Beispiele',
  sliderValue: (sample, count) => `Beispiel ${sample + 1} von ${formatCount(count)}`,
  entrySoFar: (entry) => `${entry} bisher`,
  overBatch: (last) => `b = 0 … ${last}`,
};
