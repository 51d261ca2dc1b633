// The words of hidden answers in German.
import type { Words } from '../words';
import { counted, formatCount, list, oder } from './grammar';

type Answer = Words['Answer'];
type Hint = Parameters<Answer['hint']>[0];
type Kind = Parameters<Answer['hint']>[1]['kind'];
type Problem = Parameters<Answer['problem']>[0];

export const answer: Answer = {
  asked: (name) => `${name} = ?`,
  placeholder: '?',
  howTo: 'Gib eine Zahl, einen Bruch oder einen Ausdruck ein und drück Enter.',
  check: 'prüfen',
  checkNamed: (name) => `prüfen: ${name}`,
  show: 'zeigen',
  showNamed: (name) => `zeigen: ${name}`,
  hide: 'verdecken',
  hideNamed: (name) => `verdecken: ${name}`,
  showAnswer: 'Antwort zeigen',
  right: 'richtig',
  shown: 'gezeigt',
  isRight: (name, value) => `Richtig: ${name} = ${value}.`,
  isShown: (name, value) => `${name} = ${value}.`,
  computed: (typed, value) => `${typed} = ${value}`,
  coarse: (given, digits) =>
    `Richtig, soweit es reicht, nämlich auf ${digitCount(given)}; gefragt sind ${formatCount(digits)}.`,
  hint: sayHint,
  problem: (problem) => {
    const at = 'place' in problem ? ` (Stelle ${problem.place})` : '';
    return `${sayProblem(problem)}${at}`;
  },
};

const digitCount = (count: number) => counted(count, 'Stelle', 'Stellen');

function sayHint(hint: Hint, { tries, kind }: Parameters<Answer['hint']>[1]): string {
  switch (hint.mistake) {
    case 'zero':
      return kind === 'gradient'
        ? 'Es ist nicht 0: Eine kleine Änderung bewirkt etwas.'
        : 'Es ist nicht 0.';
    case 'sign':
      return 'Der Betrag stimmt, das Vorzeichen nicht.';
    case 'oneSample': {
      const which = hint.row === null ? 'ein Beispiel' : `Beispiel ${hint.row + 1}`;
      return `Das ist, was ${which} beiträgt; zähl alle ${formatCount(hint.batch)} des Batches zusammen.`;
    }
    case 'mean':
      return `Das ist der Mittelwert über den Batch; gefragt ist die Summe aller ${formatCount(hint.batch)} Beispiele.`;
    case 'sampleMissing':
      return hint.row === null
        ? 'In der Summe fehlt ein Beispiel des Batches.'
        : `In der Summe fehlt Beispiel ${hint.row + 1} des Batches.`;
    case 'alone':
      return sayAlone(hint);
    case 'missing':
      if (hint.factors === null) return 'Im Produkt fehlt ein Faktor.';
      return `Im Produkt ${hint.factors.length > 1 ? 'fehlen' : 'fehlt'} ${list(hint.factors)}.`;
    case 'twice':
      return `${hint.factor ?? 'Ein Faktor'} kommt doppelt vor.`;
    case 'divided':
      return `Hier wurde durch ${hint.factor ?? 'einen Faktor'} geteilt statt damit malgenommen.`;
    case 'inverse':
      return 'Das ist der Kehrwert: Oben und unten sind vertauscht.';
    case 'added':
      return 'Das ist die Summe der Faktoren; gefragt ist ihr Produkt.';
    case 'another':
      return sayAnother(hint, kind);
    case 'half':
      return 'Das ist die Hälfte davon.';
    case 'double':
      return 'Das ist doppelt so viel.';
    case 'powerOfTen': {
      const times = formatCount(Number(`1e${Math.abs(hint.exponent)}`));
      return `Die Ziffern stimmen, aber das ist ${times}-mal zu ${hint.exponent > 0 ? 'groß' : 'klein'}.`;
    }
    case 'close':
      return `Nah dran, aber nicht auf ${digitCount(hint.digits)} genau.`;
    case 'unknown':
      return tries < 2 ? 'Noch nicht.' : `Noch nicht: ${sayDifference(hint)}.`;
  }
}

function sayAlone({ factors, rest, isLocal }: Extract<Hint, { mistake: 'alone' }>): string {
  if (!rest.length) return `Das ist ${oder(factors)} allein; gefragt ist das Produkt von allen.`;
  const others = list(rest);
  return isLocal
    ? `Das ist die lokale Steigung ${factors[0]} allein; nimm sie noch mal ${others}.`
    : `Das ist ${factors[0]} allein; es fehlt noch das Produkt mit ${others}.`;
}

function sayAnother({ name, is }: Extract<Hint, { mistake: 'another' }>, kind: Kind): string {
  if (is === kind) return `Das ist ${name}; gefragt ist etwas anderes.`;
  return is === 'value'
    ? `Das ist ${name}, ein Wert des Vorwärtslaufs; gefragt ist die Ableitung.`
    : `Das ist ${name}, eine Ableitung; gefragt ist der Wert.`;
}

function sayDifference({ size, signDiffers }: Extract<Hint, { mistake: 'unknown' }>): string {
  const sign = signDiffers ? ' und hat das andere Vorzeichen' : '';
  if (size === 'same') return `das ist etwa gleich weit von 0 weg${sign}`;
  return `das ist zu ${size === 'tooLarge' ? 'weit weg von' : 'nah an'} 0${sign}`;
}

const expected = {
  number: 'eine Zahl',
  operator: 'ein Zeichen wie + oder ×',
  opening: 'eine öffnende Klammer',
  closing: 'eine schließende Klammer',
  exponent: 'eine hochgestellte Zahl',
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return 'hier steht noch nichts';
    case 'tooLong':
      return `das ist länger als ${formatCount(problem.limit)} Zeichen`;
    case 'tooDeep':
      return `das hat mehr als ${formatCount(problem.limit)} Klammern oder Zeichen ineinander`;
    case 'expected': {
      const after = problem.after === null ? '' : `nach ${problem.after} `;
      return `${after}fehlt ${expected[problem.what]}`;
    }
    case 'unopened':
      return 'diese Klammer wurde nie geöffnet';
    case 'unknownName': {
      const known = problem.known.length ? `bekannt sind ${list(problem.known)}` : 'nimm Zahlen';
      return `„${problem.name}“ ist hier nicht bekannt; ${known}`;
    }
    case 'unknownSign':
      return `„${problem.sign}“ ist hier nicht lesbar`;
    case 'divisionByZero':
      return 'das teilt durch null';
    case 'rootOfNegative':
      return 'eine negative Zahl hat keine solche Wurzel';
    case 'logarithm':
      return 'nur eine Zahl über 0 hat einen Logarithmus';
    case 'tooLarge':
      return 'das wird eine zu große Zahl';
    case 'notFinite':
      return `${problem.name} ist gerade keine Zahl`;
  }
}
