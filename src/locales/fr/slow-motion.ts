// The words of the layer stack's slow-motion step, of its batch, and of the optimizer's memory in French.
import type {
  BatchLabels,
  DistributionFacts,
  OptimizerLabels,
  SlowMotionLabels,
  StageFacts,
} from '../../components/layer-stack/slow-labels';
import {
  counted,
  formatCount,
  formatNumber,
  formatPercent,
  formatShort,
  formatTight,
  list,
} from './grammar';

const points = (count: number) => counted(count, 'point', 'points');
const thePoints = (count: number) =>
  count === 1 ? 'le point' : `les ${formatCount(count)} points`;
const percent = (share: number) =>
  share > 0 && share < 0.01
    ? `moins de ${formatPercent(0.01)}`
    : formatPercent(Math.round(100 * share) / 100);
const n = (value: number) => formatNumber(value);

type Range = Pick<StageFacts, 'low' | 'high'>;
// The numbers that arrive: ` de 0,1 à 0,9`, ` tous égaux à 0,5`.
const range = ({ low, high }: Range) =>
  low === null || high === null
    ? ''
    : low === high
      ? ` tous égaux à ${n(low)}`
      : ` de ${n(low)} à ${n(high)}`;
const lossRange = ({ low, high }: Range) =>
  low === null || high === null
    ? 'n’est pas connue'
    : low === high
      ? `est ${n(low)}`
      : `va de ${n(low)} à ${n(high)}`;

const columns = {
  value: (count: number) => counted(count, 'valeur', 'valeurs'),
  gradient: (count: number) => counted(count, 'gradient', 'gradients'),
} as const;
const column = { value: 'valeur', gradient: 'gradient' } as const;
const ways = { forward: 'passe avant dans', backward: 'passe arrière dans' } as const;
const slotNames: Record<string, string> = { momentum: 'vitesse', sum: 'somme des carrés' };
const slotMeanings: Record<string, string> = {
  momentum:
    'La vitesse prolonge les pas précédents\u202f: elle est faite des gradients jusqu’ici, d’autant plus faibles qu’ils sont anciens.',
  m: 'm est une moyenne mobile du gradient\u202f: la direction qu’il a eue dernièrement.',
  v: 'v est une moyenne mobile du carré du gradient\u202f: là où les gradients ont été grands, les pas deviennent plus petits.',
  sum: 'La somme des carrés de tous les gradients jusqu’ici\u202f: là où elle est grande, les pas deviennent plus petits.',
};

function sentence(facts: StageFacts): string {
  const { kind, of, step, parameters, learningRate, change, cleared, failure } = facts;
  const said = {
    zeroGrad: () =>
      `Le pas d’entraînement ${formatCount(step)} prend ${points(facts.points)}. ` +
      (cleared
        ? 'zeroGrad met chaque gradient à zéro, pour que le pas précédent ne compte pas.'
        : 'zeroGrad est désactivé\u202f: les gradients du pas précédent restent, et ce pas s’y ajoute.'),
    forward: () =>
      `Passe avant dans ${of}\u202f: pour ${thePoints(facts.points)}, il en sort des nombres${range(facts)}.`,
    loss: () =>
      `${of} compare les prédictions aux cibles\u202f: pour ${thePoints(facts.points)}, la perte ${lossRange(facts)}. Son gradient ouvre la passe arrière.`,
    backward: () =>
      `Passe arrière dans ${of}\u202f: des gradients${range(facts)} descendent` +
      (parameters.length ? `, et d’autres s’ajoutent à ceux de ${list(parameters)}.` : '.'),
    update: () =>
      `${of} change chaque paramètre selon son gradient, avec le taux d’apprentissage ${formatTight(learningRate)}\u202f: le plus grand changement est ${n(change)}.`,
  }[kind]();
  return failure === null
    ? said
    : `${said} Ici, le pas échoue\u202f: les nombres deviennent trop grands.`;
}

