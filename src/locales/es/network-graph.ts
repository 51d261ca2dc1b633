// The words of the network graph in Spanish.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatShort, quoted, uncapital } from './grammar';

type Column = Parameters<Words['NetworkGraph']['column']>[0];

function unitsOf({ units, kind, label }: Column): string {
  const noun =
    kind === 'input'
      ? counted(units, 'entrada', 'entradas')
      : kind === 'output'
        ? counted(units, 'salida', 'salidas')
        : counted(units, 'neurona', 'neuronas');
  return label ? `${noun} (${label})` : noun;
}

// Where a weight comes from: `de la neurona 2 de la capa oculta 1`.
function from(name: string): string {
  const isOurs = name.startsWith('Neurona ') || name.startsWith('Entrada ');
  return isOurs ? `de la ${uncapital(name)}` : `de ${name}`;
}

export const networkGraph: Words['NetworkGraph'] = {
  heading: 'Red',
  caption:
    'Cada cuadro muestra lo que una neurona hace del plano. Una línea ancha es un peso fuerte, continua por encima de cero y discontinua por debajo. El disco junto a una neurona es su sesgo.',
  note: (shown, largest) =>
    shown === 'weights'
      ? 'líneas: pesos'
      : `líneas: gradientes, el mayor ${formatNumber(largest, 4)}`,
  show: 'Las líneas muestran',
  weights: 'Pesos',
  gradients: 'Gradientes',
  undo: 'Deshacer',
  column: ({ kind, hidden }) =>
    kind === 'input' ? 'Entradas' : kind === 'output' ? 'Salida' : `Capa oculta ${hidden + 1}`,
  neuron: ({ kind, hidden, names, units }, unit) => {
    if (kind === 'input') return `Entrada ${names[unit] ?? unit + 1}`;
    if (kind === 'output') return units === 1 ? 'Salida' : `Salida para la clase ${unit}`;
    return `Neurona ${unit + 1} de la capa oculta ${hidden + 1}`;
  },
  spokenNeuron: (name, bias, strongest) =>
    bias === null
      ? name
      : `${name}, sesgo ${formatNumber(bias)}` +
        (strongest
          ? `, peso más fuerte ${formatNumber(strongest.weight)}, que viene ${from(strongest.name)}`
          : ''),
  weightFrom: (name) => `Peso que viene ${from(name)}`,
  bias: 'Sesgo',
  number: 'Número',
  value: 'Valor',
  slider: 'Arrastrar el valor',
  putBack: (value) => `Volver a ${formatNumber(value)}`,
  close: 'Cerrar',
  notANumber: (text) => `${quoted(text)} no es un número; prueba por ejemplo ${formatShort(-0.5)}.`,
  pin: 'Fijar en la imagen grande',
  unpin: 'Dejar de fijar',
  addNeuron: 'Añadir una neurona',
  removeNeuron: 'Quitar la última neurona',
  removeThisNeuron: 'Quitar esta neurona',
  addLayer: 'Añadir una capa después de esta',
  removeLayer: 'Quitar esta capa',
  layerPlus: '+ capa',
  activation: 'Activación',
  none: 'ninguna',
  features: 'Características',
  cost: ({ parameters, multiplications }) =>
    `${counted(parameters, 'parámetro', 'parámetros')}, unas ${formatCount(multiplications)} multiplicaciones por época`,
  change: (before, after) => {
    const more = after.parameters - before.parameters;
    return (
      `${counted(Math.abs(more), 'parámetro', 'parámetros')} ${more < 0 ? 'menos' : 'más'} (en total, ${formatCount(after.parameters)}); ` +
      `una época necesita entonces unas ${formatShort(after.multiplications / before.multiplications, 2)} veces las multiplicaciones de antes`
    );
  },
  more: (count) => `${formatCount(count)} más`,
  fewer: 'Menos',
  fixed: 'La forma de este modelo es fija: tiene capas que solo se pueden cambiar en el código.',
  description: (columns, { parameters }) =>
    `Una red de ${columns.map(unitsOf).join(', ')}: ${counted(parameters, 'parámetro', 'parámetros')}. Las flechas van de neurona en neurona, Intro muestra los números de una neurona.`,
  activationName: (name) => name,
  featureName: (name) =>
    ({ x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' })[name],
};
