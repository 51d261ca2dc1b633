// The words of the activation plot in French.
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
    return ` C’est un point anguleux\u202f: la pente saute de ${before} à ${after}, et le calcul prend ici ${formatShort(slope, 3)}.`;
  }
  const size = Math.abs(slope);
  const turned = slope < 0 ? ' Le signe s’inverse.' : '';
  if (slope === 0) return ' C’est plat\u202f: rien ne revient.';
  if (size < nearlyFlat) return ` C’est presque plat\u202f: presque rien ne revient.${turned}`;
  if (slope === 1) return ' Il revient tel quel.';
  if (size > 1)
    return ` La pente est forte\u202f: il en revient plus qu’il n’en est entré.${turned}`;
  return turned;
}

const share = (part: number, whole: number) =>
  formatPercent(whole === 0 ? 0 : Math.round((100 * part) / whole) / 100);

export const activationPlot: Plot = {
  formula: casesOf,
  choose: 'Activation',
  value: 'f(x)',
  slope: 'f′(x)',
  input: 'Entrée x',
  inputField: 'x',
  notANumber: (text) => `${quoted(text.trim())} n’est pas un nombre.`,
  outsideDomain: (from, to) => `L’image va de ${formatShort(from)} à ${formatShort(to)}.`,
  read: ({ x, value, slope }) =>
    `x ${formatShort(x)}\u202f: f(x) ${formatNumber(value)}, pente ${formatNumber(slope)}`,
  chainRule: (reading) =>
    `Ici, la couche multiplie le gradient qui revient par ${formatShort(reading.slope, 3)}.${effect(reading)}`,
  strip: 'entrées actuelles',
  spread: ({ inputs, flat, outside, dead, units }, unit) => {
    const whose = unit === null ? 'de cette couche' : `de l’unité ${unit}`;
    const words = `Sur les ${formatCount(inputs)} entrées ${whose}, ${share(flat, inputs)} tombent là où la pente est presque nulle.`;
    const silent =
      dead === 0
        ? ''
        : units === 1
          ? ' Elle est morte\u202f: aucun point ne reçoit de gradient à travers elle.'
          : ` ${formatCount(dead)} des ${formatCount(units)} unités ${plural(dead, { one: 'est morte', other: 'sont mortes' })}\u202f: aucun point ne reçoit de gradient à travers.`;
    return (
      words + silent + (outside ? ` ${share(outside, inputs)} sont en dehors de l’image.` : '')
    );
  },
  noActivation: (place, found, activations) =>
    `Il n’y a pas d’activation à la place ${place} du modèle` +
    (found === null ? '' : `, mais ${found}`) +
    (activations.length
      ? `\u202f; il y en a ${list(activations.map((one) => `à la place ${one}`))}.`
      : '\u202f; il n’en a aucune.'),
  caption: (hasTriangle, hasStrip) =>
    (hasTriangle
      ? 'Le triangle sur la tangente a une largeur de 1\u202f: sa hauteur est celle de la barre du dessous, f′(x). '
      : '') +
    'Faites glisser x, ou utilisez les flèches du clavier.' +
    (hasStrip
      ? ' Barres\u202f: ce que la couche reçoit des données d’entraînement\u202f; creuses là où la fonction est plate.'
      : ''),
  description: (name, formula, reading) =>
    `${name}, ${formula}, et sa pente f′(x). ` +
    `Pour x ${formatShort(reading.x)}\u202f: f(x) ${formatNumber(reading.value)}, pente ${formatNumber(reading.slope)}.`,
};