function distribution(facts: DistributionFacts): string {
  const { count, low, high, mean, zeros, units, silent, nonFinite } = facts;
  const ends = low === high ? n(low) : `de ${n(low)} à ${n(high)}`;
  const parts = count > nonFinite ? [`${ends}, moyenne ${n(mean)}`] : ['aucun nombre n’est fini'];
  if (zeros > 0) parts.push(`${percent(zeros)} de zéros`);
  if (silent > 0) {
    parts.push(
      `${counted(silent, 'unité nulle', 'unités nulles')} pour tous, sur ${formatCount(units)}`,
    );
  }
  if (nonFinite > 0 && count > nonFinite) {
    parts.push(counted(nonFinite, 'nombre non fini', 'nombres non finis'));
  }
  return parts.join('\u202f; ');
}

export const slowMotion: SlowMotionLabels & BatchLabels & OptimizerLabels = {
  slowMotion: 'Un pas d’entraînement au ralenti',
  play: 'Lancer',
  pause: 'Pause',
  back: 'Précédent',
  nextStage: 'Suivant',
  takeStep: 'Faire le pas',
  replay: 'Rejouer à pleine vitesse',
  pace: 'Rythme',
  paceOf: (pace) =>
    pace >= 1 ? `${formatShort(pace)} par seconde` : `toutes les ${formatShort(1 / pace)} s`,
  stage: 'Étape du pas d’entraînement',
  stageName: (kind, of) => {
    if (kind === 'forward' || kind === 'backward') return `${ways[kind]} ${of}`;
    return { zeroGrad: of, loss: 'perte', update: `pas, ${of}` }[kind];
  },
  progress: (name, at, count) => `${name}, ${at} sur ${count}`,
  notBegun: 'pas commencé',
  atRest: (step) =>
    `Vient ensuite le pas d’entraînement ${formatCount(step)}\u202f: zeroGrad, passe avant, perte, passe arrière, pas de l’optimiseur.`,
  sentence,
  replaying: (step) => `Le pas d’entraînement ${formatCount(step)} à nouveau, à pleine vitesse.`,
  taken: (step, loss) =>
    `Le pas d’entraînement ${formatCount(step)} est fait. La perte de son lot était ${n(loss)}. Lancer continue avec le suivant.`,
  notInBatch: (wanted, shown) =>
    `Le point ${formatCount(wanted + 1)} n’est pas dans ce lot\u202f; c’est le point ${formatCount(shown + 1)} qui est affiché.`,
  pending: 'pas encore',
  largestGradient: (size) => `plus grand gradient ${formatTight(size)}`,
  largestChange: (size) => `plus grand changement ${formatTight(size)}`,

  shown: 'Affichage',
  oneSample: 'un exemple',
  batch: 'lot',
  batchNote: 'le lot qui vient ensuite\u202f: les valeurs montent, les gradients descendent',
  stepNote: (step, sample, count, view) =>
    view === 'batch'
      ? `pas d’entraînement ${formatCount(step)}, ${points(count)}`
      : `pas d’entraînement ${formatCount(step)}\u202f: point ${formatCount(sample + 1)}, un sur ${formatCount(count)}`,
  distribution,
  pendingHistogram: (of, which) => `${of}, ${column[which]}\u202f: pas encore`,
  histogram: (facts) =>
    `${facts.of}, ${columns[facts.column](facts.count)} du lot\u202f: ${distribution(facts)}`,
  batchCaption:
    'Combien de fois chaque grandeur se présente parmi les nombres de toutes les unités et de tous les points du lot que prend le prochain pas d’entraînement. La ligne du milieu est zéro\u202f; la barre grise compte les zéros exacts.',

  parameterByNumber: 'Un nombre d’un paramètre, et ce que l’optimiseur en retient',
  parameter: 'Paramètre',
  entry: 'Élément',
  ofEntries: (count) => `sur ${formatCount(count)}`,
  previousEntry: 'Élément précédent',
  nextEntry: 'Élément suivant',
  entryPlace: (indices) =>
    indices.length === 2
      ? `ligne ${indices[0]! + 1}, colonne ${indices[1]! + 1}`
      : `place ${indices.map((index) => index + 1).join(', ')}`,
  now: 'maintenant',
  beforeStep: 'avant le pas',
  parameterRow: 'valeur',
  gradientRow: 'gradient',
  slotName: (name) => slotNames[name] ?? name,
  slotMeaning: (name) => slotMeanings[name] ?? '',
  noMemory: (optimizer) => `${optimizer} ne retient rien des pas précédents.`,
};
