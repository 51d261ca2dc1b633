// What each step of the chain rule is called and does, in French.
import type { StepFacts, StepSentences } from '../../components/chain-rule-stepper/sentences';
import { counted, formatCount, list, plural } from './grammar';

const d = (top: string, bottom: string) => `d${top}/d${bottom}`;
const inLetters = ['Aucune', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit'];

function madeBy(layers: number, objective: string): string {
  if (layers === 0) return `Aucune fonction ne s’y applique\u202f: c’est déjà ${objective}.`;
  const number = inLetters[layers] ?? formatCount(layers);
  return layers === 1
    ? `${number} fonction en fait ${objective}.`
    : `${number} fonctions à la suite en font ${objective}.`;
}

// What a layer does to its input.
const does: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `Multipliez l’entrée par ${k}`,
  Square: () => 'Mettez le résultat au carré',
  Linear: ([weight, bias]) => `Multipliez par les poids ${weight} et ajoutez le biais ${bias}`,
  ReLU: () => 'Laissez passer les nombres positifs, et mettez 0 à la place des autres',
  LeakyReLU: () => 'Laissez passer les nombres positifs, et un peu seulement des autres',
  Sigmoid: () => 'Ramenez chaque nombre entre 0 et 1',
  Tanh: () => 'Ramenez chaque nombre entre −1 et 1',
  Softplus: () => 'Laissez passer les grands nombres, et tendez doucement vers 0 en dessous',
  Softmax: () => 'Faites des nombres des probabilités, dont la somme est 1',
  Sin: () => 'Prenez le sinus',
  Dropout: () => 'À l’utilisation, laissez passer chaque nombre',
  LayerNorm: () =>
    'Ramenez les nombres à une moyenne de 0 et une variance de 1, puis mettez à l’échelle et décalez',
  Residual: () => 'Ajoutez ce que calcule la couche intérieure à ce qu’elle a reçu',
  Features: () => 'Faites des caractéristiques à partir des coordonnées',
};
const doing = ({ type, description, parameters }: StepFacts) =>
  does[type]?.(parameters) ?? `Appliquez ${description}`;

export const titles: StepSentences = {
  start: () => 'Départ',
  forward: ({ formula }) => `Passe avant\u202f: ${formula}`,
  objective: ({ formula }) => `Passe avant\u202f: ${formula}`,
  backwardObjective: ({ objective, input }) => `Passe arrière\u202f: ${d(objective, input)}`,
  backward: ({ objective, input, output, isTop, localFormula }) =>
    isTop
      ? `Passe arrière\u202f: ${d(objective, input)}${localFormula && ` = ${localFormula}`}`
      : `Passe arrière\u202f: ${d(objective, input)} = ${d(objective, output)} · ${d(output, input)}`,
  parameters: ({ objective, output, parameters }) => {
    const [name] = parameters;
    return parameters.length === 1 && name
      ? `Passe arrière\u202f: ${d(objective, name)} = ${d(objective, output)} · ${d(output, name)}`
      : `Passe arrière\u202f: ${list(parameters.map((one) => d(objective, one)))}`;
  },
  check: () => 'Vérification\u202f: la pente numérique',
};

export const sentences: StepSentences = {
  start: ({ given, layers, objective, samples }) => {
    const { length } = given.parameters;
    const parameters = length
      ? ` et ${plural(length, { one: 'le paramètre', other: 'les paramètres' })} ${list(given.parameters)}`
      : '';
    const batch = samples > 1 ? ` Le lot a ${counted(samples, 'exemple', 'exemples')}.` : '';
    return `Prenez l’entrée ${given.input}${parameters}. ${madeBy(layers, objective)}${batch}`;
  },
  forward: (facts) =>
    facts.isSingle
      ? `${doing(facts)}\u202f: ${facts.numbers}.`
      : `${doing(facts)}. Pour une unité\u202f: ${facts.numbers}.`,
  objective: ({ type, objective, input, value, target }) =>
    type === 'Sum'
      ? `Additionnez toutes les sorties, pour n’avoir qu’un nombre à dériver\u202f: ${objective} = ${value}.`
      : `Comparez ${input} à la cible ${target}\u202f: la perte est ${objective} = ${value}.`,
  backwardObjective: ({ type, objective, input, gradient }) =>
    type === 'Sum'
      ? `La passe arrière commence\u202f: chaque sortie compte une fois dans ${objective}, donc chaque pente est 1.`
      : `La passe arrière commence\u202f: comment la perte varie avec ce que dit le modèle, ${d(objective, input)} = ${gradient}.`,
  backward: (facts) => {
    const { input, objective, output, right, localFormula, localNumbers, local } = facts;
    if (!facts.isSingle) {
      return `Multipliez ce qui arrive, ${d(objective, output)}, par les pentes locales ${d(output, input)}, et additionnez là où plusieurs chemins se rejoignent\u202f: ${facts.product}.`;
    }
    const how = [localFormula, localNumbers, local].filter(
      (text, i, all) => text && all.indexOf(text) === i,
    );
    return facts.isTop
      ? `La pente de ${right} est ${how.join(' = ')}\u202f: déplacez un peu ${input}, et ${objective} varie ${local} fois autant.`
      : `Multipliez ce qui arrive, ${facts.incoming}, par la pente locale ${how.at(0) === local ? local : `${localFormula} = ${local}`}\u202f: ${facts.product}.`;
  },
  parameters: ({ slopes, incoming, samples, isSingle }) => {
    const [first] = slopes;
    if (samples === 1 && isSingle && slopes.length === 1 && first) {
      return `Reprenez ce qui est arrivé, ${incoming}, et multipliez-le par l’autre pente, ${first.formula} = ${first.local}\u202f: ${first.product}.`;
    }
    const whole = slopes.map(({ product }) => product).join('\u202f; ');
    return samples === 1
      ? `Reprenez ce qui est arrivé et multipliez-le par les pentes par rapport à ${list(slopes.map(({ name }) => name))}\u202f: ${whole}.`
      : `Reprenez ce qui est arrivé. Chaque exemple ajoute sa part (+=), donc le gradient est une somme sur le lot\u202f: ${whole}.`;
  },
  check: ({ moved, given, epsilon, objective, measured, analytic, isLost }) =>
    isLost
      ? `ε = ${epsilon} est trop petit à côté de ${given.input}\u202f: pour l’ordinateur, ${moved} + ε est ${moved} même, donc la pente mesurée est ${measured}. La règle de la chaîne donne ${analytic}.`
      : `Déplacez ${moved} de ε = ${epsilon} et mesurez\u202f: (${objective}(${moved} + ε) − ${objective}(${moved})) / ε = ${measured}. La règle de la chaîne donne ${analytic}.`,
};
