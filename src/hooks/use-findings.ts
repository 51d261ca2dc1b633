// What goes wrong in a run, for React: looked for a few times a second, while there is something new.
import { diagnose, type Finding, type Snapshot, type Trainer } from '../trainer';
import { useContextTrainer } from './trainer-context';
import { useTrainerValue } from './use-trainer-value';

/**
 * What goes wrong in the run, problems first (see `diagnose`). Renders again when a finding changes,
 * at most about eight times a second.
 *
 * @param trainer the run; that of the nearest `<Pancake>` if not given
 * @throws PancakeError if there is no run
 */
export function useFindings(trainer?: Trainer): readonly Finding[] {
  return useTrainerValue(readFindings, useContextTrainer(trainer, 'useFindings'));
}

const readFindings = (_: Snapshot, trainer: Trainer) => diagnose(trainer);
