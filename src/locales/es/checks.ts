// The words of the checks of a reader's code in Spanish.
import type {
  CheckWords,
  CheckedValue,
  Complaint,
} from '../../components/code-challenge/check-labels';
import { counted, formatCount, formatNumber } from './grammar';

const points = (count: number) =>
  count === 1 ? 'un punto' : `${formatCount(count)} puntos a la vez`;
const shape = (sizes: readonly number[]) =>
  sizes.length ? `la forma [${sizes.join(', ')}]` : 'la forma de un solo número';
// Whole factors as they are said: 4, and not 4,000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? formatCount(times) : formatNumber(times);

function complaintOf(name: string, complaint: Complaint): string {
  switch (complaint.kind) {
    case 'missing':
      return `${name} vale ${complaint.got}; ¿falta un return?`;
    case 'odd':
      return `${name} es de tipo ${complaint.type}; hacen falta números en listas`;
    case 'ragged':
      return `${name} no es una tabla de números; cada fila debe tener la misma longitud y contener solo números`;
    case 'shape': {
      const why = complaint.isTurned ? '; filas y columnas están intercambiadas' : '';
      return `${name} tiene ${shape(complaint.got)}; hace falta ${shape(complaint.wanted)}${why}`;
    }
    case 'notFinite': {
      const why = Number.isNaN(complaint.value)
        ? 'un cálculo ha encontrado algo que no es un número, a menudo una posición más allá del final de una lista'
        : 'un número ha crecido sin límite';
      return `${name}${complaint.place} vale ${complaint.value}: ${why}`;
    }
    case 'mistake':
      return `${name} ${complaint.words}`;
    case 'zero':
      return `${name} sigue valiendo cero en todas partes; no se pone nada allí`;
    case 'sign':
      return `${name} tiene el signo equivocado en todas partes`;
    case 'factor': {
      const { times, isTooSmall, isNegative, isBatch } = complaint;
      const sign = isNegative ? ', y tienen el signo equivocado' : '';
      const small = ': suma sobre el lote, sin dividir';
      const large = ': cada punto debe sumarse una sola vez';
      const why = !isBatch ? '' : isTooSmall ? small : large;
      return `${name} tiene la forma correcta, pero sus valores son ${inTimes(times)} veces demasiado ${isTooSmall ? 'pequeños' : 'grandes'}${sign}${why}`;
    }
    case 'entry': {
      const { place, got, wanted, wrong, count } = complaint;
      const others =
        wrong > 1
          ? ` (difieren ${formatCount(wrong)} de ${counted(count, 'número', 'números')})`
          : '';
      return `${name}${place} vale ${formatNumber(got)}; hace falta ${formatNumber(wanted)}${others}`;
    }
  }
}

function valueName(value: CheckedValue): string {
  switch (value.kind) {
    case 'output':
      return 'la salida';
    case 'named':
      return value.name;
    case 'afterTwoCalls':
      return `después de dos llamadas, ${value.name}`;
    case 'afterSteps':
      return `${value.steps === 1 ? 'después de un paso' : 'después de dos pasos'}, ${value.name}`;
    case 'afterZeroGrad':
      return `después de zeroGrad, el gradiente de ${value.name}`;
    case 'afterEpochs':
      return `${value.epochs === 1 ? 'después de una época' : 'después de dos épocas'}, ${value.name}`;
    case 'given':
      return `lo que ha recibido ${value.call}`;
  }
}

export const checkWords: CheckWords = {
  forward: (formula, count) => `forward da ${formula} para ${points(count)}`,
  anyFunction: 'un número para cada número',
  input: (count) => `backward devuelve dObj/dIn para ${points(count)}`,
  parameter: (name, count) => `backward suma a ${name} para ${points(count)}`,
  addsUp: (name) => `${name} se acumula en dos llamadas de backward`,
  step: 'step mueve cada parámetro en sentido contrario a su gradiente, según la tasa de aprendizaje',
  zeroGrad: 'zeroGrad pone cada gradiente a cero',
  twoSteps: 'dos pasos de entrenamiento seguidos',
  asked: 'se pregunta al modelo por los cuatro puntos',
  goesBack: 'el gradiente vuelve a través del modelo',
  oneEpoch: 'una época mueve cada número en sentido contrario a su gradiente',
  secondEpoch: 'la segunda época empieza con gradientes a cero',
  notCalled: (call, given) => `nunca se llama a ${call}; debe recibir ${given}`,
  value: valueName,
  complaint: complaintOf,
  undefined: (name) => `falta ${name}; las comprobaciones lo buscan con ese nombre`,
  notLoaded:
    'No se ha podido cargar lo que comprueba el código; ¿sigue conectada la página? «Comprobar mi código» lo intenta de nuevo.',
  noNumber: (layer, what, number, at) =>
    `${layer} da ${what === 'slope' ? `la pendiente ${number}` : number} en ${formatNumber(at)}; hace falta un número en todas partes`,
};
