// The playground as an element: with a goal above it, if one is set.
import { Goal, type GoalConditions } from '../../components/goal';
import { Playground, type PlaygroundPart, type PlaygroundProps } from '../../components/playground';
import { controlNames, type ControlName } from '../../components/trainer-controls';
import { useContextTrainer } from '../../hooks';
import type { Snapshot } from '../../trainer';
import { list, oneOf, orWord, text } from '../attributes/parser';
import { frameProps, kind } from './kind';
import { goal, limits } from './values';

interface Props extends PlaygroundProps {
  /** What the reader is to reach. */
  goal?: GoalConditions;
  /** The goal as a sentence. */
  goalText?: string;
  onGoal?: (snapshot: Snapshot) => void;
}

const figures = [
  ...(['controls', 'dataset', 'network', 'boundary', 'lossChart'] as const),
  ...(['failures', 'layers', 'landscape', 'activationPlot'] as const),
] satisfies Exclude<PlaygroundPart, ControlName>[];
const parts = list(oneOf(...figures, ...controlNames), { example: 'dataset, optimizer' });

export const playground = kind<Props>(
  function ElementPlayground({ goal, goalText, onGoal, ...rest }) {
    const trainer = useContextTrainer(undefined, 'pancake-playground');
    return (
      <Playground {...rest} trainer={trainer}>
        {goal && (
          <Goal when={goal} onComplete={onGoal}>
            {goalText}
          </Goal>
        )}
      </Playground>
    );
  },
  {
    ...frameProps,
    hide: parts,
    lock: orWord('all', true as const, parts),
    limits,
    goal,
    goalText: text,
  },
  { events: { onGoal: (run: unknown) => ['goal', run] } },
);
