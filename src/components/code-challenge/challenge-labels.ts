// The words of the challenges: what each asks, and what is said of the mistakes that others made.
import type { ChallengeName } from './challenges/challenge';
import { checkWords, type CheckWords } from './check-labels';

/** What a challenge says. */
export interface ChallengeWords {
  title: string;
  /** What to do, in a sentence or two. */
  task: string;
  /** From a nudge to nearly all. */
  hints: readonly string[];
  /** The comments in the code, from top to bottom; formulas and names in it stay as they are. */
  comments: readonly string[];
  /** What trains with the code, once all holds. */
  run: string;
}

/** A mistake that others made before. */
export type MistakeName = keyof typeof mistakes;

/** The words of challenges and checks. */
export interface ChallengeLabels {
  challenges: Readonly<Record<ChallengeName, ChallengeWords>>;
  /** What is said of a mistake, after the name of the value. */
  mistakes: Readonly<Record<MistakeName, string>>;
  checkWords: CheckWords;
}

const mistakes = {
  squareDoubled: 'is 2x; the square of x is x · x',
  squareUntouched: 'is x as it came in; it must be x · x',
  slopeAlone: 'is the slope 2x alone; it must be multiplied by dObj/dOut',
  halfSlope: 'is half of what it must be: the slope of x² is 2x, not x',
  valueForSlope: 'uses the value x² where the slope 2x belongs',
  slopeOfTwo: 'uses the slope 2; the slope of x² at x is 2x',
  sumForProduct: 'is k + x; it must be k · x',
  factorAlone: 'is k alone; it must be multiplied by dObj/dOut',
  inputForFactor: 'uses the input where the slope dOut/dIn = k belongs',
  inputsAlone: 'is the sum of the inputs alone; each must be multiplied by its dObj/dOut',
  gradientsAlone: 'is the sum of dObj/dOut alone; each must be multiplied by its input',
  gradientsWithoutWeights: 'is the sum of dObj/dOut alone; each must be multiplied by its weight',
  factorTwice: 'has k as a factor; the slope dOut/dk is the input alone',
  batchDivided: 'is 4 times too small: sum over the batch, without dividing',
  lastNumber: 'holds the last number’s share alone; add to it with += where = overwrites it',
  biasMissing: 'lacks the bias: add b[o] to each sum',
  biasPerInput: 'has the bias once for every input; it belongs to each sum once',
  biasSubtracted: 'has the bias subtracted; it must be added',
  biasAlone: 'is the bias alone; the weighted sum of the inputs is missing',
  weightsAlone: 'is the sum of the weights alone; each must be multiplied by its dObj/dOut',
  firstOutput: 'takes only the first output into account; sum over all outputs',
  lastOutput: 'takes only the last output into account; sum over all outputs',
  lastPoint: 'holds the last point’s share alone; add to it with += where = overwrites it',
  firstPoint: 'holds the first point’s share alone; go through all points of the batch',
  weightAsFactor: 'has the weight as a factor; the slope of the output by a weight is the input',
  pointsCounted: 'counts the points; each point adds its dObj/dOut',
  biasAsFactor: 'has the bias as a factor; the slope of the output by its bias is 1',
  untouched: 'has not changed; put the new number in its place',
  unchanged: 'has not changed',
  upTheSlope: 'went up the slope; the loss falls against the gradient',
  wholeGradient: 'went by the whole gradient; multiply it by the learning rate',
  wholeGradientByLr: 'went by the whole gradient; multiply it by lr',
  stepAlone: 'holds only the step; begin from the number that was there',
  signAlone: 'went by the sign of the gradient alone; its size counts too',
  notCleared: 'is still there; put 0 in the place of every number',
  gradientsKept: 'moved by the gradients of all epochs so far; set them to zero first',
  gradientPassedOn:
    'is dObj/dOut as it came in; it must be multiplied by the slope of the layer, dOut/dIn',
  onlySecond: 'holds only the second one; add to it with += where = overwrites it',
};

