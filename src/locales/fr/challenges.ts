// The challenges in French: what each asks, and what is said of the mistakes that others made.
import type { ChallengeLabels } from '../../components/code-challenge/challenge-labels';
import { checkWords } from './checks';

const onlyAdd = 'ajoutez avec +=, car = écrase';

const mistakes: ChallengeLabels['mistakes'] = {
  squareDoubled: 'vaut 2x\u202f; le carré de x est x · x',
  squareUntouched: 'vaut x, tel quel\u202f; il faut x · x',
  slopeAlone: 'est la pente 2x seule\u202f; elle doit être multipliée par dObj/dOut',
  halfSlope: 'vaut la moitié de ce qu’il faut\u202f: la pente de x² est 2x, pas x',
  valueForSlope: 'utilise la valeur x² là où il faut la pente 2x',
  slopeOfTwo: 'utilise la pente 2\u202f; la pente de x² en x est 2x',
  sumForProduct: 'vaut k + x\u202f; il faut k · x',
  factorAlone: 'est k seul\u202f; il doit être multiplié par dObj/dOut',
  inputForFactor: 'utilise l’entrée là où il faut la pente dOut/dIn = k',
  inputsAlone:
    'est la somme des entrées seules\u202f; chacune doit être multipliée par son dObj/dOut',
  gradientsAlone:
    'est la somme des dObj/dOut seuls\u202f; chacun doit être multiplié par son entrée',
  gradientsWithoutWeights:
    'est la somme des dObj/dOut seuls\u202f; chacun doit être multiplié par son poids',
  factorTwice: 'contient le facteur k\u202f; la pente dOut/dk est l’entrée seule',
  batchDivided: 'vaut le quart de ce qu’il faut\u202f: faites la somme sur le lot, sans diviser',
  lastNumber: `ne contient que la part du dernier nombre\u202f; ${onlyAdd}`,
  biasMissing: 'n’a pas le biais\u202f: ajoutez b[o] à chaque somme',
  biasPerInput:
    'compte le biais une fois par entrée\u202f; il n’entre qu’une fois dans chaque somme',
  biasSubtracted: 'contient le biais soustrait\u202f; il doit être ajouté',
  biasAlone: 'est le biais seul\u202f; il manque la somme pondérée des entrées',
  weightsAlone: 'est la somme des poids seuls\u202f; chacun doit être multiplié par son dObj/dOut',
  firstOutput: 'ne tient compte que de la première sortie\u202f; faites la somme sur toutes',
  lastOutput: 'ne tient compte que de la dernière sortie\u202f; faites la somme sur toutes',
  lastPoint: `ne contient que la part du dernier point\u202f; ${onlyAdd}`,
  firstPoint: 'ne contient que la part du premier point\u202f; parcourez tous les points du lot',
  weightAsFactor:
    'contient le poids en facteur\u202f; la pente de la sortie par rapport à un poids est l’entrée',
  pointsCounted: 'compte les points\u202f; chaque point ajoute son dObj/dOut',
  biasAsFactor:
    'contient le biais en facteur\u202f; la pente de la sortie par rapport à son biais est 1',
  untouched: 'n’a pas changé\u202f; mettez le nouveau nombre à sa place',
  unchanged: 'n’a pas changé',
  upTheSlope: 'a remonté la pente\u202f; la perte baisse dans le sens opposé au gradient',
  wholeGradient: 'a bougé du gradient entier\u202f; multipliez-le par le taux d’apprentissage',
  wholeGradientByLr: 'a bougé du gradient entier\u202f; multipliez-le par lr',
  stepAlone: 'ne contient que le pas\u202f; partez du nombre qui était là',
  signAlone: 'n’a suivi que le signe du gradient\u202f; sa taille compte aussi',
  notCleared: 'est encore là\u202f; mettez 0 à la place de chaque nombre',
  gradientsKept:
    'a suivi les gradients de toutes les époques jusqu’ici\u202f; mettez-les d’abord à zéro',
  gradientPassedOn:
    'est dObj/dOut tel qu’il est arrivé\u202f; il doit être multiplié par la pente de la couche, dOut/dIn',
  onlySecond: `ne contient que le second\u202f; ${onlyAdd}`,
};

const change =
  'Met rule(v, g) à la place de chaque nombre v d’une liste, avec son g d’une autre liste.';

