// The words of the layer stack's slow-motion step, of its batch, and of the optimizer's memory in Spanish.
import type {
  BatchLabels,
  DistributionFacts,
  OptimizerLabels,
  SlowMotionLabels,
  StageFacts,
} from '../../components/layer-stack/slow-labels';
import {
  counted,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  formatTight,
  list,
} from './grammar';

const points = (count: number) => counted(count, 'punto', 'puntos');
const thePoints = (count: number) =>
  count === 1 ? 'el punto' : `los ${formatCount(count)} puntos`;
const percent = (share: number) =>
  share > 0 && share < 0.01
    ? `menos del ${formatPercent(0.01)}`
    : formatPercent(Math.round(100 * share) / 100);
const n = (value: number) => formatNumber(value);

type Range = Pick<StageFacts, 'low' | 'high'>;
// The numbers that arrive: ` de 0,1 a 0,9`, ` todos iguales a 0,5`.
const range = ({ low, high }: Range) =>
  low === null || high === null
    ? ''
    : low === high
      ? ` todos iguales a ${n(low)}`
      : ` de ${n(low)} a ${n(high)}`;
const lossRange = ({ low, high }: Range) =>
  low === null || high === null
    ? 'no se conoce'
    : low === high
      ? `es ${n(low)}`
      : `va de ${n(low)} a ${n(high)}`;

const columns = {
  value: (count: number) => counted(count, 'valor', 'valores'),
  gradient: (count: number) => counted(count, 'gradiente', 'gradientes'),
} as const;
const column = { value: 'valor', gradient: 'gradiente' } as const;
const ways = { forward: 'hacia delante por', backward: 'hacia atrás por' } as const;
const slotNames: Record<string, string> = { momentum: 'velocidad', sum: 'suma de cuadrados' };
const slotMeanings: Record<string, string> = {
  momentum:
    'La velocidad prolonga los pasos anteriores: está hecha de los gradientes hasta ahora, que pesan menos cuanto más antiguos son.',
  m: 'm es una media móvil del gradiente: la dirección que ha tenido últimamente.',
  v: 'v es una media móvil del cuadrado del gradiente: donde los gradientes han sido grandes, los pasos se hacen más pequeños.',
  sum: 'La suma de los cuadrados de todos los gradientes hasta ahora: donde es grande, los pasos se hacen más pequeños.',
};

function sentence(facts: StageFacts): string {
  const { kind, of, step, parameters, learningRate, change, cleared, failure } = facts;
  const said = {
    zeroGrad: () =>
      `El paso de entrenamiento ${formatCount(step)} toma ${points(facts.points)}. ` +
      (cleared
        ? 'zeroGrad pone cada gradiente a cero, para que el paso anterior no cuente.'
        : 'zeroGrad está desactivado: los gradientes del paso anterior se quedan, y este paso se suma a ellos.'),
    forward: () =>
      `Hacia delante por ${of}: para ${thePoints(facts.points)}, salen números${range(facts)}.`,
    loss: () =>
      `${of} compara las predicciones con los valores objetivo: para ${thePoints(facts.points)}, la pérdida ${lossRange(facts)}. Su gradiente inicia la propagación hacia atrás.`,
    backward: () =>
      `Hacia atrás por ${of}: bajan gradientes${range(facts)}` +
      (parameters.length ? `, y otros se suman a los de ${list(parameters)}.` : '.'),
    update: () =>
      `${of} cambia cada parámetro según su gradiente, con la tasa de aprendizaje ${formatTight(learningRate)}: el mayor cambio es ${n(change)}.`,
  }[kind]();
  return failure === null
    ? said
    : `${said} Aquí falla el paso: los números se hacen demasiado grandes.`;
}

