// Remedies: what to change about a run that goes wrong, in options.
import { Sequential, type ActivationName } from '../engine';
import type { Finding } from './diagnose/finding';
import type { TrainerOptions } from './options';
import type { Trainer } from './trainer';

/** A penalty to begin with; one that is in force already and does not help is made three times as large. */
const firstL2 = 0.01;
/** A larger penalty would keep a model from learning anything. */
const largestL2 = 0.1;
/** The learning rate is divided by this: steps far too large need more than a small change. */
const rateDivisor = 10;

/**
 * The options that cure a failure, for a run that starts over with them, or null where no option does:
 * a model that is not made of sizes and activations has to be changed by its author.
 */
export function remedyFor({ kind }: Finding, trainer: Trainer): Partial<TrainerOptions> | null {
  const { learningRate } = trainer.getSnapshot();
  switch (kind) {
    case 'exploding':
      return { learningRate: rounded(learningRate / rateDivisor) };
    case 'deadReLU':
      return built(trainer, (name) => (name === 'ReLU' ? 'LeakyReLU' : name), {});
    case 'saturated': {
      const usual = isAdaptive(trainer) ? 0.01 : 0.1;
      const rate = learningRate > usual ? { learningRate: usual } : {};
      return built(trainer, (name) => name, { initialization: 'xavier', ...rate });
    }
    case 'symmetry':
      return built(trainer, (name) => name, { initialization: 'xavier' });
    case 'overfitting': {
      const { l2 = 0 } = trainer.options;
      if (l2 >= largestL2) return null;
      return { l2: l2 ? Math.min(largestL2, rounded(3 * l2)) : firstL2 };
    }
  }
}

/** Starts a run over with the options that cure it, from the same first weights if they stay. */
export function applyRemedy(trainer: Trainer, remedy: Partial<TrainerOptions>): void {
  trainer.reset();
  trainer.set(remedy);
}

// The options that make the model from its sizes. One that was built by hand is described by them too.
function built(
  { architecture, options }: Trainer,
  change: (name: ActivationName) => ActivationName,
  others: Partial<TrainerOptions>,
): Partial<TrainerOptions> | null {
  if (!architecture) return null;
  const { features, inputs, hidden, outputs } = architecture;
  const before = hidden.map(({ activation }) => activation).filter((name) => name !== null);
  if (before.length < hidden.length) return null;
  const names = before.map(change);
  const activation = names.every((name) => name === names[0]) ? names[0] : names;
  const byHand = options.model instanceof Sequential || typeof options.model === 'function';
  const isChanged = names.some((name, i) => name !== before[i]);
  return {
    ...(byHand && { model: [inputs, ...hidden.map(({ units }) => units), outputs] }),
    ...(byHand && features && { features }),
    ...((byHand || isChanged) && { activation }),
    ...others,
  };
}

function isAdaptive({ optimizer }: Trainer): boolean {
  return optimizer.type !== 'SGD';
}

// One digit is enough for a rate, and reads well.
function rounded(value: number): number {
  return Number(value.toPrecision(1));
}
