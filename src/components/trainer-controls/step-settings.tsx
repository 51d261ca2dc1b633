// What a training step does: how many points, which loss, which optimizer.
import { createLoss, createOptimizer, type LossName, type OptimizerName } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { OptimizerSettings, Snapshot, Trainer } from '../../trainer';
import { inWords } from '../figure';
import { Choice } from './choice';
import { useControls } from './controls-context';
import { allows, batchSizes } from './limits';
import { lossObstacle } from './loss-obstacle';
import { Setting } from './setting';
import type { ParameterLabel } from './setting-labels';
import { TypedNumber } from './typed-number';
import { useAuthorsOwn } from './use-authors-own';

/** Points to a step. */
export function BatchSize() {
  const { trainer, words, options, limits, change } = useControls();
  const { batchSize = 10 } = options;
  const points = useTrainerValue(readPoints, trainer);
  const sizes = batchSizes(limits.batchSize, points);
  const numbers = [batchSize, ...sizes].filter((size) => size !== 'full').sort((a, b) => a - b);
  const hasFull = batchSize === 'full' || sizes.includes('full');
  const choices = [...new Set(numbers), ...(hasFull ? (['full'] as const) : [])];
  return (
    <Setting name="batchSize" label={words.batchSize}>
      {(field) => (
        <Choice<number | 'full'>
          {...field}
          value={batchSize}
          choices={choices}
          write={(size) => words.batch(size, points)}
          onChange={(next) => change('batchSize', { batchSize: next })}
        />
      )}
    </Setting>
  );
}

/** Whether gradients are set to zero before each step. */
export function ZeroGrad() {
  const { words, options, change } = useControls();
  const { zeroGrad = true } = options;
  return (
    <Setting name="zeroGrad" label={words.zeroGrad}>
      {(field) => (
        <>
          <input
            {...field}
            type="checkbox"
            role="switch"
            className="pancake-switch"
            checked={zeroGrad}
            onChange={(event) => change('zeroGrad', { zeroGrad: event.target.checked })}
          />
          <span>{words.zeroGradState(zeroGrad)}</span>
        </>
      )}
    </Setting>
  );
}

const lossTypes = [
  'BinaryCrossEntropy',
  'BinaryCrossEntropyWithLogits',
  'CrossEntropy',
  'MeanSquaredError',
  'Huber',
] as const;

/** The loss, of those that can judge this data. */
export function LossSetting() {
  const { trainer, words, options, limits, change } = useControls();
  const { task, type, obstacle } = useTrainerValue(readLoss, trainer);
  const authors = useAuthorsOwn(options.loss, typeof options.loss === 'object');
  const value = typeof options.loss === 'object' ? 'custom' : type;
  const judges = (one: LossName) => createLoss(one, {}).tasks.includes(task);
  const choices = lossTypes.filter(
    (one) => one === value || (allows(limits.loss, one) && judges(one)),
  );
  const against = (choice: string) =>
    (lossTypes as readonly string[]).includes(choice) ? lossObstacle(choice, trainer.model) : null;
  const write = (choice: string) => {
    const reason = against(choice);
    const name = words.lossName(choice);
    return reason && choice !== value ? `${name} (${words.obstacle(reason)})` : name;
  };
  return (
    <Setting
      name="loss"
      label={words.lossFunction}
      note={obstacle === null ? null : words.obstacle(obstacle)}
    >
      {(field) => (
        <Choice<string>
          {...field}
          value={value}
          choices={authors ? [...choices, 'custom'] : choices}
          write={write}
          isOff={(choice) => against(choice) !== null}
          onChange={(next) =>
            change('loss', { loss: next === 'custom' ? authors : (next as LossName) })
          }
        />
      )}
    </Setting>
  );
}

