// What each step of the chain rule is called and does, in Spanish.
import type { StepFacts, StepSentences } from '../../components/chain-rule-stepper/sentences';
import { counted, formatCount, list, plural } from './grammar';

const d = (top: string, bottom: string) => `d${top}/d${bottom}`;
const inLetters = ['Ninguna', 'Una', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete', 'Ocho'];

function madeBy(layers: number, objective: string): string {
  if (layers === 0) return `No se le aplica ninguna función: ya es ${objective}.`;
  const number = inLetters[layers] ?? formatCount(layers);
  return layers === 1
    ? `${number} función la convierte en ${objective}.`
    : `${number} funciones seguidas la convierten en ${objective}.`;
}

// What a layer does to its input.
const does: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `Multiplica la entrada por ${k}`,
  Square: () => 'Eleva el resultado al cuadrado',
  Linear: ([weight, bias]) => `Multiplica por los pesos ${weight} y suma el sesgo ${bias}`,
  ReLU: () => 'Deja pasar los números positivos, y pon 0 en lugar de los demás',
  LeakyReLU: () => 'Deja pasar los números positivos, y solo un poco de los demás',
  Sigmoid: () => 'Lleva cada número entre 0 y 1',
  Tanh: () => 'Lleva cada número entre −1 y 1',
  Softplus: () => 'Deja pasar los números grandes, y acércate suavemente a 0 por debajo',
  Softmax: () => 'Convierte los números en probabilidades, que suman 1',
  Sin: () => 'Toma el seno',
  Dropout: () => 'En el uso, deja pasar cada número',
  LayerNorm: () => 'Lleva los números a media 0 y varianza 1, y después escala y desplaza',
  Residual: () => 'Suma lo que calcula la capa interior a lo que ha recibido',
  Features: () => 'Obtén características a partir de las coordenadas',
};
const doing = ({ type, description, parameters }: StepFacts) =>
  does[type]?.(parameters) ?? `Aplica ${description}`;

export const titles: StepSentences = {
  start: () => 'Inicio',
  forward: ({ formula }) => `Hacia delante: ${formula}`,
  objective: ({ formula }) => `Hacia delante: ${formula}`,
  backwardObjective: ({ objective, input }) => `Hacia atrás: ${d(objective, input)}`,
  backward: ({ objective, input, output, isTop, localFormula }) =>
    isTop
      ? `Hacia atrás: ${d(objective, input)}${localFormula && ` = ${localFormula}`}`
      : `Hacia atrás: ${d(objective, input)} = ${d(objective, output)} · ${d(output, input)}`,
  parameters: ({ objective, output, parameters }) => {
    const [name] = parameters;
    return parameters.length === 1 && name
      ? `Hacia atrás: ${d(objective, name)} = ${d(objective, output)} · ${d(output, name)}`
      : `Hacia atrás: ${list(parameters.map((one) => d(objective, one)))}`;
  },
  check: () => 'Comprobación: la pendiente numérica',
};

export const sentences: StepSentences = {
  start: ({ given, layers, objective, samples }) => {
    const { length } = given.parameters;
    const parameters = length
      ? ` y ${plural(length, { one: 'el parámetro', other: 'los parámetros' })} ${list(given.parameters)}`
      : '';
    const batch = samples > 1 ? ` El lote tiene ${counted(samples, 'ejemplo', 'ejemplos')}.` : '';
    return `Toma la entrada ${given.input}${parameters}. ${madeBy(layers, objective)}${batch}`;
  },
  forward: (facts) =>
    facts.isSingle
      ? `${doing(facts)}: ${facts.numbers}.`
      : `${doing(facts)}. Para una unidad: ${facts.numbers}.`,
  objective: ({ type, objective, input, value, target }) =>
    type === 'Sum'
      ? `Suma todas las salidas, para tener un solo número que derivar: ${objective} = ${value}.`
      : `Compara ${input} con el valor objetivo ${target}: la pérdida es ${objective} = ${value}.`,
  backwardObjective: ({ type, objective, input, gradient }) =>
    type === 'Sum'
      ? `Empieza la propagación hacia atrás: cada salida cuenta una vez en ${objective}, así que cada pendiente es 1.`
      : `Empieza la propagación hacia atrás: cómo varía la pérdida con lo que dice el modelo, ${d(objective, input)} = ${gradient}.`,
  backward: (facts) => {
    const { input, objective, output, right, localFormula, localNumbers, local } = facts;
    if (!facts.isSingle) {
      return `Multiplica lo que llega, ${d(objective, output)}, por las pendientes locales ${d(output, input)}, y suma donde se encuentran varios caminos: ${facts.product}.`;
    }
    const how = [localFormula, localNumbers, local].filter(
      (text, i, all) => text && all.indexOf(text) === i,
    );
    return facts.isTop
      ? `La pendiente de ${right} es ${how.join(' = ')}: mueve un poco ${input}, y ${objective} varía ${local} veces eso.`
      : `Multiplica lo que llega, ${facts.incoming}, por la pendiente local ${how.at(0) === local ? local : `${localFormula} = ${local}`}: ${facts.product}.`;
  },
  parameters: ({ slopes, incoming, samples, isSingle }) => {
    const [first] = slopes;
    if (samples === 1 && isSingle && slopes.length === 1 && first) {
      return `Toma de nuevo lo que ha llegado, ${incoming}, y multiplícalo por la otra pendiente, ${first.formula} = ${first.local}: ${first.product}.`;
    }
    const whole = slopes.map(({ product }) => product).join('; ');
    return samples === 1
      ? `Toma de nuevo lo que ha llegado y multiplícalo por las pendientes respecto a ${list(slopes.map(({ name }) => name))}: ${whole}.`
      : `Toma de nuevo lo que ha llegado. Cada ejemplo suma su parte (+=), así que el gradiente es una suma sobre el lote: ${whole}.`;
  },
  check: ({ moved, given, epsilon, objective, measured, analytic, isLost }) =>
    isLost
      ? `ε = ${epsilon} es demasiado pequeño al lado de ${given.input}: para el ordenador, ${moved} + ε es el propio ${moved}, así que la pendiente medida es ${measured}. La regla de la cadena da ${analytic}.`
      : `Mueve ${moved} en ε = ${epsilon} y mide: (${objective}(${moved} + ε) − ${objective}(${moved})) / ε = ${measured}. La regla de la cadena da ${analytic}.`,
};
