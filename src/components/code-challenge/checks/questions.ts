// What each challenge asks of the code.
import type { Program } from '../../../sandbox';
import type { ChallengeLabels } from '../challenge-labels';
import type { ChallengeName } from '../challenges';
import type { Question } from './check';
import { linearQuestions } from './linear';
import { mulQuestions } from './mul';
import { optimizerQuestions } from './optimizer';
import { ownLayerQuestions } from './own-layer';
import { squareQuestions } from './square';
import { trainingLoopQuestions } from './training-loop';

type Questions = (program: Program, words: ChallengeLabels) => readonly Question[];

const questions: Readonly<Record<ChallengeName, Questions>> = {
  square: squareQuestions,
  mul: mulQuestions,
  linear: linearQuestions,
  'own-layer': ownLayerQuestions,
  optimizer: optimizerQuestions,
  'training-loop': trainingLoopQuestions,
};

/** The questions to a program, in the order in which they are asked. */
export function questionsOf(
  name: ChallengeName,
  program: Program,
  words: ChallengeLabels,
): readonly Question[] {
  return questions[name](program, words);
}
