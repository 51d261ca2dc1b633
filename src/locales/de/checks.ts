// The words of the checks of a reader's code in German.
import type {
  CheckWords,
  CheckedValue,
  Complaint,
} from '../../components/code-challenge/check-labels';
import { formatCount, formatNumber } from './grammar';

const points = (count: number) =>
  count === 1 ? 'einen Punkt' : `${formatCount(count)} Punkte auf einmal`;
const shape = (sizes: readonly number[]) =>
  sizes.length ? `[${sizes.join(', ')}]` : 'einer einzelnen Zahl';
// Whole factors as they are said: 4, and not 4,000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? formatCount(times) : formatNumber(times);

function complaintOf(name: string, complaint: Complaint): string {
  switch (complaint.kind) {
    case 'missing':
      return `${name} ist ${complaint.got}; fehlt ein return?`;
    case 'odd':
      return `${name} ist vom Typ ${complaint.type}; es müssen Zahlen in Listen sein`;
    case 'ragged':
      return `${name} ist keine Tabelle von Zahlen; jede Zeile muss gleich lang sein und nur Zahlen enthalten`;
    case 'shape': {
      const why = complaint.isTurned ? '; Zeilen und Spalten sind vertauscht' : '';
      return `${name} hat die Form ${shape(complaint.got)}; nötig ist die Form ${shape(complaint.wanted)}${why}`;
    }
    case 'notFinite': {
      const why = Number.isNaN(complaint.value)
        ? 'eine Rechnung traf auf etwas, das keine Zahl ist, oft auf eine Stelle hinter dem Ende einer Liste'
        : 'eine Zahl ist über alle Grenzen gewachsen';
      return `${name}${complaint.place} ist ${complaint.value}: ${why}`;
    }
    case 'mistake':
      return `${name} ${complaint.words}`;
    case 'zero':
      return `${name} ist noch überall null; es kommt nichts hinein`;
    case 'sign':
      return `${name} hat überall das falsche Vorzeichen`;
    case 'factor': {
      const { times, isTooSmall, isNegative, isBatch } = complaint;
      const sign = isNegative ? ' und hat das falsche Vorzeichen' : '';
      const small = ': Summier über den Batch, ohne zu teilen';
      const large = ': Jeder Punkt darf nur einmal addiert werden';
      const why = !isBatch ? '' : isTooSmall ? small : large;
      return `${name} hat die richtige Form, ist aber ${inTimes(times)}-mal zu ${isTooSmall ? 'klein' : 'groß'}${sign}${why}`;
    }
    case 'entry': {
      const { place, got, wanted, wrong, count } = complaint;
      const others =
        wrong > 1 ? ` (${formatCount(wrong)} von ${formatCount(count)} Zahlen weichen ab)` : '';
      return `${name}${place} ist ${formatNumber(got)}; richtig ist ${formatNumber(wanted)}${others}`;
    }
  }
}

function valueName(value: CheckedValue): string {
  switch (value.kind) {
    case 'output':
      return 'Die Ausgabe';
    case 'named':
      return value.name;
    case 'afterTwoCalls':
      return `Nach zwei Aufrufen: ${value.name}`;
    case 'afterSteps':
      return `${value.steps === 1 ? 'Nach einem Schritt' : 'Nach zwei Schritten'}: ${value.name}`;
    case 'afterZeroGrad':
      return `Nach zeroGrad: Der Gradient von ${value.name}`;
    case 'afterEpochs':
      return `${value.epochs === 1 ? 'Nach einer Epoche' : 'Nach zwei Epochen'}: ${value.name}`;
    case 'given':
      return `Was ${value.call} bekommen hat,`;
  }
}

export const checkWords: CheckWords = {
  forward: (formula, count) => `forward gibt ${formula} für ${points(count)}`,
  anyFunction: 'eine Zahl für jede Zahl',
  input: (count) => `backward gibt dObj/dIn zurück für ${points(count)}`,
  parameter: (name, count) => `backward addiert zu ${name} für ${points(count)}`,
  addsUp: (name) => `${name} summiert sich über zwei Aufrufe von backward`,
  step: 'step bewegt jeden Parameter gegen seinen Gradienten, mal die Lernrate',
  zeroGrad: 'zeroGrad setzt jeden Gradienten auf null',
  twoSteps: 'zwei Trainingsschritte folgen aufeinander',
  asked: 'das Modell wird nach allen vier Punkten gefragt',
  goesBack: 'der Gradient geht zurück durch das Modell',
  oneEpoch: 'eine Epoche bewegt jede Zahl gegen ihren Gradienten',
  secondEpoch: 'die zweite Epoche beginnt mit Gradienten von null',
  notCalled: (call, given) => `${call} wird nie aufgerufen; es muss ${given} bekommen`,
  value: valueName,
  complaint: complaintOf,
  undefined: (name) => `${name} fehlt; die Prüfungen suchen danach unter diesem Namen`,
  notLoaded:
    'Was den Code prüft, konnte nicht geladen werden; ist die Seite noch verbunden? „Meinen Code prüfen“ versucht es noch einmal.',
  noNumber: (layer, what, number, at) =>
    `${layer} gibt bei ${formatNumber(at)} ${what === 'slope' ? `die Steigung ${number}` : number}; überall muss eine Zahl herauskommen`,
};
