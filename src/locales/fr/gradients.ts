// The words of the figures about gradients in French: adding up, fanning out.
import type { Words } from '../words';
import { formatCount, formatPower, formatShort, quoted } from './grammar';

const n = (value: number) => formatShort(value, 3);

export const gradientAccumulation: Words['GradientAccumulation'] = {
  heading: (name) => `Le gradient de ${name}, pas à pas`,
  note: (step) => `le pas ${formatCount(step + 1)} vient ensuite`,
  zeroGrad: 'zeroGrad',
  step: 'Faire un pas',
  parameter: 'Paramètre',
  entry: 'Nombre',
  of: (count) => `sur ${formatCount(count)}`,
  previous: 'Nombre précédent',
  next: 'Nombre suivant',
  held: 'reste des pas précédents',
  added: 'ajouté par ce lot',
  used: 'ce qu’utilise l’optimiseur',
  alone: 'ce qu’il utiliserait avec zeroGrad',
  picture: (name, steps) =>
    `Ce que le gradient de ${name} contient et reçoit en ${formatCount(steps)} pas`,
  sentence: ({ name, zeroGrad, held, added, used, moved }) =>
    zeroGrad || held === 0
      ? `Le pas commence avec grad = 0, donc grad devient ce que demande le lot\u202f: ${n(used)}. ${name} varie de ${n(moved)}.${zeroGrad ? '' : ' Les pas suivants s’y ajouteront.'}`
      : `grad contient encore ${n(held)} des pas précédents. Le lot ajoute ${n(added)}, et ${name} varie de ${n(moved)}, comme si le gradient était ${n(used)}.`,
  stepNumber: (step) => `pas ${formatCount(step + 1)}`,
  stepToCome: 'pas suivant',
  failed: () =>
    'Le pas suivant est impossible\u202f: les nombres deviennent trop grands. Réinitialisez l’entraînement, ou revenez en arrière.',
  none: 'Ce modèle n’a pas de paramètres, donc pas de gradients à accumuler.',
};

type FanOut = Words['FanOut'];
type Way = Parameters<FanOut['formula']>[0];

const formulas: Readonly<Record<Way, string>> = {
  nothing: 'b = a + a',
  mul: 'b = a + k·a',
  square: 'b = a + a²',
};

export const fanOut: FanOut = {
  heading: (formula) => `Une valeur utilisée deux fois\u202f: ${formula}`,
  formula: (way) => formulas[way],
  way: (way, k) => ({ nothing: '', mul: `× ${k}`, square: 'carré' })[way],
  ways: 'Circuit',
  rule: 'À l’embranchement',
  rules: { add: 'ajouter\u202f: grad += …', overwrite: 'écraser\u202f: grad = …' },
  atFork: (rule, [first, second], gradient) =>
    rule === 'add'
      ? `${first} + ${second.startsWith('−') ? `(${second})` : second} = ${gradient}`
      : `${first}, puis ${second}\u202f: il reste ${gradient}`,
  backward: 'backward donne ∂b/∂a',
  measured: (epsilon) => `mesuré avec ε = ${epsilon}`,
  agrees: 'les deux concordent',
  differs: (by) => `écart de ${by}`,
  unclear: 'cet ε ne permet pas de trancher',
  sentence: (step, { rule, a, b, second, ways: [first] }) => {
    if (step === 0) {
      return `Passe avant\u202f: a prend les deux chemins. L’un apporte ${a}, l’autre ${second}, et b est leur somme, ${b}. Le gradient de a est encore 0.`;
    }
    if (step === 1) {
      return `Passe arrière par le premier chemin, où rien ne change a\u202f: le gradient 1 de b revient comme ${first}, et l’embranchement le garde.`;
    }
    return rule === 'add'
      ? 'Un changement de a atteint b par les deux chemins, donc ses deux gradients s’ajoutent.'
      : 'Le second gradient a pris la place du premier, comme si a n’atteignait b que par un chemin. La mesure montre que c’est faux.';
  },
  soFar: 'grad à l’embranchement jusqu’ici',
  previous: 'Précédent',
  next: 'Suivant',
  step: (step, count) => `Étape ${step} sur ${count}`,
  picture: (formula) =>
    `Le circuit ${formula}\u202f: a prend deux chemins, et les deux se rejoignent dans une somme.`,
  forward: 'passe avant',
  back: 'passe arrière',
  tooLarge: 'Ces nombres deviennent trop grands pour le calcul. Prenez-en un plus petit.',
  exact: (name) => `${name}, valeur exacte`,
  notANumber: (text) =>
    `${quoted(text)} n’est pas un nombre\u202f; la dernière valeur correcte est gardée.`,
  beyond: (text) =>
    `${quoted(text)} est un nombre trop grand\u202f; la dernière valeur correcte est gardée.`,
  epsilon: 'ε',
  epsilonValue: (value) => (Math.abs(value) < 1e-4 ? formatPower(value) : formatShort(value)),
};
