// The words of the chain rule stepper in German.
import type { Words } from '../words';
import { counted, formatCount, formatPower, formatShort, plural } from './grammar';
import { sentences, titles } from './steps';

const n = (value: number) => formatShort(value);
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const epsilonValue = (value: number) => (Math.abs(value) < 1e-4 ? formatPower(value) : n(value));

// Functions with a sign of their own; the others go by their names.
const signs: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `× ${k}`,
  Square: () => 'quadrieren',
};

export const chainRuleStepper: Words['ChainRuleStepper'] = {
  titles,
  sentences,
  note: (quantities) => quantities.map(([name, value]) => `${name} = ${n(value)}`).join('; '),
  batchNote: (sample, count) => `Beispiel ${formatCount(sample + 1)} von ${formatCount(count)}`,
  back: 'Zurück',
  next: 'Weiter',
  restart: 'Von vorn',
  play: 'Start',
  pause: 'Pause',
  pace: 'Takt',
  paceOf: (pace) => (pace >= 1 ? `${n(pace)} pro Sekunde` : `alle ${n(1 / pace)} s`),
  scrub: 'Schritt',
  steps: 'Schritte der Kettenregel',
  progress: (step, count) => `Schritt ${step} von ${count}`,
  functionName: (type, description, parameters) => signs[type]?.(parameters) ?? description,
  objectiveName: (kind) => (kind === 'loss' ? 'Verlust' : 'Summe'),
  slope: 'Steigung',
  stack: 'Die Schichten, die letzte oben',
  input: 'Eingabe',
  valueColumn: 'Wert, vorwärts ↑',
  gradientColumn: 'Gradient, rückwärts ↓',
  begin: (objective) => `${slope(objective, objective)} = 1`,
  derivative: slope,
  shape: ([rows, columns]) => `${rows} × ${columns}`,
  products: 'Die Kettenregel als Produkte',
  product: (top, by) => `${slope(top, by)} als Produkt`,
  fewerProducts: 'weniger Produkte zeigen',
  moreProducts: (count) =>
    `${formatCount(count)} ${plural(count, { one: 'weiteres Produkt', other: 'weitere Produkte' })} zeigen`,
  fold: (top, middle, bottom) =>
    `${slope(top, middle)} und ${slope(middle, bottom)} zu ${slope(top, bottom)} zusammenfassen`,
  unfold: (top, bottom) => `${slope(top, bottom)} aufteilen`,
  folded: (top, middle, bottom, upper, lower) =>
    `${slope(top, bottom)} = ${slope(top, middle)} · ${slope(middle, bottom)} = ${upper} × ${lower}. Das Produkt bleibt dasselbe.`,
  foldHint: 'Ein × fasst seine zwei Faktoren zu einem zusammen.',
  foldAll: 'alle zusammenfassen',
  unfoldAll: 'alle aufteilen',
  order: 'Reihenfolge der Faktoren',
  objectiveFirst: 'letzte Schicht zuerst',
  inputFirst: 'erste Schicht zuerst',
  costs: (shared, alone, allShared, allAlone) =>
    `${formatCount(shared)} von ${counted(allShared, 'Multiplikation', 'Multiplikationen')} (${formatCount(alone)} von ${formatCount(allAlone)}, wenn keine geteilt würde)`,
  measuredAs: (measured, epsilon) => `gemessen mit ε = ${epsilonValue(epsilon)}: ${measured}`,
  measuredWith: (epsilon) => `gemessen, ε = ${epsilonValue(epsilon)}`,
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}, genauer Wert`,
  entry: (name, place) => `${name}${place}`,
  sample: 'Beispiel',
  ofSamples: (count) => `von ${formatCount(count)}`,
  previousSample: 'Voriges Beispiel',
  nextSample: 'Nächstes Beispiel',
  notANumber: (text) => `„${text}“ ist keine Zahl; der letzte gültige Wert bleibt.`,
  beyond: (text) => `„${text}“ ist eine zu große Zahl; der letzte gültige Wert bleibt.`,
  tooLarge: 'Die Zahlen dieses Schritts werden zu groß zum Rechnen. Nimm kleinere.',
  large: 'zu groß',
  missing: 'Die Schritte brauchen eine Zahl für k, für v und für ε, und ein ε, das nicht null ist.',
  unknown: 'noch nicht ausgerechnet',
  empty:
    'Dieses Modell hat noch keine Schichten: Was hineingeht, kommt heraus, und die Steigung ist 1.',
  remembers: 'Merkt sich für den Rückweg',
  nothing: 'nichts',
  incoming: 'kam herein',
  local: 'lokale Steigung',
  outgoing: 'geht weiter',
  gradients: 'Gradienten der Parameter',
  accumulate: (name, count) =>
    count === 1
      ? `zum Gradienten von ${name} addiert`
      : `jedes der ${formatCount(count)} Beispiele addiert seinen Anteil zum Gradienten von ${name}`,
  matrices: 'Der ganze Batch, als Matrizen',
  formulas: 'die Formeln',
  termValue: (term, value) => `${term} = ${value}`,
  hide: 'Ich rechne selbst',
  hideHint: 'Das Ergebnis jedes Schritts bleibt verdeckt, bis du es eingibst.',
  workItOut: (asked) => `Was ist ${asked}? Rechne es aus und gib es unten ein.`,
  code: 'Code dieses Schritts',
  check: 'Durch Messen prüfen',
  analytic: 'Kettenregel',
  measured: 'gemessen',
  difference: 'Unterschied',
  rounding: 'Rundung',
  truncation: 'Abbruch',
  curve: 'Wie weit die gemessene Steigung danebenliegt, nach ε',
  curveHint:
    'Ein großes ε misst eine Kurve, als wäre sie gerade; ein winziges verliert seine Stellen durch Rundung.',
};
