// The options of a run as attributes: `learning-rate="0.1"`, `model="2,10,10,1"`.
import {
  fromCSV,
  split,
  type Dataset,
  type Schedule,
  type ScheduleOptions,
  type Task,
} from '../../engine';
import type { OptimizerSettings, SplitDataset, TrainerOptions } from '../../trainer';
import {
  json,
  kebab,
  list,
  name,
  number,
  oneOf,
  orWord,
  settings,
  share,
  whole,
  yesOrNo,
  type Parser,
} from './parser';

const rate = number({ min: 0 });
const pairOf = list(share, { least: 2, most: 2, example: '0.9 0.999' }) as Parser<[number, number]>;

type OptionParsers = { [K in keyof TrainerOptions]-?: Parser<NonNullable<TrainerOptions[K]>> };

/** How each option is read. */
export const optionParsers: OptionParsers = {
  model: list(whole(1), { least: 2, example: '2,10,10,1' }),
  activation: listOfNames('ReLU'),
  features: list(name(), { example: 'x,y,x2' }),
  dropout: share,
  initialization: oneOf('default', 'zeros', 'xavier', 'he'),
  data: name(),
  points: whole(1),
  noise: share,
  testRatio: share,
  loss: name(),
  reduction: oneOf('mean', 'sum'),
  optimizer: name(),
  optimizerOptions: settings<OptimizerSettings>(
    {
      momentum: share,
      nesterov: yesOrNo,
      weightDecay: rate,
      betas: pairOf,
      alpha: share,
      eps: rate,
    },
    'momentum: 0.9, weight-decay: 0.001',
  ),
  learningRate: number({ above: 0 }),
  schedule: schedule(),
  l1: rate,
  l2: rate,
  zeroGrad: yesOrNo,
  batchSize: orWord('full', 'full', whole(1)),
  shuffle: yesOrNo,
  seed: whole(),
  dataSeed: whole(),
  autoplay: yesOrNo,
  speed: number({ above: 0, endless: true }),
  posterEpoch: whole(),
  weights: json('what toJSON() of the model gives'),
  stopWhen: settings<{ epoch: number; loss: number; accuracy: number }>(
    { epoch: whole(1), loss: rate, accuracy: share },
    'epoch: 500',
  ),
};

/** What an option is called as an attribute. Figures show weights, and have attributes for which. */
export const attributeOf = (option: keyof TrainerOptions): string =>
  option === 'weights' ? 'saved-weights' : kebab(option);

/** The options by their attributes' names. */
export const optionsByAttribute = new Map(
  (Object.keys(optionParsers) as (keyof TrainerOptions)[]).map((option) => [
    attributeOf(option),
    option,
  ]),
);

/** What the points given as CSV ask: the task is told by their labels unless it is said. */
export const task: Parser<Task> = oneOf('binary', 'multiclass', 'regression');

/** The attributes of points of one's own. */
export const dataAttributes = ['csv', 'task'] as const;

/**
 * Data from CSV, with a part of it kept for testing if the options say so.
 *
 * @throws PancakeError naming the line, if something cannot be read
 */
export function dataFromCSV(
  csv: string,
  of: Task | undefined,
  { testRatio = 0, dataSeed = 0 }: TrainerOptions,
): Dataset | SplitDataset {
  const all = fromCSV(csv, of === undefined ? {} : { task: of });
  if (testRatio === 0) return all;
  return split(all, testRatio, dataSeed);
}

// One activation for all layers, or one for each.
function listOfNames<T extends string>(example: string): Parser<T | T[]> {
  const names = list(name<T>(), { example });
  return {
    read: (given) => {
      const found = names.read(given);
      return found?.length === 1 ? found[0] : found;
    },
    must: names.must,
  };
}

function schedule(): Parser<Schedule | ScheduleOptions> {
  const [stepSize, epochs, gamma, end] = [whole(1), whole(1), rate, share];
  const parsers = { stepSize, epochs, gamma, end };
  const rest = settings<{ stepSize: number; epochs: number; gamma: number; end: number }>(
    parsers,
    'step-size: 50',
  );
  return {
    read: (given) => {
      const [, kind = '', more = ''] =
        /^\s*(step|cosine|warmup)\s*[,;:]?([^]*)$/i.exec(given) ?? [];
      const read = rest.read(more);
      if (kind === '' || !read) return undefined;
      return { name: kind.toLowerCase(), ...read } as ScheduleOptions;
    },
    must: 'such as "step, step-size: 50", "cosine, epochs: 200" or "warmup, epochs: 10"',
  };
}
