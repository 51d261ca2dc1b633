// The words of the small components in German: spoilers, goals, predictions, errors.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPercent, formatShort } from './grammar';
import { answer } from './answer';

export const figureError: Words['FigureError'] = {
  failed: 'Diese Abbildung konnte nicht gezeigt werden.',
  stopped: 'Ein Fehler hat das Training angehalten.',
  notReached: 'Ein Fehler hat den Lauf daran gehindert, dorthin zu gehen.',
  notLoaded: 'Dieser Teil konnte nicht geladen werden; ist die Seite noch verbunden?',
  coming: 'Diese Abbildung wird geladen …',
  notPrinted: (figure) =>
    `${figure}: Diese Abbildung war beim Drucken noch nicht geladen. Druck die Seite noch einmal.`,
  retry: 'Noch einmal versuchen',
};

export const copyLaTeX: Words['CopyLaTeX'] = {
  button: 'LaTeX',
  buttonNamed: (what) => `LaTeX kopieren: ${what}`,
  copied: 'kopiert',
  marked: 'mit Strg+C oder ⌘C kopieren',
  field: 'LaTeX',
};

export const mathFormula: Words['MathFormula'] = {
  where: 'falls',
  otherwise: 'sonst',
  because: 'wegen',
};

export const spoiler: Words['Spoiler'] = {
  summary: 'Antwort zeigen',
  yes: 'Ja, zeigen',
  no: 'Noch nicht',
};

export const playground: Words['Playground'] = {
  name: 'Spielwiese für neuronale Netze',
  description: ({ run, points, testPoints, wrong, parameters }) => {
    const trained = (noun = 'Trainingspunkte') => counted(points, 'Trainingspunkt', noun);
    const tested = testPoints === null ? '' : `, ${formatCount(testPoints)} zum Testen`;
    const testLoss = run.testLoss === null ? '' : `, Testverlust ${formatNumber(run.testLoss)}`;
    const judged =
      wrong === null
        ? ''
        : `, ${formatCount(wrong)} von ${trained('Trainingspunkten')} auf der falschen Seite`;
    const end = run.status === 'diverged' ? ' Dann ist der Lauf divergiert.' : '';
    return `Ein Modell mit ${counted(parameters, 'Parameter', 'Parametern')} und ${trained()}${tested}. Epoche ${formatCount(run.epoch)}: Verlust ${formatNumber(run.loss)}${testLoss}${judged}.${end}`;
  },
  more: 'Genauer hinsehen',
  layers: 'Die Werte in jeder Schicht',
  landscape: 'Der Verlust rund um zwei Gewichte',
  activation: 'Die Aktivierung und ihre Steigung',
};

type GoalName = Parameters<Words['Goal']['wanted']>[0];

const wanted: Readonly<Record<GoalName, (value: string) => string>> = {
  loss: (value) => `Verlust höchstens ${value}`,
  testLoss: (value) => `Testverlust höchstens ${value}`,
  accuracy: (value) => `Genauigkeit mindestens ${value}`,
  testAccuracy: (value) => `Testgenauigkeit mindestens ${value}`,
  epoch: (value) => `in höchstens ${value} Epochen`,
  maxParams: (value) => `höchstens ${value} Parameter`,
};

function goalNumber(name: GoalName, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (name === 'accuracy' || name === 'testAccuracy') {
    const share = Math.floor(value * 1000) / 1000;
    return formatPercent(share, Number.isInteger(Math.round(share * 1000) / 10) ? 0 : 1);
  }
  return Number.isInteger(value) ? formatCount(value) : formatShort(value, 3);
}

export const goal: Words['Goal'] = {
  goal: 'Ziel',
  open: 'noch nicht',
  done: 'erreicht',
  wanted: (name, value) => wanted[name](goalNumber(name, value)),
  now: (name, value) => `jetzt ${goalNumber(name, value)}`,
};

export const predict: Words['Predict'] = {
  predict: 'Sag voraus',
  commit: 'Das ist meine Antwort',
  again: 'Neu antworten',
  field: 'Deine Antwort',
  emptyNumber: 'Gib zuerst eine Zahl ein; ein Bruch oder 2 * 21 geht auch.',
  emptyChoice: 'Wähle zuerst etwas aus.',
  emptySketch:
    'Zeichne zuerst eine Kurve: Zieh über das Feld, oder beweg einen Punkt mit den Pfeiltasten.',
  problem: answer.problem,
  youSaid: (said) => `Deine Antwort war ${said}.`,
  right: 'Das stimmt.',
  wrong: (right) => `Es ist ${right}.`,
  see: 'Sieh jetzt, was geschieht.',
  locked: 'Antworte zuerst; dann geht es hier weiter.',
  sketchName: 'Deine Kurve des Verlusts',
  sketchHow: 'Zieh über das Feld, oder nimm Tab und die Pfeiltasten.',
  knot: (epoch) => `Verlust in Epoche ${formatCount(epoch)}`,
  knotValue: (loss) => formatShort(loss, 3),
  yourCurve: 'deine Kurve',
  theRun: 'der Lauf',
  epoch: 'Epoche',
  loss: 'Verlust',
};
