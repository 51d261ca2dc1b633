// Components that take the options of a run as props: which props are options.
import type { TrainerOptions } from '../../trainer';

// Every option of a run, so that what is left over can go to the element.
const optionNames: Record<keyof TrainerOptions, true> = {
  model: true,
  activation: true,
  features: true,
  dropout: true,
  initialization: true,
  data: true,
  points: true,
  noise: true,
  testRatio: true,
  loss: true,
  reduction: true,
  optimizer: true,
  optimizerOptions: true,
  learningRate: true,
  schedule: true,
  l1: true,
  l2: true,
  zeroGrad: true,
  batchSize: true,
  shuffle: true,
  seed: true,
  dataSeed: true,
  autoplay: true,
  speed: true,
  stopWhen: true,
  posterEpoch: true,
  weights: true,
};

/** The options of a run among some props, and the other props. */
export function separateOptions<P extends TrainerOptions>(
  props: P,
): [options: TrainerOptions, rest: Omit<P, keyof TrainerOptions>] {
  const entries = Object.entries(props);
  const isOption = ([name]: [string, unknown]) => name in optionNames;
  return [
    Object.fromEntries(entries.filter(isOption)),
    Object.fromEntries(entries.filter((entry) => !isOption(entry))) as Omit<
      P,
      keyof TrainerOptions
    >,
  ];
}
