// All challenges, by name.
import type { ChallengeName, ChallengeSource } from './challenge';
import { linear } from './linear';
import { mul } from './mul';
import { optimizer } from './optimizer';
import { ownLayer } from './own-layer';
import { square } from './square';
import { trainingLoop } from './training-loop';

export {
  challengeIn,
  hole,
  openHoles,
  type Challenge,
  type ChallengeName,
  type ChallengeSource,
} from './challenge';

export const challenges: Readonly<Record<ChallengeName, ChallengeSource>> = {
  square,
  mul,
  linear,
  'own-layer': ownLayer,
  optimizer,
  'training-loop': trainingLoop,
};
