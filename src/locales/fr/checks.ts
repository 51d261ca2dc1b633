// The words of the checks of a reader's code in French.
import type {
  CheckWords,
  CheckedValue,
  Complaint,
} from '../../components/code-challenge/check-labels';
import { counted, formatCount, formatNumber } from './grammar';

const points = (count: number) =>
  count === 1 ? 'un point' : `${formatCount(count)} points à la fois`;
const shape = (sizes: readonly number[]) =>
  sizes.length ? `la forme [${sizes.join(', ')}]` : 'la forme d’un seul nombre';
// Whole factors as they are said: 4, and not 4,000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? formatCount(times) : formatNumber(times);

function complaintOf(name: string, complaint: Complaint): string {
  switch (complaint.kind) {
    case 'missing':
      return `${name} vaut ${complaint.got}\u202f; manque-t-il un return\u202f?`;
    case 'odd':
      return `${name} est de type ${complaint.type}\u202f; il faut des nombres dans des listes`;
    case 'ragged':
      return `${name} n’est pas un tableau de nombres\u202f; chaque ligne doit avoir la même longueur et ne contenir que des nombres`;
    case 'shape': {
      const why = complaint.isTurned ? '\u202f; lignes et colonnes sont échangées' : '';
      return `${name} a ${shape(complaint.got)}\u202f; il faut ${shape(complaint.wanted)}${why}`;
    }
    case 'notFinite': {
      const why = Number.isNaN(complaint.value)
        ? 'un calcul a rencontré quelque chose qui n’est pas un nombre, souvent une place au-delà de la fin d’une liste'
        : 'un nombre a grandi au-delà de toute limite';
      return `${name}${complaint.place} vaut ${complaint.value}\u202f: ${why}`;
    }
    case 'mistake':
      return `${name} ${complaint.words}`;
    case 'zero':
      return `${name} vaut encore zéro partout\u202f; rien n’y est mis`;
    case 'sign':
      return `${name} a partout le mauvais signe`;
    case 'factor': {
      const { times, isTooSmall, isNegative, isBatch } = complaint;
      const sign = isNegative ? ', et ont le mauvais signe' : '';
      const small = '\u202f: faites la somme sur le lot, sans diviser';
      const large = '\u202f: chaque point ne doit être ajouté qu’une fois';
      const why = !isBatch ? '' : isTooSmall ? small : large;
      return `${name} a la bonne forme, mais ses valeurs sont ${inTimes(times)} fois trop ${isTooSmall ? 'petites' : 'grandes'}${sign}${why}`;
    }
    case 'entry': {
      const { place, got, wanted, wrong, count } = complaint;
      const others =
        wrong > 1
          ? ` (${formatCount(wrong)} sur ${counted(count, 'nombre diffère', 'nombres diffèrent')})`
          : '';
      return `${name}${place} vaut ${formatNumber(got)}\u202f; il faut ${formatNumber(wanted)}${others}`;
    }
  }
}

function valueName(value: CheckedValue): string {
  switch (value.kind) {
    case 'output':
      return 'la sortie';
    case 'named':
      return value.name;
    case 'afterTwoCalls':
      return `après deux appels, ${value.name}`;
    case 'afterSteps':
      return `${value.steps === 1 ? 'après un pas' : 'après deux pas'}, ${value.name}`;
    case 'afterZeroGrad':
      return `après zeroGrad, le gradient de ${value.name}`;
    case 'afterEpochs':
      return `${value.epochs === 1 ? 'après une époque' : 'après deux époques'}, ${value.name}`;
    case 'given':
      return `ce que ${value.call} a reçu`;
  }
}

export const checkWords: CheckWords = {
  forward: (formula, count) => `forward donne ${formula} pour ${points(count)}`,
  anyFunction: 'un nombre pour chaque nombre',
  input: (count) => `backward renvoie dObj/dIn pour ${points(count)}`,
  parameter: (name, count) => `backward ajoute à ${name} pour ${points(count)}`,
  addsUp: (name) => `${name} s’accumule sur deux appels de backward`,
  step: 'step déplace chaque paramètre dans le sens opposé à son gradient, selon le taux d’apprentissage',
  zeroGrad: 'zeroGrad met chaque gradient à zéro',
  twoSteps: 'deux pas d’entraînement se suivent',
  asked: 'le modèle est interrogé sur les quatre points',
  goesBack: 'le gradient revient à travers le modèle',
  oneEpoch: 'une époque déplace chaque nombre dans le sens opposé à son gradient',
  secondEpoch: 'la deuxième époque commence avec des gradients nuls',
  notCalled: (call, given) => `${call} n’est jamais appelé\u202f; il doit recevoir ${given}`,
  value: valueName,
  complaint: complaintOf,
  undefined: (name) => `${name} manque\u202f; les vérifications le cherchent sous ce nom`,
  notLoaded:
    'Ce qui vérifie le code n’a pas pu être chargé\u202f; la page est-elle encore connectée\u202f? «\u202fVérifier mon code\u202f» réessaie.',
  noNumber: (layer, what, number, at) =>
    `${layer} donne ${what === 'slope' ? `la pente ${number}` : number} en ${formatNumber(at)}\u202f; il faut un nombre partout`,
};
