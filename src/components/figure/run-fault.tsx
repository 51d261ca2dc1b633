// What a figure says when its run was stopped by an error. One figure of each run says it.
import { useLabels } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { ErrorMessage } from './error-boundary';
import { errorLabels } from './labels';
import { useSpeaks } from './speakers';

/**
 * Why the run stopped, with a button to go on, in one of its figures.
 *
 * @param isBest whether this figure says it rather than others: it is where the reader began the training
 */
export function RunFault({ trainer, isBest }: { trainer: Trainer; isBest: boolean }) {
  const speaks = useSpeaks('fault', trainer, isBest ? 1 : 0);
  const fault = useTrainerValue(readFault, trainer);
  const words = useLabels('FigureError', errorLabels, undefined);
  if (!speaks || !fault) return null;
  return (
    <ErrorMessage
      what={fault.during === 'travel' ? words.notReached : words.stopped}
      error={fault}
      retry={words.retry}
      onRetry={() => trainer.retry()}
    />
  );
}

const readFault = ({ fault }: Snapshot) => fault;
