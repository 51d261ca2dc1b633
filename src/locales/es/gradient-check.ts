// The words of the gradient check in Spanish.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPower, plural } from './grammar';

type Check = Words['GradientCheck'];
type MistakeKind = keyof Check['mistakes'];

const amount = (value: number) => formatNumber(value, value >= 0.01 ? 3 : 0);

// As many as leave room for those before the comma.
function decimals(value: number): number {
  const size = Math.abs(value);
  return [10, 100, 1000, 10000].filter((power) => size >= power).reduce((left) => left - 1, 7);
}

const kinds: Check['mistakes'] = {
  sign: 'signo invertido',
  factor: 'factor 2',
  batch: 'sin suma sobre el lote',
  overwrite: '= en lugar de +=',
};
const consequences: Readonly<Record<MistakeKind, string>> = {
  sign: 'tiene el signo contrario',
  factor: 'vale el doble de lo que debería',
  batch: 'es el del primer ejemplo, y no la suma sobre el lote',
  overwrite: 'se sobrescribe donde habría que sumarlo',
};

export const gradientCheck: Check = {
  heading: 'Comprobación de gradientes',
  note: ({ samples, points, epoch, hasDiverged }) =>
    [
      points === null
        ? `lote de ${formatCount(samples)}`
        : samples < points
          ? `sobre los ${formatCount(samples)} primeros de los ${formatCount(points)} puntos de entrenamiento`
          : points === 1
            ? 'sobre el único punto de entrenamiento'
            : `sobre los ${formatCount(points)} puntos de entrenamiento`,
      epoch !== null &&
        (hasDiverged
          ? `divergencia; esta es la época ${formatCount(epoch)}, la última válida`
          : `época ${formatCount(epoch)}`),
    ]
      .filter(Boolean)
      .join(', '),
  reading:
    'Numérico: (f(v + ε) − f(v − ε)) / 2ε. Error relativo: la diferencia dividida por la mayor de las dos pendientes, o por 1 si ambas son menores. Elige una fila para ver su error con cada ε.',
  summary: ({ counts, checked, size, worst }, tolerance) => {
    const all =
      checked < size
        ? `${counted(checked, 'gradiente comprobado', 'gradientes comprobados')} (de ${formatCount(size)})`
        : counted(checked, 'gradiente', 'gradientes');
    // The places of a number stay in one line.
    const furthest =
      worst &&
      `${worst.label.replaceAll(' ', '\u00a0')}, con una diferencia de ${amount(worst.error)}`;
    if (counts.wrong > 0) {
      return `De ${all}, ${formatCount(counts.wrong)} no ${plural(counts.wrong, { one: 'coincide', other: 'coinciden' })}; el peor es ${furthest}.`;
    }
    if (counts.epsilon > 0) {
      return `De ${all}, ${formatCount(counts.epsilon)} no se ${plural(counts.epsilon, { one: 'puede', other: 'pueden' })} confirmar con este ε; con otro ε, ${plural(counts.epsilon, { one: 'coincide', other: 'coinciden' })}.`;
    }
    if (counts.kink > 0) {
      return `De ${all}, ${formatCount(counts.agrees)} ${plural(counts.agrees, { one: 'coincide', other: 'coinciden' })} salvo ${formatPower(tolerance)}; ${formatCount(counts.kink)} ${plural(counts.kink, { one: 'está', other: 'están' })} en un punto anguloso.`;
    }
    const agree = checked === 1 ? 'El gradiente coincide' : `Los ${all} coinciden`;
    return `${agree} salvo ${formatPower(tolerance)}; el peor es ${furthest}.`;
  },
  meanings: {
    wrong: 'La regla y la medida difieren con cada ε: la regla es incorrecta, aquí o más arriba.',
    epsilon:
      'Este ε mide mal: demasiado grande, la curva gira por el camino; demasiado pequeño, faltan cifras. La regla es correcta.',
    kink: 'La pendiente salta a menos de ε de este número, como la de ReLU en cero. Una diferencia a través del salto no mide ninguno de los dos lados, y no dice nada en contra de la regla.',
  },
  verdicts: {
    agrees: 'coincide',
    wrong: 'no coincide',
    epsilon: 'ε mide mal',
    kink: 'en un punto anguloso',
  },
  overflow: () =>
    'Los números son demasiado grandes para comprobarlos. Empieza de nuevo con una tasa de aprendizaje menor.',
  epsilon: 'ε',
  amount,
  power: formatPower,
  slope: (value) => formatNumber(value, decimals(value)),
  again: 'Comprobar otra vez',
  worstFirst: 'la peor capa primero',
  mistake: 'Introducir un error',
  noMistake: 'ninguno',
  mistakes: kinds,
  mistakeIn: 'en la capa',
  layerOption: (number, description) => `${number} ${description}`,
  planted: (kind, number, description, ownOnly) =>
    `Introducido en la capa ${number}, ${description}: ${
      ownOnly
        ? `el gradiente de sus parámetros ${consequences[kind]}.`
        : `el gradiente que pasa hacia abajo ${consequences[kind]}, y afecta a todas las capas de debajo.`
    } El entrenamiento mismo sigue sin el error.`,
  input: 'Entrada',
  checked: (tensors) =>
    tensors
      .map(({ name, checked, size }) =>
        checked < size
          ? `${name} (${formatCount(checked)} números de ${formatCount(size)}, repartidos de manera uniforme)`
          : name,
      )
      .join(', '),
  maxError: ({ maxError }) => `máx. ${amount(maxError)}`,
  table: (name) => `${name}: gradientes, el mayor error primero`,
  entry: 'número',
  analytic: 'analítico',
  numerical: 'numérico',
  error: 'error relativo',
  showAll: (count) => `mostrar los ${formatCount(count)}`,
  showFewer: 'mostrar menos',
  curve: ({ label }, objective) => `Error de ∂${objective}/∂${label} según ε`,
  rounding: 'redondeo',
  truncation: 'truncamiento',
  tolerance: (tolerance) => `salvo ${formatPower(tolerance)}`,
  here: (epsilon) => `ε = ${formatPower(epsilon)}`,
  curveMeaning: ({ verdict, error }, epsilon, { rounding, truncation, isExact }) => {
    if (isExact) return 'Ningún error, sea cual sea ε.';
    if (verdict === 'wrong') return 'Ningún ε acerca las dos: la regla es incorrecta.';
    if (verdict === 'kink') {
      return 'Una diferencia a través de un punto anguloso no es la pendiente de ninguno de los dos lados.';
    }
    return [
      `Diferencia de ${amount(error)} con ε = ${formatPower(epsilon)}.`,
      truncation
        ? 'Un ε grande mide una curva como si fuera recta.'
        : 'Un ε grande no perjudica aquí.',
      rounding && 'Un ε diminuto pierde sus cifras.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  curveDescription: (points) =>
    `Error según ε: ${points
      .filter(({ error }) => Number.isFinite(error))
      .map(({ epsilon, error }) => `${amount(error)} con ${formatPower(epsilon)}`)
      .join('; ')}.`,
};
