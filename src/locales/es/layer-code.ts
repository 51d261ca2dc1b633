// The words of a layer's code in Spanish.
import type { Words } from '../words';
import { formatCount, formatShort, formatTight } from './grammar';

type Code = Words['LayerCode'];
type Nested = Parameters<Code['values']>[0];

const dimensions = (shape: readonly number[]) => shape.map(formatCount).join(' × ');
const n = (value: number) => formatShort(value, 4);

function nested(values: Nested): string {
  return typeof values === 'number' ? formatTight(values) : `[${values.map(nested).join('; ')}]`;
}

export const layerCode: Code = {
  listing: (name, language) => `${name}, en ${language === 'python' ? 'NumPy' : 'TypeScript'}`,
  keys: 'Las flechas arriba y abajo van de nombre en nombre; sus números están debajo del código.',
  shape: (shape) => (shape.length ? `forma ${dimensions(shape)}` : 'un solo número'),
  values: nested,
  summary: ({ min, max, mean }) => `de ${n(min)} a ${n(max)}, media ${n(mean)}`,
  first: (values) => `${values.map((value) => formatTight(value)).join('; ')}; …`,
  spoken: (name, shape, values) =>
    `${name}, ${shape.length ? `forma ${shape.join(' por ')}` : 'un solo número'}: ${values.map(n).join('; ')}`,
  unknown: 'aún sin calcular',
  heading: (layer, phase) =>
    ({
      forward: `${layer}: forward`,
      backward: `${layer}: backward`,
      parameters: `${layer}: backward, hacia sus parámetros`,
    })[phase],
  caption:
    'Las líneas marcadas se ejecutan en este paso. Señala un nombre subrayado para ver sus números.',
  show: 'Qué código',
  both: 'Ambos',
  typescript: 'TypeScript',
  numpy: 'NumPy',
  typescriptNote: 'el código que se ejecuta en esta página',
  numpyNote: 'lo mismo, como en un notebook',
  own: (layer) =>
    `${layer} es una capa escrita por ti: este es su código tal como lo tiene el navegador. No tiene NumPy al lado ni marcas.`,
  noParameters: (layer) => `${layer} no tiene parámetros: ninguna línea suma a un gradiente.`,
};
