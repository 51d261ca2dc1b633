// What can be heard of a run, in Spanish.
import type { Words } from '../words';
import { formatCount, formatNumber, formatPercent, formatShort, list } from './grammar';

export const sonification: Words['Sonification'] = {
  heading: 'Escuchar el entrenamiento',
  follow: 'Oír la pérdida mientras entrena',
  sweep: 'Reproducir la pérdida hasta ahora',
  scan: (along) => (along === 'row' ? 'Reproducir la fila' : 'Reproducir la columna'),
  stop: 'Detener',
  volume: 'Volumen',
  volumeValue: (share) => formatPercent(share),
  lossScale: ({ low, high }) =>
    `Cuanto menor es la pérdida, más grave es el tono: ${formatCount(low.hertz)} Hz con ${formatShort(low.value, 2)}, ` +
    `${formatCount(high.hertz)} Hz con ${formatShort(high.value, 2)}.`,
  nothingYet: 'Todavía no se ha entrenado nada.',
  along: 'Recorrer',
  line: (along) => (along === 'row' ? 'una fila' : 'una columna'),
  place: (along) => (along === 'row' ? 'Fila, y' : 'Columna, x'),
  placeKeys: 'Las flechas la mueven un poco; con Mayúsculas, o con Re Pág y Av Pág, más lejos.',
  scanScale: (along, low, high) =>
    `${along === 'row' ? 'De izquierda a derecha' : 'De abajo arriba'}, el tono es la probabilidad de la clase 1: ` +
    `${formatCount(low)} Hz para 0, ${formatCount(high)} Hz para 1. Un clic donde cruza un medio.`,
  reading: ({ along, at, probabilities, crossings }) => {
    const [line, across] = along === 'row' ? ['y', 'x'] : ['x', 'y'];
    const first = probabilities[0]! > 0.5 ? 1 : 0;
    const begins = `${line} ${formatNumber(at, 2)}: empieza en la clase ${first}, `;
    const lowest = formatNumber(Math.min(...probabilities), 2);
    const highest = formatNumber(Math.max(...probabilities), 2);
    const range = `probabilidad de la clase 1 de ${lowest} a ${highest}.`;
    if (crossings.length === 0) return `${begins}sin cruces, ${range}`;
    const places = crossings.map((crossing) => formatNumber(crossing, 2));
    return `${begins}cruza en ${across} ${list(places)}, ${range}`;
  },
  noBoundary: 'No hay frontera que recorrer: hacen falta dos entradas y dos clases.',
  problem: (problem) =>
    problem === 'missing'
      ? 'Este navegador no puede producir sonido (no tiene Web Audio). Los números están en palabras aquí y en las demás figuras.'
      : 'El navegador no permite que esta página suene. Los números están en palabras aquí y en las demás figuras.',
  escape: 'Escape detiene el sonido.',
};
