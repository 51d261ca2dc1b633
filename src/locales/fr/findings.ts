// The sentences about a finding in French: what happens, where, and why it is a problem.
import type { Words } from '../words';
import { capital, formatCount, formatPercent, formatTight, list } from './grammar';

type Lab = Words['FailureLab'];
type LayerName = Parameters<Lab['layer']>[0];

// More numbers than this are no longer read.
const mostListed = 8;

/** What a layer is called within a sentence. */
export function layerInWords(name: LayerName): string {
  if (name.kind === 'output') return 'la couche de sortie';
  if (name.kind === 'place') return `la couche à la place ${name.place}, ${name.type}`;
  return `la couche cachée ${name.number}${name.activation ? ` (${name.activation})` : ''}`;
}

function neurons(units: readonly number[], of: number): string {
  if (of === 1) return 'le seul neurone';
  if (units.length === of) return `les ${formatCount(of)} neurones`;
  if (units.length === 1) return `le neurone ${units[0]! + 1}`;
  if (units.length > mostListed)
    return `${formatCount(units.length)} des ${formatCount(of)} neurones`;
  return `les neurones ${list(units.map((unit) => String(unit + 1)))}`;
}

export const whatHappens: Lab['what'] = (finding, layer, { epoch, divergence }) => {
  const { sign, units, of, groups, measure, since } = finding;
  const one = units.length === 1;
  const where = layer ? `de ${layerInWords(layer)}` : 'du modèle';
  const who = `${capital(neurons(units, of))} ${where}`;
  const twins = () => `${capital(list(groups.map((group) => neurons(group, of))))} ${where}`;
  switch (sign) {
    case 'diverged': {
      const inside = layer ? layerInWords(layer) : 'le modèle';
      const first = divergence?.layer === 'loss' ? 'la perte' : inside;
      return `Les nombres ont dépassé ce qu’un ordinateur peut contenir, d’abord dans ${first}. Vous voyez l’époque ${formatCount(epoch)}, la dernière valable.`;
    }
    case 'lossRose':
      return `La perte vaut ${formatTight(measure)} fois celle d’un modèle qui répondrait au hasard.`;
    case 'lossClimbs':
      return 'La perte a augmenté de moitié ou plus à chacune des trois dernières époques.';
    case 'dead':
      return `${who} ${one ? 'donne' : 'donnent'} 0 pour tous les points d’entraînement.`;
    case 'nearlyDead':
      return `${who} ${one ? 'n’est' : 'ne sont'} au-dessus de 0 que pour ${one ? '' : 'au plus '}${formatPercent(measure, 1)} des points d’entraînement.`;
    case 'flat':
      return `${who} ${one ? 'est' : 'sont'} aux extrémités de la courbe pour ${one ? '' : 'au moins '}${formatPercent(measure)} des points.`;
    case 'sureAndWrong':
      return `La sortie est sûre de la mauvaise classe pour ${formatPercent(measure)} des points.`;
    case 'twins':
      return `${twins()} ont les mêmes poids, en entrée comme en sortie.`;
    case 'sameForNow':
      return `${twins()} ont les mêmes poids en entrée, mais pas en sortie.`;
    case 'testLossRose':
      return `La perte de test était au plus bas à l’époque ${formatCount(since ?? 0)}. Elle vaut maintenant ${formatTight(measure)} fois ce minimum, alors que la perte d’entraînement baisse encore.`;
  }
};

export const whyItMatters: Lab['why'] = ({ sign, units, of }, layer) => {
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
    case 'lossRose':
    case 'lossClimbs': {
      const grown = layer
        ? ` De toutes les couches, c’est ${layerInWords(layer)} qui amplifie le plus ce qu’elle reçoit.`
        : '';
      const overshoot =
        'Chaque pas va trop loin, arrive plus haut qu’avant et rend le suivant encore plus grand.';
      return sign === 'diverged' ? overshoot : overshoot + grown;
    }
    case 'dead': {
      const cut =
        units.length === of
          ? ' Plus rien ne traverse la couche, donc tout ce qui la précède est figé.'
          : '';
      return one
        ? 'Son gradient est nul aussi, donc il ne peut pas réapprendre.'
        : `Leur gradient est nul aussi, donc ils ne peuvent pas réapprendre.${cut}`;
    }
    case 'nearlyDead':
      return `Il ne reste presque rien qui puisse ${one ? 'le' : 'les'} faire apprendre\u202f: encore quelques pas, et ce sera peut-être fini.`;
    case 'flat':
      return `Là, la pente est presque nulle, et le gradient avec elle\u202f: les poids de ${one ? 'ce neurone' : 'ces neurones'} ne changent presque pas.`;
    case 'sureAndWrong':
      return 'Si loin sur la courbe, la pente est presque nulle, et le retour demande énormément de pas.';
    case 'twins':
      return 'Ils calculent la même chose, reçoivent le même gradient et restent identiques\u202f: ensemble, ils ne peuvent pas plus qu’un seul neurone.';
    case 'sameForNow':
      return 'Ils calculent la même chose, mais reçoivent des gradients différents\u202f: les prochains pas les sépareront.';
    case 'testLossRose':
      return 'Le modèle apprend par cœur ses points d’entraînement, bruit compris, et devient moins bon sur les points qu’il n’a pas vus.';
  }
};
