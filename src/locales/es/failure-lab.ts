// The words of the failure lab in Spanish.
import type { Words } from '../words';
import { layerInWords, whatHappens, whyItMatters } from './findings';
import { capital, formatCount, formatShort, list, plural, uncapital } from './grammar';

const inLetters = (count: number, one: string) =>
  ['ningún', one, 'dos', 'tres', 'cuatro', 'cinco'][count] ?? formatCount(count);

export const failureLab: Words['FailureLab'] = {
  heading: 'Qué hay que vigilar',
  summary: (problems, watches, { status, epoch }) => {
    if (status === 'diverged') {
      return `El entrenamiento ha divergido: se detuvo tras la época ${formatCount(epoch)}.`;
    }
    const found = [
      problems &&
        `${inLetters(problems, 'un')} ${plural(problems, { one: 'problema', other: 'problemas' })}`,
      watches &&
        `${inLetters(watches, 'una')} ${plural(watches, { one: 'cosa', other: 'cosas' })} que vigilar`,
    ].filter(Boolean);
    const told = found.join(', ');
    if (told) return `${capital(told)}.`;
    return epoch === 0 ? 'Nada anormal antes de la primera época.' : 'Nada anormal hasta ahora.';
  },
  kinds: {
    exploding: 'Pasos que explotan',
    deadReLU: 'ReLU muertas',
    saturated: 'Neuronas saturadas',
    symmetry: 'Neuronas todas iguales',
    overfitting: 'Sobreajuste',
  },
  states: { fine: 'bien', watch: 'vigilar', problem: 'problema', none: 'aquí no' },
  fine: {
    exploding: 'La pérdida no se dispara.',
    deadReLU: 'Cada ReLU está por encima de 0 para algunos puntos.',
    saturated: 'Ninguna neurona está atascada en un extremo de su curva.',
    symmetry: 'No hay dos neuronas de una misma capa con los mismos pesos.',
    overfitting: 'La pérdida de prueba no sube mientras baja la de entrenamiento.',
  },
  none: {
    exploding: '',
    deadReLU: 'Este modelo no tiene ReLU ocultas.',
    saturated: 'Este modelo no tiene sigmoide ni tanh.',
    symmetry: 'Ninguna capa oculta de este modelo tiene dos neuronas.',
    overfitting: 'No hay puntos de prueba para comparar.',
  },
  what: whatHappens,
  why: whyItMatters,
  layer: layerInWords,
  advice: (kind, severity) => {
    const isFew = severity === 'watch' && (kind === 'deadReLU' || kind === 'saturated');
    const few = 'Es normal que haya algunas, y las demás aprenden sin ellas. Si aparecen más: ';
    const advice = {
      exploding: 'Prueba pasos más pequeños: bajan donde estos saltan por encima del valle.',
      deadReLU: 'Prueba pasos más pequeños, o una activación cuya pendiente nunca sea cero.',
      saturated: 'Prueba pesos más pequeños al empezar, o pasos más pequeños.',
      symmetry:
        'Prueba pesos iniciales aleatorios: lo que es distinto puede aprender cosas distintas.',
      overfitting:
        'Prueba más datos, un modelo más pequeño o una penalización de los pesos grandes, o detente a tiempo.',
    }[kind];
    return isFew ? few + uncapital(advice) : advice;
  },
  remedy: ({ learningRate, activation, initialization, l2 }) => {
    const isLeaky =
      activation === 'LeakyReLU' || (Array.isArray(activation) && activation.includes('LeakyReLU'));
    const parts = [
      isLeaky && 'LeakyReLU',
      initialization === 'xavier' && 'los pesos aleatorios de Xavier',
      learningRate !== undefined && `una tasa de aprendizaje de ${formatShort(learningRate)}`,
      l2 !== undefined && `una penalización L2 de ${formatShort(l2)}`,
    ];
    return list(parts.filter((text) => text !== false));
  },
  tryOut: (remedy) => `Empezar de nuevo con ${remedy}`,
  tried: (remedy) => `Empezado de nuevo con ${remedy}.`,
  putBack: 'Dejar como antes',
  goTo: (epoch) => `Ir a la época ${formatCount(epoch)}`,
  show: 'Mostrar',
  shown: (unit, at, count) =>
    count === 1
      ? `Se muestra la neurona ${unit + 1}`
      : `Neurona ${unit + 1}, ${at + 1} de ${formatCount(count)}`,
  cause: 'Provocar',
  causeAgain: 'Otra vez',
  causeHint: (kind, again) =>
    again ? `Otra vez: ${uncapitalKind(kind)}` : `Provocar: ${uncapitalKind(kind)}`,
  aside: (kind) =>
    `Este entrenamiento está hecho para mostrar esto: ${uncapitalKind(kind)}. Tu modelo queda apartado.`,
  back: 'Volver a mi modelo',
  weightsOnly:
    'Tus pesos están como antes. Las épocas se cuentan de nuevo desde 0, porque el entrenamiento se había modificado sobre la marcha.',
  play: 'Iniciar',
  pause: 'Pausa',
  step: 'Un paso',
  stepHint: 'Un paso: entrenar durante una época',
  announce: (problems, watches) => {
    const parts = [
      problems.length ? `Problema: ${problems.join(', ')}.` : '',
      watches.length ? `Que vigilar: ${watches.join(', ')}.` : '',
    ].filter(Boolean);
    return parts.length ? parts.join(' ') : 'Nada anormal.';
  },
};

// ReLU keeps its capitals.
function uncapitalKind(kind: string): string {
  return kind.startsWith('ReLU') ? kind : uncapital(kind);
}
