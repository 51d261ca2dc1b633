// What the decision boundary says in Spanish of overlays, mistakes, neurons and the spaces of layers.
import type { MoreLabels } from '../../components/decision-boundary/sentences';
import { capital, counted, formatCount, formatNumber, formatTight, uncapital } from './grammar';

type LayerName = Parameters<MoreLabels['layer']>[0];

// More numbers than this are not read out.
const few = 8;

function layerInWords({ kind, number, type }: LayerName): string {
  if (kind === 'features') return 'características';
  return kind === 'output' ? `salida (${type})` : `capa ${number} (${type})`;
}

function ofLayer(layer: LayerName): string {
  return `de ${layer.kind === 'features' ? 'las' : 'la'} ${layerInWords(layer)}`;
}

function neuronInWords(layer: LayerName, unit: number): string {
  if (layer.kind === 'features') return `Característica ${unit + 1}`;
  return layer.kind === 'output'
    ? `Salida ${unit + 1} (${layer.type})`
    : `Neurona ${unit + 1} ${ofLayer(layer)}`;
}

const picturesByOverlay = {
  probability: 'El plano, coloreado según lo que dice el modelo',
  hard: 'El plano, coloreado según la clase que elige el modelo',
  uncertainty: 'El plano, más oscuro donde el modelo está menos seguro',
} as const;

export const picture: MoreLabels['picture'] = ({ overlay, neuron, space }) => {
  if (space) {
    return space.layer.kind === 'features'
      ? 'Los datos y la cuadrícula del plano, tal como los deforman las características'
      : `Los datos y la cuadrícula del plano, tal como los deforma la ${layerInWords(space.layer)}`;
  }
  if (neuron) {
    const { layer, unit } = neuron;
    return layer.kind === 'hidden'
      ? `El plano, coloreado según la salida de la neurona ${unit + 1} ${ofLayer(layer)}`
      : `El plano, coloreado según la ${uncapital(neuronInWords(layer, unit))}`;
  }
  return picturesByOverlay[overlay];
};

export const boundaryParts: MoreLabels = {
  picture,
  overlay: 'Qué dicen los colores',
  overlays: { probability: 'Probabilidad', hard: 'Decisión', uncertainty: 'Incertidumbre' },
  overlayNote: (overlay) =>
    ({
      probability: 'probabilidad',
      hard: 'la clase elegida',
      uncertainty: 'incertidumbre: 1 donde dos clases empatan',
    })[overlay],
  noOverlay: 'Un valor no tiene clase: no hay decisión ni errores que mostrar.',
  mistakes: 'Errores',
  mistakeCount: ({ train, trainPoints, test, testPoints }) => {
    const trained = `${formatCount(train)} de ${counted(trainPoints, 'punto de entrenamiento', 'puntos de entrenamiento')}`;
    const tested =
      test === null
        ? ''
        : ` y ${formatCount(test)} de ${counted(testPoints, 'punto de prueba', 'puntos de prueba')}`;
    return `Rodeados: ${trained}${tested} en el lado equivocado.`;
  },
  className: (index) => String(index),
  region: (index) => `clase ${index}`,
  layer: (layer) => capital(layerInWords(layer)),
  neuron: neuronInWords,
  space: 'Espacio',
  inputSpace: 'Entrada (el plano)',
  spaceName: 'Espacio de una capa',
  spaceNote: ({ layer }) => `espacio ${ofLayer(layer)}`,
  someDrawn: (drawn, all) => `Se dibujan ${formatCount(drawn)} de los ${formatCount(all)} puntos.`,
  spaceCaption: ({ units, of }, task) => {
    const lines =
      'Las líneas son la cuadrícula del plano de entrada, tal como la deforman las capas.';
    if (of === 1) {
      return task === 'regression'
        ? 'Una sola unidad: su valor en horizontal, el valor que predecir en vertical.'
        : 'Una sola unidad: su valor en horizontal, una línea por cada clase.';
    }
    return of === 2
      ? `${lines} Los colores son lo que el resto del modelo hace de este espacio.`
      : `${lines} Unidades ${units.map((unit) => unit + 1).join(' y ')} de ${of}: el resto del modelo ve las ${of}, por eso el espacio no tiene colores.`;
  },
  unit: (unit) => `unidad ${unit + 1}`,
  unitAcross: 'Horizontal',
  unitUp: 'Vertical',
  target: 'por predecir',
  classes: 'clase',
  points: 'Puntos de los datos. Las flechas van de uno a otro.',
  pointKeys: 'En los puntos, M va al siguiente error.',
  point: (row, target, task, among) =>
    `${among?.split === 'test' ? 'punto de prueba' : 'punto'} ${formatCount(row + 1)}${among ? ` de ${formatCount(among.count)}` : ''}: ${task === 'regression' ? `valor ${formatNumber(target, 2)}` : `clase ${target}`}`,
  pointPlace: (point, x, y) =>
    y === null
      ? `${point}, en ${formatNumber(x, 2)}`
      : `${point}, en ${formatNumber(x, 2)}; ${formatNumber(y, 2)}`,
  verdict: ({ task, value, predicted, isWrong }) => {
    if (task === 'regression') return `predicción ${formatNumber(value, 2)}`;
    const said = task === 'binary' ? formatNumber(value, 2) : `clase ${predicted}`;
    return `predicción ${said}, ${isWrong ? 'incorrecta' : 'correcta'}`;
  },
  activations: 'Lo que cada capa hace del punto',
  noPoint: 'Señala un lugar del plano para ver lo que ocurre allí.',
  input: 'Entrada',
  spokenRow: ({ layer, values }) => {
    const name = capital(layer ? layerInWords(layer) : 'entrada');
    const numbers = Array.from(values);
    if (numbers.length <= few) return `${name}: ${numbers.map(formatTight).join('; ')}`;
    const ends = [Math.min(...numbers), Math.max(...numbers)].map(formatTight).join(' a ');
    return `${name}: ${formatCount(numbers.length)} valores, de ${ends}`;
  },
  numbers: 'Todos los números',
  openFullscreen: 'Pantalla completa',
  closeFullscreen: 'Salir de pantalla completa',
};
