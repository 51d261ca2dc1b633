// A run as a program elsewhere needs to know it.
import { RandomStream, type RunDescription, type RunExportOptions } from '../engine';
import { drawOrder } from './epoch-order';
import type { RecordedRun } from './recorded-run';

/** What a run does from its beginning, or with `currentWeights` from the epoch at hand on. */
export function describeRun(
  { run, initial }: RecordedRun,
  seed: number,
  { epochs, currentWeights }: Required<RunExportOptions>,
): RunDescription {
  const { settings, model, optimizer, epoch } = run;
  const { options, train, shuffle, batchSize, loss, learningRate, zeroGrad, l1, l2 } = settings;
  const rows = train.x.shape[0]!;
  const isFull = batchSize === 'full' || batchSize >= rows;
  const firstEpoch = currentWeights ? epoch : 0;
  const random = new RandomStream(0);
  // A batch of all points keeps their order.
  const orders =
    !shuffle || isFull
      ? null
      : Array.from({ length: epochs - 1 }, (_, i) => {
          const order = new Uint32Array(rows);
          drawOrder(order, random, seed, firstEpoch + i);
          return order;
        });
  return {
    model,
    weights: currentWeights ? run.parameters.map(({ value }) => value.data.slice()) : initial,
    data: train,
    loss,
    optimizer,
    learningRate,
    schedule: options.schedule,
    batchSize: isFull ? 'full' : batchSize,
    orders,
    zeroGrad,
    l1,
    l2,
    firstEpoch,
    epochs,
  };
}
