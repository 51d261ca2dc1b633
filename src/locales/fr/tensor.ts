// The words of tensors and of products of matrices in French.
import type { Words } from '../words';
import { capital, counted, formatCount, formatPercent, formatShort, plural } from './grammar';

const n = (value: number) => (Number.isNaN(value) ? '–' : formatShort(value, 3));
const dimensions = (shape: readonly number[]) => `(${shape.join(', ')})`;
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const indices = (place: readonly (number | string)[]) => `[${place.join(', ')}]`;

// What rows and columns may stand for; all but the sample are feminine.
const sample = 'exemple';
const nouns: Readonly<Record<string, string>> = {
  ligne: 'lignes',
  colonne: 'colonnes',
  [sample]: 'exemples',
  entrée: 'entrées',
  sortie: 'sorties',
};
const several = (what: string) => nouns[what] ?? what;

export const tensorGrid: Words['TensorGrid'] = {
  shape: dimensions,
  description: (name, { shape, count, min, max, mean, notFinite }) => {
    if (count === 0) return `${name} n’a aucun nombre.`;
    if (count === 1) return notFinite ? `${name} est NaN ou infini.` : `${name} vaut ${n(min)}.`;
    const numbers = `${name}, forme ${shape.join(' par ')}\u202f: ${formatCount(count)} nombres`;
    if (notFinite === count) return `${numbers}, tous NaN ou infinis.`;
    const odd = notFinite ? ` ${capital(tensorGrid.notFinite(notFinite))}.` : '';
    return `${numbers} de ${n(min)} à ${n(max)}, moyenne ${n(mean)}.${odd}`;
  },
  caption: (name, shape, rows, columns) =>
    shape.length === 0
      ? `${name}, un seul nombre`
      : `${name}, forme ${shape.join(' par ')}\u202f: une ligne par ${rows}, une colonne par ${columns}`,
  meaning: (rows, columns) =>
    [rows && `une ligne par ${rows}`, columns && `une colonne par ${columns}`]
      .filter(Boolean)
      .join(', '),
  row: 'ligne',
  column: 'colonne',
  facts: ({ count, min, max, mean, zeros }) => [
    ['nombres', formatCount(count)],
    ['min.', n(min)],
    ['moyenne', n(mean)],
    ['max.', n(max)],
    ['zéros', formatPercent(zeros, zeros === 0 || zeros === 1 ? 0 : 1)],
  ],
  notFinite: (count) =>
    plural(count, {
      one: `${formatCount(count)} d’entre eux est NaN ou infini`,
      other: `${formatCount(count)} d’entre eux sont NaN ou infinis`,
    }),
  picture: (name) => `Tous les nombres de ${name} en couleurs`,
  open: (name, count) => `Montrer les ${formatCount(count)} nombres de ${name}`,
  close: (name) => `Replier ${name}`,
  region: (name) => `Nombres de ${name}`,
  some: (what, from, to, count) =>
    from === to
      ? `${what} ${from} sur ${formatCount(count)}`
      : `${several(what)} ${from}–${to} sur ${formatCount(count)}`,
  earlier: (what) => `${capital(several(what))} ${what === sample ? 'précédents' : 'précédentes'}`,
  later: (what) => `${capital(several(what))} ${what === sample ? 'suivants' : 'suivantes'}`,
  slice: (name, slice, count) =>
    `${name}${indices([slice])}, ${slice + 1} sur ${formatCount(count)}`,
  previousSlice: 'Exemple précédent',
  nextSlice: 'Exemple suivant',
  empty: 'aucun nombre',
};

export const product: Words['LinearProduct'] = {
  ...tensorGrid,
  derivative: slope,
  transposed: (name) => `${name}ᵀ`,
  entry: (name, place) => `${name}${indices(place)}`,
  product: (output, input, weight, bias) =>
    `${output} = ${input} · ${weight}${bias === null ? '' : ` + ${bias}`}`,
  productCaption: (weight, shape) =>
    `Chaque ligne du résultat est un exemple. ${weight} est gardé sous la forme ${dimensions(shape)}, une ligne par sortie\u202f; ᵀ le transpose, pour que ses colonnes rencontrent les lignes de gauche.`,
  backward: (gradIn, gradOut, weight) => `${gradIn} = ${gradOut} · ${weight}`,
  backwardCaption: (weight, transposed) =>
    `La passe avant multipliait par ${transposed}\u202f; la passe arrière multiplie par ${weight} même, les mêmes nombres transposés\u202f: ce qu’une entrée a envoyé à chaque sortie revient de chacune.`,
  agree: (length, what) =>
    `${formatCount(length)} ${plural(length, { one: what, other: several(what) })} des deux côtés\u202f: les deux longueurs doivent être égales`,
  sample,
  inputs: 'entrée',
  outputs: 'sortie',
  choose: (name) => `Choisissez un nombre de ${name} pour voir de quelle somme il est fait.`,
  sum: (name, terms, value) => `${name} = ${terms} = ${value}`,
  more: (count) => `… ${formatCount(count)} de plus`,
  fewer: 'en montrer moins',
  closeSum: 'Fermer la somme',
};

export const outerProductSum: Words['OuterProductSum'] = {
  ...product,
  heading: (gradient) => `${gradient}, exemple par exemple`,
  note: (added, count) =>
    `${formatCount(added)} sur ${counted(count, 'exemple ajouté', 'exemples ajoutés')}`,
  explanation: (gradient, count) =>
    count === 1
      ? `Un poids reçoit son entrée fois le gradient de sa sortie. S’il y avait plus d’exemples, chacun ajouterait à ${gradient} un tableau comme celui-ci.`
      : `Un poids reçoit son entrée fois le gradient de sa sortie, de chaque exemple. Tous les exemples utilisent le même poids, donc ce qu’ils demandent s’additionne\u202f: ${gradient} += part.`,
  biasExplanation: (gradient) =>
    `Un biais est ajouté tel quel, donc la part de chaque exemple est sa ligne de gradients\u202f: ${gradient} += part.`,
  share: (index) => `part de l’exemple ${index + 1}`,
  goTo: (index) => `Exemple ${index + 1}`,
  soFar: (gradient, added, count) => (added === count ? gradient : `${gradient} jusqu’ici`),
  shares: 'Les parts des exemples',
  back: 'Précédent',
  next: 'Ajouter l’exemple suivant',
  slider: 'Exemples ajoutés',
  sliderValue: (index, count) => `exemple ${index + 1} sur ${formatCount(count)}`,
  entrySoFar: (entry) => `${entry} jusqu’ici`,
  overBatch: (last) => `b = 0 … ${last}`,
};
