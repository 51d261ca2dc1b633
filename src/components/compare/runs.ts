// What is compared: runs that share data and seed, and differ in one thing.
import { createTrainer, type TrainerOptions } from '../../trainer';

/** One of the runs: its name, and the options in which it differs. */
export interface ComparedRun extends TrainerOptions {
  /** What it is called. */
  name: string;
}

/** Comparisons that are ready to be used: models, activations or optimizers. */
export type ComparisonName = 'models' | 'activations' | 'optimizers';

/** The models that are compared. */
export type ModelName = 'minimal' | 'shallow' | 'deep' | 'overParametrised';

/** The runs of a comparison by name, for data like that of these options. */
export function namedRuns(
  name: ComparisonName,
  options: TrainerOptions,
  words: Readonly<Record<ModelName, string>>,
): ComparedRun[] {
  if (name === 'activations') {
    return (['ReLU', 'Tanh', 'Sigmoid', 'Sin'] as const).map((activation) => ({
      name: activation,
      activation,
    }));
  }
  if (name === 'optimizers') {
    return [
      { name: 'SGD', optimizer: 'SGD' },
      { name: 'Momentum', optimizer: 'SGD', optimizerOptions: { momentum: 0.9 } },
      { name: 'RMSProp', optimizer: 'RMSProp' },
      { name: 'Adam', optimizer: 'Adam' },
    ];
  }
  const { inputs, outputs } = createTrainer({ ...options, ...untrained }).architecture!;
  const sized = (run: string, ...hidden: number[]): ComparedRun => ({
    name: run,
    model: [inputs, ...hidden, outputs],
  });
  return [
    sized(words.minimal, 2),
    sized(words.shallow, 12),
    sized(words.deep, 4, 4, 4),
    sized(words.overParametrised, 64, 64),
  ];
}

/** The options of one run: the common ones, and those in which it differs. */
export function optionsOf(
  common: TrainerOptions,
  { name: _, ...own }: ComparedRun,
): TrainerOptions {
  return { ...common, ...own };
}

// Asked only for the sizes that the data needs.
const untrained: TrainerOptions = { model: undefined, posterEpoch: undefined, weights: undefined };
