// The words of the decision boundary in Spanish.
import type { Words } from '../words';
import { boundaryParts, picture } from './boundary-parts';
import { capital, counted, formatCount, formatNumber } from './grammar';

const shapes = [
  'los círculos',
  'los cuadrados',
  'los triángulos',
  'los rombos',
  'las cruces',
  'los triángulos invertidos',
  'los hexágonos',
  'las estrellas',
];

export const decisionBoundary: Words['DecisionBoundary'] = {
  ...boundaryParts,
  heading: 'Frontera de decisión',
  note: (task) =>
    ({
      binary: 'probabilidad de la clase 1',
      multiclass: 'la clase más probable, más viva si es más segura',
      regression: 'valor predicho',
    })[task],
  diverged: ({ epoch }) => `divergencia; esta es la época ${formatCount(epoch)}, la última válida`,
  caption: (task, classes, hasTest) => {
    if (task === 'regression') {
      return `Cada punto tiene el color de su valor.${hasTest ? ' Los círculos sirven para el entrenamiento, los rombos para la prueba.' : ''}`;
    }
    const filled = hasTest
      ? ' Los puntos rellenos sirven para el entrenamiento, los huecos para la prueba.'
      : '';
    const names = shapes
      .slice(0, classes)
      .map((shape, k) => `${shape} ${k === 0 ? 'son ' : ''}la clase ${k}`);
    return `${capital(names.join(', '))}.${filled}`;
  },
  description: ({ run, data, test, wrong, outside, view }) => {
    const count = data.x.shape[0]!;
    const trained = counted(count, 'punto de entrenamiento', 'puntos de entrenamiento');
    const points = test
      ? `${trained} y ${counted(test.x.shape[0]!, 'punto de prueba', 'puntos de prueba')}`
      : trained;
    const judged =
      wrong === null
        ? `pérdida ${formatNumber(run.loss)}`
        : `${formatCount(wrong)} de ${trained} en el lado equivocado`;
    const unseen = outside
      ? ` ${counted(outside, 'punto queda', 'puntos quedan')} fuera de la imagen.`
      : '';
    return `${picture(view)}, con ${points}. Época ${formatCount(run.epoch)}: ${judged}.${unseen}`;
  },
  probe: 'Sonda: lo que dice el modelo en un punto. Las flechas la mueven.',
  readingAt: (x, y) => `en ${formatNumber(x, 1)}; ${formatNumber(y, 1)}`,
  reading: ({ task, overlay, value, predicted, uncertainty }) => {
    if (predicted === null || overlay === 'probability') {
      return task === 'multiclass' && predicted !== null
        ? `clase ${predicted}: ${formatNumber(value)}`
        : formatNumber(value);
    }
    if (overlay === 'uncertainty') return `incertidumbre: ${formatNumber(uncertainty, 2)}`;
    return `clase ${predicted}`;
  },
  spokenReading: ({ task, overlay, value, predicted, uncertainty, isNeuron }, x, y) => {
    const place = `x ${formatNumber(x, 2)}; y ${formatNumber(y, 2)}`;
    if (isNeuron) return `${place}: la neurona da ${formatNumber(value)}`;
    if (task === 'regression') return `${place}: valor ${formatNumber(value)}`;
    const of = task === 'binary' ? 1 : predicted;
    const likely = `${place}: probabilidad de la clase ${of} ${formatNumber(value)}`;
    if (overlay === 'hard') return `${place}: clase ${predicted}`;
    return overlay === 'uncertainty'
      ? `${likely}, incertidumbre ${formatNumber(uncertainty, 2)}`
      : likely;
  },
  notAPlane: (inputs) =>
    `Esta imagen necesita puntos con dos entradas, x e y; los datos tienen ${formatCount(inputs)}.`,
};
