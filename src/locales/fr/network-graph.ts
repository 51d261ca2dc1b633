// The words of the network graph in French.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, formatShort, quoted } from './grammar';

type Column = Parameters<Words['NetworkGraph']['column']>[0];

function unitsOf({ units, kind, label }: Column): string {
  const noun =
    kind === 'input'
      ? counted(units, 'entrée', 'entrées')
      : kind === 'output'
        ? counted(units, 'sortie', 'sorties')
        : counted(units, 'neurone', 'neurones');
  return label ? `${noun} (${label})` : noun;
}

// Where a weight comes from: `du neurone 2 de la couche cachée 1`.
function from(name: string): string {
  if (name.startsWith('Neurone ')) return `du n${name.slice(1)}`;
  return name.startsWith('Entrée ') ? `de l’e${name.slice(1)}` : `de ${name}`;
}

export const networkGraph: Words['NetworkGraph'] = {
  heading: 'Réseau',
  caption:
    'Chaque carré montre ce qu’un neurone fait du plan. Un trait large est un poids fort, plein au-dessus de zéro et en tirets en dessous. Le disque près d’un neurone est son biais.',
  note: (shown, largest) =>
    shown === 'weights'
      ? 'traits\u202f: poids'
      : `traits\u202f: gradients, le plus grand ${formatNumber(largest, 4)}`,
  show: 'Les traits montrent',
  weights: 'Poids',
  gradients: 'Gradients',
  undo: 'Annuler',
  column: ({ kind, hidden }) =>
    kind === 'input' ? 'Entrées' : kind === 'output' ? 'Sortie' : `Couche ${hidden + 1}`,
  neuron: ({ kind, hidden, names, units }, unit) => {
    if (kind === 'input') return `Entrée ${names[unit] ?? unit + 1}`;
    if (kind === 'output') return units === 1 ? 'Sortie' : `Sortie pour la classe ${unit}`;
    return `Neurone ${unit + 1} de la couche cachée ${hidden + 1}`;
  },
  spokenNeuron: (name, bias, strongest) =>
    bias === null
      ? name
      : `${name}, biais ${formatNumber(bias)}` +
        (strongest
          ? `, poids le plus fort ${formatNumber(strongest.weight)}, venant ${from(strongest.name)}`
          : ''),
  weightFrom: (name) => `Poids venant ${from(name)}`,
  bias: 'Biais',
  number: 'Nombre',
  value: 'Valeur',
  slider: 'Faire glisser la valeur',
  putBack: (value) => `Revenir à ${formatNumber(value)}`,
  close: 'Fermer',
  notANumber: (text) =>
    `${quoted(text)} n’est pas un nombre\u202f; essayez par exemple ${formatShort(-0.5)}.`,
  pin: 'Garder dans la grande image',
  unpin: 'Ne plus garder',
  addNeuron: 'Ajouter un neurone',
  removeNeuron: 'Enlever le dernier neurone',
  removeThisNeuron: 'Enlever ce neurone',
  addLayer: 'Ajouter une couche après celle-ci',
  removeLayer: 'Enlever cette couche',
  layerPlus: '+ couche',
  activation: 'Activation',
  none: 'aucune',
  features: 'Caractéristiques',
  cost: ({ parameters, multiplications }) =>
    `${counted(parameters, 'paramètre', 'paramètres')}, environ ${counted(multiplications, 'multiplication', 'multiplications')} par époque`,
  change: (before, after) => {
    const more = after.parameters - before.parameters;
    return (
      `${counted(Math.abs(more), 'paramètre', 'paramètres')} ${more < 0 ? 'de moins' : 'de plus'} (soit ${formatCount(after.parameters)})\u202f; ` +
      `une époque demande alors environ ${formatShort(after.multiplications / before.multiplications, 2)} fois autant de multiplications`
    );
  },
  more: (count) => `${formatCount(count)} de plus`,
  fewer: 'Moins',
  fixed:
    'La forme de ce modèle est fixe\u202f: il a des couches qui ne se changent que dans le code.',
  description: (columns, { parameters }) =>
    `Un réseau de ${columns.map(unitsOf).join(', ')}\u202f: ${counted(parameters, 'paramètre', 'paramètres')}. Les flèches vont de neurone en neurone, Entrée montre les nombres d’un neurone.`,
  activationName: (name) => name,
  featureName: (name) =>
    ({ x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' })[name],
};
