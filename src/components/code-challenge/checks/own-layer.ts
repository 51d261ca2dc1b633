// What is asked of a function of the reader's own.
import type { Program } from '../../../sandbox';
import type { ChallengeLabels } from '../challenge-labels';
import type { Question } from './check';
import { layerQuestions } from './layer-checks';

export function ownLayerQuestions(program: Program, words: ChallengeLabels): readonly Question[] {
  return layerQuestions(
    program,
    {
      name: 'Mine',
      args: [],
      values: {},
      formula: null,
      x: [
        [0.53, -1.57],
        [2.13, 3.29],
        [-0.71, 1.23],
        [1.17, -2.41],
      ],
      forward: null,
    },
    words,
  );
}
