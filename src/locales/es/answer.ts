// The words of hidden answers in Spanish.
import type { Words } from '../words';
import { counted, either, formatCount, list, quoted } from './grammar';

type Answer = Words['Answer'];
type Hint = Parameters<Answer['hint']>[0];
type Kind = Parameters<Answer['hint']>[1]['kind'];
type Problem = Parameters<Answer['problem']>[0];

export const answer: Answer = {
  asked: (name) => `${name} = ?`,
  placeholder: '?',
  howTo: 'Escribe un número, una fracción o una expresión, y pulsa Intro.',
  check: 'comprobar',
  checkNamed: (name) => `comprobar ${name}`,
  show: 'mostrar',
  showNamed: (name) => `mostrar ${name}`,
  hide: 'ocultar',
  hideNamed: (name) => `ocultar ${name}`,
  showAnswer: 'Mostrar la respuesta',
  right: 'correcto',
  shown: 'mostrado',
  isRight: (name, value) => `Correcto: ${name} = ${value}.`,
  isShown: (name, value) => `${name} = ${value}.`,
  computed: (typed, value) => `${typed} = ${value}`,
  coarse: (given, digits) =>
    `Es correcto, pero solo en ${digitCount(given)}; hacen falta ${formatCount(digits)}.`,
  hint: sayHint,
  problem: (problem) => {
    const at = 'place' in problem ? ` (posición ${problem.place})` : '';
    return `${sayProblem(problem)}${at}`;
  },
};

const digitCount = (count: number) => counted(count, 'cifra', 'cifras');

function sayHint(hint: Hint, { tries, kind }: Parameters<Answer['hint']>[1]): string {
  switch (hint.mistake) {
    case 'zero':
      return kind === 'gradient' ? 'No es 0: un pequeño cambio tiene efecto.' : 'No es 0.';
    case 'sign':
      return 'El valor absoluto es correcto, el signo no.';
    case 'oneSample': {
      const which = hint.row === null ? 'de un solo ejemplo' : `del ejemplo ${hint.row + 1}`;
      return `Es la parte ${which}; suma las de los ${formatCount(hint.batch)} ejemplos del lote.`;
    }
    case 'mean':
      return `Es la media sobre el lote; se pide la suma de los ${formatCount(hint.batch)} ejemplos.`;
    case 'sampleMissing':
      return hint.row === null
        ? 'Falta un ejemplo del lote en la suma.'
        : `Falta el ejemplo ${hint.row + 1} del lote en la suma.`;
    case 'alone':
      return sayAlone(hint);
    case 'missing':
      return `En el producto falta ${hint.factors === null ? 'un factor' : list(hint.factors)}.`;
    case 'twice':
      return `${hint.factor ?? 'Un factor'} aparece dos veces.`;
    case 'divided':
      return `Has dividido por ${hint.factor ?? 'un factor'} en lugar de multiplicar.`;
    case 'inverse':
      return 'Es el inverso: arriba y abajo están intercambiados.';
    case 'added':
      return 'Es la suma de los factores; se pide su producto.';
    case 'another':
      return sayAnother(hint, kind);
    case 'half':
      return 'Es la mitad de la respuesta.';
    case 'double':
      return 'Es el doble de la respuesta.';
    case 'powerOfTen': {
      const times = formatCount(Number(`1e${Math.abs(hint.exponent)}`));
      return `Las cifras son correctas, pero es ${times} veces demasiado ${hint.exponent > 0 ? 'grande' : 'pequeño'}.`;
    }
    case 'close':
      return `Casi, pero no es correcto en ${digitCount(hint.digits)}.`;
    case 'unknown':
      return tries < 2 ? 'Todavía no.' : `Todavía no: ${sayDifference(hint)}.`;
  }
}

function sayAlone({ factors, rest, isLocal }: Extract<Hint, { mistake: 'alone' }>): string {
  if (!rest.length) return `Es solo ${either(factors)}; se pide el producto de todos.`;
  const others = list(rest);
  return isLocal
    ? `Es solo la pendiente local ${factors[0]}; multiplícala por ${others}.`
    : `Es solo ${factors[0]}; falta multiplicar por ${others}.`;
}

function sayAnother({ name, is }: Extract<Hint, { mistake: 'another' }>, kind: Kind): string {
  if (is === kind) return `Es ${name}; se pide otra cosa.`;
  return is === 'value'
    ? `Es ${name}, un valor del cálculo hacia delante; se pide la derivada.`
    : `Es ${name}, una derivada; se pide el valor.`;
}

function sayDifference({ size, signDiffers }: Extract<Hint, { mistake: 'unknown' }>): string {
  const sign = signDiffers ? ', y el signo es el otro' : '';
  if (size === 'same') return `está más o menos igual de lejos de 0${sign}`;
  return `está demasiado ${size === 'tooLarge' ? 'lejos' : 'cerca'} de 0${sign}`;
}

const expected = {
  number: 'un número',
  operator: 'un signo como + o ×',
  opening: 'un paréntesis de apertura',
  closing: 'un paréntesis de cierre',
  exponent: 'un número en el exponente',
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return 'todavía no hay nada escrito';
    case 'tooLong':
      return `tiene más de ${formatCount(problem.limit)} caracteres`;
    case 'tooDeep':
      return `hay más de ${formatCount(problem.limit)} paréntesis o signos anidados`;
    case 'expected': {
      const after = problem.after === null ? '' : ` después de ${problem.after}`;
      return `falta ${expected[problem.what]}${after}`;
    }
    case 'unopened':
      return 'este paréntesis no se ha abierto';
    case 'unknownName': {
      const known = problem.known.length
        ? `los nombres conocidos son ${list(problem.known)}`
        : 'usa números';
      return `${quoted(problem.name)} no se conoce aquí; ${known}`;
    }
    case 'unknownSign':
      return `${quoted(problem.sign)} no se puede leer aquí`;
    case 'divisionByZero':
      return 'es una división por cero';
    case 'rootOfNegative':
      return 'un número negativo no tiene una raíz así';
    case 'logarithm':
      return 'solo un número mayor que 0 tiene logaritmo';
    case 'tooLarge':
      return 'el resultado es un número demasiado grande';
    case 'notFinite':
      return `${problem.name} no es un número en este momento`;
  }
}
