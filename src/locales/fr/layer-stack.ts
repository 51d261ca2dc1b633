// The words of the layer stack in French.
import type { Words } from '../words';
import { casesOf, counted, formatCount, formatNumber } from './grammar';
import { slowMotion } from './slow-motion';

type Stack = Words['LayerStack'];
type Facts = Parameters<Stack['description']>[0];

const columns = { value: 'valeur', gradient: 'gradient' } as const;

const coordinates = (x: readonly number[]) =>
  x.map((value, i) => `${['x', 'y'][i] ?? `x${i + 1}`} ${formatNumber(value, 2)}`).join('\u202f; ');
const goal = (target: number, task: Facts['task']) =>
  task === 'regression' ? `cible ${formatNumber(target, 2)}` : `classe ${target}`;

const phases = { forward: 'passe avant', loss: 'perte', backward: 'passe arrière' } as const;

export const layerStack: Stack = {
  ...slowMotion,
  heading: 'Pile de couches',
  note: (sample, phase, step, count) =>
    phase.kind === 'between'
      ? `point ${formatCount(sample + 1)}\u202f: les valeurs montent, les gradients descendent`
      : `pas d’entraînement\u202f: ${phases[phase.kind]}, ${step} sur ${count}`,
  diverged: (epoch) =>
    `divergence\u202f; voici l’époque ${formatCount(epoch)}, la dernière valable`,
  value: 'valeur, passe avant ↑',
  gradient: 'gradient, passe arrière ↓',
  input: 'Entrée',
  loss: 'Perte',
  target: (target, task) => `pour ${goal(target, task)}`,
  start: 'dLoss/dLoss',
  parameters: (count) => counted(count, 'paramètre', 'paramètres'),
  shape: (from, to) => `${from} → ${to}`,
  formula: casesOf,
  cell: (column, unit, of, number) => `${of}, ${columns[column]} ${unit + 1}\u202f: ${number}`,
  hint: 'Pointez une case pour lire son nombre.',
  caption:
    'La couleur la plus vive de chaque ligne est son plus grand nombre\u202f; un moins marque les nombres négatifs.',
  more: (count) => `en montrer ${formatCount(count)} de plus`,
  fewer: 'en montrer moins',
  details: (of) => `${of}\u202f: ce que la couche retient, sa dérivée et ses paramètres`,
  remembers: 'Retient pour le retour',
  nothing: 'rien',
  localElementwise: 'Pente locale dOut/dIn, élément par élément',
  localJacobian: 'Dérivée locale dOut/dIn, une ligne par sortie',
  parameterValue: (name) => name,
  parameterAdded: (name) => `ajouté au gradient de ${name} par ce point`,
  summary: (shape, low, high) =>
    `${shape} nombres, de ${formatNumber(low)} à ${formatNumber(high)}`,
  point: 'Point',
  ofPoints: (count) => `sur ${formatCount(count)}`,
  previous: 'Point précédent',
  next: 'Point suivant',
  place: (x, target, task) => `${coordinates(x)}, ${goal(target, task)}`,
  description: ({ sample, count, x, target, task, prediction, loss }) =>
    `Point ${formatCount(sample + 1)} sur ${formatCount(count)}\u202f: ${coordinates(x)}, ${goal(target, task)}. Le modèle dit ${prediction}\u202f; perte ${formatNumber(loss)}.`,
  noLayers: 'Ce modèle n’a pas encore de couche\u202f: ce qui entre ressort.',
  predictedClass: (label, probability) => `classe ${label}, avec ${formatNumber(probability)}`,
  predictedNumber: (value) => formatNumber(value),
  overflow: () =>
    'Les nombres sont devenus trop grands pour suivre ce point. Réinitialisez l’entraînement, avec un taux d’apprentissage plus petit.',
};