const challenges: ChallengeLabels['challenges'] = {
  square: {
    title: 'Écrire Square',
    task: 'Remplissez les trois trous\u202f: ce que forward retient, ce qu’il renvoie, et la règle de la chaîne dans backward.',
    hints: [
      'La pente de x² est 2x, donc backward doit connaître le x que forward a vu.',
      'Dans backward, n est la ligne et i la colonne\u202f: le nombre que forward a vu là est this.input[n][i].',
      'dObj/dIn est dObj/dOut fois la pente\u202f: d * 2 * this.input[n][i].',
    ],
    comments: [
      'x ↦ x², pour chaque nombre d’un lot\u202f: x est une liste de lignes, une ligne par point.',
      'Retenez ce dont backward aura besoin.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Deux cercles, et un modèle avec votre Square entre deux couches Linear.',
  },
  mul: {
    title: 'Écrire Mul',
    task: 'Remplissez les trois trous\u202f: k x dans forward, et dans backward le gradient de k et celui de l’entrée.',
    hints: [
      'M = k v a deux pentes\u202f: dM/dv = k, et dM/dk = v.',
      'k est dans une liste\u202f: son nombre est this.k[0]. Le v qui va avec d est this.input[n][i].',
      'grad_k augmente de d * this.input[n][i], et l’entrée reçoit d * this.k[0].',
    ],
    comments: [
      'x ↦ k x, avec un seul nombre k à apprendre, le même pour chaque nombre du lot.',
      'une liste, pour pouvoir être transmise par référence',
      'Chaque nombre du lot ajoute sa part\u202f: dObj/dOut × dOut/dk.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Deux nuages, et un perceptron avec votre Mul avant la sigmoïde\u202f: quand k grandit, la frontière devient plus nette.',
  },
  linear: {
    title: 'Écrire Linear',
    task: 'Remplissez les quatre trous. Commencez par forward\u202f: il est vérifié seul, avant qu’on regarde backward.',
    hints: [
      'Passe avant\u202f: la sortie o d’un point est b[o] plus la somme sur i de w[o][i] fois row[i]. reduce peut partir de this.b[o].',
      'Le biais agit sur sa sortie avec une pente de 1, donc chaque point ajoute d à grad_b[o]. Un poids agit avec la pente de son entrée, donc chaque point ajoute d fois this.input[n][i].',
      'Une entrée agit sur chaque sortie à travers son poids\u202f: dObj/dIn[i] est la somme sur o de d fois w[o][i].',
    ],
    comments: [
      'Chaque sortie est une somme pondérée des entrées, plus un biais.',
      'B points dans le lot, I entrées, O sorties\u202f: x est (B, I), w est (O, I), b est (O).',
      '(B, I)',
      'Pour chaque point, une ligne de O sorties.',
      'dOut est (B, O). Ajoutez la part de chaque point aux gradients.',
      'dObj/dIn, (B, I)\u202f: une entrée agit sur chaque sortie.',
    ],
    run: 'Les quatre points, et un perceptron fait de votre Linear et d’une sigmoïde.',
  },
  'own-layer': {
    title: 'Une couche à vous',
    task: 'Choisissez une fonction d’un nombre v, et écrivez sa pente. La pente est comparée à celle qu’on mesure sur votre forward.',
    hints: [
      'Toute fonction qui n’est pas une droite convient\u202f: Math.sin(v), Math.abs(v), v * Math.exp(-v * v).',
      'La pente de Math.sin(v) est Math.cos(v)\u202f; celle de Math.abs(v) est Math.sign(v).',
    ],
    comments: [
      'Une fonction à vous, pour chaque nombre séparément. Est-ce sin\u202f? Est-ce |x|\u202f? L’a-t-on déjà utilisée\u202f?',
      'La pente de votre fonction au nombre qu’elle a vu.',
    ],
    run: 'Deux cercles, et un modèle avec votre couche entre deux couches Linear.',
  },
  optimizer: {
    title: 'Écrire un optimiseur',
    task: 'Remplissez les deux trous\u202f: ce que zeroGrad met à la place de chaque gradient, et où step déplace chaque nombre.',
    hints: [
      'zeroGrad doit mettre chaque gradient à 0, quel qu’il ait été.',
      'Le gradient pointe vers le haut de la pente. Un pas va dans l’autre sens, de lr fois le gradient.',
    ],
    comments: [
      'Créé avec un modèle\u202f; zeroGrad() avant chaque pas d’entraînement, step() après chaque backward.',
      '[{ value, grad }, …]\u202f: des listes de nombres, à un niveau ou deux, par référence.',
      change,
    ],
    run: 'Les quatre points, et un perceptron que votre optimiseur entraîne.',
  },
  'training-loop': {
    title: 'Écrire la boucle d’entraînement',
    task: 'Remplissez les quatre trous d’une époque\u202f: oublier, passe avant, passe arrière, pas.',
    hints: [
      'backward ajoute aux gradients. Que doit-il leur arriver avant\u202f?',
      'Le modèle prend tous les points à la fois\u202f: model.forward(x). Le gradient va dans l’autre sens\u202f: model.backward(dPred).',
      'Le gradient pointe vers le haut de la pente. Un pas va dans l’autre sens\u202f: v - lr * g.',
    ],
    comments: [
      'Une époque sur tous les points. model a forward, backward, zeroGrad et parameters\u202f;',
      'loss a forward(pred, target) et backward().',
      '1. Oublier les gradients de l’époque précédente.',
      '2. Que dit le modèle, et de combien se trompe-t-il\u202f?',
      '3. Retour\u202f: d’abord à travers la perte, puis à travers le modèle.',
      '4. Déplacer chaque nombre dans le sens opposé à son gradient.',
      change,
    ],
    run: 'Les quatre points, et un perceptron dans votre boucle d’entraînement.',
  },
};

export const challengeWords: ChallengeLabels = { challenges, mistakes, checkWords };
