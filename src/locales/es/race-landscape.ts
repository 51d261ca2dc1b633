// The words of the optimizer race and of the loss landscape in Spanish.
import type { Words } from '../words';
import { formatCount, formatNumber, formatShort, quoted } from './grammar';

type Race = Words['OptimizerRace'];
type Lanes = Parameters<Race['description']>[1];

const surfaces: Race['surfaces'] = {
  bowl: 'Cuenco',
  ravine: 'Barranco',
  saddle: 'Silla de montar',
  rosenbrock: 'Plátano de Rosenbrock',
  twoValleys: 'Dos valles',
};

function standing(lanes: Lanes): string {
  const going = lanes.filter(({ divergedAt }) => divergedAt === null);
  const [nearest] = [...going].sort((a, b) => a.distance - b.distance);
  const leader = nearest
    ? `${nearest.name} es el más cercano al mínimo, a una distancia de ${formatNumber(nearest.distance)}`
    : 'ningún optimizador está cerca del mínimo';
  const lost = lanes.flatMap(({ name, divergedAt }) =>
    divergedAt === null ? [] : [`; ${name} ha divergido en el paso ${formatCount(divergedAt)}`],
  );
  return `${leader}${lost.join('')}.`;
}

export const optimizerRace: Race = {
  heading: 'Carrera de optimizadores',
  surfaces,
  surface: 'Superficie',
  play: 'Iniciar',
  pause: 'Pausa',
  replay: 'Repetir',
  step: 'Un paso',
  reset: 'Reiniciar',
  scrub: 'Paso de la carrera',
  progress: (step, steps) => `paso ${formatCount(step)} de ${formatCount(steps)}`,
  speed: 'Velocidad',
  stepsPerSecond: (speed) => `${formatShort(speed)} pasos/s`,
  start: 'Punto de partida; las flechas lo mueven',
  startSpoken: ([x, y], loss) =>
    `x ${formatShort(x)}; y ${formatShort(y)}, pérdida ${formatNumber(loss)}`,
  startMark: 'salida',
  minimum: 'mínimo',
  localMinimum: 'mínimo local',
  table: 'Los optimizadores en este paso',
  optimizer: 'Optimizador',
  learningRate: 'Tasa de aprendizaje',
  learningRateOf: (name) => `Tasa de aprendizaje, ${name}`,
  loss: 'Pérdida f',
  distance: 'Al mínimo',
  nearest: 'el más cercano',
  notARate: 'Una tasa de aprendizaje es un número mayor o igual que 0.',
  toggle: (name) => name,
  diverged: (step) => `divergencia en el paso ${formatCount(step)}`,
  divergedPath: (name) => `${name} ha divergido`,
  caption:
    'Todos parten del mismo punto, sobre la misma pérdida: las líneas unen los puntos de igual pérdida, la cruz está donde es menor. Un camino lleva un punto cada diez pasos. Arrastra la salida, o haz clic donde deba estar.',
  description: ({ step, steps, surface }, shown) =>
    `${surfaces[surface]}, paso ${formatCount(step)} de ${formatCount(steps)}: ${standing(shown)}`,
  announce: ({ status, step }, shown) =>
    status === 'done' ? `Después de ${formatCount(step)} pasos, ${standing(shown)}` : '',
  ofRace: (number, surface, sentence) =>
    `Carrera ${formatCount(number)}, ${surfaces[surface]}: ${sentence}`,
};

type Landscape = Words['LossLandscape'];
type Weight = Parameters<Landscape['weight']>[0];
type Place = Parameters<Landscape['place']>[0];

const at = ({ a, b }: Place) => `${formatNumber(a, 2)}; ${formatNumber(b, 2)}`;
const finite = (loss: number) => (loss === Infinity ? 'no finita' : formatNumber(loss));

function sourceOf(from: Exclude<Weight['from'], null>): string {
  if (typeof from === 'object') return `de la entrada ${from.input}`;
  return typeof from === 'number' ? `de la neurona ${from}` : `de ${from}`;
}

function describeWeight({ name, position, neuron, output, from }: Weight): string {
  const number = `${name} [${position.join(', ')}]`;
  if (neuron === null) return number;
  if (from === null) {
    const of = {
      no: `de la neurona ${neuron}`,
      one: `de la salida ${neuron}`,
      only: 'de la salida',
    };
    return `${number}: sesgo ${of[output]}`;
  }
  const to = { no: `a la neurona ${neuron}`, one: `a la salida ${neuron}`, only: 'a la salida' };
  return `${number}: ${sourceOf(from)} ${to[output]}`;
}

export const lossLandscape: Landscape = {
  heading: 'Paisaje de la pérdida',
  note: 'pérdida sobre todos los puntos de entrenamiento',
  diverged: ({ epoch }) => `divergencia; esta es la época ${formatCount(epoch)}, la última válida`,
  caption: ({ arrow, editable }) =>
    [
      'La pérdida si estos dos pesos tuvieran otros valores: cuanto más intenso es el tono, mayor es, con una línea en cada marca de la escala. Todos los demás pesos están como ahora; a lo largo del camino recorrido también cambiaban.',
      arrow &&
        'La flecha apunta directamente pendiente abajo, en contra del gradiente; su longitud no dice nada.',
      editable && 'Arrastra el punto, o haz clic en un lugar, para fijar los dos pesos.',
    ]
      .filter(Boolean)
      .join(' '),
  beyond: 'Rayado: no hay pérdida finita.',
  description: ({ run, across, up, here }) =>
    `Un mapa de la pérdida de entrenamiento según dos pesos del modelo. Horizontal: ${describeWeight(across)}. Vertical: ${describeWeight(up)}. Época ${formatCount(run.epoch)}: están en ${at(here)}, donde la pérdida es ${formatNumber(run.loss)}.`,
  across: 'horizontal',
  up: 'vertical',
  weight: describeWeight,
  layer: ({ layer, describe }) => `${layer} · ${describe}`,
  more: (count) => `y ${formatCount(count)} más: nombra uno con la prop ${quoted('weights')}`,
  closer: '+',
  closerHint: 'Más cerca',
  further: '−',
  furtherHint: 'Más lejos',
  recentre: 'Centrar',
  recentreHint: 'Centrar en los pesos actuales',
  controls: 'El mapa',
  arrow: '−gradiente',
  start: (epoch) => `época ${formatCount(epoch)}`,
  probe: (editable) =>
    `Sonda: la pérdida en un lugar del mapa. Las flechas la mueven, más y menos acercan y alejan.${editable ? ' Intro lleva allí los dos pesos.' : ''}`,
  reading: finite,
  place: (place) => ` en ${at(place)}`,
  spokenReading: (loss, place) => `${at(place)}: pérdida ${finite(loss)}`,
  handle: 'Los dos pesos. Las flechas los cambian.',
  moved: (loss, place) => `Los pesos son ahora ${at(place)}; la pérdida es ${finite(loss)}.`,
  refused: 'Allí la pérdida no es finita; los pesos se quedan como estaban.',
  tooFew: 'Esta imagen necesita un modelo con al menos dos números que aprender.',
};
