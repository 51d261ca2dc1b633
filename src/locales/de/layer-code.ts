// The words of a layer's code in German.
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
  listing: (name, language) => `${name}, in ${language === 'python' ? 'NumPy' : 'TypeScript'}`,
  keys: 'Die Pfeiltasten hinauf und hinunter gehen von Name zu Name; seine Zahlen stehen unter dem Code.',
  shape: (shape) => (shape.length ? `Form ${dimensions(shape)}` : 'eine einzelne Zahl'),
  values: nested,
  summary: ({ min, max, mean }) => `von ${n(min)} bis ${n(max)}, Mittel ${n(mean)}`,
  first: (values) => `${values.map((value) => formatTight(value)).join('; ')}; …`,
  spoken: (name, shape, values) =>
    `${name}, ${shape.length ? `Form ${shape.join(' mal ')}` : 'eine einzelne Zahl'}: ${values.map(n).join('; ')}`,
  unknown: 'noch nicht ausgerechnet',
  heading: (layer, phase) =>
    ({
      forward: `${layer}: forward`,
      backward: `${layer}: backward`,
      parameters: `${layer}: backward, zu den Parametern`,
    })[phase],
  caption:
    'Die markierten Zeilen laufen in diesem Schritt. Zeig auf einen unterstrichenen Namen, um seine Zahlen zu sehen.',
  show: 'Welcher Code',
  both: 'Beide',
  typescript: 'TypeScript',
  numpy: 'NumPy',
  typescriptNote: 'der Code, der auf dieser Seite läuft',
  numpyNote: 'dasselbe wie in einem Notebook',
  own: (layer) =>
    `${layer} ist eine selbst geschriebene Schicht: Das ist ihr Code, wie der Browser ihn hat. Daneben steht kein NumPy, und es gibt keine Markierungen.`,
  noParameters: (layer) =>
    `${layer} hat keine Parameter: Keine Zeile addiert etwas zu einem Gradienten.`,
};
