// The words of numbers and options within a sentence, in Spanish.
import type { Words } from '../words';
import { formatCount, formatShort, quoted } from './grammar';

type EditableName = Parameters<Words['Value']['name']>[0];

const numbers: Readonly<Record<EditableName, string>> = {
  learningRate: 'tasa de aprendizaje',
  batchSize: 'tamaño de lote',
  l1: 'tasa L1',
  l2: 'tasa L2',
  dropout: 'dropout',
  points: 'puntos',
  noise: 'ruido',
  speed: 'velocidad, en épocas por segundo',
  testRatio: 'parte de puntos de prueba',
  dataSeed: 'semilla de los datos',
  seed: 'semilla de los pesos',
};

export const value: Words['Value'] = {
  name: (of) => numbers[of],
  parameterName: (parameter, place) => `${parameter}, número ${place + 1}`,
  hint: 'Arrastra hacia los lados, o usa las flechas; Intro o doble clic para escribir',
  notANumber: (text) => `${quoted(text.trim())} no es un número`,
  notWhole: (number) => `${formatShort(number)} no es un número entero`,
  beyond: (min, max) =>
    max === Infinity
      ? `debe ser al menos ${formatShort(min)}`
      : min === -Infinity
        ? `debe ser como máximo ${formatShort(max)}`
        : `debe ser un número de ${formatShort(min)} a ${formatShort(max)}`,
  stays: (complaint, kept) => `(${complaint}; el valor sigue siendo ${kept})`,
};

type OptionName = Parameters<Words['Set']['option']>[0];
type SetAction = Parameters<Words['Set']['action']>[0];

const options: Readonly<Record<OptionName, string>> = {
  model: 'capas',
  activation: 'activación',
  features: 'características',
  dropout: 'dropout',
  initialization: 'pesos iniciales',
  data: 'datos',
  points: 'puntos',
  noise: 'ruido',
  testRatio: 'parte de puntos de prueba',
  loss: 'pérdida',
  reduction: 'reducción',
  optimizer: 'optimizador',
  optimizerOptions: 'opciones del optimizador',
  learningRate: 'tasa de aprendizaje',
  schedule: 'planificación',
  l1: 'tasa L1',
  l2: 'tasa L2',
  batchSize: 'tamaño de lote',
  shuffle: 'barajado',
  zeroGrad: 'zeroGrad',
  seed: 'semilla',
  dataSeed: 'semilla de los datos',
  autoplay: 'inicio automático',
  speed: 'velocidad',
  stopWhen: 'criterio de parada',
  posterEpoch: 'primera época mostrada',
  weights: 'pesos guardados',
};

const actions: Readonly<Record<SetAction, string>> = {
  play: 'iniciar',
  pause: 'pausa',
  step: 'una época más',
  reset: 'empezar de nuevo',
  newWeights: 'otros pesos',
  newData: 'otros puntos',
};

export const set: Words['Set'] = {
  option: (name, given) => {
    const written = writeValue(given);
    return written === null ? options[name] : `${options[name]} ${written}`;
  },
  action: (action) => actions[action],
  hint: 'Pulsa para hacer este ajuste',
  undoHint: 'Pulsa otra vez para volver a lo que había antes',
  refused: (message) => `(${message})`,
};

function writeValue(given: unknown): string | null {
  if (given === undefined) return 'como al principio';
  if (given === Infinity) return 'al máximo';
  if (typeof given === 'number') {
    return Number.isInteger(given) ? formatCount(given) : formatShort(given);
  }
  if (typeof given === 'boolean') return given ? 'activado' : 'desactivado';
  if (given === 'full') return 'todos los puntos';
  if (typeof given === 'string') return given;
  if (Array.isArray(given)) {
    const isSizes = given.every((one) => typeof one === 'number');
    return given.join(isSizes ? '–' : ', ');
  }
  if (typeof given !== 'object' || given === null) return null;
  // A layer or a loss says what it is.
  if ('describe' in given) return (given as { describe(): string }).describe();
  if ('x' in given || 'train' in given) return null;
  const parts = Object.entries(given).map(([key, one]) =>
    key === 'name' ? String(one) : `${key} ${writeValue(one) ?? ''}`.trim(),
  );
  return parts.join(', ');
}
