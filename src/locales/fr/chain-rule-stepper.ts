// The words of the chain rule stepper in French.
import type { Words } from '../words';
import { counted, formatCount, formatPower, formatShort, plural, quoted } from './grammar';
import { sentences, titles } from './steps';

const n = (value: number) => formatShort(value);
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const epsilonValue = (value: number) => (Math.abs(value) < 1e-4 ? formatPower(value) : n(value));

// Functions with a sign of their own; the others go by their names.
const signs: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `× ${k}`,
  Square: () => 'carré',
};

export const chainRuleStepper: Words['ChainRuleStepper'] = {
  titles,
  sentences,
  note: (quantities) => quantities.map(([name, value]) => `${name} = ${n(value)}`).join('\u202f; '),
  batchNote: (sample, count) => `exemple ${formatCount(sample + 1)} sur ${formatCount(count)}`,
  back: 'Précédent',
  next: 'Suivant',
  restart: 'Recommencer',
  play: 'Lancer',
  pause: 'Pause',
  pace: 'Rythme',
  paceOf: (pace) => (pace >= 1 ? `${n(pace)} par seconde` : `toutes les ${n(1 / pace)} s`),
  scrub: 'Étape',
  steps: 'Étapes de la règle de la chaîne',
  progress: (step, count) => `étape ${step} sur ${count}`,
  functionName: (type, description, parameters) => signs[type]?.(parameters) ?? description,
  objectiveName: (kind) => (kind === 'loss' ? 'Perte' : 'Somme'),
  slope: 'pente',
  stack: 'Les couches, la dernière en haut',
  input: 'Entrée',
  valueColumn: 'valeur, passe avant ↑',
  gradientColumn: 'gradient, passe arrière ↓',
  begin: (objective) => `${slope(objective, objective)} = 1`,
  derivative: slope,
  shape: ([rows, columns]) => `${rows} × ${columns}`,
  products: 'La règle de la chaîne en produits',
  product: (top, by) => `${slope(top, by)} comme produit`,
  fewerProducts: 'montrer moins de produits',
  moreProducts: (count) =>
    `montrer ${formatCount(count)} ${plural(count, { one: 'produit', other: 'produits' })} de plus`,
  fold: (top, middle, bottom) =>
    `Réunir ${slope(top, middle)} et ${slope(middle, bottom)} en ${slope(top, bottom)}`,
  unfold: (top, bottom) => `Séparer ${slope(top, bottom)}`,
  folded: (top, middle, bottom, upper, lower) =>
    `${slope(top, bottom)} = ${slope(top, middle)} · ${slope(middle, bottom)} = ${upper} × ${lower}. Le produit reste le même.`,
  foldHint: 'Un × réunit ses deux facteurs en un seul.',
  foldAll: 'tout réunir',
  unfoldAll: 'tout séparer',
  order: 'Ordre des facteurs',
  objectiveFirst: 'dernière couche d’abord',
  inputFirst: 'première couche d’abord',
  costs: (shared, alone, allShared, allAlone) =>
    `${formatCount(shared)} sur ${counted(allShared, 'multiplication', 'multiplications')} (${formatCount(alone)} sur ${formatCount(allAlone)} si aucune n’était partagée)`,
  measuredAs: (measured, epsilon) => `mesuré avec ε = ${epsilonValue(epsilon)}\u202f: ${measured}`,
  measuredWith: (epsilon) => `mesurée, ε = ${epsilonValue(epsilon)}`,
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}, valeur exacte`,
  entry: (name, place) => `${name}${place}`,
  sample: 'Exemple',
  ofSamples: (count) => `sur ${formatCount(count)}`,
  previousSample: 'Exemple précédent',
  nextSample: 'Exemple suivant',
  notANumber: (text) =>
    `${quoted(text)} n’est pas un nombre\u202f; la dernière valeur correcte est gardée.`,
  beyond: (text) =>
    `${quoted(text)} est un nombre trop grand\u202f; la dernière valeur correcte est gardée.`,
  tooLarge:
    'Les nombres de cette étape deviennent trop grands pour le calcul. Prenez-en de plus petits.',
  large: 'trop grand',
  missing:
    'Il faut aux étapes un nombre pour k, un pour v et un pour ε, et un ε qui ne soit pas nul.',
  unknown: 'pas encore calculé',
  empty: 'Ce modèle n’a pas encore de couche\u202f: ce qui entre ressort, et la pente est 1.',
  remembers: 'Retient pour le retour',
  nothing: 'rien',
  incoming: 'reçu',
  local: 'pente locale',
  outgoing: 'transmis',
  gradients: 'Gradients des paramètres',
  accumulate: (name, count) =>
    count === 1
      ? `ajouté au gradient de ${name}`
      : `chacun des ${formatCount(count)} exemples ajoute sa part au gradient de ${name}`,
  matrices: 'Tout le lot, en matrices',
  formulas: 'les formules',
  termValue: (term, value) => `${term} = ${value}`,
  hide: 'Je calcule moi-même',
  hideHint: 'Le résultat de chaque étape reste caché jusqu’à ce que vous le saisissiez.',
  workItOut: (asked) => `Que vaut ${asked}\u202f? Calculez, puis saisissez le résultat ci-dessous.`,
  code: 'Code de cette étape',
  check: 'Vérifier en mesurant',
  analytic: 'règle de la chaîne',
  measured: 'mesure',
  difference: 'différence',
  rounding: 'arrondi',
  truncation: 'troncature',
  curve: 'Écart de la pente mesurée, selon ε',
  curveHint:
    'Un grand ε mesure une courbe comme si elle était droite\u202f; un ε minuscule perd ses chiffres dans l’arrondi.',
};
