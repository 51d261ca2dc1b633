// The words of the code challenge in Spanish.
import type { Words } from '../words';
import { challengeWords } from './challenges';
import { formatCount, list } from './grammar';

const stops = {
  endless: 'El código se ha detenido: no terminó en el tiempo permitido. ¿Hay un bucle sin fin?',
  gone: 'El entorno donde se ejecutaba el código ha desaparecido. Quizá pedía demasiada memoria.',
  blocked:
    'El entorno protegido del código no arranca. Probablemente lo prohíbe la Content-Security-Policy de la página.',
} as const;

export const codeChallenge: Words['CodeChallenge'] = {
  ...challengeWords,
  editor: (title) => `${title}: código`,
  keys: 'Ctrl+Intro comprueba, Tab sale del editor.',
  check: 'Comprobar mi código',
  nextHole: 'Hueco siguiente',
  reset: 'Empezar de nuevo',
  undoReset: 'Deshacer',
  hint: (number, of) => `Pista ${number} de ${of}`,
  hints: 'Pistas',
  checks: 'Comprobaciones',
  states: { passed: 'superada', failed: 'no superada', waiting: 'aún no hecha' },
  untouched: 'Pon código en lugar de cada ___.',
  touched: 'Aún sin comprobar.',
  openHoles: (lines) =>
    `Falta rellenar: ___ ${lines.length === 1 ? 'en la línea' : 'en las líneas'} ${list(lines.map(formatCount))}.`,
  checking: 'Comprobando …',
  stopped: (message, line, kind) => {
    const said = kind !== null && kind in stops ? stops[kind as keyof typeof stops] : message;
    return line === null ? said : `Línea ${line}: ${said}`;
  },
  failed: (passed, of) => `Comprobaciones superadas: ${formatCount(passed)} de ${formatCount(of)}.`,
  training: 'Todas las comprobaciones superadas. Tu código se está entrenando …',
  progress: 'Épocas entrenadas',
  solved: 'Todas las comprobaciones superadas. Tu código se ha entrenado.',
  ending: ({ kind, epoch }) =>
    kind === 'otherParameters'
      ? `El entrenamiento se detuvo antes: tras la época ${formatCount(epoch)}, el modelo ya no tiene los mismos parámetros.`
      : `El entrenamiento se detuvo antes: en la época ${formatCount(epoch)}, un parámetro dejó de ser un número finito.`,
  solution: 'Mostrar la solución',
  solutionName: 'Solución',
  solutionAsk: 'Quizá basten las pistas. ¿Mostrarlo todo?',
  useSolution: 'Ponerla en el editor',
  run: 'Entrenado con tu código',
};
