// The words of the figures about gradients in German: adding up, fanning out.
import type { Words } from '../words';
import { counted, formatCount, formatPower, formatShort } from './grammar';

const n = (value: number) => formatShort(value, 3);

export const gradientAccumulation: Words['GradientAccumulation'] = {
  heading: (name) => `Der Gradient von ${name}, Schritt für Schritt`,
  note: (step) => `als Nächstes Schritt ${formatCount(step + 1)}`,
  zeroGrad: 'zeroGrad',
  step: 'Einen Schritt tun',
  parameter: 'Parameter',
  entry: 'Zahl',
  of: (count) => `von ${formatCount(count)}`,
  previous: 'Vorige Zahl',
  next: 'Nächste Zahl',
  held: 'aus früheren Schritten',
  added: 'von diesem Batch',
  used: 'womit der Optimierer rechnet',
  alone: 'womit er mit zeroGrad rechnen würde',
  picture: (name, steps) =>
    `Was der Gradient von ${name} in ${counted(steps, 'Schritt', 'Schritten')} enthält und bekommt`,
  sentence: ({ name, zeroGrad, held, added, used, moved }) =>
    zeroGrad || held === 0
      ? `Der Schritt beginnt mit grad = 0, also wird grad zu dem, was der Batch verlangt: ${n(used)}. ${name} ändert sich um ${n(moved)}.${zeroGrad ? '' : ' Die nächsten Schritte werden dazukommen.'}`
      : `grad enthält noch ${n(held)} aus den Schritten davor. Der Batch fügt ${n(added)} hinzu, und ${name} ändert sich um ${n(moved)}, als wäre der Gradient ${n(used)}.`,
  stepNumber: (step) => `Schritt ${formatCount(step + 1)}`,
  stepToCome: 'nächster Schritt',
  failed: () =>
    'Der nächste Schritt ist nicht möglich: Die Zahlen werden zu groß. Setz den Lauf zurück, oder geh in ihm zurück.',
  none: 'Dieses Modell hat keine Parameter und deshalb keine Gradienten, die sich summieren.',
};

type FanOut = Words['FanOut'];
type Way = Parameters<FanOut['formula']>[0];

const formulas: Readonly<Record<Way, string>> = {
  nothing: 'b = a + a',
  mul: 'b = a + k·a',
  square: 'b = a + a²',
};

export const fanOut: FanOut = {
  heading: (formula) => `Ein Wert, zweimal verwendet: ${formula}`,
  formula: (way) => formulas[way],
  way: (way, k) => ({ nothing: '', mul: `× ${k}`, square: 'quadrieren' })[way],
  ways: 'Schaltung',
  rule: 'An der Gabel',
  rules: { add: 'addieren: grad += …', overwrite: 'überschreiben: grad = …' },
  atFork: (rule, [first, second], gradient) =>
    rule === 'add'
      ? `${first} + ${second.startsWith('−') ? `(${second})` : second} = ${gradient}`
      : `${first}, dann ${second}: Übrig bleibt ${gradient}`,
  backward: 'backward sagt ∂b/∂a',
  measured: (epsilon) => `gemessen mit ε = ${epsilon}`,
  agrees: 'sie stimmen überein',
  differs: (by) => `um ${by} daneben`,
  unclear: 'dieses ε kann es nicht entscheiden',
  sentence: (step, { rule, a, b, second, ways: [first] }) => {
    if (step === 0) {
      return `Vorwärts: a geht beide Wege. Der eine bringt ${a}, der andere ${second}, und b ist ihre Summe, ${b}. Der Gradient von a ist noch 0.`;
    }
    if (step === 1) {
      return `Rückwärts den ersten Weg entlang, wo nichts a verändert: Der Gradient 1 von b kommt als ${first} zurück, und die Gabel behält ihn.`;
    }
    return rule === 'add'
      ? 'Eine Änderung von a erreicht b auf beiden Wegen, deshalb werden die zwei Gradienten addiert.'
      : 'Der zweite Gradient hat den ersten verdrängt, als erreichte a b nur auf einem Weg. Messen zeigt, dass das falsch ist.';
  },
  soFar: 'grad an der Gabel bisher',
  previous: 'Zurück',
  next: 'Weiter',
  step: (step, count) => `Schritt ${step} von ${count}`,
  picture: (formula) =>
    `Die Schaltung ${formula}: a geht zwei Wege, und beide treffen sich in einer Summe.`,
  forward: 'vorwärts',
  back: 'rückwärts',
  tooLarge: 'Diese Zahlen werden zu groß zum Rechnen. Nimm eine kleinere.',
  exact: (name) => `${name}, genauer Wert`,
  notANumber: (text) => `„${text}“ ist keine Zahl; der letzte gültige Wert bleibt.`,
  beyond: (text) => `„${text}“ ist eine zu große Zahl; der letzte gültige Wert bleibt.`,
  epsilon: 'ε',
  epsilonValue: (value) => (Math.abs(value) < 1e-4 ? formatPower(value) : formatShort(value)),
};
