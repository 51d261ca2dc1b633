// The words of the activation plot in Spanish.
import type { Words } from '../words';
import {
  casesOf,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  list,
  plural,
  quoted,
} from './grammar';

type Plot = Words['ActivationPlot'];
type Reading = Parameters<Plot['read']>[0];

// A slope below this size lets almost nothing of a gradient through.
const nearlyFlat = 0.05;

function effect({ slope, jump }: Reading): string {
  if (jump && jump.before.slope !== jump.after.slope) {
    const [before, after] = [jump.before.slope, jump.after.slope].map((one) => formatShort(one, 3));
    return ` Es un punto anguloso: la pendiente salta de ${before} a ${after}, y el cálculo toma aquí ${formatShort(slope, 3)}.`;
  }
  const size = Math.abs(slope);
  const turned = slope < 0 ? ' El signo se invierte.' : '';
  if (slope === 0) return ' Es plano: no vuelve nada.';
  if (size < nearlyFlat) return ` Es casi plano: no vuelve casi nada.${turned}`;
  if (slope === 1) return ' Vuelve tal cual.';
  if (size > 1) return ` La pendiente es fuerte: vuelve más de lo que entró.${turned}`;
  return turned;
}

const share = (part: number, whole: number) =>
  formatPercent(whole === 0 ? 0 : Math.round((100 * part) / whole) / 100);

export const activationPlot: Plot = {
  formula: casesOf,
  choose: 'Activación',
  value: 'f(x)',
  slope: 'f′(x)',
  input: 'Entrada x',
  inputField: 'x',
  notANumber: (text) => `${quoted(text.trim())} no es un número.`,
  outsideDomain: (from, to) => `La imagen va de ${formatShort(from)} a ${formatShort(to)}.`,
  read: ({ x, value, slope }) =>
    `x ${formatShort(x)}: f(x) ${formatNumber(value)}, pendiente ${formatNumber(slope)}`,
  chainRule: (reading) =>
    `Aquí, la capa multiplica el gradiente que vuelve por ${formatShort(reading.slope, 3)}.${effect(reading)}`,
  strip: 'entradas actuales',
  spread: ({ inputs, flat, outside, dead, units }, unit) => {
    const whose = unit === null ? 'de esta capa' : `de la unidad ${unit}`;
    const words = `De las ${formatCount(inputs)} entradas ${whose}, el ${share(flat, inputs)} cae donde la pendiente es casi cero.`;
    const silent =
      dead === 0
        ? ''
        : units === 1
          ? ' Está muerta: ningún punto recibe gradiente a través de ella.'
          : ` ${formatCount(dead)} de las ${formatCount(units)} unidades ${plural(dead, { one: 'está muerta: ningún punto recibe gradiente a través de ella', other: 'están muertas: ningún punto recibe gradiente a través de ellas' })}.`;
    return (
      words + silent + (outside ? ` El ${share(outside, inputs)} queda fuera de la imagen.` : '')
    );
  },
  noActivation: (place, found, activations) =>
    `En la posición ${place} del modelo no hay una activación` +
    (found === null ? '' : `, sino ${found}`) +
    (activations.length
      ? `; las hay ${list(activations.map((one) => `en la posición ${one}`))}.`
      : '; no tiene ninguna.'),
  caption: (hasTriangle, hasStrip) =>
    (hasTriangle
      ? 'El triángulo sobre la tangente tiene un ancho de 1: su altura es la de la barra de abajo, f′(x). '
      : '') +
    'Arrastra x, o usa las flechas del teclado.' +
    (hasStrip
      ? ' Barras: lo que la capa recibe de los datos de entrenamiento; huecas donde la función es plana.'
      : ''),
  description: (name, formula, reading) =>
    `${name}, ${formula}, y su pendiente f′(x). ` +
    `Para x ${formatShort(reading.x)}: f(x) ${formatNumber(reading.value)}, pendiente ${formatNumber(reading.slope)}.`,
};
