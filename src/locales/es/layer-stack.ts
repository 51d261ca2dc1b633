// The words of the layer stack in Spanish.
import type { Words } from '../words';
import { casesOf, counted, formatCount, formatNumber } from './grammar';
import { slowMotion } from './slow-motion';

type Stack = Words['LayerStack'];
type Facts = Parameters<Stack['description']>[0];

const columns = { value: 'valor', gradient: 'gradiente' } as const;

const coordinates = (x: readonly number[]) =>
  x.map((value, i) => `${['x', 'y'][i] ?? `x${i + 1}`} ${formatNumber(value, 2)}`).join('; ');
const goal = (target: number, task: Facts['task']) =>
  task === 'regression' ? `valor objetivo ${formatNumber(target, 2)}` : `clase ${target}`;

const phases = { forward: 'hacia delante', loss: 'pérdida', backward: 'hacia atrás' } as const;

export const layerStack: Stack = {
  ...slowMotion,
  heading: 'Pila de capas',
  note: (sample, phase, step, count) =>
    phase.kind === 'between'
      ? `punto ${formatCount(sample + 1)}: los valores suben, los gradientes bajan`
      : `paso de entrenamiento: ${phases[phase.kind]}, ${step} de ${count}`,
  diverged: (epoch) => `divergencia; esta es la época ${formatCount(epoch)}, la última válida`,
  value: 'valor, hacia delante ↑',
  gradient: 'gradiente, hacia atrás ↓',
  input: 'Entrada',
  loss: 'Pérdida',
  target: (target, task) => `para ${goal(target, task)}`,
  start: 'dLoss/dLoss',
  parameters: (count) => counted(count, 'parámetro', 'parámetros'),
  shape: (from, to) => `${from} → ${to}`,
  formula: casesOf,
  cell: (column, unit, of, number) => `${of}, ${columns[column]} ${unit + 1}: ${number}`,
  hint: 'Señala una casilla para leer su número.',
  caption:
    'El color más vivo de cada fila es su mayor número; un signo menos marca los números negativos.',
  more: (count) => `mostrar ${formatCount(count)} más`,
  fewer: 'mostrar menos',
  details: (of) => `${of}: lo que la capa recuerda, su derivada y sus parámetros`,
  remembers: 'Recuerda para la vuelta',
  nothing: 'nada',
  localElementwise: 'Pendiente local dOut/dIn, elemento a elemento',
  localJacobian: 'Derivada local dOut/dIn, una fila por cada salida',
  parameterValue: (name) => name,
  parameterAdded: (name) => `sumado al gradiente de ${name} por este punto`,
  summary: (shape, low, high) =>
    `${shape} números, de ${formatNumber(low)} a ${formatNumber(high)}`,
  point: 'Punto',
  ofPoints: (count) => `de ${formatCount(count)}`,
  previous: 'Punto anterior',
  next: 'Punto siguiente',
  place: (x, target, task) => `${coordinates(x)}, ${goal(target, task)}`,
  description: ({ sample, count, x, target, task, prediction, loss }) =>
    `Punto ${formatCount(sample + 1)} de ${formatCount(count)}: ${coordinates(x)}, ${goal(target, task)}. El modelo dice ${prediction}; pérdida ${formatNumber(loss)}.`,
  noLayers: 'Este modelo aún no tiene capas: lo que entra sale.',
  predictedClass: (label, probability) => `clase ${label}, con ${formatNumber(probability)}`,
  predictedNumber: (value) => formatNumber(value),
  overflow: () =>
    'Los números se han hecho demasiado grandes para seguir este punto. Reinicia el entrenamiento, con una tasa de aprendizaje menor.',
};
