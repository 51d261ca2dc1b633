// The words of the gradient check in French.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatPower, plural } from './grammar';

type Check = Words['GradientCheck'];
type MistakeKind = keyof Check['mistakes'];

const amount = (value: number) => formatNumber(value, value >= 0.01 ? 3 : 0);

// As many as leave room for those before the comma.
function decimals(value: number): number {
  const size = Math.abs(value);
  return [10, 100, 1000, 10000].filter((power) => size >= power).reduce((left) => left - 1, 7);
}

const kinds: Check['mistakes'] = {
  sign: 'signe inversé',
  factor: 'facteur 2',
  batch: 'pas de somme sur le lot',
  overwrite: '= au lieu de +=',
};
const consequences: Readonly<Record<MistakeKind, string>> = {
  sign: 'a le signe opposé',
  factor: 'vaut le double de ce qu’il faudrait',
  batch: 'est celui du premier exemple, et non la somme sur le lot',
  overwrite: 'est écrasé là où il faudrait l’ajouter',
};

export const gradientCheck: Check = {
  heading: 'Vérification des gradients',
  note: ({ samples, points, epoch, hasDiverged }) =>
    [
      points === null
        ? `lot de ${formatCount(samples)}`
        : samples < points
          ? `sur les ${formatCount(samples)} premiers des ${formatCount(points)} points d’entraînement`
          : points === 1
            ? 'sur le seul point d’entraînement'
            : `sur les ${formatCount(points)} points d’entraînement`,
      epoch !== null &&
        (hasDiverged
          ? `divergence\u202f; voici l’époque ${formatCount(epoch)}, la dernière valable`
          : `époque ${formatCount(epoch)}`),
    ]
      .filter(Boolean)
      .join(', '),
  reading:
    'Numérique\u202f: (f(v + ε) − f(v − ε)) / 2ε. Erreur relative\u202f: la différence divisée par la plus grande des deux pentes, ou par 1 si les deux sont plus petites. Choisissez une ligne pour voir son erreur à chaque ε.',
  summary: ({ counts, checked, size, worst }, tolerance) => {
    const all =
      checked < size
        ? `${counted(checked, 'gradient vérifié', 'gradients vérifiés')} (sur ${formatCount(size)})`
        : counted(checked, 'gradient', 'gradients');
    // The places of a number stay in one line.
    const furthest =
      worst && `${worst.label.replaceAll(' ', '\u00a0')}, avec un écart de ${amount(worst.error)}`;
    if (counts.wrong > 0) {
      return `Sur ${all}, ${formatCount(counts.wrong)} ${plural(counts.wrong, { one: 'ne concorde', other: 'ne concordent' })} pas\u202f; le pire est ${furthest}.`;
    }
    if (counts.epsilon > 0) {
      return `Sur ${all}, ${formatCount(counts.epsilon)} ${plural(counts.epsilon, { one: 'ne peut pas être confirmé', other: 'ne peuvent pas être confirmés' })} avec cet ε\u202f; avec un autre ε, ${plural(counts.epsilon, { one: 'il concorde', other: 'ils concordent' })}.`;
    }
    if (counts.kink > 0) {
      return `Sur ${all}, ${formatCount(counts.agrees)} ${plural(counts.agrees, { one: 'concorde', other: 'concordent' })} à ${formatPower(tolerance)} près\u202f; ${formatCount(counts.kink)} ${plural(counts.kink, { one: 'est', other: 'sont' })} à un point anguleux.`;
    }
    const agree = checked === 1 ? 'Le gradient concorde' : `Les ${all} concordent`;
    return `${agree} à ${formatPower(tolerance)} près\u202f; le pire est ${furthest}.`;
  },
  meanings: {
    wrong:
      'La règle et la mesure diffèrent à chaque ε\u202f: la règle est fausse, ici ou plus haut.',
    epsilon:
      'Cet ε mesure mal\u202f: trop grand, la courbe tourne en chemin\u202f; trop petit, les chiffres manquent. La règle est juste.',
    kink: 'La pente saute à moins de ε de ce nombre, comme celle de ReLU en zéro. Une différence de part et d’autre du saut ne mesure aucun des deux côtés, et ne dit rien contre la règle.',
  },
  verdicts: {
    agrees: 'concorde',
    wrong: 'ne concorde pas',
    epsilon: 'ε mesure mal',
    kink: 'à un point anguleux',
  },
  overflow: () =>
    'Les nombres sont trop grands pour être vérifiés. Recommencez avec un taux d’apprentissage plus petit.',
  epsilon: 'ε',
  amount,
  power: formatPower,
  slope: (value) => formatNumber(value, decimals(value)),
  again: 'Vérifier à nouveau',
  worstFirst: 'pire couche d’abord',
  mistake: 'Introduire une erreur',
  noMistake: 'aucune',
  mistakes: kinds,
  mistakeIn: 'dans la couche',
  layerOption: (number, description) => `${number} ${description}`,
  planted: (kind, number, description, ownOnly) =>
    `Introduite dans la couche ${number}, ${description}\u202f: ${
      ownOnly
        ? `le gradient de ses paramètres ${consequences[kind]}.`
        : `le gradient qu’elle transmet vers le bas ${consequences[kind]}, et toutes les couches du dessous s’en ressentent.`
    } L’entraînement lui-même continue sans l’erreur.`,
  input: 'Entrée',
  checked: (tensors) =>
    tensors
      .map(({ name, checked, size }) =>
        checked < size
          ? `${name} (${formatCount(checked)} nombres sur ${formatCount(size)}, répartis régulièrement)`
          : name,
      )
      .join(', '),
  maxError: ({ maxError }) => `max. ${amount(maxError)}`,
  table: (name) => `${name}\u202f: gradients, la plus grande erreur d’abord`,
  entry: 'nombre',
  analytic: 'analytique',
  numerical: 'numérique',
  error: 'erreur relative',
  showAll: (count) => `montrer les ${formatCount(count)}`,
  showFewer: 'en montrer moins',
  curve: ({ label }, objective) => `Erreur de ∂${objective}/∂${label} selon ε`,
  rounding: 'arrondi',
  truncation: 'troncature',
  tolerance: (tolerance) => `à ${formatPower(tolerance)} près`,
  here: (epsilon) => `ε = ${formatPower(epsilon)}`,
  curveMeaning: ({ verdict, error }, epsilon, { rounding, truncation, isExact }) => {
    if (isExact) return 'Aucune erreur, quel que soit ε.';
    if (verdict === 'wrong') return 'Aucun ε ne rapproche les deux\u202f: la règle est fausse.';
    if (verdict === 'kink') {
      return 'Une différence de part et d’autre d’un point anguleux n’est la pente d’aucun des deux côtés.';
    }
    return [
      `Écart de ${amount(error)} à ε = ${formatPower(epsilon)}.`,
      truncation
        ? 'Un grand ε mesure une courbe comme si elle était droite.'
        : 'Un grand ε ne nuit pas ici.',
      rounding && 'Un ε minuscule perd ses chiffres.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  curveDescription: (points) =>
    `Erreur selon ε\u202f: ${points
      .filter(({ error }) => Number.isFinite(error))
      .map(({ epsilon, error }) => `${amount(error)} à ${formatPower(epsilon)}`)
      .join('\u202f; ')}.`,
};
