// The words of the gradient check in German.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPower, plural } from './grammar';

type Check = Words['GradientCheck'];
type MistakeKind = keyof Check['mistakes'];

const amount = (value: number) => formatNumber(value, value >= 0.01 ? 3 : 0);

// As many as leave room for those before the comma.
function decimals(value: number): number {
  const size = Math.abs(value);
  return [10, 100, 1000, 10000].filter((power) => size >= power).reduce((left) => left - 1, 7);
}

const gradients = (count: number) => counted(count, 'Gradient', 'Gradienten');

const kinds: Check['mistakes'] = {
  sign: 'Vorzeichen vertauscht',
  factor: 'Faktor 2',
  batch: 'nicht über den Batch summiert',
  overwrite: '= statt +=',
};
const consequences: Readonly<Record<MistakeKind, string>> = {
  sign: 'hat das falsche Vorzeichen',
  factor: 'ist doppelt so groß, wie er sein sollte',
  batch: 'ist der des ersten Beispiels, nicht die Summe über den Batch',
  overwrite: 'wird überschrieben, wo er addiert werden sollte',
};

export const gradientCheck: Check = {
  heading: 'Gradientenprüfung',
  note: ({ samples, points, epoch, hasDiverged }) =>
    [
      points === null
        ? `Batch aus ${formatCount(samples)}`
        : samples < points
          ? `an den ersten ${formatCount(samples)} von ${formatCount(points)} Trainingspunkten`
          : `an allen ${formatCount(points)} Trainingspunkten`,
      epoch !== null &&
        (hasDiverged
          ? `divergiert; das ist Epoche ${formatCount(epoch)}, die letzte brauchbare`
          : `Epoche ${formatCount(epoch)}`),
    ]
      .filter(Boolean)
      .join(', '),
  reading:
    'Numerisch: (f(v + ε) − f(v − ε)) / 2ε. Relativer Fehler: der Unterschied geteilt durch die größere der zwei Steigungen, oder durch 1, wenn beide kleiner sind. Wähl eine Zeile, um ihren Fehler bei jedem ε zu sehen.',
  summary: ({ counts, checked, size, worst }, tolerance) => {
    const all =
      checked < size
        ? `${formatCount(checked)} geprüften Gradienten (von ${formatCount(size)})`
        : gradients(checked);
    // The places of a number stay in one line.
    const furthest =
      worst && `${worst.label.replaceAll(' ', '\u00a0')}, um ${amount(worst.error)} daneben`;
    if (counts.wrong > 0) {
      return `${formatCount(counts.wrong)} von ${all} ${plural(counts.wrong, { one: 'weicht', other: 'weichen' })} ab; am weitesten ${furthest}.`;
    }
    if (counts.epsilon > 0) {
      return `Mit diesem ε ${plural(counts.epsilon, { one: 'lässt', other: 'lassen' })} sich ${formatCount(counts.epsilon)} von ${all} nicht bestätigen; mit einem anderen ε ${plural(counts.epsilon, { one: 'stimmt er', other: 'stimmen sie' })} überein.`;
    }
    if (counts.kink > 0) {
      return `${formatCount(counts.agrees)} von ${all} stimmen auf ${formatPower(tolerance)} überein; ${formatCount(counts.kink)} ${plural(counts.kink, { one: 'liegt', other: 'liegen' })} an einem Knick.`;
    }
    const agree = checked === 1 ? 'Der Gradient stimmt' : `Alle ${all} stimmen`;
    return `${agree} auf ${formatPower(tolerance)} überein; am weitesten weg ist ${furthest}.`;
  },
  meanings: {
    wrong:
      'Regel und Messung unterscheiden sich bei jedem ε: Die Regel ist falsch, hier oder weiter oben.',
    epsilon:
      'Dieses ε misst schlecht: Ist es zu groß, krümmt sich die Kurve unterwegs; ist es zu klein, gehen die Stellen aus. Die Regel stimmt.',
    kink: 'Innerhalb von ε springt die Steigung dieser Zahl, wie die der ReLU bei null. Ein Unterschied über den Sprung hinweg misst keine der beiden Seiten und sagt nichts gegen die Regel.',
  },
  verdicts: {
    agrees: 'stimmt überein',
    wrong: 'weicht ab',
    epsilon: 'ε misst schlecht',
    kink: 'an einem Knick',
  },
  overflow: () =>
    'Die Zahlen sind zu groß zum Prüfen. Beginn von vorn, mit einer kleineren Lernrate.',
  epsilon: 'ε',
  amount,
  power: formatPower,
  slope: (value) => formatNumber(value, decimals(value)),
  again: 'Noch einmal prüfen',
  worstFirst: 'schlechteste Schicht zuerst',
  mistake: 'Fehler einbauen',
  noMistake: 'keinen',
  mistakes: kinds,
  mistakeIn: 'in Schicht',
  layerOption: (number, description) => `${number} ${description}`,
  planted: (kind, number, description, ownOnly) =>
    `Eingebaut in Schicht ${number}, ${description}: ${
      ownOnly
        ? `Der Gradient ihrer Parameter ${consequences[kind]}.`
        : `Der Gradient, den sie nach unten weitergibt, ${consequences[kind]}, und alle Schichten darunter spüren es.`
    } Der Lauf selbst geht ohne den Fehler weiter.`,
  input: 'Eingabe',
  checked: (tensors) =>
    tensors
      .map(({ name, checked, size }) =>
        checked < size
          ? `${name} (${formatCount(checked)} von ${formatCount(size)} Zahlen, gleichmäßig verteilt)`
          : name,
      )
      .join(', '),
  maxError: ({ maxError }) => `max. ${amount(maxError)}`,
  table: (name) => `${name}: Gradienten, der größte Fehler zuerst`,
  entry: 'Zahl',
  analytic: 'analytisch',
  numerical: 'numerisch',
  error: 'relativer Fehler',
  showAll: (count) => `alle ${formatCount(count)} zeigen`,
  showFewer: 'weniger zeigen',
  curve: ({ label }, objective) => `Fehler von ∂${objective}/∂${label} nach ε`,
  rounding: 'Rundung',
  truncation: 'Abbruch',
  tolerance: (tolerance) => `innerhalb ${formatPower(tolerance)}`,
  here: (epsilon) => `ε = ${formatPower(epsilon)}`,
  curveMeaning: ({ verdict, error }, epsilon, { rounding, truncation, isExact }) => {
    if (isExact) return 'Bei keinem ε ein Fehler.';
    if (verdict === 'wrong') return 'Kein ε bringt die beiden zusammen: Die Regel ist falsch.';
    if (verdict === 'kink') {
      return 'Ein Unterschied über einen Knick hinweg ist die Steigung keiner der beiden Seiten.';
    }
    return [
      `Um ${amount(error)} daneben bei ε = ${formatPower(epsilon)}.`,
      truncation
        ? 'Ein großes ε misst eine Kurve, als wäre sie gerade.'
        : 'Ein großes ε schadet hier nicht.',
      rounding && 'Ein winziges verliert seine Stellen.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  curveDescription: (points) =>
    `Fehler nach ε: ${points
      .filter(({ error }) => Number.isFinite(error))
      .map(({ epsilon, error }) => `${amount(error)} bei ${formatPower(epsilon)}`)
      .join('; ')}.`,
};
