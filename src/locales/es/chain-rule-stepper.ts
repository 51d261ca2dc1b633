// The words of the chain rule stepper in Spanish.
import type { Words } from '../words';
import { counted, formatCount, formatPower, formatShort, plural, quoted } from './grammar';
import { sentences, titles } from './steps';

const n = (value: number) => formatShort(value);
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const epsilonValue = (value: number) => (Math.abs(value) < 1e-4 ? formatPower(value) : n(value));

// Functions with a sign of their own; the others go by their names.
const signs: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `× ${k}`,
  Square: () => 'cuadrado',
};

export const chainRuleStepper: Words['ChainRuleStepper'] = {
  titles,
  sentences,
  note: (quantities) => quantities.map(([name, value]) => `${name} = ${n(value)}`).join('; '),
  batchNote: (sample, count) => `ejemplo ${formatCount(sample + 1)} de ${formatCount(count)}`,
  back: 'Anterior',
  next: 'Siguiente',
  restart: 'Empezar de nuevo',
  play: 'Iniciar',
  pause: 'Pausa',
  pace: 'Ritmo',
  paceOf: (pace) => (pace >= 1 ? `${n(pace)} por segundo` : `cada ${n(1 / pace)} s`),
  scrub: 'Paso',
  steps: 'Pasos de la regla de la cadena',
  progress: (step, count) => `paso ${step} de ${count}`,
  functionName: (type, description, parameters) => signs[type]?.(parameters) ?? description,
  objectiveName: (kind) => (kind === 'loss' ? 'Pérdida' : 'Suma'),
  slope: 'pendiente',
  stack: 'Las capas, la última arriba',
  input: 'Entrada',
  valueColumn: 'valor, hacia delante ↑',
  gradientColumn: 'gradiente, hacia atrás ↓',
  begin: (objective) => `${slope(objective, objective)} = 1`,
  derivative: slope,
  shape: ([rows, columns]) => `${rows} × ${columns}`,
  products: 'La regla de la cadena en productos',
  product: (top, by) => `${slope(top, by)} como producto`,
  fewerProducts: 'mostrar menos productos',
  moreProducts: (count) =>
    `mostrar ${formatCount(count)} ${plural(count, { one: 'producto', other: 'productos' })} más`,
  fold: (top, middle, bottom) =>
    `Reunir ${slope(top, middle)} y ${slope(middle, bottom)} en ${slope(top, bottom)}`,
  unfold: (top, bottom) => `Separar ${slope(top, bottom)}`,
  folded: (top, middle, bottom, upper, lower) =>
    `${slope(top, bottom)} = ${slope(top, middle)} · ${slope(middle, bottom)} = ${upper} × ${lower}. El producto sigue siendo el mismo.`,
  foldHint: 'Un × reúne sus dos factores en uno solo.',
  foldAll: 'reunir todo',
  unfoldAll: 'separar todo',
  order: 'Orden de los factores',
  objectiveFirst: 'la última capa primero',
  inputFirst: 'la primera capa primero',
  costs: (shared, alone, allShared, allAlone) =>
    `${formatCount(shared)} de ${counted(allShared, 'multiplicación', 'multiplicaciones')} (${formatCount(alone)} de ${formatCount(allAlone)} si no se compartiera ninguna)`,
  measuredAs: (measured, epsilon) => `medido con ε = ${epsilonValue(epsilon)}: ${measured}`,
  measuredWith: (epsilon) => `medida, ε = ${epsilonValue(epsilon)}`,
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}, valor exacto`,
  entry: (name, place) => `${name}${place}`,
  sample: 'Ejemplo',
  ofSamples: (count) => `de ${formatCount(count)}`,
  previousSample: 'Ejemplo anterior',
  nextSample: 'Ejemplo siguiente',
  notANumber: (text) => `${quoted(text)} no es un número; se mantiene el último valor correcto.`,
  beyond: (text) =>
    `${quoted(text)} es un número demasiado grande; se mantiene el último valor correcto.`,
  tooLarge:
    'Los números de este paso se hacen demasiado grandes para el cálculo. Toma otros más pequeños.',
  large: 'demasiado grande',
  missing: 'Los pasos necesitan un número para k, uno para v y uno para ε, y un ε que no sea cero.',
  unknown: 'aún sin calcular',
  empty: 'Este modelo aún no tiene capas: lo que entra sale, y la pendiente es 1.',
  remembers: 'Recuerda para la vuelta',
  nothing: 'nada',
  incoming: 'recibido',
  local: 'pendiente local',
  outgoing: 'transmitido',
  gradients: 'Gradientes de los parámetros',
  accumulate: (name, count) =>
    count === 1
      ? `sumado al gradiente de ${name}`
      : `cada uno de los ${formatCount(count)} ejemplos suma su parte al gradiente de ${name}`,
  matrices: 'Todo el lote, en matrices',
  formulas: 'las fórmulas',
  termValue: (term, value) => `${term} = ${value}`,
  hide: 'Lo calculo yo',
  hideHint: 'El resultado de cada paso queda oculto hasta que lo escribas.',
  workItOut: (asked) => `¿Cuánto vale ${asked}? Calcúlalo y escribe el resultado abajo.`,
  code: 'Código de este paso',
  check: 'Comprobar midiendo',
  analytic: 'regla de la cadena',
  measured: 'medida',
  difference: 'diferencia',
  rounding: 'redondeo',
  truncation: 'truncamiento',
  curve: 'Diferencia de la pendiente medida, según ε',
  curveHint:
    'Un ε grande mide una curva como si fuera recta; un ε diminuto pierde sus cifras en el redondeo.',
};
