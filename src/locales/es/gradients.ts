// The words of the figures about gradients in Spanish: adding up, fanning out.
import type { Words } from '../words';
import { formatCount, formatPower, formatShort, quoted } from './grammar';

const n = (value: number) => formatShort(value, 3);

export const gradientAccumulation: Words['GradientAccumulation'] = {
  heading: (name) => `El gradiente de ${name}, paso a paso`,
  note: (step) => `sigue el paso ${formatCount(step + 1)}`,
  zeroGrad: 'zeroGrad',
  step: 'Dar un paso',
  parameter: 'Parámetro',
  entry: 'Número',
  of: (count) => `de ${formatCount(count)}`,
  previous: 'Número anterior',
  next: 'Número siguiente',
  held: 'queda de los pasos anteriores',
  added: 'sumado por este lote',
  used: 'lo que usa el optimizador',
  alone: 'lo que usaría con zeroGrad',
  picture: (name, steps) =>
    `Lo que el gradiente de ${name} contiene y recibe en ${formatCount(steps)} pasos`,
  sentence: ({ name, zeroGrad, held, added, used, moved }) =>
    zeroGrad || held === 0
      ? `El paso empieza con grad = 0, así que grad pasa a ser lo que pide el lote: ${n(used)}. ${name} varía en ${n(moved)}.${zeroGrad ? '' : ' Los pasos siguientes se sumarán.'}`
      : `grad aún contiene ${n(held)} de los pasos anteriores. El lote suma ${n(added)}, y ${name} varía en ${n(moved)}, como si el gradiente fuera ${n(used)}.`,
  stepNumber: (step) => `paso ${formatCount(step + 1)}`,
  stepToCome: 'paso siguiente',
  failed: () =>
    'El paso siguiente es imposible: los números se hacen demasiado grandes. Reinicia el entrenamiento, o vuelve atrás.',
  none: 'Este modelo no tiene parámetros, así que no hay gradientes que acumular.',
};

type FanOut = Words['FanOut'];
type Way = Parameters<FanOut['formula']>[0];

const formulas: Readonly<Record<Way, string>> = {
  nothing: 'b = a + a',
  mul: 'b = a + k·a',
  square: 'b = a + a²',
};

export const fanOut: FanOut = {
  heading: (formula) => `Un valor usado dos veces: ${formula}`,
  formula: (way) => formulas[way],
  way: (way, k) => ({ nothing: '', mul: `× ${k}`, square: 'cuadrado' })[way],
  ways: 'Circuito',
  rule: 'En la bifurcación',
  rules: { add: 'sumar: grad += …', overwrite: 'sobrescribir: grad = …' },
  atFork: (rule, [first, second], gradient) =>
    rule === 'add'
      ? `${first} + ${second.startsWith('−') ? `(${second})` : second} = ${gradient}`
      : `${first}, luego ${second}: queda ${gradient}`,
  backward: 'backward da ∂b/∂a',
  measured: (epsilon) => `medido con ε = ${epsilon}`,
  agrees: 'ambos coinciden',
  differs: (by) => `diferencia de ${by}`,
  unclear: 'este ε no permite decidir',
  sentence: (step, { rule, a, b, second, ways: [first] }) => {
    if (step === 0) {
      return `Hacia delante: a toma los dos caminos. Uno aporta ${a}, el otro ${second}, y b es su suma, ${b}. El gradiente de a todavía es 0.`;
    }
    if (step === 1) {
      return `Hacia atrás por el primer camino, donde nada cambia a: el gradiente 1 de b vuelve como ${first}, y la bifurcación lo guarda.`;
    }
    return rule === 'add'
      ? 'Un cambio de a llega a b por los dos caminos, así que sus dos gradientes se suman.'
      : 'El segundo gradiente ha ocupado el lugar del primero, como si a solo llegara a b por un camino. La medida muestra que es incorrecto.';
  },
  soFar: 'grad en la bifurcación hasta ahora',
  previous: 'Anterior',
  next: 'Siguiente',
  step: (step, count) => `Paso ${step} de ${count}`,
  picture: (formula) =>
    `El circuito ${formula}: a toma dos caminos, y los dos se reúnen en una suma.`,
  forward: 'hacia delante',
  back: 'hacia atrás',
  tooLarge: 'Estos números se hacen demasiado grandes para el cálculo. Toma uno más pequeño.',
  exact: (name) => `${name}, valor exacto`,
  notANumber: (text) => `${quoted(text)} no es un número; se mantiene el último valor correcto.`,
  beyond: (text) =>
    `${quoted(text)} es un número demasiado grande; se mantiene el último valor correcto.`,
  epsilon: 'ε',
  epsilonValue: (value) => (Math.abs(value) < 1e-4 ? formatPower(value) : formatShort(value)),
};
