// The words of the code challenge in German.
import type { Words } from '../words';
import { challengeWords } from './challenges';
import { formatCount, list } from './grammar';

const stops = {
  endless:
    'Der Code wurde angehalten: Er war nach der erlaubten Zeit nicht fertig. Gibt es eine Schleife, die nie endet?',
  gone: 'Die Umgebung, in der der Code lief, ist verschwunden. Vielleicht wollte er zu viel Speicher.',
  blocked:
    'Die geschützte Umgebung für den Code startet nicht. Vermutlich verbietet es die Content-Security-Policy der Seite.',
} as const;

export const codeChallenge: Words['CodeChallenge'] = {
  ...challengeWords,
  editor: (title) => `${title}: Code`,
  keys: 'Strg+Enter prüft, Tab verlässt den Editor.',
  check: 'Meinen Code prüfen',
  nextHole: 'Nächste Lücke',
  reset: 'Von vorn',
  undoReset: 'Rückgängig',
  hint: (number, of) => `Tipp ${number} von ${of}`,
  hints: 'Tipps',
  checks: 'Prüfungen',
  states: { passed: 'bestanden', failed: 'nicht bestanden', waiting: 'noch nicht geprüft' },
  untouched: 'Setz Code an die Stelle jedes ___.',
  touched: 'Noch nicht geprüft.',
  openHoles: (lines) =>
    `Noch offen: ___ in ${lines.length === 1 ? 'Zeile' : 'den Zeilen'} ${list(lines.map(formatCount))}.`,
  checking: 'Wird geprüft …',
  stopped: (message, line, kind) => {
    const said = kind !== null && kind in stops ? stops[kind as keyof typeof stops] : message;
    return line === null ? said : `Zeile ${line}: ${said}`;
  },
  failed: (passed, of) => `${formatCount(passed)} von ${formatCount(of)} Prüfungen bestanden.`,
  training: 'Alle Prüfungen bestanden. Dein Code trainiert …',
  progress: 'Trainierte Epochen',
  solved: 'Alle Prüfungen bestanden. Dein Code hat trainiert.',
  ending: ({ kind, epoch }) =>
    kind === 'otherParameters'
      ? `Das Training endete früher: Nach Epoche ${formatCount(epoch)} hat das Modell andere Parameter als zuvor.`
      : `Das Training endete früher: In Epoche ${formatCount(epoch)} war ein Parameter keine endliche Zahl mehr.`,
  solution: 'Lösung zeigen',
  solutionName: 'Lösung',
  solutionAsk: 'Vielleicht genügen die Tipps. Alles zeigen?',
  useSolution: 'In den Editor setzen',
  run: 'Mit deinem Code trainiert',
};
