// The words of the data editor in French.
import type { Words } from '../words';
import { counted, formatCount, formatNumber, list, quoted } from './grammar';

type Editor = Words['DataEditor'];
type Problem = Parameters<Editor['line']>[2];

const datasets: Record<Parameters<Editor['datasetName']>[0], string> = {
  simple: 'quatre points',
  moons: 'lunes',
  circles: 'cercles',
  xor: 'XOR',
  spiral: 'spirale',
  gauss: 'gaussiennes',
  checkerboard: 'damier',
  rings: 'anneaux',
  blobs: 'nuages',
  spirals: 'spirales',
  plane: 'plan incliné',
  bumps: 'bosses',
  sine: 'sinus',
};

function problemInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `il manque ${problem.column}\u202f; une ligne est x, y et label`;
    case 'notANumber':
      return `${quoted(problem.cell)} n’est pas un nombre`;
    case 'columns':
      return `les colonnes s’appellent ${list(problem.names)}\u202f; elles doivent s’appeler x, y et label`;
    case 'noText':
      return 'il n’y a pas de texte\u202f; il faut des lignes avec x, y et label';
    case 'onlyHeader':
      return 'il y a une ligne d’en-tête, mais aucun point en dessous';
  }
}

export const dataEditor: Editor = {
  heading: 'Données',
  plane: 'Les points du plan',
  keys: 'Les flèches déplacent le curseur, de loin avec Maj, finement avec Alt. Entrée ajoute un point, ou en prend un et le pose. N et P vont de point en point, Suppr enlève, les chiffres choisissent la classe, Échap remet en place ce qui est tenu.',
  tools: 'Outil',
  tool: { add: 'Ajouter', move: 'Déplacer', erase: 'Effacer', spray: 'Pulvériser' },
  hint: (tool, task) =>
    ({
      add: `Appuyez sur le plan pour ajouter un point de la ${task === 'regression' ? 'valeur' : 'classe'} choisie\u202f; faites glisser un point pour le déplacer.`,
      move: 'Faites glisser un point pour le déplacer.',
      erase: 'Appuyez sur des points, ou glissez dessus, pour les enlever.',
      spray:
        'Glissez sur le plan pour y semer des points. Tant que cet outil est choisi, un doigt sur le plan ne fait pas défiler la page.',
    })[tool],
  classes: 'Classe',
  classOf: (label) => `classe ${label}`,
  addClass: 'Ajouter une classe',
  value: 'Valeur',
  part: 'Nouveaux points pour',
  partOf: { train: 'l’entraînement', test: 'le test' },
  undo: 'Annuler',
  redo: 'Rétablir',
  clear: 'Vider',
  empty: 'Appuyez ici pour poser le premier point.',
  needsPoints:
    'Ajoutez au moins un point d’entraînement\u202f; d’ici là, l’entraînement continue avec les dernières données.',
  full: (most) => `Il y a ${formatCount(most)} points, autant que cet éditeur peut en contenir.`,
  large: 'Avec autant de points, l’entraînement suit à la fin du glissement.',
  dataset: 'Jeu de données',
  datasetName: (name) => datasets[name],
  own: 'dessiné à la main',
  groups: { binary: 'Deux classes', multiclass: 'Plusieurs classes', regression: 'Nombres' },
  points: 'Points',
  noise: 'Bruit',
  split: 'Part de test',
  seed: 'Graine',
  newSample: 'Nouveau tirage',
  ownLocked:
    'Des points dessinés à la main n’ont ni bruit ni graine\u202f; choisissez pour cela un jeu de données.',
  csv: 'Coller ou ouvrir un CSV',
  paste: 'Des lignes x, y et label',
  file: 'Ouvrir un fichier',
  drop: 'ou en déposer un sur le plan',
  found: ({ points, classNames }, task, classes) =>
    `${counted(points.length, 'point', 'points')}, ` +
    (task === 'regression'
      ? 'avec un nombre chacun'
      : `${counted(classes, 'classe', 'classes')}${classNames.length ? ` (${classNames.join(', ')})` : ''}`),
  errors: (count) => `${counted(count, 'ligne est illisible', 'lignes sont illisibles')}\u202f:`,
  line: (line, _, problem) => `Ligne ${formatCount(line)}\u202f: ${problemInWords(problem)}`,
  columns: { x: 'x', y: 'y', label: 'label' },
  wholeNumber: (low, high) =>
    `Il faut un nombre entier de ${formatCount(low)} à ${formatCount(high)}.`,
  moreErrors: (count) => `et ${counted(count, 'autre', 'autres')}`,
  take: (count) => `Utiliser ${counted(count, 'point', 'points')}`,
  takeGood: (count) => `Utiliser ${counted(count, 'ligne correcte', 'lignes correctes')}`,
  cancel: 'Annuler',
  tooLarge: `Cela fait plus de 5 millions de caractères ou de ${formatCount(100_000)} lignes\u202f; une page ne peut pas contenir ni dessiner autant de points.`,
  downloadTrain: 'Télécharger le CSV d’entraînement',
  downloadTest: 'Télécharger le CSV de test',
  noTest: 'Il n’y a pas de points de test.',
  count: (train, test) =>
    `${formatCount(train)} pour l’entraînement${test ? `, ${formatCount(test)} pour le test` : ''}`,
  at: (x, y, under) =>
    `x ${formatNumber(x, 2)}\u202f; y ${formatNumber(y, 2)}${under ? `\u202f: ${under}` : ''}`,
  point: (index, count, { x, y, label, part }, task, name = `classe ${label}`) =>
    `Point ${formatCount(index + 1)} sur ${formatCount(count)}, ${task === 'regression' ? `valeur ${formatNumber(label, 2)}` : name}${part === 'test' ? ', pour le test' : ''}, en x ${formatNumber(x, 2)}\u202f; y ${formatNumber(y, 2)}`,
  added: 'Ajouté.',
  removed: 'Enlevé.',
  picked: 'Pris\u202f; les flèches le déplacent, Entrée le pose, Échap le remet en place.',
  dropped: 'Posé.',
  undone: 'Annulé.',
  redone: 'Rétabli.',
};
