// All challenges, by name.
import type { Challenge, ChallengeName } from './challenge';
import { linear } from './linear';
import { mul } from './mul';
import { optimizer } from './optimizer';
import { ownLayer } from './own-layer';
import { square } from './square';
import { trainingLoop } from './training-loop';

export { hole, openHoles, type Challenge, type ChallengeName } from './challenge';

export const challenges: Readonly<Record<ChallengeName, Challenge>> = {
  square,
  mul,
  linear,
  'own-layer': ownLayer,
  optimizer,
  'training-loop': trainingLoop,
};
