// The words of the data editor in German.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, list } from './grammar';

type Editor = Words['DataEditor'];
type Problem = Parameters<Editor['line']>[2];

const datasets: Record<Parameters<Editor['datasetName']>[0], string> = {
  simple: 'vier Punkte',
  moons: 'Monde',
  circles: 'Kreise',
  xor: 'XOR',
  spiral: 'Spirale',
  gauss: 'Gauß',
  checkerboard: 'Schachbrett',
  rings: 'Ringe',
  blobs: 'Wolken',
  spirals: 'Spiralen',
  plane: 'Ebene',
  bumps: 'Hügel',
  sine: 'Sinus',
};

function problemInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `${problem.column} fehlt; eine Zeile ist x, y und label`;
    case 'notANumber':
      return `„${problem.cell}“ ist keine Zahl`;
    case 'columns':
      return `die Spalten heißen ${list(problem.names)}; sie müssen x, y und label heißen`;
    case 'noText':
      return 'hier ist kein Text; nötig sind Zeilen mit x, y und label';
    case 'onlyHeader':
      return 'hier ist eine Kopfzeile, aber kein Punkt darunter';
  }
}

export const dataEditor: Editor = {
  heading: 'Daten',
  plane: 'Die Punkte auf der Ebene',
  keys: 'Die Pfeiltasten bewegen den Zeiger, mit Umschalt weit, mit Alt fein. Enter fügt einen Punkt hinzu, oder nimmt einen auf und setzt ihn ab. N und P gehen von Punkt zu Punkt, Entf entfernt, Ziffern wählen die Klasse, Esc legt zurück, was aufgenommen ist.',
  tools: 'Werkzeug',
  tool: { add: 'Setzen', move: 'Bewegen', erase: 'Löschen', spray: 'Sprühen' },
  hint: (tool, task) =>
    ({
      add: `Drück auf die Ebene, um einen Punkt ${task === 'regression' ? 'mit dem gewählten Wert' : 'der gewählten Klasse'} zu setzen; zieh einen Punkt, um ihn zu bewegen.`,
      move: 'Zieh einen Punkt, um ihn zu bewegen.',
      erase: 'Drück auf Punkte, oder zieh über sie, um sie zu entfernen.',
      spray:
        'Zieh über die Ebene, um Punkte zu streuen. Solange dieses Werkzeug gewählt ist, scrollt ein Finger auf der Ebene die Seite nicht.',
    })[tool],
  classes: 'Klasse',
  classOf: (label) => `Klasse ${label}`,
  addClass: 'Klasse hinzufügen',
  value: 'Wert',
  part: 'Neue Punkte sind zum',
  partOf: { train: 'Trainieren', test: 'Testen' },
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  clear: 'Leeren',
  empty: 'Drück hierher, um den ersten Punkt zu setzen.',
  needsPoints:
    'Setz mindestens einen Punkt zum Trainieren; bis dahin läuft es mit den letzten Daten weiter.',
  full: (most) => `Das sind ${formatCount(most)} Punkte; mehr fasst dieser Editor nicht.`,
  large: 'Bei so vielen Punkten folgt der Lauf erst am Ende des Ziehens.',
  dataset: 'Datensatz',
  datasetName: (name) => datasets[name],
  own: 'von Hand gezeichnet',
  groups: { binary: 'Zwei Klassen', multiclass: 'Mehrere Klassen', regression: 'Zahlen' },
  points: 'Punkte',
  noise: 'Rauschen',
  split: 'Testanteil',
  seed: 'Seed',
  newSample: 'Neu ziehen',
  ownLocked:
    'Von Hand gezeichnete Punkte haben weder Rauschen noch Seed; wähl dafür einen Datensatz.',
  csv: 'CSV einfügen oder öffnen',
  paste: 'Zeilen mit x, y und label',
  file: 'Datei öffnen',
  drop: 'oder eine auf die Ebene fallen lassen',
  found: ({ points, classNames }, task, classes) =>
    `${counted(points.length, 'Punkt', 'Punkte')}, ` +
    (task === 'regression'
      ? 'je mit einer Zahl'
      : `${counted(classes, 'Klasse', 'Klassen')}${classNames.length ? ` (${classNames.join(', ')})` : ''}`),
  errors: (count) => `${counted(count, 'Zeile ist', 'Zeilen sind')} nicht lesbar:`,
  line: (line, _, problem) => `Zeile ${formatCount(line)}: ${problemInWords(problem)}`,
  columns: { x: 'x', y: 'y', label: 'label' },
  wholeNumber: (low, high) =>
    `Hier muss eine ganze Zahl von ${formatCount(low)} bis ${formatCount(high)} stehen.`,
  moreErrors: (count) => `und ${formatCount(count)} weitere`,
  take: (count) => `${counted(count, 'Punkt', 'Punkte')} übernehmen`,
  takeGood: (count) => `${counted(count, 'lesbare Zeile', 'lesbare Zeilen')} übernehmen`,
  cancel: 'Abbrechen',
  tooLarge: `Das sind mehr als 5 Millionen Zeichen oder ${formatCount(100_000)} Zeilen; so viele Punkte kann eine Seite nicht halten und zeichnen.`,
  downloadTrain: 'Trainings-CSV herunterladen',
  downloadTest: 'Test-CSV herunterladen',
  noTest: 'Es gibt keine Testpunkte.',
  count: (train, test) =>
    `${formatCount(train)} zum Trainieren${test ? `, ${formatCount(test)} zum Testen` : ''}`,
  at: (x, y, under) =>
    `x ${formatNumber(x, 2)}, y ${formatNumber(y, 2)}${under ? `: ${under}` : ''}`,
  point: (index, count, { x, y, label, part }, task, name = `Klasse ${label}`) =>
    `Punkt ${formatCount(index + 1)} von ${formatCount(count)}, ${task === 'regression' ? `Wert ${formatNumber(label, 2)}` : name}${part === 'test' ? ', zum Testen' : ''}, bei x ${formatNumber(x, 2)}, y ${formatNumber(y, 2)}`,
  added: 'Gesetzt.',
  removed: 'Entfernt.',
  picked: 'Aufgenommen; die Pfeiltasten bewegen ihn, Enter setzt ihn ab, Esc legt ihn zurück.',
  dropped: 'Abgesetzt.',
  undone: 'Rückgängig gemacht.',
  redone: 'Wiederholt.',
};
