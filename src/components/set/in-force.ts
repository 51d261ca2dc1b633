// Whether options are in force: what was set, or what holds where nothing was.
import { Layer } from '../../engine';
import { changedOptions } from '../../hooks';
import type { Trainer, TrainerOptions } from '../../trainer';

type Name = keyof TrainerOptions;

// What holds where an option was left open, and does not depend on others.
const defaults: TrainerOptions = {
  ...{ data: 'moons', points: 200, noise: 0.1, dataSeed: 0 },
  ...{ seed: 0, initialization: 'default', dropout: 0, features: ['x', 'y'], activation: 'ReLU' },
  ...{ optimizer: 'SGD', batchSize: 10, shuffle: true, l1: 0, l2: 0, reduction: 'mean' },
  zeroGrad: true,
};

/**
 * Whether all of these options are in force.
 *
 * @param options those in force, as far as somebody set them
 * @param ours functions that were set from here: written in place, they are others in each render
 */
export function areInForce(
  wanted: Partial<TrainerOptions>,
  options: TrainerOptions,
  trainer: Trainer,
  ours: Partial<TrainerOptions> = {},
): boolean {
  return (Object.keys(wanted) as Name[]).every((name) => {
    const [value, then] = [options[name], wanted[name]];
    if (typeof then === 'function') return value === then || value === ours[name];
    // A model with weights of its own is that one only.
    if (then instanceof Layer) return value === then;
    const now = value ?? (then === undefined ? defaults[name] : implied(name, trainer));
    const asked = then ?? defaults[name];
    return saysTheSame(name, plain(name, now, trainer), plain(name, asked, trainer));
  });
}

function saysTheSame(name: Name, a: unknown, b: unknown): boolean {
  if (typeof a === 'function' || typeof b === 'function') return a === b;
  return changedOptions({ [name]: a }, { [name]: b }) === null;
}

function implied(name: Name, trainer: Trainer): unknown {
  const { learningRate, speed } = trainer.getSnapshot();
  if (name === 'learningRate') return learningRate;
  if (name === 'speed') return speed;
  if (name === 'loss') return trainer.loss.type;
  if (name === 'model') return sizesOf(trainer);
  return defaults[name];
}

// Names in any case are the same name; so is one activation for all layers, and a list of it.
function plain(name: Name, value: unknown, trainer: Trainer): unknown {
  if (name === 'activation' && typeof value === 'string') {
    const hidden = trainer.architecture?.hidden.length ?? 1;
    return Array.from({ length: hidden }, () => value.toLowerCase());
  }
  if (typeof value === 'string') return value.toLowerCase();
  if (!Array.isArray(value)) return value;
  return value.map((one: unknown) => (typeof one === 'string' ? one.toLowerCase() : one));
}

function sizesOf({ architecture }: Trainer): readonly number[] | undefined {
  if (!architecture) return undefined;
  const { inputs, hidden, outputs } = architecture;
  return [inputs, ...hidden.map(({ units }) => units), outputs];
}
