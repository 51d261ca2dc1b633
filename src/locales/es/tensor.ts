// The words of tensors and of products of matrices in Spanish.
import type { Words } from '../words';
import { capital, counted, formatCount, formatPercent, formatShort, plural } from './grammar';

const n = (value: number) => (Number.isNaN(value) ? '–' : formatShort(value, 3));
const dimensions = (shape: readonly number[]) => `(${shape.join(', ')})`;
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const indices = (place: readonly (number | string)[]) => `[${place.join(', ')}]`;

// What rows and columns may stand for.
const sample = 'ejemplo';
const nouns: Readonly<Record<string, string>> = {
  fila: 'filas',
  columna: 'columnas',
  [sample]: 'ejemplos',
  entrada: 'entradas',
  salida: 'salidas',
};
const several = (what: string) => nouns[what] ?? what;

export const tensorGrid: Words['TensorGrid'] = {
  shape: dimensions,
  description: (name, { shape, count, min, max, mean, notFinite }) => {
    if (count === 0) return `${name} no tiene números.`;
    if (count === 1) return notFinite ? `${name} es NaN o infinito.` : `${name} es ${n(min)}.`;
    const numbers = `${name}, forma ${shape.join(' por ')}: ${formatCount(count)} números`;
    if (notFinite === count) return `${numbers}, todos NaN o infinitos.`;
    const odd = notFinite ? ` ${tensorGrid.notFinite(notFinite)}.` : '';
    return `${numbers} de ${n(min)} a ${n(max)}, media ${n(mean)}.${odd}`;
  },
  caption: (name, shape, rows, columns) =>
    shape.length === 0
      ? `${name}, un solo número`
      : `${name}, forma ${shape.join(' por ')}: una fila por cada ${rows}, una columna por cada ${columns}`,
  meaning: (rows, columns) =>
    [rows && `una fila por cada ${rows}`, columns && `una columna por cada ${columns}`]
      .filter(Boolean)
      .join(', '),
  row: 'fila',
  column: 'columna',
  facts: ({ count, min, max, mean, zeros }) => [
    ['números', formatCount(count)],
    ['mín.', n(min)],
    ['media', n(mean)],
    ['máx.', n(max)],
    ['ceros', formatPercent(zeros, zeros === 0 || zeros === 1 ? 0 : 1)],
  ],
  notFinite: (count) =>
    plural(count, {
      one: `${formatCount(count)} de ellos es NaN o infinito`,
      other: `${formatCount(count)} de ellos son NaN o infinitos`,
    }),
  picture: (name) => `Todos los números de ${name} en colores`,
  open: (name, count) => `Mostrar los ${formatCount(count)} números de ${name}`,
  close: (name) => `Plegar ${name}`,
  region: (name) => `Números de ${name}`,
  some: (what, from, to, count) =>
    from === to
      ? `${what} ${from} de ${formatCount(count)}`
      : `${several(what)} ${from}–${to} de ${formatCount(count)}`,
  earlier: (what) => `${capital(several(what))} anteriores`,
  later: (what) => `${capital(several(what))} siguientes`,
  slice: (name, slice, count) =>
    `${name}${indices([slice])}, ${slice + 1} de ${formatCount(count)}`,
  previousSlice: 'Ejemplo anterior',
  nextSlice: 'Ejemplo siguiente',
  empty: 'ningún número',
};

export const product: Words['LinearProduct'] = {
  ...tensorGrid,
  derivative: slope,
  transposed: (name) => `${name}ᵀ`,
  entry: (name, place) => `${name}${indices(place)}`,
  product: (output, input, weight, bias) =>
    `${output} = ${input} · ${weight}${bias === null ? '' : ` + ${bias}`}`,
  productCaption: (weight, shape) =>
    `Cada fila del resultado es un ejemplo. ${weight} se guarda con la forma ${dimensions(shape)}, una fila por cada salida; ᵀ la traspone, para que sus columnas se encuentren con las filas de la izquierda.`,
  backward: (gradIn, gradOut, weight) => `${gradIn} = ${gradOut} · ${weight}`,
  backwardCaption: (weight, transposed) =>
    `Hacia delante se multiplicaba por ${transposed}; hacia atrás se multiplica por ${weight}, los mismos números traspuestos: lo que una entrada envió a cada salida vuelve de cada una.`,
  agree: (length, what) =>
    `${formatCount(length)} ${plural(length, { one: what, other: several(what) })} a ambos lados: las dos longitudes deben ser iguales`,
  sample,
  inputs: 'entrada',
  outputs: 'salida',
  choose: (name) => `Elige un número de ${name} para ver de qué suma está hecho.`,
  sum: (name, terms, value) => `${name} = ${terms} = ${value}`,
  more: (count) => `… ${formatCount(count)} más`,
  fewer: 'mostrar menos',
  closeSum: 'Cerrar la suma',
};

export const outerProductSum: Words['OuterProductSum'] = {
  ...product,
  heading: (gradient) => `${gradient}, ejemplo a ejemplo`,
  note: (added, count) =>
    `${formatCount(added)} de ${counted(count, 'ejemplo sumado', 'ejemplos sumados')}`,
  explanation: (gradient, count) =>
    count === 1
      ? `Un peso recibe su entrada por el gradiente de su salida. Si hubiera más ejemplos, cada uno sumaría a ${gradient} una tabla como esta.`
      : `Un peso recibe su entrada por el gradiente de su salida, de cada ejemplo. Todos los ejemplos usan el mismo peso, así que lo que piden se suma: ${gradient} += parte.`,
  biasExplanation: (gradient) =>
    `Un sesgo se suma tal cual, así que la parte de cada ejemplo es su fila de gradientes: ${gradient} += parte.`,
  share: (index) => `parte del ejemplo ${index + 1}`,
  goTo: (index) => `Ejemplo ${index + 1}`,
  soFar: (gradient, added, count) => (added === count ? gradient : `${gradient} hasta ahora`),
  shares: 'Las partes de los ejemplos',
  back: 'Anterior',
  next: 'Sumar el ejemplo siguiente',
  slider: 'Ejemplos sumados',
  sliderValue: (index, count) => `ejemplo ${index + 1} de ${formatCount(count)}`,
  entrySoFar: (entry) => `${entry} hasta ahora`,
  overBatch: (last) => `b = 0 … ${last}`,
};
