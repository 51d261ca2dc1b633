// The words of a layer's code in French.
import type { Words } from '../words';
import { formatCount, formatShort, formatTight } from './grammar';

type Code = Words['LayerCode'];
type Nested = Parameters<Code['values']>[0];

const dimensions = (shape: readonly number[]) => shape.map(formatCount).join(' × ');
const n = (value: number) => formatShort(value, 4);

function nested(values: Nested): string {
  return typeof values === 'number'
    ? formatTight(values)
    : `[${values.map(nested).join('\u202f; ')}]`;
}

export const layerCode: Code = {
  listing: (name, language) => `${name}, en ${language === 'python' ? 'NumPy' : 'TypeScript'}`,
  keys: 'Les flèches haut et bas vont de nom en nom\u202f; ses nombres sont sous le code.',
  shape: (shape) => (shape.length ? `forme ${dimensions(shape)}` : 'un seul nombre'),
  values: nested,
  summary: ({ min, max, mean }) => `de ${n(min)} à ${n(max)}, moyenne ${n(mean)}`,
  first: (values) => `${values.map((value) => formatTight(value)).join('\u202f; ')}\u202f; …`,
  spoken: (name, shape, values) =>
    `${name}, ${shape.length ? `forme ${shape.join(' par ')}` : 'un seul nombre'}\u202f: ${values.map(n).join('\u202f; ')}`,
  unknown: 'pas encore calculé',
  heading: (layer, phase) =>
    ({
      forward: `${layer}\u202f: forward`,
      backward: `${layer}\u202f: backward`,
      parameters: `${layer}\u202f: backward, vers ses paramètres`,
    })[phase],
  caption:
    'Les lignes marquées s’exécutent à cette étape. Pointez un nom souligné pour voir ses nombres.',
  show: 'Quel code',
  both: 'Les deux',
  typescript: 'TypeScript',
  numpy: 'NumPy',
  typescriptNote: 'le code qui s’exécute sur cette page',
  numpyNote: 'la même chose, comme dans un notebook',
  own: (layer) =>
    `${layer} est une couche écrite par vous\u202f: voici son code tel que le navigateur l’a. Il n’a ni NumPy à côté, ni marques.`,
  noParameters: (layer) =>
    `${layer} n’a pas de paramètres\u202f: aucune ligne n’ajoute à un gradient.`,
};