const optimizerParts = {
  SGD: ['momentum', 'nesterov', 'weightDecay'],
  Adam: ['beta1', 'beta2', 'eps', 'weightDecay'],
  AdamW: ['beta1', 'beta2', 'eps', 'weightDecay'],
  RMSProp: ['alpha', 'momentum', 'eps', 'weightDecay'],
  AdaGrad: ['eps', 'weightDecay'],
} as const satisfies Record<string, readonly ParameterLabel[]>;
type OptimizerType = keyof typeof optimizerParts;
const optimizerTypes = Object.keys(optimizerParts) as OptimizerType[];

/** The optimizer, and the numbers that it takes. */
export function OptimizerSetting() {
  const { words, options, limits, locked, change } = useControls();
  const { optimizer = 'SGD' } = options;
  const isOwn = typeof optimizer === 'function';
  const authors = useAuthorsOwn(optimizer, isOwn);
  const value = isOwn ? 'custom' : typeOf(optimizer);
  const choices = optimizerTypes.filter(
    (one) => one === value || allows(limits.optimizer, one),
  ) as string[];
  return (
    <Setting
      name="optimizer"
      label={words.optimizer}
      parts={value !== 'custom' && <OptimizerParts type={value} locked={locked.has('optimizer')} />}
    >
      {(field) => (
        <Choice<string>
          {...field}
          value={value}
          choices={authors ? [...choices, 'custom'] : choices}
          write={words.optimizerName}
          onChange={(next) =>
            change('optimizer', {
              optimizer: next === 'custom' ? authors : (next as OptimizerName),
            })
          }
        />
      )}
    </Setting>
  );
}

function OptimizerParts({ type, locked }: { type: OptimizerType; locked: boolean }) {
  const { words, options, change } = useControls();
  const { optimizerOptions = {} } = options;
  const make = (settings: OptimizerSettings) => createOptimizer(type, [], { ...settings, lr: 0 });
  const inForce = make(optimizerOptions) as unknown as Record<string, number | boolean>;
  const set = (settings: OptimizerSettings) => change('optimizer', { optimizerOptions: settings });
  return optimizerParts[type].map((part) => {
    const label = words.parameter(part);
    if (part === 'nesterov') {
      return (
        <label key={part} className="pancake-setting-part">
          <input
            type="checkbox"
            checked={inForce[part] === true}
            // Looking ahead along the momentum takes some momentum.
            disabled={locked || inForce['momentum'] === 0}
            onChange={(event) => set({ ...optimizerOptions, nesterov: event.target.checked })}
          />
          <span>{label}</span>
        </label>
      );
    }
    const having = (typed: number) => withPart(optimizerOptions, inForce, part, typed);
    return (
      <label key={part} className="pancake-setting-part">
        <span>{label}</span>
        <TypedNumber
          label={label}
          value={inForce[part] as number}
          disabled={locked}
          problem={(typed) => inWords(() => void make(having(typed)))}
          onChange={(typed) => set(having(typed))}
        />
      </label>
    );
  });
}

function withPart(
  settings: OptimizerSettings,
  inForce: Record<string, number | boolean>,
  part: Exclude<ParameterLabel, 'nesterov'>,
  value: number,
): OptimizerSettings {
  const { beta1, beta2 } = inForce as { beta1: number; beta2: number };
  if (part === 'beta1') return { ...settings, betas: [value, beta2] };
  if (part === 'beta2') return { ...settings, betas: [beta1, value] };
  const next = { ...settings, [part]: value };
  if (part === 'momentum' && value === 0) delete next.nesterov;
  return next;
}

function typeOf(name: string): OptimizerType {
  return optimizerTypes.find((type) => type.toLowerCase() === name.toLowerCase()) ?? 'SGD';
}

const readPoints = (_: Snapshot, { data }: Trainer) => data.x.shape[0]!;
const readLoss = (_: Snapshot, { data, loss, model }: Trainer) => ({
  task: data.task,
  type: loss.type,
  obstacle: lossObstacle(loss.type, model),
});
