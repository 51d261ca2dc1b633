// The words of hidden answers in French.
import type { Words } from '../words';
import { counted, either, formatCount, list, quoted } from './grammar';

type Answer = Words['Answer'];
type Hint = Parameters<Answer['hint']>[0];
type Kind = Parameters<Answer['hint']>[1]['kind'];
type Problem = Parameters<Answer['problem']>[0];

export const answer: Answer = {
  asked: (name) => `${name} = ?`,
  placeholder: '?',
  howTo: 'Saisissez un nombre, une fraction ou une expression, puis appuyez sur Entrée.',
  check: 'vérifier',
  checkNamed: (name) => `vérifier ${name}`,
  show: 'montrer',
  showNamed: (name) => `montrer ${name}`,
  hide: 'cacher',
  hideNamed: (name) => `cacher ${name}`,
  showAnswer: 'Montrer la réponse',
  right: 'juste',
  shown: 'montré',
  isRight: (name, value) => `Juste\u202f: ${name} = ${value}.`,
  isShown: (name, value) => `${name} = ${value}.`,
  computed: (typed, value) => `${typed} = ${value}`,
  coarse: (given, digits) =>
    `C’est juste, mais seulement sur ${digitCount(given)}\u202f; il en faut ${formatCount(digits)}.`,
  hint: sayHint,
  problem: (problem) => {
    const at = 'place' in problem ? ` (position ${problem.place})` : '';
    return `${sayProblem(problem)}${at}`;
  },
};

const digitCount = (count: number) => counted(count, 'chiffre', 'chiffres');

function sayHint(hint: Hint, { tries, kind }: Parameters<Answer['hint']>[1]): string {
  switch (hint.mistake) {
    case 'zero':
      return kind === 'gradient'
        ? 'Ce n’est pas 0\u202f: un petit changement a un effet.'
        : 'Ce n’est pas 0.';
    case 'sign':
      return 'La valeur absolue est juste, pas le signe.';
    case 'oneSample': {
      const which = hint.row === null ? 'd’un seul exemple' : `de l’exemple ${hint.row + 1}`;
      return `C’est la part ${which}\u202f; additionnez celles des ${formatCount(hint.batch)} exemples du lot.`;
    }
    case 'mean':
      return `C’est la moyenne sur le lot\u202f; on demande la somme des ${formatCount(hint.batch)} exemples.`;
    case 'sampleMissing':
      return hint.row === null
        ? 'Il manque un exemple du lot dans la somme.'
        : `Il manque l’exemple ${hint.row + 1} du lot dans la somme.`;
    case 'alone':
      return sayAlone(hint);
    case 'missing':
      return `Il manque ${hint.factors === null ? 'un facteur' : list(hint.factors)} dans le produit.`;
    case 'twice':
      return `${hint.factor ?? 'Un facteur'} y figure deux fois.`;
    case 'divided':
      return `Vous avez divisé par ${hint.factor ?? 'un facteur'} au lieu de multiplier.`;
    case 'inverse':
      return 'C’est l’inverse\u202f: le haut et le bas sont échangés.';
    case 'added':
      return 'C’est la somme des facteurs\u202f; on demande leur produit.';
    case 'another':
      return sayAnother(hint, kind);
    case 'half':
      return 'C’est la moitié de la réponse.';
    case 'double':
      return 'C’est le double de la réponse.';
    case 'powerOfTen': {
      const times = formatCount(Number(`1e${Math.abs(hint.exponent)}`));
      return `Les chiffres sont justes, mais c’est ${times} fois trop ${hint.exponent > 0 ? 'grand' : 'petit'}.`;
    }
    case 'close':
      return `Presque, mais ce n’est pas juste sur ${digitCount(hint.digits)}.`;
    case 'unknown':
      return tries < 2 ? 'Pas encore.' : `Pas encore\u202f: ${sayDifference(hint)}.`;
  }
}

function sayAlone({ factors, rest, isLocal }: Extract<Hint, { mistake: 'alone' }>): string {
  if (!rest.length) return `C’est ${either(factors)} seul\u202f; on demande le produit de tous.`;
  const others = list(rest);
  return isLocal
    ? `C’est la pente locale ${factors[0]} seule\u202f; multipliez-la par ${others}.`
    : `C’est ${factors[0]} seul\u202f; il reste à multiplier par ${others}.`;
}

function sayAnother({ name, is }: Extract<Hint, { mistake: 'another' }>, kind: Kind): string {
  if (is === kind) return `C’est ${name}\u202f; on demande autre chose.`;
  return is === 'value'
    ? `C’est ${name}, une valeur de la passe avant\u202f; on demande la dérivée.`
    : `C’est ${name}, une dérivée\u202f; on demande la valeur.`;
}

function sayDifference({ size, signDiffers }: Extract<Hint, { mistake: 'unknown' }>): string {
  const sign = signDiffers ? ', et le signe est l’autre' : '';
  if (size === 'same') return `c’est à peu près aussi loin de 0${sign}`;
  return `c’est trop ${size === 'tooLarge' ? 'loin' : 'près'} de 0${sign}`;
}

const expected = {
  number: 'un nombre',
  operator: 'un signe comme + ou ×',
  opening: 'une parenthèse ouvrante',
  closing: 'une parenthèse fermante',
  exponent: 'un nombre en exposant',
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return 'rien n’est encore saisi';
    case 'tooLong':
      return `c’est plus long que ${formatCount(problem.limit)} caractères`;
    case 'tooDeep':
      return `il y a plus de ${formatCount(problem.limit)} parenthèses ou signes emboîtés`;
    case 'expected': {
      const after = problem.after === null ? '' : ` après ${problem.after}`;
      return `il manque ${expected[problem.what]}${after}`;
    }
    case 'unopened':
      return 'cette parenthèse n’a jamais été ouverte';
    case 'unknownName': {
      const known = problem.known.length
        ? `les noms connus sont ${list(problem.known)}`
        : 'utilisez des nombres';
      return `${quoted(problem.name)} est inconnu ici\u202f; ${known}`;
    }
    case 'unknownSign':
      return `${quoted(problem.sign)} ne peut pas être lu ici`;
    case 'divisionByZero':
      return 'c’est une division par zéro';
    case 'rootOfNegative':
      return 'un nombre négatif n’a pas de racine de ce genre';
    case 'logarithm':
      return 'seul un nombre supérieur à 0 a un logarithme';
    case 'tooLarge':
      return 'cela donne un nombre trop grand';
    case 'notFinite':
      return `${problem.name} n’est pas un nombre en ce moment`;
  }
}