function distribution(facts: DistributionFacts): string {
  const { count, low, high, mean, zeros, units, silent, nonFinite } = facts;
  const ends = low === high ? n(low) : `de ${n(low)} a ${n(high)}`;
  const parts = count > nonFinite ? [`${ends}, media ${n(mean)}`] : ['ningún número es finito'];
  if (zeros > 0) parts.push(`${percent(zeros)} de ceros`);
  if (silent > 0) {
    parts.push(
      `${counted(silent, 'unidad vale', 'unidades valen')} cero para todos, de ${formatCount(units)}`,
    );
  }
  if (nonFinite > 0 && count > nonFinite) {
    parts.push(counted(nonFinite, 'número no finito', 'números no finitos'));
  }
  return parts.join('; ');
}

export const slowMotion: SlowMotionLabels & BatchLabels & OptimizerLabels = {
  slowMotion: 'Un paso de entrenamiento a cámara lenta',
  play: 'Iniciar',
  pause: 'Pausa',
  back: 'Anterior',
  nextStage: 'Siguiente',
  takeStep: 'Dar el paso',
  replay: 'Repetir a velocidad normal',
  pace: 'Ritmo',
  paceOf: (pace) =>
    pace >= 1 ? `${formatShort(pace)} por segundo` : `cada ${formatShort(1 / pace)} s`,
  stage: 'Etapa del paso de entrenamiento',
  stageName: (kind, of) => {
    if (kind === 'forward' || kind === 'backward') return `${ways[kind]} ${of}`;
    return { zeroGrad: of, loss: 'pérdida', update: `paso, ${of}` }[kind];
  },
  progress: (name, at, count) => `${name}, ${at} de ${count}`,
  notBegun: 'sin empezar',
  atRest: (step) =>
    `Sigue el paso de entrenamiento ${formatCount(step)}: zeroGrad, hacia delante, pérdida, hacia atrás, paso del optimizador.`,
  sentence,
  replaying: (step) =>
    `El paso de entrenamiento ${formatCount(step)} otra vez, a velocidad normal.`,
  taken: (step, loss) =>
    `El paso de entrenamiento ${formatCount(step)} está dado. La pérdida de su lote era ${n(loss)}. Iniciar continúa con el siguiente.`,
  notInBatch: (wanted, shown) =>
    `El punto ${formatCount(wanted + 1)} no está en este lote; se muestra el punto ${formatCount(shown + 1)}.`,
  pending: 'aún no',
  largestGradient: (size) => `mayor gradiente ${formatTight(size)}`,
  largestChange: (size) => `mayor cambio ${formatTight(size)}`,

  shown: 'Se muestra',
  oneSample: 'un ejemplo',
  batch: 'lote',
  batchNote: 'el lote que sigue: los valores suben, los gradientes bajan',
  stepNote: (step, sample, count, view) =>
    view === 'batch'
      ? `paso de entrenamiento ${formatCount(step)}, ${points(count)}`
      : `paso de entrenamiento ${formatCount(step)}: punto ${formatCount(sample + 1)}, uno de ${formatCount(count)}`,
  distribution,
  pendingHistogram: (of, which) => `${of}, ${column[which]}: aún no`,
  histogram: (facts) =>
    `${facts.of}, ${columns[facts.column](facts.count)} del lote: ${distribution(facts)}`,
  batchCaption:
    'Con qué frecuencia aparece cada magnitud entre los números de todas las unidades y todos los puntos del lote que toma el próximo paso de entrenamiento. La línea central es el cero; la barra gris cuenta los ceros exactos.',

  parameterByNumber: 'Un número de un parámetro, y lo que el optimizador recuerda de él',
  parameter: 'Parámetro',
  entry: 'Elemento',
  ofEntries: (count) => `de ${formatCount(count)}`,
  previousEntry: 'Elemento anterior',
  nextEntry: 'Elemento siguiente',
  entryPlace: (indices) =>
    indices.length === 2
      ? `fila ${indices[0]! + 1}, columna ${indices[1]! + 1}`
      : `posición ${indices.map((index) => index + 1).join(', ')}`,
  now: 'ahora',
  beforeStep: 'antes del paso',
  parameterRow: 'valor',
  gradientRow: 'gradiente',
  slotName: (name) => slotNames[name] ?? name,
  slotMeaning: (name) => slotMeanings[name] ?? '',
  noMemory: (optimizer) => `${optimizer} no recuerda nada de los pasos anteriores.`,
};