const challenges: ChallengeLabels['challenges'] = {
  square: {
    title: 'Write Square',
    task: 'Fill the three holes: what forward remembers, what it returns, and the chain rule in backward.',
    hints: [
      'The slope of x² is 2x, so backward must know the x that forward saw.',
      'In backward, n is the row and i the column: the number that forward saw there is this.input[n][i].',
      'dObj/dIn is dObj/dOut times the slope: d * 2 * this.input[n][i].',
    ],
    comments: [
      'x ↦ x², for every number of a batch: x is a list of rows, one row a point.',
      'Remember what backward will need.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Two circles, and a model with your Square between two Linear layers.',
  },
  mul: {
    title: 'Write Mul',
    task: 'Fill the three holes: k x in forward, and in backward the gradient of k and that of the input.',
    hints: [
      'M = k v has two slopes: dM/dv = k, and dM/dk = v.',
      'k is in a list: its number is this.k[0]. The v that belongs to d is this.input[n][i].',
      'grad_k grows by d * this.input[n][i], and the input gets d * this.k[0].',
    ],
    comments: [
      'x ↦ k x, with one trainable number k, the same for every number of the batch.',
      'a list, so that it can be handed out by reference',
      'Each number of the batch adds its share: dObj/dOut × dOut/dk.',
      'dObj/dIn = dObj/dOut × dOut/dIn',
    ],
    run: 'Two clouds, and a perceptron with your Mul before the sigmoid: as k grows, the boundary gets sharper.',
  },
  linear: {
    title: 'Write Linear',
    task: 'Fill the four holes. Forward first: it is checked by itself, before backward is looked at.',
    hints: [
      'Forward: output o of a point is b[o] plus the sum over i of w[o][i] times row[i]. reduce can start from this.b[o].',
      'The bias acts on its output with slope 1, so each point adds d to grad_b[o]. A weight acts with the slope of its input, so each point adds d times this.input[n][i].',
      'An input acts on every output through its weight: dObj/dIn[i] is the sum over o of d times w[o][i].',
    ],
    comments: [
      'Every output is a weighted sum of the inputs, plus a bias.',
      'B points in the batch, I inputs, O outputs: x is (B, I), w is (O, I), b is (O).',
      '(B, I)',
      'For each point a row of O outputs.',
      "dOut is (B, O). Add every point's share to the gradients.",
      'dObj/dIn, (B, I): an input acts on every output.',
    ],
    run: 'The four points, and a perceptron of your Linear and a sigmoid.',
  },
  'own-layer': {
    title: 'A layer of your own',
    task: 'Choose any function of one number v, and write its slope. The slope is compared with the one measured on your forward.',
    hints: [
      'A function that is no straight line will do: Math.sin(v), Math.abs(v), v * Math.exp(-v * v).',
      'The slope of Math.sin(v) is Math.cos(v); that of Math.abs(v) is Math.sign(v).',
    ],
    comments: [
      'A function of your own, for every number by itself. Is it sin? Is it |x|? Has anybody used it?',
      'The slope of your function at the number that it saw.',
    ],
    run: 'Two circles, and a model with your layer between two Linear layers.',
  },
  optimizer: {
    title: 'Write an optimizer',
    task: 'Fill the two holes: what zeroGrad puts in the place of every gradient, and where step moves every number.',
    hints: [
      'zeroGrad must make every gradient 0, whatever it was.',
      'The gradient points up the slope. A step goes the other way, by lr times the gradient.',
    ],
    comments: [
      'Made with a model; zeroGrad() before each step of training, step() after each backward.',
      '[{ value, grad }, …]: lists of numbers, in one level or two, by reference.',
      'Puts rule(v, g) in the place of every number v of a list, with its g of another list.',
    ],
    run: 'The four points, and a perceptron that your optimizer trains.',
  },
  'training-loop': {
    title: 'Write the training loop',
    task: 'Fill the four holes of one epoch: forget, forward, backward, step.',
    hints: [
      'backward adds to the gradients. What must happen to them before it does?',
      'The model takes all points at once: model.forward(x). The gradient goes the other way: model.backward(dPred).',
      'The gradient points up the slope. A step goes the other way: v - lr * g.',
    ],
    comments: [
      'One epoch on all points. model has forward, backward, zeroGrad and parameters;',
      'loss has forward(pred, target) and backward().',
      '1. Forget the gradients of the epoch before.',
      '2. What does the model say, and how wrong is it?',
      '3. Back: first through the loss, then through the model.',
      '4. Move every number against its gradient.',
      'Puts rule(v, g) in the place of every number v of a list, with its g of another list.',
    ],
    run: 'The four points, and a perceptron in your training loop.',
  },
};

export const challengeLabels: ChallengeLabels = { challenges, mistakes, checkWords };
