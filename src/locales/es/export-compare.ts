// The words of exported programs, opened models and comparisons in Spanish.
import type { Words } from '../words';
import { counted, formatCount, formatNumber } from './grammar';

type Export = Words['ExportProgram'];
type Shown = Parameters<Export['note']>[0];

const names: Export['formats'] = { pytorch: 'PyTorch', numpy: 'NumPy', onnx: 'ONNX' };
const printed = ({ epoch, epochs }: Shown) =>
  epochs === 1
    ? `la pérdida en la época ${formatCount(epoch)}`
    : `las pérdidas de las épocas ${formatCount(epoch)} a ${formatCount(epoch + epochs - 1)}`;

const weightsOf = ({ weights, epoch }: Shown) =>
  weights === 'initial' ? 'los pesos iniciales' : `los pesos tras la época ${formatCount(epoch)}`;

export const exportProgram: Export = {
  heading: (format) => `Este ${format === 'onnx' ? 'modelo' : 'entrenamiento'} en ${names[format]}`,
  formats: names,
  choose: 'Biblioteca',
  weights: 'Pesos de partida',
  initial: 'Pesos iniciales',
  now: 'Pesos actuales',
  note: ({ lines, nodes, bytes = 0 }) =>
    nodes === undefined
      ? `${counted(lines, 'línea', 'líneas')} de Python`
      : `${counted(nodes, 'nodo', 'nodos')}, ${counted(bytes, 'byte', 'bytes')}`,
  caption: (shown) =>
    shown.format === 'onnx'
      ? `El archivo contiene un grafo de los puntos x a las predicciones y, con ${weightsOf(shown)}. ONNX Runtime lo ejecuta, y aquí se puede volver a abrir.`
      : shown.weights === 'initial'
        ? `Repite este entrenamiento desde el principio en ${names[shown.format]}, con los mismos pesos, los mismos puntos y el mismo orden, y muestra ${printed(shown)}.`
        : `Parte de los pesos tras la época ${formatCount(shown.epoch)} y muestra ${printed(shown)}. Mientras el entrenamiento avanza, se queda como está.`,
  copy: 'Copiar',
  copied: 'Copiado',
  marked:
    'La página no tiene permiso para copiar; el programa está seleccionado, pulsa Ctrl+C o ⌘C.',
  download: 'Descargar',
  downloadNamed: (fileName) => `Descargar ${fileName}`,
  loading: 'Escribiendo el archivo…',
  notLoaded: 'No se ha podido cargar lo que escribe archivos ONNX; ¿sigue conectada la página?',
  listing: (format) => `El ${format === 'onnx' ? 'grafo' : 'programa'} en ${names[format]}`,
  description: (shown, model) =>
    shown.format === 'onnx'
      ? `Un archivo en ONNX que calcula ${model}, con ${weightsOf(shown)}.`
      : `Un programa de ${counted(shown.lines, 'línea', 'líneas')} en ${names[shown.format]} que entrena ${model}, a partir de ${weightsOf(shown)}.`,
};

export const importModel: Words['ImportModel'] = {
  heading: 'Un modelo desde un archivo',
  open: 'Abrir un modelo',
  drop: 'un archivo .onnx, o guardado como JSON; o suéltalo aquí',
  reading: (fileName) => `Leyendo ${fileName}…`,
  opened: ({ fileName, model, parameters, loss }) =>
    `${fileName}: ${model}, ${counted(parameters, 'parámetro', 'parámetros')}. El entrenamiento parte de este modelo.` +
    (loss === null ? '' : ` Su pérdida es ahora ${loss}, como pide su última capa.`),
  refused: (fileName) => `No se puede abrir ${fileName}.`,
  tooLarge: (most) =>
    `El archivo supera los ${formatCount(most)} bytes; una página entrena modelos más pequeños.`,
  notLoaded: 'No se ha podido cargar lo que lee archivos ONNX; ¿sigue conectada la página?',
  unreadable: 'El archivo no se puede leer; quizá se ha movido o borrado.',
  onlyOne: 'Hay varios archivos; suelta solo uno.',
};

export const compare: Words['Compare'] = {
  heading: 'Comparación',
  caption:
    'Arriba, lo que cada modelo dice del plano; abajo, su pérdida por época. Todos tienen los mismos puntos, la misma semilla y la misma época, y todos los gráficos, los mismos ejes.',
  play: 'Iniciar todos',
  pause: 'Pausa',
  step: 'Un paso',
  stepHint: 'Un paso: entrenar cada modelo durante una época',
  reset: 'Reiniciar',
  resetHint: 'Reiniciar: empezar de nuevo con los mismos pesos',
  newWeights: 'Pesos nuevos',
  newWeightsHint: 'Pesos nuevos: empezar de nuevo con la semilla siguiente',
  models: {
    minimal: 'Mínimo',
    shallow: 'Poco profundo',
    deep: 'Profundo',
    overParametrised: 'Sobreparametrizado',
  },
  controls: 'Controles de todos los entrenamientos',
  epoch: 'época',
  parameters: (count) => counted(count, 'parámetro', 'parámetros'),
  boundary: (name) => `Frontera de decisión, ${name}`,
  loss: (name) => `Pérdida, ${name}`,
  description: ({ epoch }, states) => {
    const ranked = [...states].sort((a, b) => a.run.loss - b.run.loss);
    const told = ranked.map(({ name, run }) => {
      const test = run.testLoss === null ? '' : `, prueba ${formatNumber(run.testLoss)}`;
      const state = run.status === 'diverged' ? ' (ha divergido)' : '';
      return `${name} ${formatNumber(run.loss)}${test}${state}`;
    });
    return `Época ${formatCount(epoch)}. Pérdida, de menor a mayor: ${told.join('; ')}.`;
  },
};
