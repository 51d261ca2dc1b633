// The words of the small components in Spanish: spoilers, goals, predictions, errors.
import type { Words } from '../words';
import { answer } from './answer';
import { counted, formatCount, formatNumber, formatShort, withPercent } from './grammar';

export const figureError: Words['FigureError'] = {
  failed: 'Esta figura no se pudo mostrar.',
  stopped: 'Un error detuvo el entrenamiento.',
  notReached: 'Un error impidió que el entrenamiento llegara hasta ahí.',
  notLoaded: 'No se ha podido cargar esta parte; ¿sigue conectada la página?',
  coming: 'Se está cargando esta figura…',
  notPrinted: (figure) =>
    `${figure}: esta figura aún no se había cargado al imprimir la página. Imprímela otra vez.`,
  retry: 'Reintentar',
};

export const copyLaTeX: Words['CopyLaTeX'] = {
  button: 'LaTeX',
  buttonNamed: (what) => `Copiar como LaTeX: ${what}`,
  copied: 'copiado',
  marked: 'Ctrl+C o ⌘C para copiar',
  field: 'LaTeX',
};

export const mathFormula: Words['MathFormula'] = {
  where: 'si',
  otherwise: 'en otro caso',
  because: 'porque',
};

export const spoiler: Words['Spoiler'] = {
  summary: 'Mostrar la respuesta',
  yes: 'Sí, mostrarla',
  no: 'Todavía no',
};

export const playground: Words['Playground'] = {
  name: 'Zona de pruebas de redes neuronales',
  description: ({ run, points, testPoints, wrong, parameters }) => {
    const trained = counted(points, 'punto de entrenamiento', 'puntos de entrenamiento');
    const tested = testPoints === null ? '' : `, ${formatCount(testPoints)} de prueba`;
    const testLoss =
      run.testLoss === null ? '' : `, pérdida de prueba ${formatNumber(run.testLoss)}`;
    const judged =
      wrong === null ? '' : `, ${formatCount(wrong)} de ${trained} en el lado equivocado`;
    const end = run.status === 'diverged' ? ' Después, el entrenamiento divergió.' : '';
    return `Un modelo de ${counted(parameters, 'parámetro', 'parámetros')} y ${trained}${tested}. Época ${formatCount(run.epoch)}: pérdida ${formatNumber(run.loss)}${testLoss}${judged}.${end}`;
  },
  more: 'Mirar más de cerca',
  layers: 'Los valores en cada capa',
  landscape: 'La pérdida en torno a dos pesos',
  activation: 'La activación y su pendiente',
};

type GoalName = Parameters<Words['Goal']['wanted']>[0];

const wanted: Readonly<Record<GoalName, (value: string) => string>> = {
  loss: (value) => `pérdida de ${value} como máximo`,
  testLoss: (value) => `pérdida de prueba de ${value} como máximo`,
  accuracy: (value) => `exactitud de ${value} como mínimo`,
  testAccuracy: (value) => `exactitud de prueba de ${value} como mínimo`,
  epoch: (value) => `número de épocas: ${value} como máximo`,
  maxParams: (value) => `número de parámetros: ${value} como máximo`,
};

function goalNumber(name: GoalName, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (name === 'accuracy' || name === 'testAccuracy') {
    return withPercent(formatShort(Math.floor(value * 1000) / 10, 4));
  }
  return Number.isInteger(value) ? formatCount(value) : formatShort(value, 3);
}

export const goal: Words['Goal'] = {
  goal: 'Meta',
  open: 'todavía no',
  done: 'alcanzada',
  wanted: (name, value) => wanted[name](goalNumber(name, value)),
  now: (name, value) => `ahora ${goalNumber(name, value)}`,
};

export const predict: Words['Predict'] = {
  predict: 'Predice',
  commit: 'Esta es mi respuesta',
  again: 'Responder otra vez',
  field: 'Tu respuesta',
  emptyNumber: 'Escribe primero un número; también vale una fracción o 2 * 21.',
  emptyChoice: 'Elige primero una respuesta.',
  emptySketch:
    'Dibuja primero una curva: arrastra sobre el gráfico, o mueve un punto con las flechas.',
  problem: answer.problem,
  youSaid: (said) => `Tu respuesta: ${said}.`,
  right: 'Es correcta.',
  wrong: (right) => `La respuesta correcta es ${right}.`,
  see: 'Mira ahora lo que ocurre.',
  locked: 'Responde primero; después la figura se pondrá en marcha.',
  sketchName: 'Tu curva de la pérdida',
  sketchHow: 'Arrastra sobre el gráfico, o usa Tab y las flechas.',
  knot: (epoch) => `Pérdida en la época ${formatCount(epoch)}`,
  knotValue: (loss) => formatShort(loss, 3),
  yourCurve: 'tu curva',
  theRun: 'el entrenamiento',
  epoch: 'época',
  loss: 'pérdida',
};
